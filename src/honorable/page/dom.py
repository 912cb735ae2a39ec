"""Short names for the few things that the page does with the document."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import cache
from typing import Any, cast

import pyscript
from pyodide.ffi import create_proxy

from honorable.page.document import Document, Element, Event, EventTarget, Parent

__all__ = [
    "all_of",
    "article",
    "article_of",
    "debounce",
    "document",
    "element",
    "emit",
    "find",
    "listen",
    "reveal",
    "set_text",
    "spawn",
    "warn",
    "window",
]

document = cast("Document", pyscript.document)
window: Any = pyscript.window  # as wide as the Web platform: what comes from it is typed where it is used

_running: set[asyncio.Future[None]] = set()
_PAUSE = 200  # milliseconds


def element(id_: str) -> Element:
    """Return the element with this id; something falsy if the page has none."""
    return document.getElementById(id_)


def find(selector: str, within: Parent = document) -> Element:
    """Return the first element that matches; something falsy if none does."""
    return within.querySelector(selector)


def all_of(selector: str, within: Parent = document) -> list[Element]:
    """Return all elements that match, in the order of the page."""
    return list(within.querySelectorAll(selector))


def article(slot: str) -> Element:
    """Return the article of the letter in this slot."""
    return find(f'[data-letter="{slot}"]')


def article_of(inside: Element) -> Element:
    """Return the letter's article that an element is in; something falsy for an element outside the letters."""
    return inside.closest("[data-letter]")


def listen(
    event: str, handler: Callable[[Event], object], target: EventTarget = document, *, capture: bool = False
) -> None:
    """Call the handler with each such event for as long as the page is open."""
    target.addEventListener(event, create_proxy(handler), capture)


def emit(event: str, target: EventTarget = document) -> None:
    """Dispatch the event `honorable:…`, which never carries anything that was typed.

    In a frame, frame.js passes it on to the host page.
    """
    target.dispatchEvent(window.CustomEvent.new(f"honorable:{event}", bubbles=True))


def reveal(target: Element) -> None:
    """Bring into view what a phone may hide: the part of the letter that the element is in, and the details around it.

    web/stages.js does it, because it also has to before Python is there.
    """
    emit("reveal", target)


def debounce(work: Callable[[], object]) -> Callable[[], None]:
    """Return a function that runs `work` once, 200 ms after its last call.

    Work that is waiting runs at once if the visitor leaves or hides the page.
    """
    timer: Any = None

    def run_now(_event: object = None) -> None:
        nonlocal timer
        if timer is not None:
            window.clearTimeout(timer)
            timer = None
            work()

    when_due = create_proxy(run_now)

    def call() -> None:
        nonlocal timer
        if timer is not None:
            window.clearTimeout(timer)
        timer = window.setTimeout(when_due, _PAUSE)

    listen("pagehide", run_now, window)
    # Phones may end a hidden page without another event (Page Visibility Level 2, section 4).
    listen("visibilitychange", run_now)
    return call


def spawn(work: Coroutine[Any, Any, None]) -> None:
    """Start work that waits for the visitor or the network, and return at once."""
    task = asyncio.ensure_future(work)
    _running.add(task)  # The event loop only keeps weak references (asyncio documentation of create_task).
    task.add_done_callback(_running.discard)


def set_text(target: Element, text: str) -> None:
    """Set an element's text if it changed: a live region then announces it once."""
    if target.textContent != text:
        target.textContent = text


@cache
def warn(text: str) -> None:
    """Write a line to the browser's console, once: where storage is refused, each key would repeat it."""
    window.console.warn(text)
