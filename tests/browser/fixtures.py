"""Fixtures of the browser tests, on top of pytest-playwright's `browser`, `context`, `new_context` and `page`.

Every context is watched: a test fails at its end when a page reported an error or a policy violation, or asked another
origin for something. `@pytest.mark.expects("text")` says that a problem with that text belongs to the test.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, expect

from tests.browser import browsers, building, imports, pages, serving, watching, writer
from tests.browser.browsers import FoundBrowser
from tests.browser.mail import MailProgram
from tests.browser.pages import Downloaded
from tests.browser.serving import Endpoint, Site
from tests.browser.sharing import SharedProfile
from tests.browser.watching import Watch

# Two browsers share a small machine with whatever else runs there: a slow answer is no wrong answer.
expect.set_options(timeout=15_000)

#: What the visitors' clocks show, whenever the tests run: no term has ended, and the bill has not lapsed.
NOW = "2026-06-15T12:00:00Z"


@pytest.fixture(scope="session")
def found_browser(playwright: Playwright, browser_name: str) -> FoundBrowser:
    """The browser that the test runs in."""
    found = browsers.find(browser_name, playwright)
    if not found:
        pytest.fail(f"No {browser_name} on this machine. `make test` installs one.", pytrace=False)
    return found


@pytest.fixture(scope="session")
def download_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def printed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Firefox prints to, as PDF. Chromium without a window prints nowhere."""
    return tmp_path_factory.mktemp("printed") / "printed.pdf"


@pytest.fixture(scope="session")
def _installed_mail(tmp_path_factory: pytest.TempPathFactory) -> tuple[MailProgram, dict[str, str]]:
    program = MailProgram(tmp_path_factory.mktemp("mail"))
    return program, program.install()


@pytest.fixture
def mail_program(_installed_mail: tuple[MailProgram, dict[str, str]]) -> MailProgram:
    """What a `mailto:` link opens: `mail_program.opened(page)` is the address that it got."""
    program, _environment = _installed_mail
    program.forget()
    return program


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
    found_browser: FoundBrowser,
    download_folder: Path,
    printed_file: Path,
    _installed_mail: tuple[MailProgram, dict[str, str]],
) -> dict[str, Any]:
    _program, environment = _installed_mail
    args = found_browser.launch_args(download_folder, printed_file)
    args["args"] = args.get("args", []) + browsers.SHARED_PROCESS[found_browser.name]
    return browser_type_launch_args | args | {"env": environment}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], found_browser: FoundBrowser) -> dict[str, Any]:
    return browser_context_args | found_browser.context_args()


@pytest.fixture(scope="session")
def base_url(site: Site) -> str:
    """Where `page.goto("./")` goes."""
    return site.url


@pytest.fixture(scope="session")
def dist() -> Path:
    """The built page of the default campaign."""
    return building.default_dist()


@pytest.fixture(scope="session")
def site(dist: Path) -> Iterator[Site]:
    """The default campaign's page, served; `page.goto("./")` opens it. One for all tests: do not stop this one."""
    with serving.serve(dist) as site:
        yield site


@pytest.fixture
def serve(watch: Watch) -> Iterator[Callable[..., Site]]:
    """`serve(folder)`, `serve(dist, under="/letters/")`: a server of the test's own, which it may stop."""
    with ExitStack() as servers:

        def start(folder: Path, under: str = "/") -> Site:
            started = servers.enter_context(serving.serve(folder, under))
            watch.home |= {started.origin, started.insecure_origin}
            return started

        yield start


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], Path]], Path]:
    """`build_once("benches", build)`: what `build(folder)` returns, built by the first worker that asks for it."""
    own = tmp_path_factory.getbasetemp()
    of_all_workers = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return lambda name, build: building.once(of_all_workers / "builds", name, build)


@pytest.fixture
def build_variant(
    build_once: Callable[[str, Callable[[Path], Path]], Path], serve: Callable[..., Site]
) -> Callable[..., Site]:
    """`build_variant(join={"endpoint": …}, resistbot=None)`: the campaign with these changes, built and served."""

    def build(**changes: Any) -> Site:
        name = json.dumps(changes, sort_keys=True, default=str)
        return serve(build_once(name, lambda folder: building.variant_dist(folder, changes)))

    return build


@pytest.fixture(scope="session")
def _endpoint() -> Iterator[Endpoint]:
    """One address for all tests: it is part of the builds that they share."""
    with serving.endpoint() as answers:
        yield answers


@pytest.fixture
def endpoint(_endpoint: Endpoint, watch: Watch) -> Endpoint:
    """A form's endpoint on another origin. The page may ask it."""
    _endpoint.forget()
    watch.home.add(_endpoint.url.rstrip("/"))
    return _endpoint


@pytest.fixture
def watch(request: pytest.FixtureRequest, site: Site) -> Iterator[Watch]:
    """What the test's pages report and ask for; checked when the test has ended."""
    watch = Watch(home={site.origin, site.insecure_origin})
    for marker in request.node.iter_markers("expects"):
        watch.expect(*marker.args)
    for marker in request.node.iter_markers("leaves_origin"):
        watch.allowed_hosts |= set(marker.args)
    yield watch
    watch.check()


@pytest.fixture(autouse=True)
def _note_imports(request: pytest.FixtureRequest) -> Iterator[None]:
    """For `make imports`: collects what the pages' Python has imported by the end of the test."""
    file = os.environ.get(imports.VARIABLE)
    watch: Watch | None = request.getfixturevalue("watch") if file and "new_context" in request.fixturenames else None
    if watch:
        request.getfixturevalue("new_context")  # so that its contexts are still open afterwards
    yield
    if file and watch:
        names = {name for context in watch.contexts for page in context.pages for name in imports.imported(page)}
        with Path(file).open("a", encoding="utf-8") as collected:
            collected.write("".join(f"{name}\n" for name in sorted(names)))


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], watch: Watch, serve: Callable[..., Site]
) -> Callable[..., BrowserContext]:
    # `serve` is here for the order: its servers stop after the pages are closed, which would report it.
    def watched(**options: Any) -> BrowserContext:
        # Only tests of the worker let it work (`keeping_page`): in all others it would fetch the page once more.
        if os.environ.get(imports.VARIABLE):
            options["bypass_csp"] = True
        context = new_context(**{"service_workers": "block"} | options)
        context.clock.set_fixed_time(NOW)
        watch.attach(context)
        return context

    return watched


@pytest.fixture(scope="session")
def shared_profile(
    browser: Browser, browser_context_args: dict[str, Any], site: Site
) -> Iterator[Callable[[str], SharedProfile]]:
    """`shared_profile("block")`: the profile that tests share, or a new one where the last has been closed.

    "block" keeps the service worker off, "allow" lets it work.
    """
    profiles: dict[str, SharedProfile] = {}

    def get(service_workers: str) -> SharedProfile:
        if service_workers not in profiles or profiles[service_workers].is_closed:
            options = browser_context_args | {"service_workers": service_workers}
            profiles[service_workers] = SharedProfile(browser, site, options, NOW, watching.report_violations)
        return profiles[service_workers]

    yield get
    for profile in profiles.values():
        profile.close()


@pytest.fixture
def _empty_page(
    request: pytest.FixtureRequest,
    browser_name: str,
    new_context: Callable[..., BrowserContext],
    watch: Watch,
    shared_profile: Callable[[str], SharedProfile],
) -> Iterator[Callable[[str], Page]]:
    """`_empty_page("block")`: a page in an empty profile. In Chromium it is one that tests share.

    That spares half of a visit's work. `@pytest.mark.own_context` is for tests that change what cannot be changed back:
    a clock that is stopped, a script for every page, a process that crashes.
    """
    used: list[SharedProfile] = []

    def open_page(service_workers: str) -> Page:
        if browser_name != "chromium" or _needs_its_own(request):
            return new_context(service_workers=service_workers).new_page()
        profile = shared_profile(service_workers)
        used.append(profile)
        watch.listen(profile.context)
        return profile.context.new_page()

    yield open_page
    call = getattr(request.node, "rep_call", None)  # pytest-playwright puts it there
    for profile in used:
        try:
            profile.empty(watch.home)
        except Exception:
            profile.close()
            raise
        finally:
            watch.leave(profile.context)
        if call is None or call.failed:
            profile.close()  # Nobody knows in which state the test left it.


def _needs_its_own(request: pytest.FixtureRequest) -> bool:
    option = request.config.getoption
    recorded = option("--tracing") != "off" or option("--video") != "off" or option("--screenshot") != "off"
    markers = map(request.node.get_closest_marker, ("own_context", "leaves_origin", "browser_context_args"))
    return recorded or bool(os.environ.get(imports.VARIABLE)) or any(markers)


@pytest.fixture
def page(_empty_page: Callable[[str], Page]) -> Page:
    """A page in an empty profile."""
    return _empty_page("block")


@pytest.fixture
def ready_page(page: Page) -> Page:
    """The default campaign's page in a new profile, with its Python ready."""
    page.goto("./")
    pages.wait_ready(page)
    return page


@pytest.fixture
def lookup_page(ready_page: Page) -> Page:
    """The same with the list of ZIP codes loaded, as it is once the visitor has reached the form."""
    pages.wait_for_lookup(ready_page)
    return ready_page


@pytest.fixture
def waiting_page(page: Page) -> Page:
    """The page as a visit that saves data finds it: Python is not fetched until the form is used.

    For tests of what needs no Python: starting it is most of what a test costs.
    """
    page.add_init_script(pages.SAVES_DATA)
    page.goto("./")
    return page


@pytest.fixture
def held(page: Page) -> Callable[[], None]:
    """Opens the page and holds Python's archive back; calling it lets the archive through."""
    waiting: list[Route] = []
    page.route("**/python.zip.gzip*", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright asks for a function of Python's own
    page.goto("./", wait_until="domcontentloaded")

    def let_through() -> None:
        for route in waiting:
            route.continue_()
        page.unroute("**/python.zip.gzip*")

    return let_through


@pytest.fixture
def with_endpoint(build_variant: Callable[..., Site], endpoint: Endpoint, page: Page) -> Page:
    """The page of a campaign that names a service for copies by email, with its letters written."""
    site = build_variant(email_copy={"endpoint": endpoint.url + "copy", "provider": "Example Forms"})
    page.goto(site.url)
    pages.wait_ready(page)
    writer.write(page)
    return page


@pytest.fixture
def keeping_page(_empty_page: Callable[[str], Page]) -> Page:
    """An empty profile's page in which the worker may keep the page on the device."""
    return _empty_page("allow")


@pytest.fixture
def clipboard_text() -> Callable[[Page], str]:
    return pages.clipboard_text


@pytest.fixture
def download(found_browser: FoundBrowser, download_folder: Path) -> Callable[[Page, Callable[[], None]], Downloaded]:
    """`download(page, button.click)`: the file that the click brings, with its `name` and `content`."""
    folder = download_folder if found_browser.over_bidi else None
    return lambda page, click: pages.download(page, folder, click)
