"""A page that was visited once, without its host; and all that can go wrong while it is being kept.

The host is stopped rather than the network switched off: Playwright's switch does not reach a worker in Firefox.

Starting Python is most of what a visit costs. What the worker and `offline.js` do needs no Python, so most visits here
are those of a browser that cannot start it.
"""

import os
import re
import threading
import time
from fnmatch import fnmatchcase
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from honorable.publish.project import find_project
from honorable.publish.site.output import replace_folder
from honorable.publish.site.service_worker import service_worker
from tests.browser import pages, writer
from tests.browser.serving import Site

WITHIN = pages.PYTHON_STARTS_WITHIN
# What Chromium and Firefox say themselves when a file that is asked for is refused, or when nobody answers.
pytestmark = pytest.mark.usefixtures("_browsers_own_words")


@pytest.fixture
def _browsers_own_words(watch):
    """These tests break the host, and browsers report that. What the page itself says is looked at in each test."""
    yield
    watch.pardon()


def visit(page: Page, url: str) -> None:
    page.goto(url)
    pages.wait_ready(page)


def without_python(page: Page) -> Page:
    """A browser that cannot start Python: it keeps the page, and is offered new versions, as every other.

    It leaves Python's files in their template too (python-files.js): to fetch them is half of such a visit.
    """
    page.add_init_script(pages.WITHOUT_PYTHON + "HTMLTemplateElement.prototype.replaceWith = () => {}")
    return page


def keep(page: Page, url: str) -> None:
    page.goto(url)
    pages.wait_kept(page)


def wait_until_asked(page: Page, site: Site, pattern: str) -> None:
    """Returns when the worker has asked for a file."""
    pages.wait_until(
        page,
        lambda: any(fnmatchcase(path, pattern) for path in site.asked_by_worker),
        f"The worker has not asked for {pattern} within 10 seconds.",
    )


def keeps_nothing(page: Page, site: Site) -> None:
    """The worker has given up, and the page does not say otherwise."""
    wait_until_asked(page, site, "*/boot.js")
    page.wait_for_function("async () => !(await navigator.serviceWorker.getRegistration())")
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


def kept_paths(page: Page) -> list[str]:
    return [urlsplit(url).path for url in kept_addresses(page)]


# What offline.js and the offer do, until it is clear how it went: "activated" or "redundant".
_REGISTER = """async () => {
    const registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
    const isFirst = !registration.active;
    if (!isFirst) await registration.update();
    const worker = registration.installing ?? registration.waiting;
    await new Promise((end) => {
        const see = () => {
            if (worker.state === "installed" && !isFirst) worker.postMessage({ type: "SKIP_WAITING" });
            if (["activated", "redundant"].includes(worker.state)) end();
        };
        worker.addEventListener("statechange", see);
        see();
    });
    return worker.state;
}"""


def blank(page: Page, site: Site) -> Page:
    """A page of the site without a script, for what is between the worker and the host alone."""
    page.goto(f"{site.url}icon.svg")
    return page


def served(page: Page, address: str = "./") -> str:
    """The text that the worker answers with."""
    return page.evaluate("address => fetch(address).then((answer) => answer.text())", address)


def not_served(page: Page, paths: list[str]) -> list[str]:
    """Those of the paths that nobody answers for, or with an error."""
    return page.evaluate(
        """async (paths) => {
            const missing = [];
            for (const path of paths)
                if (!(await fetch(path).then(({ ok }) => ok, () => false))) missing.push(path);
            return missing;
        }""",
        paths,
    )


# ---------- Without the host ----------


@pytest.mark.only_browser("chromium")  # Only its tools stop a worker. For Firefox, a letter is written in tests/hosts.
def test_after_one_visit_letters_are_written_without_the_host_although_the_worker_was_stopped(
    dist, serve, keeping_page, clipboard_text, download
):
    """All of Python is there before it is asked for: a rare case may call for the second half while Python starts, and
    Chromium sends no synchronous request to the worker.
    """
    site = serve(dist, under="/letters/")
    first = without_python(keeping_page)
    keep(first, site.url)
    expect(first.locator("#offline-status")).to_have_text("Works offline now.")
    assert first.evaluate("Boolean(navigator.serviceWorker.controller)")  # this page as well, not only the next one
    tools = first.context.new_cdp_session(first)
    tools.send("ServiceWorker.enable")
    tools.send("ServiceWorker.stopAllWorkers")
    site.stop()
    page = first.context.new_page()
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
    visit(page, site.url + "index.html?source=poster&utm_source=x#write")
    assert page.evaluate("globalThis.loaded") == "at once"
    pages.wait_kept(page)
    whole = (dist / "index.html").read_text("utf-8")
    for address in ("./", "index.html", "index", "?source=poster&utm_source=x"):
        assert served(page, address) == whole, address
    writer.write(page)
    text = writer.text_of(page)
    assert "Dear Representative Simon:" in text
    writer.press(page, "Copy letter")
    assert clipboard_text(page).replace("\r\n", "\n") == text
    assert download(page, lambda: writer.press(page, "Download")).content.decode() == text


def test_being_kept_moves_nothing_and_without_the_host_links_say_that_they_need_the_network(dist, serve, keeping_page):
    site = serve(dist)
    page = without_python(keeping_page)
    held = threading.Event()
    site.faults["*.wasm"] = lambda _: held.wait(60) and False
    page.goto(site.url)
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    wait_until_asked(page, site, "*.wasm")
    height = "document.documentElement.scrollHeight"
    before = page.evaluate(height)
    held.set()
    pages.wait_kept(page)
    assert page.evaluate(height) == before
    link = page.locator('#spread a[target="_blank"]').first
    after = "element => getComputedStyle(element, '::after').content"
    assert link.evaluate(after) == "none"
    site.stop()
    page.reload()
    expect(page.locator("#offline-status")).to_contain_text("You are offline")
    assert link.evaluate(after) == '" (needs the network)"'
    mail = page.locator('#spread a[href^="mailto:"]')
    assert mail.evaluate(after) == "none"


def test_a_page_in_a_frame_is_not_saved_for_offline_use(dist, serve, keeping_page):
    site = serve(dist)
    page = without_python(keeping_page)
    page.goto(f"{site.url}embed-example.html")
    page.locator("iframe").first.scroll_into_view_if_needed()
    frame = page.frame_locator("iframe").first
    frame.locator("html[data-python=failed]").wait_for(state="attached", timeout=WITHIN)
    page.wait_for_timeout(500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


@pytest.mark.only_browser("chromium")  # Firefox does not install pages.
def test_the_page_can_be_installed(waiting_page):
    devtools = waiting_page.context.new_cdp_session(waiting_page)
    # The one reason that is left is the test's own: an empty profile is a private one.
    errors = [error["errorId"] for error in devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert set(errors) <= {"in-incognito"}
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []


# ---------- While it is being kept ----------


@pytest.mark.in_both_browsers
def test_a_reload_in_the_middle_of_keeping_loses_nothing_and_goes_on(dist, serve, keeping_page):
    site = serve(dist)
    page = without_python(keeping_page)
    held = threading.Event()
    # For a file of its own, the page itself would wait.
    site.faults["*/icon-512.png"] = lambda _: held.wait(60) and False
    page.goto(site.url)
    wait_until_asked(page, site, "*/icon-512.png")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    expect(page.locator("html")).not_to_have_attribute("data-offline", "ready")
    held.set()
    pages.wait_kept(page)
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


FAULTS = {
    "another page": ("*.wasm", _not_found_page),
    "broken off": ("*.wasm", _broken_off),
    "cut off": ("*.wasm", _cut_off),
    "500": ("*/python.zip.gzip", _failure),
    "another build's file": ("*/interpreter.js", _another_builds),
    "another front page": ("/", _not_found_page),
}


@pytest.mark.claim("Files that do not match the service worker's list are not saved on the device")
@pytest.mark.in_both_browsers
def test_a_file_that_is_not_as_it_was_built_is_refused_and_the_page_is_kept_at_a_later_visit(dist, serve, keeping_page):
    site = serve(dist)
    page = blank(keeping_page, site)
    for name, (pattern, fault) in FAULTS.items():
        site.faults[pattern] = fault
        site.asked_by_worker.clear()
        assert page.evaluate(_REGISTER) == "redundant", name
        assert not [path for path in kept_paths(page) if fnmatchcase(path, pattern)], name
        assert [path for path in site.asked_by_worker if fnmatchcase(path, pattern)], name
        site.faults.clear()
        # The next fault finds nothing but what the browser keeps by itself.
        page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    assert page.evaluate(_REGISTER) == "activated"
    site.stop()
    assert not_served(page, kept_paths(page)) == []


@pytest.mark.only_browser("chromium")  # Firefox has no quota that a test can set while it runs.
def test_where_there_is_no_room_the_page_works_and_is_kept_when_there_is(dist, serve, keeping_page):
    site = serve(dist)
    page = keeping_page
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": site.origin, "quotaSize": 3_000_000})
    visit(page, site.url)
    keeps_nothing(page, site)
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": site.origin})
    without_python(page).reload()
    pages.wait_kept(page)


@pytest.mark.only_browser("firefox")  # Above is the same for Chromium. Firefox takes its limit when it starts.
def test_where_firefox_has_no_room_the_page_is_not_kept(
    browser_type, browser_type_launch_args, browser_context_args, dist, serve
):
    preferences = browser_type_launch_args["firefox_user_prefs"] | {
        "dom.quotaManager.temporaryStorage.fixedLimit": 4000
    }
    site = serve(dist)
    firefox = browser_type.launch(**browser_type_launch_args | {"firefox_user_prefs": preferences})
    page = without_python(firefox.new_context(**browser_context_args).new_page())
    page.goto(site.url)
    keeps_nothing(page, site)
    firefox.close()


def test_where_the_worker_is_refused_the_page_says_nothing_of_it(page, site, watch):
    page.add_init_script(
        "if (navigator.serviceWorker) navigator.serviceWorker.register ="
        " () => Promise.reject(new DOMException('refused', 'SecurityError'))"
    )
    with page.expect_console_message(lambda message: "does not keep the page for use offline" in message.text):
        without_python(page).goto(site.url)
    expect(page.locator("#offline-status")).to_have_text("")
    assert [problem for problem in watch.problems if "no WebAssembly" not in problem] == []


def test_where_there_are_no_workers_at_all_the_page_works(page, site, watch):
    page.goto(site.insecure_origin)
    pages.wait_ready(page)
    assert page.evaluate("'serviceWorker' in navigator") is False
    writer.write(page)
    assert watch.problems == []


# ---------- A new version ----------


@pytest.fixture
def two_builds(dist, serve, tmp_path):
    """A site whose operator can put another build in its place: `site, publish_new = two_builds`."""
    place = tmp_path / "place"
    publish(files_of(dist), place)
    return serve(place), lambda: publish(newer(dist), place)


def files_of(build: Path) -> dict[str, bytes]:
    return {path.relative_to(build).as_posix(): path.read_bytes() for path in build.rglob("*") if path.is_file()}


def newer(build: Path) -> dict[str, bytes]:
    """The build with another name in its title, and with all that follows from it: another `app-…/` and worker."""
    old, new = next(build.glob("app-*")).name, "app-0a0a0a0a0a"
    files = {
        name.replace(old, new): content.replace(old.encode(), new.encode()) for name, content in files_of(build).items()
    }
    files["index.html"] = files["index.html"].replace(b"Night Trains", b"A Newer Campaign")
    return files | {"sw.js": service_worker(find_project(), files)}


def publish(files: dict[str, bytes], place: Path) -> None:
    """Puts a build in another one's place, dated a minute later.

    Python's server calls a file unchanged that is of the same second as the browser's.
    """
    index = place / "index.html"
    later = (index.stat().st_mtime if index.exists() else time.time()) + 60
    replace_folder(files, place)
    for path in place.rglob("*"):
        os.utime(path, (later, later))


def look_for_new_version(page: Page) -> None:
    """What a browser does by itself some time after a visit: two seconds in Chromium, or half a minute."""
    page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")


def offer(page: Page):
    return page.get_by_role("button", name="New version: reload")


@pytest.mark.in_both_browsers
def test_a_new_version_is_offered_in_each_tab_and_the_old_one_goes_on_until_it_is_taken(two_builds, keeping_page):
    site, publish_new = two_builds
    page = without_python(keeping_page)
    keep(page, site.url)
    old = kept_addresses(page)
    other = without_python(page.context.new_page())
    keep(other, site.url)
    other.evaluate("performance.now = () => 90_000")  # Workbox: what is found so late, another tab has looked for.
    publish_new()
    site.asked_by_worker.clear()
    page.bring_to_front()  # In the background, a browser draws once a second, and a click waits for that.
    look_for_new_version(page)
    expect(offer(page)).to_be_visible(timeout=WITHIN)
    page.reload()
    expect(page).to_have_title(re.compile("Night Trains"))
    offer(page).click()
    expect(page).to_have_title(re.compile("A Newer Campaign"))
    expect(offer(page)).to_be_hidden()
    pages.wait_kept(page)

    # The large runtime is the same: not fetched again. What only the old version had is gone.
    assert site.asked_by_worker
    assert not [path for path in site.asked_by_worker if "/runtime-" in path]
    new = kept_addresses(page)
    assert len(new) == len(old)
    assert {url for url in old if "/runtime-" in url} <= set(new)
    assert not {url for url in old if "/app-" in url} & set(new)

    # Another tab goes on as it is, until the new version is taken there too.
    expect(other).to_have_title(re.compile("Night Trains"))
    site.stop()
    offer(other).click()
    expect(other).to_have_title(re.compile("A Newer Campaign"))


# In Firefox, test_next_visit.py has the form after a reload; edits and confirmations are looked for in Chromium alone.
def test_taking_a_new_version_loses_nothing(two_builds, keeping_page):
    site, publish_new = two_builds
    before = without_python(keeping_page)
    keep(before, site.url)
    publish_new()
    look_for_new_version(before)
    expect(offer(before)).to_be_visible(timeout=WITHIN)

    site.asked.clear()
    page = before.context.new_page()
    visit(page, site.url)
    before.close()  # not earlier: the new version takes over where no page is open
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


def test_a_new_version_that_cannot_be_kept_leaves_the_old_one_working_offline(two_builds, keeping_page):
    site, publish_new = two_builds
    page = blank(keeping_page, site)
    assert page.evaluate(_REGISTER) == "activated"
    old = kept_paths(page)
    publish_new()
    site.faults["*/python.zip.gzip"] = _failure
    assert page.evaluate(_REGISTER) == "redundant"
    site.stop()
    assert "Night Trains" in served(page)
    assert not_served(page, old) == []


def test_a_host_that_goes_back_to_the_version_before_is_followed(two_builds, dist, keeping_page):
    site, publish_new = two_builds
    page = blank(keeping_page, site)
    for publish_it, name in (
        (lambda: None, "Night Trains"),
        (publish_new, "A Newer Campaign"),
        (lambda: publish(files_of(dist), site.folder), "Night Trains"),
    ):
        publish_it()
        assert page.evaluate(_REGISTER) == "activated"
        assert name in served(page)


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
    page.wait_for_load_state("networkidle")
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
