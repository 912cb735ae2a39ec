"""Before Python has arrived, and where it never does."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


def test_what_is_typed_early_is_kept_and_the_early_press_is_carried_out(page, held):
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    expect(page.locator("#python-status progress")).to_be_visible()
    writer.fill_person(page)
    writer.fill_officials(page)
    writer.press_write(page)
    expect(page.locator("#form-status")).to_contain_text("as soon as")
    held()
    pages.wait_ready(page)
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    assert writer.text_of(page, "senate-2").startswith("The Honorable Adam Schiff\n")


def test_nothing_moves_when_python_arrives_though_the_host_has_no_type_for_webassembly(page):
    waiting = []
    page.route("**/pyodide.asm.wasm", lambda route: waiting.append(route))  # noqa: PLW0108 - as in fixtures.py
    with page.expect_request("**/pyodide.asm.wasm"):
        page.goto("./", wait_until="domcontentloaded")
    expect(page.locator("#python-status")).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => true)")

    def places():
        return page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4, summary, label, button:not([hidden])')]"
            ".map(e => [e.textContent.trim(), Math.round(e.getBoundingClientRect().top + scrollY)])"
            ".filter(([text]) => text !== 'Share…')"
        )

    before = places()
    for route in waiting:
        route.fulfill(response=route.fetch(), headers={"content-type": "application/octet-stream"})
    pages.wait_ready(page)
    assert places() == before


def test_the_diy_letter_can_be_copied_before_python_has_arrived(waiting_page, clipboard_text):
    waiting_page.locator("#diy").get_by_role("button", name="Copy").click()
    text = waiting_page.locator("[data-diy-text]").text_content()
    assert clipboard_text(waiting_page).replace("\r\n", "\n") == text
    assert "Dear [Senator or Representative] [Last name]:" in text
    expect(waiting_page.locator("html")).to_have_attribute("data-python", "loading")


@pytest.mark.expects("Python could not start")
def test_without_webassembly_the_page_points_to_the_diy_letter_and_says_if_the_browser_is_old(page):
    page.add_init_script(
        pages.WITHOUT_PYTHON + "const missing = new URLSearchParams(location.search).get('missing');"
        "const real = CSS.supports.bind(CSS);"
        "CSS.supports = (first, ...more) => first !== missing && real(first, ...more);"
    )
    for missing in ("color", "selector(:has(a))", ""):  # color-mix(), :has(), and nothing
        page.goto(f"./?missing={missing}")
        expect(page.locator("html")).to_have_attribute("data-python", "failed")
        expect(page.locator("#python-failed")).to_be_visible()
        expect(page.locator("#python-failed")).to_contain_text("do-it-yourself letter")
        expect(page.locator("#old-browser")).to_be_visible(visible=bool(missing))
    expect(page.locator("#python-failed a")).to_have_attribute("href", "#diy")
    expect(page.locator("#try-again")).to_be_hidden()
    address = page.url
    writer.fill_person(page)
    writer.fill_officials(page)
    writer.press_write(page)
    expect(page.locator("#form-status")).to_contain_text("do-it-yourself letter")
    assert page.url == address


def test_where_a_part_of_python_is_missing_the_page_says_so(page, watch):
    for file in (  # python.zip.gzip: the next test
        "core.js",
        "core-*.js",
        "interpreter.js",
        "pyodide.js",
        "pyodide.asm.js",
        "pyodide.asm.wasm",
        "python_stdlib.zip.gzip",
    ):
        page.route(f"**/{file}", lambda route: route.fulfill(status=404, body="gone"))
        page.goto("./", wait_until="domcontentloaded")
        expect(page.locator("html"), file).to_have_attribute(
            "data-python", "failed", timeout=pages.PYTHON_STARTS_WITHIN
        )
        expect(page.locator("#python-failed"), file).to_be_visible()
        assert watch.problems, file
        watch.pardon()
        page.unroute(f"**/{file}")
    page.close()  # Some requests for the last file may still be under way.
    watch.pardon()


@pytest.mark.in_both_browsers
def test_a_file_that_did_not_arrive_is_tried_again_and_nothing_typed_is_lost(page, watch):
    page.route("**/python.zip.gzip", lambda route: route.fulfill(status=503, body="later"))
    page.goto("./", wait_until="domcontentloaded")
    page.get_by_label("Your story").fill("My story")
    page.get_by_label("City", exact=True).fill("Oakland")
    # A phone may end a hidden page without an event: it is saved with each key.
    assert page.evaluate("JSON.parse(sessionStorage.honorable).typed") == {"story": "My story", "city": "Oakland"}
    page.get_by_label("City", exact=True).fill("")
    page.get_by_label("State", exact=True).select_option("CA")
    try_again = page.get_by_role("button", name="Try again")
    expect(try_again).to_be_visible(timeout=pages.PYTHON_STARTS_WITHIN)
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    expect(page.locator("#python-failed")).to_be_visible()
    assert watch.problems
    watch.pardon()
    page.unroute("**/python.zip.gzip")
    try_again.click()
    pages.wait_ready(page)
    expect(page.get_by_label("Your story")).to_have_value("My story")
    expect(page.get_by_label("State", exact=True)).to_have_value("CA")
    expect(page.get_by_label("City", exact=True)).to_have_value("")
    assert "My story" in writer.text_of(page)


def test_a_campaigns_own_form_may_be_older_than_the_button_to_try_again(page):
    def older(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r'id="(try-again|old-browser)"', "", answer.text()))

    page.add_init_script(pages.SAVES_DATA)
    page.route("**/", older)
    page.goto("./")
    expect(page.locator("#write")).to_be_visible()
    expect(page.locator("#try-again, #old-browser")).to_have_count(0)
    writer.press_write(page)  # boot.js, which has neither, sees it
    expect(page.locator("#form-status")).to_contain_text("as soon as")


def test_without_javascript_the_page_says_so_and_the_diy_letter_can_be_read(new_context, site, browser_name):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url)
    if browser_name == "chromium":  # Firefox over BiDi parses the page as if scripts would run.
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.get_by_role("button")).to_have_count(0)
    diy = page.locator("[data-diy-text]")
    expect(diy).to_be_visible()
    expect(diy).to_contain_text("The Honorable [Full name]")
    expect(diy).to_contain_text("Please cosponsor [H.R. 9901 or S. 8802]")
