"""One browser profile for many tests.

Starting Python costs half as much in a profile that has started it before and still has it open: the browser keeps the
files and the compiled WebAssembly. Each test gets a page of its own and no cookies from the test before it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page

from tests.browser import pages
from tests.browser.watching import Watch


@dataclass
class SharedProfile:
    """A browser context that tests use one after another.

    `new` returns a context, and `url` is the page that stays open in it, so that compiled WebAssembly is kept.
    """

    new: Callable[[], BrowserContext]
    url: str
    watch: Watch | None = None
    _context: BrowserContext | None = field(default=None, repr=False)
    _stays_open: list[Page] = field(default_factory=list, repr=False)

    def begin(self, watch: Watch) -> BrowserContext:
        """Return the context without cookies or pages of another test. What its pages report goes to `watch`."""
        if self._context is None or _is_changed(self._context):
            self.close()
            self._context = self._open()
        for page in self._context.pages:
            if page not in self._stays_open:
                page.close()
        self._context.clear_cookies()
        watch.allow_hosts(self._context)
        self.watch = watch
        watch.contexts.append(self._context)
        return self._context

    def end(self) -> None:
        """Close the test's pages. From now on nothing is reported to its watch."""
        if self._context:
            for page in self._context.pages:
                if page not in self._stays_open:
                    page.close()
            self._context.unroute_all(behavior="ignoreErrors")
        self.watch = None

    def keep_open(self, page: Page) -> None:
        """Do not close this page between tests; `close_page` closes it."""
        self._stays_open.append(page)

    def close_page(self, page: Page) -> None:
        """Close a page that `keep_open` kept."""
        self._stays_open.remove(page)
        page.close()

    def close(self) -> None:
        """Close the context with all of its pages."""
        if self._context:
            self._context.close()
            self._context = None
            self._stays_open.clear()

    def _open(self) -> BrowserContext:
        context = self.new()
        Watch.listen(context, lambda: self.watch)
        page = context.new_page()
        page.goto(self.url)
        pages.wait_ready(page)
        self.keep_open(page)
        return context


def _is_changed(context: BrowserContext) -> bool:
    """Return True if a test has set the clock. Playwright sets it for the whole context, and cannot put it back."""
    page = context.new_page()
    changed = not page.evaluate("Date.now.toString().includes('[native code]')")
    page.close()
    return bool(changed)
