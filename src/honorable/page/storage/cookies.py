"""The two cookies that the page keeps, under its own path."""

from typing import Any
from urllib.parse import quote

from pyodide.ffi import JsException
from pyscript import document, window

from honorable.page.dom import warn

__all__ = ["MEMORY", "RECORD", "forget", "keep", "kept"]

MEMORY = "honorable"
RECORD = "honorable-record"

_YEAR = 365 * 24 * 60 * 60
# A browser takes the first on a page of its own and in a frame of the same site, so that both share one memory. In a
# frame on another site it refuses the first, and may take the second: a cookie for this host's frames alone (CHIPS).
_SCOPES = ("SameSite=Lax", "SameSite=None; Secure; Partitioned")


def kept(name: str, load: Any) -> Any:
    """What `load` makes of the cookie's value, or None where there is no such cookie or it cannot be understood.

    A cookie that another page, an older or a newer version, or a hand has written is ignored, with a line in the
    console. Of several with the name, the browser gives the one of the nearest path first (RFC 6265 section 5.4).
    """
    for pair in _pairs():
        key, _, value = pair.partition("=")
        if key == name:
            try:
                return load(value)
            except ValueError as error:
                warn(f"Honorable ignores the cookie {name!r}: {error}")
    return None


def keep(name: str, value: str) -> bool:
    """Keeps a value for a year. False where the browser refuses, as some do inside another site's page."""
    for scope in _SCOPES:
        _write(f"{name}={value}; Max-Age={_YEAR}", scope)
        if f"{name}={value}" in _pairs():
            return True
    return False


def forget(name: str) -> None:
    """Deletes the cookie."""
    for scope in _SCOPES:
        _write(f"{name}=; Max-Age=0", scope)


def _pairs() -> list[str]:
    try:
        return document.cookie.split("; ")
    except JsException:
        return []  # A frame may be in a sandbox that refuses even the question.


def _write(cookie: str, scope: str) -> None:
    # A page in another language lies in a folder of its own, and has the same cookies.
    root = document.documentElement.getAttribute("data-root") or "./"
    folder = window.URL.new(root, window.location.href).pathname
    secure = "; Secure" if window.location.protocol == "https:" and "Secure" not in scope else ""
    try:
        document.cookie = f"{cookie}; Path={quote(folder, safe='/%~')}; {scope}{secure}"
    except JsException:
        pass  # As above. `keep` sees that nothing is kept.
