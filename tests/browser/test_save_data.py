"""A visit that should save data: Python is fetched when the form is first used."""

import re

import pytest
from playwright.sync_api import expect

from bench.server import serving
from tests.browser import pages, writer

# Everything that only the letter writer needs, and the copy for use offline.
PYTHON = re.compile(r"/runtime-|/python\.zip|/congress\.dat|/workbox|/sw\.js")

SENTENCE = re.compile(
    r"^To save data, the letter writer \([45]\.\d\sMB\) is fetched when you start to fill in the form\.$"
)


@pytest.fixture
def saving_page(page):
    """A page in a Chromium that saves data."""
    save_data(page)
    return page


def save_data(page):
    page.context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})


def fetched(watch):
    """The files of Python that were asked for, without the page that they belong to."""
    return [request.url for request in watch.requests if PYTHON.search(request.url)]


def is_waiting(page):
    expect(page.locator("html")).to_have_attribute("data-saves-data", "waiting")
    expect(page.locator("html")).to_have_attribute("data-python", "loading")


def read_to_the_end(page):
    page.wait_for_load_state("load")
    for _ in range(40):
        page.mouse.wheel(0, 500)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_timeout(500)


@pytest.mark.only_browser("chromium")
def test_a_visit_that_only_reads_costs_a_fifth_of_a_megabyte(saving_page, dist, watch):
    with serving({"page": dist}) as server:
        watch.home.add(server.url.rstrip("/"))
        saving_page.goto(f"{server.url}page/")
        read_to_the_end(saving_page)
        assert fetched(watch) == []
        assert sum(size for _, _, size in server.sent) < 200_000
    is_waiting(saving_page)


@pytest.mark.in_both_browsers
def test_the_page_says_how_much_will_be_fetched_and_then_that_it_is(page, watch):
    page.add_init_script(pages.SAVES_DATA)
    page.goto("./")
    status = page.locator("#python-status")
    expect(status.locator("[data-status-waits]")).to_have_text(SENTENCE)
    expect(status.locator("> :visible")).to_have_count(1)
    read_to_the_end(page)
    assert fetched(watch) == []
    page.get_by_label("ZIP code", exact=True).focus()
    pages.wait_ready(page)
    expect(page.locator("html")).to_have_attribute("data-saves-data", "started")
    expect(status.locator("> :visible")).to_have_text("The letter writer is ready. It works on this device.")


@pytest.mark.only_browser("chromium")
def test_letters_are_written_after_the_first_touch(saving_page):
    saving_page.goto("./")
    is_waiting(saving_page)
    writer.write(saving_page)
    pages.wait_ready(saving_page)
    expect(saving_page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    assert "Dear Representative Simon:" in writer.text_of(saving_page)


@pytest.mark.only_browser("chromium")
@pytest.mark.parametrize(
    "start",
    [
        lambda page: page.get_by_role("button", name="Write my letters").click(),
        lambda page: page.locator("a.skip").press("Enter"),
        lambda page: page.locator('[href="#write"]:not(.skip)').first.evaluate("link => link.click()"),
        lambda page: page.locator("#city").evaluate("field => field.dispatchEvent(new Event('change'))"),
        lambda page: page.evaluate("location.hash = '#first=Ada'"),
    ],
    ids=["the button", "the skip link", "a link to the form", "autofill", "a link that fills in"],
)
def test_whatever_leads_to_the_form_starts_python(saving_page, start):
    saving_page.goto("./")
    is_waiting(saving_page)
    start(saving_page)
    pages.wait_ready(saving_page)


@pytest.mark.only_browser("chromium")
def test_the_press_that_started_python_is_carried_out(saving_page):
    saving_page.goto("./")
    saving_page.get_by_role("button", name="Write my letters").click()
    expect(saving_page.locator("#form-status")).to_contain_text("as soon as")
    pages.wait_ready(saving_page)
    expect(saving_page.locator("#form-status")).to_contain_text("problems")


@pytest.mark.only_browser("chromium")
@pytest.mark.parametrize(
    "read",
    [
        lambda page: page.locator("#letter-form").dispatch_event("pointerdown"),  # so begins scrolling on a phone
        lambda page: page.locator("[data-letter-text]").first.click(),
        lambda page: page.locator("a.skip").focus(),
        lambda page: page.get_by_role("link", name="More about what is saved").click(),
        lambda page: page.locator("#diy").get_by_role("button", name="Copy").click(),
    ],
    ids=["scrolling", "a click on the letter", "the skip link", "a link in the form", "the do-it-yourself letter"],
)
def test_reading_does_not_start_python(saving_page, read, watch):
    saving_page.goto("./")
    read(saving_page)
    saving_page.wait_for_timeout(300)
    is_waiting(saving_page)
    assert fetched(watch) == []


@pytest.mark.only_browser("chromium")
@pytest.mark.parametrize("fragment", ["", "#write", "#sections=write,diy&theme=dark&accent=%23aa0000"])
def test_an_address_that_fills_nothing_in_waits(saving_page, fragment):
    saving_page.goto(f"./{fragment}")
    is_waiting(saving_page)


@pytest.mark.only_browser("chromium")
@pytest.mark.parametrize("fragment", ["#first=Ada", "#theme=dark&first=Ada"])
def test_an_address_that_fills_in_the_form_starts_python_at_once(saving_page, fragment):
    saving_page.goto(f"./{fragment}")
    pages.wait_ready(saving_page)
    expect(saving_page.get_by_label("First name", exact=True)).to_have_value("Ada")


@pytest.mark.only_browser("chromium")
def test_who_has_saved_details_or_a_draft_does_not_wait(saving_page):
    saving_page.goto("./")
    saving_page.get_by_label("Your story").press_sequentially("My story")
    pages.wait_ready(saving_page)
    saving_page.reload()  # the draft of this tab
    pages.wait_ready(saving_page)
    expect(saving_page.get_by_label("Your story")).to_have_value("My story")
    writer.write(saving_page)
    next_visit = saving_page.context.new_page()
    save_data(next_visit)
    next_visit.goto("./")
    pages.wait_ready(next_visit)
    expect(next_visit.locator("#welcome")).to_have_text("Welcome back, Ada")


@pytest.mark.only_browser("chromium")
def test_a_form_that_the_browser_has_filled_in_again_does_not_wait(saving_page):
    saving_page.goto("./")
    saving_page.get_by_label("Your story").press_sequentially("My story")
    saving_page.goto("about:blank")  # before Python can save anything
    saving_page.go_back()
    pages.wait_ready(saving_page)
    expect(saving_page.get_by_label("Your story")).to_have_value("My story")


@pytest.mark.only_browser("chromium")
def test_a_page_that_is_on_the_device_does_not_wait(keeping_page, watch):
    save_data(keeping_page)
    keeping_page.goto("./")
    keeping_page.evaluate("dispatchEvent(new Event('online'))")
    keeping_page.wait_for_timeout(300)
    is_waiting(keeping_page)
    assert fetched(watch) == []  # no copy for use offline either
    keeping_page.get_by_label("ZIP code", exact=True).focus()
    expect(keeping_page.locator("html")).to_have_attribute("data-offline", "ready", timeout=60_000)
    keeping_page.reload()
    pages.wait_ready(keeping_page)


@pytest.mark.only_browser("chromium")
@pytest.mark.parametrize("kind", ["slow-2g", "2g", "3g"])
def test_a_slow_connection_waits(page, kind):
    page.add_init_script(pages.CONNECTION % f"{{ effectiveType: '{kind}' }}")
    page.goto("./")
    is_waiting(page)


@pytest.mark.only_browser("chromium")
def test_a_preference_for_less_data_waits(page):
    # No browser has the preference without a flag yet.
    page.add_init_script(
        "const real = matchMedia;"
        "globalThis.matchMedia = (query) => query.includes('reduced-data') ? { matches: true } : real(query);"
    )
    page.goto("./")
    is_waiting(page)


@pytest.mark.only_browser("chromium")
def test_a_fast_connection_does_not_wait(page):
    page.add_init_script(pages.CONNECTION % "{ effectiveType: '4g', saveData: false }")
    page.goto("./")
    pages.wait_ready(page)


@pytest.mark.in_both_browsers
def test_all_other_visits_ask_for_python_once_the_page_is_painted(page, watch):
    held = []
    page.route("**/style.css", lambda route: held.append(route))  # noqa: PLW0108 - as in fixtures.py
    with page.expect_request("**/boot.js"):
        page.goto("./", wait_until="commit")
    page.wait_for_timeout(300)
    assert fetched(watch) == []
    with page.expect_request("**/python.zip.gzip"), page.expect_request("**/pyodide.asm.wasm"):
        for route in held:
            route.continue_()
    pages.wait_ready(page)


@pytest.mark.only_browser("chromium")
def test_a_page_that_nobody_sees_asks_for_python_too(page):
    page.add_init_script("PerformanceObserver.prototype.observe = () => {}")  # as in a tab in the background
    page.goto("./")
    pages.wait_ready(page)


@pytest.mark.expects("inline")
def test_where_a_host_has_changed_the_script_so_that_the_policy_refuses_it_python_starts(page, site):
    def changed(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<script>", "<script> "))

    page.route(site.url, changed)
    page.goto("./")
    pages.wait_ready(page)


@pytest.mark.only_browser("chromium")
def test_the_spanish_page_waits_and_says_so(saving_page, site, watch):
    saving_page.goto(f"{site.url}es/")
    expect(saving_page.locator("[data-status-waits]")).to_have_text(
        re.compile(r"^Para ahorrar datos, el escritor de cartas \([45]\.\d\sMB\) se descarga")
    )
    is_waiting(saving_page)
    assert fetched(watch) == []
    saving_page.locator("#first").fill("Ada")
    pages.wait_ready(saving_page)


@pytest.mark.only_browser("chromium")
@pytest.mark.parametrize("width", [360, 1280])
def test_the_line_keeps_its_height_when_python_starts_and_is_ready(saving_page, width):
    saving_page.set_viewport_size({"width": width, "height": 800})
    saving_page.goto("./")
    box = saving_page.locator(".status")
    before = box.bounding_box()["height"]
    saving_page.locator("#zip").evaluate("field => field.focus({ preventScroll: true })")
    expect(saving_page.locator("html")).to_have_attribute("data-saves-data", "started")
    assert box.bounding_box()["height"] == before
    pages.wait_ready(saving_page)
    assert box.bounding_box()["height"] == before
