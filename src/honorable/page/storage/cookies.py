"""The page's two cookies, under its own path: the saved details and the record."""

from collections.abc import Callable
from typing import TypeVar

from pyodide.ffi import JsException

from honorable.page.dom import document, warn, window

__all__ = ["DETAILS", "RECORD", "clear", "load", "save"]

DETAILS = "honorable"
RECORD = "honorable-record"

_YEAR = 365 * 24 * 60 * 60
# A browser takes the first on a page of its own and in a frame of the same site, so both have the same details. In a
# frame on another site it refuses the first, and may take the second: a cookie for this host's frames alone (CHIPS).
_SCOPES = ("SameSite=Lax", "SameSite=None; Secure; Partitioned")

T = TypeVar("T")


def load(name: str, parse: Callable[[str], T]) -> T | None:
    """Return what `parse` makes of the cookie's value; None if there is no such cookie or it cannot be understood.

    `parse` raises ValueError for a cookie of another page, of a newer version, or made by hand. Such a cookie is
    ignored, with a line in the console. Of several with the name, the browser gives the one of the nearest path first
    (RFC 6265 section 5.4).
    """
    for pair in _pairs():
        key, _, value = pair.partition("=")
        if key == name:
            try:
                return parse(value)
            except ValueError as error:
                warn(f"Honorable ignores the cookie {name!r}: {error}")
    return None


def save(name: str, value: str) -> bool:
    """Save a value for a year. Return False if the browser refuses, as some do inside another site's page.

    Safari and Brave delete such a cookie after seven days without a visit, and do not say so.
    """
    for scope in _SCOPES:
        _write(f"{name}={value}; Max-Age={_YEAR}", scope)
        if f"{name}={value}" in _pairs():
            return True
    return False


def clear(name: str) -> None:
    """Delete the cookie."""
    for scope in _SCOPES:
        _write(f"{name}=; Max-Age=0", scope)


def _pairs() -> list[str]:
    try:
        return document.cookie.split("; ")
    except JsException:
        return []  # A sandboxed frame refuses even the question.


def _write(cookie: str, scope: str) -> None:
    # A page in another language is in a folder of its own, and has the same cookies.
    root = document.documentElement.getAttribute("data-root") or "./"
    # Paths are compared as they are written (RFC 6265 section 5.1.4). Only a semicolon would end this one.
    folder = window.URL.new(root, window.location.href).pathname.replace(";", "%3B")
    secure = "; Secure" if window.location.protocol == "https:" and "Secure" not in scope else ""
    try:
        document.cookie = f"{cookie}; Path={folder}; {scope}{secure}"
    except JsException:
        pass  # As above. `save` sees that nothing is saved.
