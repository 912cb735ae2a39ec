"""What tests do with a page that Playwright has no word for."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

# Python starts in a second or two; two browsers at once on a busy machine take longer.
PYTHON_STARTS_WITHIN = 60_000  # milliseconds

# Scripts for `page.add_init_script`: a connection, which Chromium alone has, as every browser can be given it.
CONNECTION = "Object.defineProperty(Navigator.prototype, 'connection', { value: %s })"
SAVES_DATA = CONNECTION % "{ saveData: true }"
# And a browser that cannot start Python, for what needs none.
WITHOUT_PYTHON = "delete globalThis.WebAssembly;"


def wait_ready(page: Page) -> None:
    """Returns when the page's Python is ready. AssertionError where the page says that it could not start."""
    page.locator('html:not([data-python="loading"])').wait_for(state="attached", timeout=PYTHON_STARTS_WITHIN)
    state = page.locator("html").get_attribute("data-python")
    assert state == "ready", f'<html data-python="{state}">: Python did not start'


def wait_for_lookup(page: Page) -> None:
    """Goes to the form, and returns when the list of ZIP codes that the page then loads is there."""
    page.locator("#zip").scroll_into_view_if_needed()
    page.locator("[data-day]:not(:empty)").wait_for(state="attached", timeout=PYTHON_STARTS_WITHIN)


def wait_kept(page: Page) -> None:
    """Returns when the service worker keeps the page for use offline."""
    expect(page.locator("html")).to_have_attribute("data-offline", "ready", timeout=PYTHON_STARTS_WITHIN)


def wait_until(page: Page, is_so: Callable[[], object], otherwise: str) -> None:
    """Returns when it is so, for what Playwright cannot wait for. The test fails with the sentence after 10 seconds."""
    for _ in range(100):
        if is_so():
            return
        page.wait_for_timeout(100)
    pytest.fail(otherwise)


def retype(box: Locator, text: str) -> None:
    """Types the text in place of what the box holds.

    `Locator.fill` does the same, but over BiDi (Firefox) it adds to the end of an `<input type="email">`: nothing of
    such a box can be selected by script. Keys can.
    """
    box.press("ControlOrMeta+A")
    box.press("Delete")
    box.fill(text)


def clipboard_text(page: Page) -> str:
    """What a person would get who pastes now, in another tab. It needs no permission, in either browser."""
    tab = page.context.new_page()
    tab.set_content("<textarea aria-label='Paste here'></textarea>")
    tab.locator("textarea").press("ControlOrMeta+V")
    text = tab.locator("textarea").input_value()
    tab.close()
    page.bring_to_front()
    return text


@dataclass(frozen=True)
class Downloaded:
    """A file as the visitor gets it: its name in their download folder, and its bytes."""

    name: str
    content: bytes


def download(page: Page, folder: Path | None, click: Callable[[], None]) -> Downloaded:
    """The file that `click` brings. AssertionError after 10 seconds without one.

    `folder` is None where Playwright announces downloads. Over BiDi it does not announce those of `blob:` addresses
    (Firefox 153 gives them no id); but the browser puts the file into its folder, under its own name.
    """
    if folder is None:
        with page.expect_download(timeout=10_000) as waiting:
            click()
        file = waiting.value
        return Downloaded(file.suggested_filename, file.path().read_bytes())
    before = set(folder.iterdir())
    click()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        new = set(folder.iterdir()) - before
        # Firefox makes an empty file of that name and writes beside it, into NAME.part.
        if len(new) == 1 and (path := new.pop()).suffix != ".part" and path.stat().st_size:
            content = path.read_bytes()
            path.unlink()  # so that the next one of this name is not called NAME(1)
            return Downloaded(path.name, content)
        page.wait_for_timeout(50)
    raise AssertionError(f"Nothing was downloaded within 10 seconds; the folder has {sorted(folder.iterdir())}")
