"""Short names for the few things that the page asks of the document."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from pyodide.ffi import create_proxy
from pyscript import document, window

__all__ = [
    "all_of",
    "article",
    "article_of",
    "debounce",
    "element",
    "emit",
    "find",
    "listen",
    "run",
    "say",
    "warn",
]

_running: set[asyncio.Future[None]] = set()
_PAUSE = 200  # milliseconds


def element(id_: str) -> Any:
    """The element with this id. The page has it."""
    return document.getElementById(id_)


def find(selector: str, within: Any = document) -> Any:
    """The first element that fits."""
    return within.querySelector(selector)


def all_of(selector: str, within: Any = document) -> list[Any]:
    """All elements that fit."""
    return list(within.querySelectorAll(selector))


def article(slot: str) -> Any:
    """The article of the letter in this slot."""
    return find(f'[data-letter="{slot}"]')


def article_of(inside: Any) -> Any:
    """The letter's article that an element stands in."""
    return inside.closest("[data-letter]")


def listen(event: str, handler: Callable[[Any], object], target: Any = document, *, capture: bool = False) -> None:
    """Calls the handler with each such event, for as long as the page lives."""
    target.addEventListener(event, create_proxy(handler), capture)


def emit(what: str, where: Any = document) -> None:
    """Says that something has happened, as an event `honorable:…` without a word of what was typed.

    In a frame, frame.js passes it on to the host's page.
    """
    where.dispatchEvent(window.CustomEvent.new(f"honorable:{what}", bubbles=True))


def debounce(work: Callable[[], object]) -> Callable[[], None]:
    """What asks for this work: it is done once, when nobody has asked for a fifth of a second.

    So it never stands between a key and its letter. Where the page is left or hidden before, it is done at once.
    """
    timer: Any = None

    def do(_event: Any = None) -> None:
        nonlocal timer
        if timer is not None:
            window.clearTimeout(timer)
            timer = None
            work()

    done = create_proxy(do)

    def ask() -> None:
        nonlocal timer
        if timer is not None:
            window.clearTimeout(timer)
        timer = window.setTimeout(done, _PAUSE)

    listen("pagehide", do, window)
    listen("visibilitychange", do)  # The last that a telephone's browser tells before it ends the page.
    return ask


def run(work: Coroutine[Any, Any, None]) -> None:
    """Lets work that waits for the visitor or the network go on by itself."""
    task = asyncio.ensure_future(work)
    _running.add(task)  # The event loop alone would not keep it (asyncio documentation of create_task).
    task.add_done_callback(_running.discard)


def say(where: Any, text: str) -> None:
    """Puts a sentence in its place, unless it stands there already: a live region announces it once."""
    if where.textContent != text:
        where.textContent = text


def warn(text: str) -> None:
    """A line in the console, for whoever looks there."""
    window.console.warn(text)
