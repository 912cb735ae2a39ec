"""What a reload of the tab must not lose: `sessionStorage`, which ends with the tab."""

import json
from collections.abc import Mapping
from typing import Any

from pyodide.ffi import JsException
from pyscript import window

from honorable.page.dom import warn

__all__ = ["forget", "keep", "kept"]


def keep(key: str, data: Mapping[str, Any], what: str) -> None:
    """Keeps what JSON can hold. Where the browser refuses, it stays in the page, and the console is told."""
    try:
        window.sessionStorage.setItem(key, json.dumps(data))
    except (JsException, ValueError) as error:
        warn(f"Honorable cannot keep this tab's {what} for a reload: {error}")


def kept(key: str, what: str) -> dict[str, Any]:
    """What was kept; nothing where there is nothing, or it is damaged, of which the console is told."""
    try:
        text = window.sessionStorage.getItem(key)
        return dict(json.loads(text)) if isinstance(text, str) else {}
    except (JsException, ValueError, TypeError, RecursionError) as error:
        warn(f"Honorable ignores what this tab had kept of its {what}: {error}")
        return {}


def forget(key: str) -> None:
    """Deletes it."""
    try:
        window.sessionStorage.removeItem(key)
    except JsException:
        pass  # Where the browser refuses storage, nothing was kept.
