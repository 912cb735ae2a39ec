"""What a reload of the tab must not lose. It stands in `sessionStorage`, which ends with the tab."""

import json
from dataclasses import asdict, dataclass, field

from pyodide.ffi import JsException
from pyscript import window

from honorable.page.dom import warn

__all__ = ["Tab", "clear", "restored", "save"]

_KEY = "honorable"


@dataclass(frozen=True)
class Tab:
    """The form's texts by field name, the hand-edited letters by slot, and whether the letters were written.

    `looked_up` has the texts that the look-up put into the form, by field name: a new ZIP code may replace them.
    """

    typed: dict[str, str] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)
    written: bool = False
    looked_up: dict[str, str] = field(default_factory=dict)


def save(tab: Tab) -> None:
    """Keeps the tab's state, and of an empty one nothing.

    Where the browser refuses, what is typed stays in the form all the same.
    """
    if tab == Tab():
        clear()
        return
    try:
        window.sessionStorage.setItem(_KEY, json.dumps(asdict(tab)))
    except JsException as error:
        warn(f"Honorable cannot keep this tab's texts for a reload: {error}")


def restored() -> Tab:
    """The tab's state before a reload; an empty one where there is none or it is damaged."""
    try:
        text = window.sessionStorage.getItem(_KEY)
        data = json.loads(text) if isinstance(text, str) else {}
        return Tab(
            _texts(data.get("typed")),
            _texts(data.get("edits")),
            data.get("written") is True,
            _texts(data.get("looked_up")),
        )
    except (JsException, ValueError, AttributeError, RecursionError) as error:
        warn(f"Honorable ignores what this tab had kept: {error}")
        return Tab()


def clear() -> None:
    """Deletes it."""
    try:
        window.sessionStorage.removeItem(_KEY)
    except JsException:
        pass  # Where the browser refuses storage, nothing was kept.


def _texts(data: object) -> dict[str, str]:
    return {k: v for k, v in data.items() if isinstance(v, str)} if isinstance(data, dict) else {}
