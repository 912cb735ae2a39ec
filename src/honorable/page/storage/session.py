"""What a reload of the tab must not lose: `sessionStorage`, which ends with the tab."""

import json
from collections.abc import Mapping
from typing import Any

from pyodide.ffi import JsException

from honorable.page.dom import warn, window

__all__ = ["clear", "load", "save"]


def save(key: str, data: Mapping[str, Any], what: str) -> None:
    """Save data as JSON. If the browser refuses, log a warning: what was typed is still in the page."""
    try:
        window.sessionStorage.setItem(key, json.dumps(data))
    except (JsException, ValueError) as error:
        warn(f"Honorable cannot keep this tab's {what} for a reload: {error}")


def load(key: str, what: str) -> dict[str, Any]:
    """Return what was saved. If it is damaged, return nothing and log a warning."""
    try:
        text = window.sessionStorage.getItem(key)
        return dict(json.loads(text)) if isinstance(text, str) else {}
    except (JsException, ValueError, TypeError, RecursionError) as error:
        warn(f"Honorable ignores what this tab had kept of its {what}: {error}")
        return {}


def clear(key: str) -> None:
    """Delete what was saved."""
    try:
        window.sessionStorage.removeItem(key)
    except JsException:
        pass  # If the browser refuses storage, nothing was saved.
