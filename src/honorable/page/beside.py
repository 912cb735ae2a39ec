"""The fields beside the form: confirmations, and the mailing list. What is typed there outlives a reload of the tab."""

import json

from pyodide.ffi import JsException
from pyscript import window

from honorable.page.dom import all_of, warn

__all__ = ["forget", "restore", "save"]

_KEY = "honorable-beside"
_FIELDS = "[data-confirmation], [data-confirmation-date], #join-name, #join-email"


def save() -> None:
    """Keeps what stands in these fields. Where the browser refuses, it stays in them all the same."""
    texts = {field.id: field.value for field in all_of(_FIELDS) if field.value}
    try:
        window.sessionStorage.setItem(_KEY, json.dumps(texts))
    except (JsException, ValueError) as error:
        warn(f"Honorable cannot keep this tab's confirmations for a reload: {error}")


def restore() -> None:
    """Puts it back. What stands in a field already was typed since, and stays."""
    try:
        text = window.sessionStorage.getItem(_KEY)
        texts = json.loads(text) if isinstance(text, str) else {}
        for field in all_of(_FIELDS):
            if not field.value and isinstance(kept := texts.get(field.id), str):
                field.value = kept
    except (JsException, ValueError, AttributeError) as error:
        warn(f"Honorable ignores the confirmations that this tab had kept: {error}")


def forget() -> None:
    """Empties the fields, and deletes what was kept."""
    for field in all_of(_FIELDS):
        field.value = ""
    try:
        window.sessionStorage.removeItem(_KEY)
    except JsException:
        pass  # Where the browser refuses storage, nothing was kept.
