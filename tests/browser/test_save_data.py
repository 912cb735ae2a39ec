"""A visit that should save data: Python is fetched when the form is first used.

Most tests here hold back what starts Python: that its files are asked for is what they are about.
"""

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


@pytest.fixture
def decide(dist, site):
    """`decide(page)`: leaves only the script that decides to the page, in the head that the build has put it into."""
    head = (dist / "index.html").read_text("utf-8").partition("</head>")[0]
    alone = re.sub(r'<script [^>]*src="[^"]*"></script>', "", head)
    html = f'{alone}</head><body><form id="write"><textarea></textarea></form></body></html>'

    def alone_in(page):
        page.route("**/*", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.route(site.url, lambda route: route.fulfill(body=html, content_type="text/html"))
        return page

    return alone_in


def without_start(page):
    """Holds back what starts Python. Its files are asked for all the same."""
    page.route("**/core.js", lambda _route: None)
    return page


def fetched(watch):
    """The files of Python that were asked for, without the page that they belong to."""
    return [request.url for request in watch.requests if PYTHON.search(request.url)]


def is_waiting(page, why=None):
    expect(page.locator("html"), why).to_have_attribute("data-saves-data", "waiting")
    expect(page.locator("html"), why).to_have_attribute("data-python", "loading")


def has_started(page, why=None):
    """What the page waited for has happened."""
    expect(page.locator("html"), why).to_have_attribute("data-saves-data", "started")


def does_not_wait(page, why=None):
    expect(page.locator("head link[href$='/core.js']"), why).to_be_attached()
    expect(page.locator("html"), why).not_to_have_attribute("data-saves-data", re.compile(""))


def read_to_the_end(page):
    page.wait_for_load_state("load")
    for _ in range(8):
        page.mouse.wheel(0, 2500)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_timeout(500)


@pytest.mark.only_browser("chromium")
def test_reading_costs_a_fifth_of_a_megabyte_and_does_not_start_python(saving_page, dist, watch):
    page = saving_page
    with serving({"page": dist}) as server:
        watch.home.add(server.url.rstrip("/"))
        page.goto(f"{server.url}page/")
        read_to_the_end(page)
        assert fetched(watch) == []
        assert sum(size for _, _, size in server.sent) < 200_000
        is_waiting(page)
        page.locator("#letter-form").dispatch_event("pointerdown")  # so begins scrolling on a phone
        is_waiting(page, "scrolling")
        page.locator("[data-letter-text]").first.click()
        is_waiting(page, "a click on the letter")
        page.locator("a.skip").focus()
        is_waiting(page, "the skip link")
        page.get_by_role("link", name="More about what is saved").click()
        is_waiting(page, "a link in the form")
        page.locator("#diy").get_by_role("button", name="Copy").click()
        page.wait_for_timeout(300)
        is_waiting(page, "the do-it-yourself letter")
        assert fetched(watch) == []


@pytest.mark.only_browser("chromium")
def test_a_line_that_keeps_its_height_says_what_will_be_fetched_and_once_it_is_letters_are_written(saving_page, decide):
    page = saving_page
    page.goto("./")
    line, status = page.locator(".status"), page.locator("#python-status")

    def heights():
        found = []
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found.append(line.bounding_box()["height"])
        return found

    is_waiting(page)
    expect(status.locator("[data-status-waits]")).to_have_text(SENTENCE)
    expect(status.locator("> :visible")).to_have_count(1)
    before = heights()
    page.locator("#zip").evaluate("field => field.focus({ preventScroll: true })")
    has_started(page)
    assert heights() == before
    pages.wait_ready(page)
    assert heights() == before
    expect(status.locator("> :visible")).to_have_text("The letter writer is ready. It works on this device.")

    writer.write(page)
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    assert "Dear Representative Simon:" in writer.text_of(page)
    next_visit = decide(page.context.new_page())
    save_data(next_visit)
    next_visit.goto("./")
    does_not_wait(next_visit)


@pytest.mark.only_browser("chromium")
def test_whatever_leads_to_the_form_starts_python(saving_page):
    page = without_start(saving_page)
    starts = {
        "the button": lambda: page.get_by_role("button", name="Write my letters").click(),
        "the skip link": lambda: page.locator("a.skip").press("Enter"),
        "a link to the form": lambda: page.locator('[href="#write"]:not(.skip)').first.evaluate("it => it.click()"),
        "autofill": lambda: page.locator("#city").evaluate("field => field.dispatchEvent(new Event('change'))"),
        "a link that fills in": lambda: page.evaluate("location.hash = '#first=Ada'"),
    }
    for name, start in starts.items():
        page.goto("./")
        is_waiting(page, name)
        with page.expect_request("**/core.js"):
            start()
        has_started(page, name)
        if name == "the button":  # What was pressed is carried out: test_early.py.
            expect(page.locator("#form-status")).to_contain_text("as soon as")


@pytest.mark.only_browser("chromium")
def test_only_an_address_that_fills_in_the_form_does_not_wait(saving_page, decide):
    page = decide(saving_page)
    for fragment in ("", "#write", "#sections=write,diy&theme=dark&accent=%23aa0000"):
        page.goto("about:blank")
        page.goto(f"./{fragment}")
        is_waiting(page, fragment)
    for fragment in ("#first=Ada", "#theme=dark&first=Ada"):
        page.goto("about:blank")
        page.goto(f"./{fragment}")
        does_not_wait(page, fragment)


@pytest.mark.only_browser("chromium")
def test_who_has_saved_details_or_a_draft_does_not_wait(saving_page, decide):
    page = decide(saving_page)
    page.goto("./")
    for stored in (
        "sessionStorage.setItem('honorable', '{}')",  # the draft of this tab
        "document.cookie = 'honorable=1'",
        "document.cookie = 'honorable-record=1'",
        "sessionStorage.setItem('honorable-beside', '1')",
    ):
        page.evaluate("sessionStorage.clear()")
        page.context.clear_cookies()
        page.goto("./")
        is_waiting(page, stored)
        page.evaluate(stored)
        page.goto("./")
        does_not_wait(page, stored)


@pytest.mark.only_browser("chromium")
def test_a_form_that_the_browser_has_filled_in_again_does_not_wait(saving_page):
    page = without_start(saving_page)
    # Else the draft alone would be a reason not to wait.
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused') } })")
    page.goto("./")
    page.get_by_label("Your story").press_sequentially("My story")
    page.goto("about:blank")
    page.go_back()
    has_started(page)
    expect(page.get_by_label("Your story")).to_have_value("My story")


@pytest.mark.only_browser("chromium")
def test_a_page_that_is_on_the_device_does_not_wait(keeping_page, watch):
    page = keeping_page
    save_data(page)
    page.goto("./")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_timeout(300)
    is_waiting(page)
    assert fetched(watch) == []  # no copy for use offline either
    page.get_by_label("ZIP code", exact=True).focus()
    pages.wait_kept(page)
    page.reload()
    does_not_wait(page)


@pytest.mark.only_browser("chromium")
def test_a_slow_connection_or_a_preference_for_less_data_waits_and_a_fast_connection_does_not(page, decide):
    def visit(script):
        visitor = decide(page.context.new_page())
        visitor.add_init_script(script)
        visitor.goto("./")
        return visitor

    for kind in ("slow-2g", "2g", "3g"):
        is_waiting(visit(pages.CONNECTION % f"{{ effectiveType: '{kind}' }}"), kind)
    # No browser has the preference without a flag yet.
    prefers_less = (
        "const real = matchMedia;"
        "globalThis.matchMedia = (query) => query.includes('reduced-data') ? { matches: true } : real(query);"
    )
    is_waiting(visit(prefers_less))
    does_not_wait(visit(pages.CONNECTION % "{ effectiveType: '4g', saveData: false }"))


@pytest.mark.in_both_browsers
def test_a_visit_that_does_not_save_data_asks_for_python_once_the_page_is_painted(page, watch):
    held = []
    without_start(page).route("**/style.css", lambda route: held.append(route))  # noqa: PLW0108 - as in fixtures.py
    with page.expect_request("**/boot.js"):
        page.goto("./", wait_until="commit")
    page.wait_for_timeout(300)
    assert fetched(watch) == []
    with page.expect_request("**/python.zip.gzip"), page.expect_request("**/pyodide.asm.wasm"):
        for route in held:
            route.continue_()


@pytest.mark.only_browser("chromium")
def test_a_page_that_nobody_sees_asks_for_python_too(page):
    page.add_init_script("PerformanceObserver.prototype.observe = () => {}")  # as in a tab in the background
    with page.expect_request("**/python.zip.gzip"):
        without_start(page).goto("./")


@pytest.mark.expects("inline")
def test_where_a_host_has_changed_the_script_so_that_the_policy_refuses_it_python_is_fetched(page, site):
    def changed(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<script>", "<script> "))

    page.route(site.url, changed)
    with page.expect_request("**/core.js"), page.expect_request("**/python.zip.gzip"):
        without_start(page).goto("./")


@pytest.mark.only_browser("chromium")
def test_the_spanish_page_waits_and_says_so(saving_page, site, watch):
    page = without_start(saving_page)
    page.goto(f"{site.url}es/")
    expect(page.locator("[data-status-waits]")).to_have_text(
        re.compile(r"^Para ahorrar datos, el escritor de cartas \([45]\.\d\sMB\) se descarga")
    )
    is_waiting(page)
    assert fetched(watch) == []
    page.locator("#first").fill("Ada")
    has_started(page)
