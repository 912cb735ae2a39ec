"""The page's Python without a browser: `pyscript` and `pyodide` are stood in for by a small fake document."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.unit.page import fake_document


def _as_it_is(value: Any, *_args: Any, **_options: Any) -> Any:
    return value


def _install() -> None:
    """Put the modules that only a browser has into place, before the page's own are imported."""
    pyscript = ModuleType("pyscript")
    pyscript.document = fake_document.document  # type: ignore[attr-defined]
    pyscript.window = fake_document.window  # type: ignore[attr-defined]
    pyodide, ffi = ModuleType("pyodide"), ModuleType("pyodide.ffi")
    ffi.JsException = fake_document.JsException  # type: ignore[attr-defined]
    ffi.create_proxy = ffi.create_once_callable = ffi.to_js = _as_it_is  # type: ignore[attr-defined]
    pyodide.ffi = ffi  # type: ignore[attr-defined]
    sys.modules |= {"pyscript": pyscript, "pyodide": pyodide, "pyodide.ffi": ffi}


_install()


@pytest.fixture(autouse=True)
def document() -> fake_document.Document:
    """An empty document, new for each test. `document.load(html)` gives it what the test is about."""
    fake_document.reset()
    return fake_document.document


@pytest.fixture
def window(document: fake_document.Document) -> fake_document.Window:
    """The window of the document: its storage, address, timers, requests and console."""
    return fake_document.window


@pytest.fixture
def finish() -> Iterator[Callable[..., Any]]:
    """`finish()` runs what the page has started and waits for; `finish(coroutine)` also returns its result."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)

    def run(work: Coroutine[Any, Any, Any] | None = None) -> Any:
        result = loop.run_until_complete(work) if work else None
        while tasks := asyncio.all_tasks(loop):
            loop.run_until_complete(asyncio.wait(tasks))
        return result

    yield run
    asyncio.set_event_loop(None)
    loop.close()
