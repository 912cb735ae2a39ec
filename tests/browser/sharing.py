"""One profile of Chromium's for many tests. Their pages share a process, which keeps the compiled code of Python.

Compiling is half of what a visit costs, and a process lasts as long as a page of its site is open. So one page stays
open, the keeper: it holds Python's compiled modules, and runs nothing. `--process-per-site` puts all others beside it.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, NoReturn

from playwright.sync_api import Browser, BrowserContext

from tests.browser.serving import Site

# What is set for all pages at once and stays. A test that needs it has a context of its own.
_ONCE = (
    "add_init_script",
    "expose_binding",
    "expose_function",
    "grant_permissions",
    "route",
    "route_from_har",
    "route_web_socket",
    "set_default_navigation_timeout",
    "set_default_timeout",
    "set_extra_http_headers",
    "set_geolocation",
    "set_offline",
)
_ONCE_FOR_THE_CLOCK = ("fast_forward", "install", "pause_at", "resume", "run_for", "set_system_time")

_COMPILE = """async (addresses) => {
    globalThis.compiled = await Promise.all(addresses.map((url) => WebAssembly.compileStreaming(fetch(url))));
}"""
_WHAT_A_PAGE_FINDS = """async () => ({
    "cookies": document.cookie,
    "localStorage": Object.keys(localStorage).join(),
    "databases": (await indexedDB.databases()).map(({ name }) => name).join(),
    "caches": (await caches.keys()).join(),
    "workers": (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).join(),
})"""


class SharedProfile:
    """A context that is emptied after each test, and the page that stays open in it.

    `prepare` is called with the new context, before the context refuses what cannot be undone. Its clock shows `now`
    at the start of each test.
    """

    def __init__(
        self, browser: Browser, site: Site, options: dict[str, Any], now: str, prepare: Callable[[BrowserContext], None]
    ) -> None:
        self._now = now
        self.context = browser.new_context(**options)
        self.context.clock.set_fixed_time(now)
        prepare(self.context)
        for name in _ONCE:
            setattr(self.context, name, _refuse(f"context.{name}"))
        for name in _ONCE_FOR_THE_CLOCK:
            setattr(self.context.clock, name, _refuse(f"clock.{name}"))
        self._keeper = self.context.new_page()
        self._keeper.goto(f"{site.url}icon.svg")  # of the site, and without a script
        self._keeper.evaluate(_COMPILE, [f"{site.url}{file}" for file in _modules(site.folder)])
        self._tools = self.context.new_cdp_session(self._keeper)

    def empty(self, origins: Collection[str]) -> None:
        """Closes the test's pages and deletes what they kept under these origins. AssertionError where some is left."""
        for page in self.context.pages:
            if page != self._keeper:
                page.close()
        left = self._emptied(origins)
        if left:
            left = self._emptied(origins)  # A service worker may have been storing files until it was removed.
        assert left == {}, "The test left something behind for the next one."
        if self._keeper.evaluate("now => Date.now() !== Date.parse(now)", self._now):
            self.context.clock.set_fixed_time(self._now)

    def _emptied(self, origins: Collection[str]) -> dict[str, Any]:
        """Deletes what pages kept. What is left, by where it is."""
        for origin in origins:
            self._tools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self.context.clear_cookies()
        self._tools.send("Network.clearBrowserCache")  # Each test is a first visit.
        left = {name: text for name, text in self._keeper.evaluate(_WHAT_A_PAGE_FINDS).items() if text}
        if cookies := self.context.cookies():
            left["cookies of the context"] = cookies
        return left

    @property
    def is_closed(self) -> bool:
        return self._keeper.is_closed()

    def close(self) -> None:
        self.context.close()


def _refuse(name: str) -> Callable[..., NoReturn]:
    def refused(*_: object, **__: object) -> NoReturn:
        raise AssertionError(
            f"{name} changes every page of a context that other tests share. Mark the test: @pytest.mark.own_context"
        )

    return refused


def _modules(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.wasm"))
