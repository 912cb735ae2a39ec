"""A page that was visited once, without its host; and all that can go wrong while it is being kept.

The host is stopped rather than the network switched off: Playwright's switch does not reach a worker in Firefox.
"""

import re
import shutil
import threading
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import building, pages, writer

WITHIN = pages.PYTHON_STARTS_WITHIN
# What Chromium and Firefox say themselves when a file that is asked for is refused, or when nobody answers.
pytestmark = pytest.mark.usefixtures("_browsers_own_words")


@pytest.fixture
def _browsers_own_words(watch):
    """These tests break the host, and browsers report that. What the page itself says is looked at in each test."""
    yield
    watch.forget()


def visit(page: Page, url: str) -> None:
    page.goto(url)
    pages.wait_ready(page)


def wait_kept(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("data-offline", "ready", timeout=WITHIN)


def keeps_nothing(page: Page) -> None:
    """The worker has given up, and the page does not say otherwise."""
    page.wait_for_timeout(500)
    for _ in range(100):
        if page.evaluate("navigator.serviceWorker.getRegistration().then(found => !found)"):
            break
        page.wait_for_timeout(100)
    else:
        pytest.fail("The worker has not given up within 10 seconds.")
    expect(page.locator("html")).not_to_have_attribute("data-offline", "ready")
    expect(page.locator("#offline-status")).to_have_text("")


def kept_addresses(page: Page) -> list[str]:
    return page.evaluate(
        """async () => {
            const urls = [];
            for (const name of await caches.keys())
                for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
            return urls;
        }"""
    )


# ---------- Without the host ----------


@pytest.mark.in_both_browsers
def test_after_one_visit_letters_are_written_without_the_host(dist, serve, keeping_page, clipboard_text, download):
    site = serve(dist, under="/letters/")
    page = keeping_page
    visit(page, site.url)
    wait_kept(page)
    expect(page.locator("#offline-status")).to_have_text("Works offline now.")
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")  # this page as well, not only the next one
    site.stop()
    for address in ("", "index.html", "?source=poster&utm_source=x", "#write"):
        page.goto("about:blank")
        visit(page, site.url + address)
        wait_kept(page)
    writer.write(page)
    text = writer.text_of(page)
    assert "Dear Representative Simon:" in text
    writer.press(page, "Copy letter")
    assert clipboard_text(page).replace("\r\n", "\n") == text
    assert download(page, lambda: writer.press(page, "Download")).content.decode() == text


def test_without_the_host_the_second_half_of_python_is_there_before_it_is_asked_for(dist, serve, keeping_page):
    """A rare case may call for it while Python starts, and Chromium sends no synchronous request to the worker."""
    site = serve(dist)
    page = keeping_page
    page.add_init_script(
        """
        const { instantiate } = WebAssembly;
        WebAssembly.instantiate = (module, imports) => {
            globalThis.loadSecondHalf ??= imports?.env?.__load_secondary;
            return instantiate(module, imports);
        };
        addEventListener("honorable:ready", () => {
            try { loadSecondHalf(); globalThis.loaded = "at once"; } catch (error) { globalThis.loaded = `${error}`; }
        });
        """
    )
    visit(page, site.url)
    wait_kept(page)
    site.stop()
    page.reload()
    pages.wait_ready(page)
    assert page.evaluate("globalThis.loaded") == "at once"


def test_without_the_host_links_say_that_they_need_the_network(dist, serve, keeping_page):
    site = serve(dist)
    page = keeping_page
    visit(page, site.url)
    wait_kept(page)
    link = page.locator('#spread a[target="_blank"]').first
    after = "element => getComputedStyle(element, '::after').content"
    assert link.evaluate(after) == "none"
    site.stop()
    page.reload()
    expect(page.locator("#offline-status")).to_contain_text("You are offline")
    assert link.evaluate(after) == '" (needs the network)"'
    mail = page.locator('#spread a[href^="mailto:"]')
    assert mail.evaluate(after) == "none"


def test_nothing_moves_when_the_page_has_been_kept(dist, serve, keeping_page):
    site = serve(dist)
    page = keeping_page
    held = threading.Event()
    site.faults["*.wasm"] = lambda _: held.wait(60) and False
    visit(page, site.url)
    height = "document.documentElement.scrollHeight"
    before = page.evaluate(height)
    held.set()
    wait_kept(page)
    assert page.evaluate(height) == before


def test_a_page_in_a_frame_is_not_saved_for_offline_use(dist, serve, keeping_page):
    site = serve(dist)
    page = keeping_page
    page.goto(f"{site.url}embed-example.html")
    page.locator("iframe").first.scroll_into_view_if_needed()
    frame = page.frame_locator("iframe").first
    frame.locator("html[data-python=ready]").wait_for(state="attached", timeout=WITHIN)
    page.wait_for_timeout(500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


@pytest.mark.only_browser("chromium")  # Firefox does not install pages.
def test_the_page_can_be_installed(dist, serve, keeping_page):
    page = keeping_page
    visit(page, serve(dist).url)
    wait_kept(page)
    devtools = page.context.new_cdp_session(page)
    # The one reason that is left is the test's own: an empty profile is a private one.
    errors = [error["errorId"] for error in devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert set(errors) <= {"in-incognito"}
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []


# ---------- While it is being kept ----------


@pytest.mark.in_both_browsers
def test_a_reload_in_the_middle_of_keeping_loses_nothing_and_goes_on(dist, serve, keeping_page):
    site = serve(dist)
    page = keeping_page
    held = threading.Event()
    # For a file of its own, the page itself would wait.
    site.faults["*/icon-512.png"] = lambda _: held.wait(60) and False
    visit(page, site.url)
    page.get_by_label("Your story").fill("My story")
    for _ in range(100):
        if any(path.endswith("/icon-512.png") for path in site.asked_by_worker):
            break
        page.wait_for_timeout(100)
    page.reload()
    pages.wait_ready(page)
    expect(page.get_by_label("Your story")).to_have_value("My story")
    expect(page.locator("html")).not_to_have_attribute("data-offline", "ready")
    held.set()
    wait_kept(page)
    files = [path for path in site.asked_by_worker if path.count("/") > 1]
    assert len(files) > 10
    assert len(set(files)) == len(files)  # none was fetched twice


def _not_found_page(handler: SimpleHTTPRequestHandler) -> bool:
    """As hosts for single-page applications answer: a missing file is their page, with 200."""
    return _answer(handler, "text/html", b"<!doctype html><title>Our page</title>")


def _cut_off(handler: SimpleHTTPRequestHandler) -> bool:
    whole = Path(handler.translate_path(handler.path)).read_bytes()
    return _answer(handler, handler.guess_type(handler.path), whole[: len(whole) // 2])


def _broken_off(handler: SimpleHTTPRequestHandler) -> bool:
    """The connection breaks while the file is on its way."""
    whole = Path(handler.translate_path(handler.path)).read_bytes()
    handler.close_connection = True
    return _answer(handler, handler.guess_type(handler.path), whole[: len(whole) // 2], length=len(whole))


def _failure(handler: SimpleHTTPRequestHandler) -> bool:
    handler.send_error(500)
    return True


def _another_builds(handler: SimpleHTTPRequestHandler) -> bool:
    whole = Path(handler.translate_path(handler.path)).read_bytes()
    return _answer(handler, handler.guess_type(handler.path), whole + b"\n// of another build")


def _answer(handler: SimpleHTTPRequestHandler, kind: str, body: bytes, length: int | None = None) -> bool:
    handler.send_response(200)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    handler.wfile.write(body)
    return True


@pytest.mark.claim("Files that do not match the service worker's list are not saved on the device")
@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("*.wasm", _not_found_page),
        pytest.param("*.wasm", _broken_off, marks=pytest.mark.in_both_browsers),
        ("*.wasm", _cut_off),
        ("*/python.zip.gzip", _failure),
        ("*/interpreter.js", _another_builds),
        ("*/", _not_found_page),
    ],
    ids=["another page", "broken off", "cut off", "500", "another build's file", "another front page"],
)
def test_where_a_file_is_refused_the_page_works_and_is_kept_at_a_later_visit(dist, serve, keeping_page, pattern, fault):
    site = serve(dist)
    page = keeping_page
    site.faults[pattern] = fault
    visit(page, site.url)
    keeps_nothing(page)
    site.faults.clear()
    visit(page, site.url)
    wait_kept(page)
    site.stop()
    assert page.evaluate("fetch('./').then((response) => response.ok)")


@pytest.mark.only_browser("chromium")  # Firefox has no quota that a test can set while it runs.
def test_where_there_is_no_room_the_page_works_and_is_kept_when_there_is(dist, serve, keeping_page):
    site = serve(dist)
    page = keeping_page
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": site.origin, "quotaSize": 3_000_000})
    visit(page, site.url)
    keeps_nothing(page)
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": site.origin})
    page.reload()
    wait_kept(page)


@pytest.mark.only_browser("firefox")  # Above is the same for Chromium. Firefox takes its limit when it starts.
def test_where_firefox_has_no_room_the_page_works_and_is_not_kept(
    browser_type, browser_type_launch_args, browser_context_args, site
):
    preferences = browser_type_launch_args["firefox_user_prefs"] | {
        "dom.quotaManager.temporaryStorage.fixedLimit": 4000
    }
    firefox = browser_type.launch(**browser_type_launch_args | {"firefox_user_prefs": preferences})
    page = firefox.new_context(**browser_context_args).new_page()
    visit(page, site.url)
    keeps_nothing(page)
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)
    firefox.close()


def test_where_the_worker_is_refused_the_page_works_and_says_nothing_of_it(page, site, watch):
    page.add_init_script(
        "if (navigator.serviceWorker) navigator.serviceWorker.register ="
        " () => Promise.reject(new DOMException('refused', 'SecurityError'))"
    )
    visit(page, site.url)
    writer.write(page)
    expect(page.locator("#offline-status")).to_have_text("")
    assert any("does not keep the page for use offline" in line for line in watch.console)
    assert watch.problems == []


def test_where_there_are_no_workers_at_all_the_page_works(page, site, watch):
    page.goto(site.insecure_origin)
    pages.wait_ready(page)
    assert page.evaluate("'serviceWorker' in navigator") is False
    writer.write(page)
    assert watch.problems == []


# ---------- A new version ----------


@pytest.fixture
def two_builds(dist, serve, tmp_path, build_once):
    """A site whose operator can put another build in its place: `site, publish_new = two_builds`."""
    place = tmp_path / "place"
    shutil.copytree(dist, place)
    site = serve(place)

    def publish_new() -> None:
        changes = {"name": "A Newer Campaign"}
        put(build_once("newer", lambda folder: building.variant_dist(folder, changes, building.DATA)), place)

    return site, publish_new


def put(build: Path, place: Path) -> None:
    """Publishes a build in another one's place."""
    shutil.rmtree(place)
    # With the time of now: Python's server calls a file unchanged that is older than the browser's.
    shutil.copytree(build, place, copy_function=shutil.copyfile)


def offer(page: Page):
    return page.get_by_role("button", name="New version: reload")


@pytest.mark.in_both_browsers
def test_a_new_version_is_offered_the_old_one_goes_on_and_taking_the_new_one_loses_nothing(two_builds, keeping_page):
    site, publish_new = two_builds
    page = keeping_page
    visit(page, site.url)
    wait_kept(page)
    old = kept_addresses(page)
    publish_new()
    site.asked_by_worker.clear()
    page.reload()
    expect(offer(page)).to_be_visible(timeout=WITHIN)
    site.asked.clear()
    page.reload()
    pages.wait_ready(page)
    expect(page).to_have_title(re.compile("Night Trains"))  # Until it is taken, the old one goes on whole.
    expect(offer(page)).to_be_visible()
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)
    assert not [path for path in site.asked if "/app-" in path]  # no file of either version was asked for
    page.get_by_label("Your story").fill("My story")
    writer.press(page, "Edit by hand", "senate-1")
    writer.letter(page, "senate-1").locator("textarea").fill("Dear Alex,\n\nplease.")
    writer.letter(page).get_by_label("Confirmation").fill("No. 12")
    offer(page).click()
    expect(page).to_have_title(re.compile("A Newer Campaign"))
    pages.wait_ready(page)
    expect(writer.letter(page).get_by_label("Confirmation")).to_have_value("No. 12")
    expect(page.get_by_label("Your story")).to_have_value("My story")
    expect(page.get_by_label("City", exact=True)).to_have_value("Oakland")
    assert writer.text_of(page, "senate-1") == "Dear Alex,\n\nplease."
    expect(offer(page)).to_be_hidden()
    wait_kept(page)

    # The large runtime is the same: not fetched again. What only the old version had is gone.
    assert site.asked_by_worker
    assert not [path for path in site.asked_by_worker if "/runtime-" in path]
    new = kept_addresses(page)
    assert len(new) == len(old)
    assert {url for url in old if "/runtime-" in url} <= set(new)
    assert not {url for url in old if "/app-" in url} & set(new)
    site.stop()
    page.reload()
    pages.wait_ready(page)
    expect(page).to_have_title(re.compile("A Newer Campaign"))


def test_a_new_version_taken_in_one_tab_is_offered_in_the_other(two_builds, keeping_page):
    site, publish_new = two_builds
    first = keeping_page
    visit(first, site.url)
    wait_kept(first)
    second = first.context.new_page()
    visit(second, site.url)
    second.get_by_label("City", exact=True).fill("Oakland")
    publish_new()
    first.reload()
    expect(offer(first)).to_be_visible(timeout=WITHIN)
    offer(first).click()
    expect(first).to_have_title(re.compile("A Newer Campaign"))
    expect(second).to_have_title(re.compile("Night Trains"))
    second.get_by_label("First name").fill("Ada")
    assert "Ada" in writer.text_of(second)
    offer(second).click()
    expect(second).to_have_title(re.compile("A Newer Campaign"))
    pages.wait_ready(second)
    expect(second.get_by_label("City", exact=True)).to_have_value("Oakland")
    expect(second.get_by_label("First name")).to_have_value("Ada")


def test_a_new_version_that_cannot_be_kept_leaves_the_old_one_working_offline(two_builds, keeping_page):
    site, publish_new = two_builds
    page = keeping_page
    visit(page, site.url)
    wait_kept(page)
    publish_new()
    site.faults["*/python.zip.gzip"] = _failure
    page.reload()
    pages.wait_ready(page)
    page.wait_for_timeout(2000)
    expect(offer(page)).to_be_hidden()
    site.stop()
    page.reload()
    pages.wait_ready(page)
    expect(page).to_have_title(re.compile("Night Trains"))


def test_a_host_that_goes_back_to_the_version_before_is_followed(two_builds, dist, keeping_page):
    site, publish_new = two_builds
    page = keeping_page
    visit(page, site.url)
    wait_kept(page)
    page.get_by_label("City", exact=True).fill("Oakland")
    for publish, name in (
        (publish_new, "A Newer Campaign"),
        (lambda: put(dist, site.folder), "Night Trains"),
    ):
        publish()
        page.reload()
        offer(page).click(timeout=WITHIN)
        expect(page).to_have_title(re.compile(name))
        pages.wait_ready(page)
        expect(page.get_by_label("City", exact=True)).to_have_value("Oakland")


@pytest.mark.only_browser("chromium")  # Only its tools stop a worker.
def test_a_worker_that_was_stopped_in_the_middle_wakes_up_again(keeping_page, dist, serve):
    own = serve(dist)
    page = keeping_page
    visit(page, own.url)
    wait_kept(page)
    tools = page.context.new_cdp_session(page)
    tools.send("ServiceWorker.enable")
    tools.send("ServiceWorker.stopAllWorkers")
    own.stop()
    page.get_by_label("City", exact=True).fill("Oakland")
    page.reload()
    pages.wait_ready(page)
    expect(page.get_by_label("City", exact=True)).to_have_value("Oakland")


@pytest.mark.parametrize("missing", ["404", "200"], ids=["404", "a page with 200"])
def test_an_old_page_never_runs_the_files_of_a_new_build(two_builds, page, missing):
    site, publish_new = two_builds
    old = (site.folder / "index.html").read_text()
    publish_new()
    page.route(site.url, lambda route: route.fulfill(body=old, content_type="text/html"))
    if missing == "200":
        gone = re.compile(re.search(r"app-\w+/", old)[0])
        page.route(gone, lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(site.url)
    page.wait_for_timeout(3000)
    expect(page.locator("html")).not_to_have_attribute("data-python", "ready")
    expect(page.locator("[data-diy-text]")).to_contain_text("Dear [Senator or Representative]")
    new = next(site.folder.glob("app-*")).name
    assert not [path for path in site.asked if new in path]


# ---------- Opened as a file ----------


@pytest.mark.in_both_browsers
def test_opened_as_a_file_the_page_says_what_to_do_and_the_diy_letter_is_there(dist, page):
    page.goto((dist / "index.html").as_uri())
    expect(page.locator("#from-folder")).to_contain_text("python3 -m http.server")
    expect(page.locator("#python-failed")).to_be_visible()
    expect(page.locator("[data-diy-text]")).to_contain_text("Dear [Senator or Representative]")
    page.locator("#from-folder a").click()
    expect(page.locator("[data-diy-text]")).to_be_in_viewport()
    page.get_by_label("First name").fill("Ada")
    page.get_by_role("button", name="Write my letters").click()
    expect(page.get_by_label("First name")).to_have_value("Ada")
