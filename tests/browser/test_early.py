"""Before Python has arrived, and where it never does."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


@pytest.mark.in_both_browsers
def test_what_is_typed_early_is_kept_and_the_early_press_is_carried_out(page, held):
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    expect(page.locator("#python-status progress")).to_be_visible()
    writer.fill_person(page)
    writer.fill_officials(page)
    writer.press_write(page)
    expect(page.locator("#form-status")).to_contain_text("as soon as")
    page.wait_for_timeout(500)
    held()
    pages.wait_ready(page)
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    assert writer.text_of(page, "senate-2").startswith("The Honorable Adam Schiff\n")


def test_nothing_moves_when_python_arrives(page, held):
    expect(page.locator("#python-status")).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => true)")

    def places():
        return page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4, summary, label, button:not([hidden])')]"
            ".map(e => [e.textContent.trim(), Math.round(e.getBoundingClientRect().top + scrollY)])"
            ".filter(([text]) => text !== 'Share…')"
        )

    before = places()
    page.wait_for_timeout(300)
    held()
    pages.wait_ready(page)
    assert places() == before


@pytest.mark.in_both_browsers
def test_the_diy_letter_can_be_copied_before_python_has_arrived(page, held, clipboard_text):
    section = page.locator("#diy")
    section.get_by_role("button", name="Copy").click()
    text = page.locator("[data-diy-text]").text_content()
    assert clipboard_text(page).replace("\r\n", "\n") == text
    assert "Dear [Senator or Representative] [Last name]:" in text


@pytest.mark.expects("Python could not start")
@pytest.mark.parametrize("missing", ["", "color", "selector(:has(a))"], ids=["new", "no color-mix()", "no :has()"])
def test_only_an_old_browser_is_told_that_it_is_old(page, missing):
    page.add_init_script("delete globalThis.WebAssembly")
    page.add_init_script(
        "const real = CSS.supports.bind(CSS);"
        f"CSS.supports = (first, ...more) => first !== {missing!r} && real(first, ...more);"
    )
    page.goto("./")
    expect(page.locator("#python-failed")).to_contain_text("do-it-yourself letter")
    expect(page.locator("#old-browser")).to_be_visible(visible=bool(missing))


@pytest.mark.in_both_browsers
@pytest.mark.expects("Python could not start")
def test_without_webassembly_the_page_says_so_and_points_to_the_diy_letter(page):
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto("./")
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    expect(page.locator("#python-failed")).to_be_visible()
    expect(page.locator("#python-failed a")).to_have_attribute("href", "#diy")
    expect(page.locator("#try-again")).to_be_hidden()
    writer.fill_person(page)
    writer.fill_officials(page)
    writer.press_write(page)
    expect(page.locator("#form-status")).to_contain_text("do-it-yourself letter")
    assert page.url.endswith("/")


def without(page, watch, file):
    page.route(f"**/{file}", lambda route: route.fulfill(status=404, body="gone"))
    page.goto("./")
    expect(page.locator("html")).to_have_attribute("data-python", "failed", timeout=pages.PYTHON_STARTS_WITHIN)
    expect(page.locator("#python-failed")).to_be_visible()
    assert watch.problems
    page.close()  # Some requests for the file may still be under way.
    watch.forget()


def test_where_python_itself_is_missing_the_page_says_so(page, watch):
    without(page, watch, "pyodide.asm.wasm")


# One browser is enough for the other parts: which of them is missing makes no difference to what the browser does.
@pytest.mark.only_browser("chromium")
@pytest.mark.parametrize(
    "file",
    [
        "core.js",
        "core-*.js",
        "interpreter.js",
        "pyodide.js",
        "pyodide.asm.js",
        "python_stdlib.zip.gzip",
        "python.zip.gzip",
    ],
)
def test_where_any_other_part_is_missing_the_page_says_so(page, watch, file):
    without(page, watch, file)


@pytest.mark.in_both_browsers
def test_a_file_that_did_not_arrive_is_tried_again_and_nothing_typed_is_lost(page, watch):
    page.route("**/python.zip.gzip", lambda route: route.fulfill(status=503, body="later"))
    page.goto("./")
    page.get_by_label("Your story").fill("My story")
    page.get_by_label("State", exact=True).select_option("CA")
    try_again = page.get_by_role("button", name="Try again")
    expect(try_again).to_be_visible(timeout=pages.PYTHON_STARTS_WITHIN)
    watch.forget()
    page.unroute("**/python.zip.gzip")
    try_again.click()
    pages.wait_ready(page)
    expect(page.get_by_label("Your story")).to_have_value("My story")
    expect(page.get_by_label("State", exact=True)).to_have_value("CA")
    assert "My story" in writer.text_of(page)


def test_what_is_typed_before_python_is_ready_survives_a_reload(page, held):
    page.get_by_label("Your story").fill("My story")
    page.get_by_label("City", exact=True).fill("Oakland")
    # A phone may end a hidden page without an event: it is saved with each key.
    assert page.evaluate("JSON.parse(sessionStorage.honorable).typed") == {"story": "My story", "city": "Oakland"}
    page.get_by_label("City", exact=True).fill("")
    page.reload(wait_until="domcontentloaded")
    held()
    pages.wait_ready(page)
    expect(page.get_by_label("Your story")).to_have_value("My story")
    expect(page.get_by_label("City", exact=True)).to_have_value("")


def test_a_campaigns_own_form_may_be_older_than_the_button_to_try_again(page):
    def older(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r'id="(try-again|old-browser)"', "", answer.text()))

    page.route("**/", older)
    page.goto("./")
    pages.wait_ready(page)
    expect(page.locator("#try-again, #old-browser")).to_have_count(0)


def test_without_javascript_the_diy_letter_can_be_read(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url)
    diy = page.locator("[data-diy-text]")
    expect(diy).to_be_visible()
    expect(diy).to_contain_text("The Honorable [Full name]")
    expect(diy).to_contain_text("Please cosponsor [H.R. 9901 or S. 8802]")


@pytest.mark.only_browser("chromium")  # Firefox over BiDi parses the page as if scripts would run.
def test_without_javascript_the_page_says_so_and_shows_no_dead_button(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("application/octet-stream", marks=pytest.mark.in_both_browsers),
        "text/plain",
        "text/html",
    ],
)
def test_where_the_host_has_no_type_for_webassembly_python_starts_all_the_same(page, kind):
    page.route(
        "**/pyodide.asm.wasm",
        lambda route: route.fulfill(response=route.fetch(), headers={"content-type": kind}),
    )
    page.goto("./")
    pages.wait_ready(page)
