"""Count what is done on the page, never by whom, if the campaign names an endpoint."""

import json

from pyodide.ffi import JsException
from pyscript import window

from honorable.page.dom import listen, spawn

__all__ = ["start"]


def start(endpoint: str) -> None:
    """Count this visit, the first letters written and the first letter copied, unless the visitor objects."""
    if _objects():
        return
    counted: set[str] = set()

    def count(event: str) -> None:
        if event not in counted:
            counted.add(event)
            spawn(_post(endpoint, event))

    count("opened")
    listen("honorable:written", lambda _: count("written"), window)
    listen("honorable:copied", lambda event: count("copied") if _is_letter(event.target) else None, window)


async def _post(endpoint: str, event: str) -> None:
    body = json.dumps({"honorable": 1, "event": event})
    try:
        # Without cookies, without the page's address, and as plain text, which needs no preflight request (Fetch
        # standard, CORS protocol).
        await window.fetch(
            endpoint,
            method="POST",
            mode="no-cors",
            credentials="omit",
            referrerPolicy="no-referrer",
            keepalive=True,
            body=body,
        )
    except JsException:
        pass  # Offline, or nobody answers: then it is not counted.


def _objects() -> bool:
    """Return whether the browser objects: Global Privacy Control, or Do Not Track (W3C, Tracking Preference)."""
    navigator = window.navigator
    return getattr(navigator, "globalPrivacyControl", False) is True or getattr(navigator, "doNotTrack", "") == "1"


def _is_letter(button: object) -> bool:
    return bool(button.dataset.copy.endswith("-text"))  # type: ignore[attr-defined]
