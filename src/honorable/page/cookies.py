"""The two cookies that the page keeps, under its own path."""

from typing import Any
from urllib.parse import quote

from pyscript import document, window

from honorable.page.dom import warn

__all__ = ["MEMORY", "RECORD", "forget", "keep", "kept"]

MEMORY = "honorable"
RECORD = "honorable-record"

_YEAR = 365 * 24 * 60 * 60


def kept(name: str, load: Any) -> Any:
    """What `load` makes of the cookie's value, or None where there is no such cookie or it cannot be understood.

    A cookie that another page, an older or a newer version, or a hand has written is ignored, with a line in the
    console. Of several with the name, the browser gives the one of the nearest path first (RFC 6265 section 5.4).
    """
    for pair in document.cookie.split("; "):
        key, _, value = pair.partition("=")
        if key == name:
            try:
                return load(value)
            except ValueError as error:
                warn(f"Honorable ignores the cookie {name!r}: {error}")
    return None


def keep(name: str, value: str) -> bool:
    """Keeps a value for a year. False where the browser refuses, as some do inside another site's page."""
    document.cookie = f"{name}={value}; Max-Age={_YEAR}; {_scope()}"
    return f"{name}={value}" in document.cookie.split("; ")


def forget(name: str) -> None:
    """Deletes the cookie."""
    document.cookie = f"{name}=; Max-Age=0; {_scope()}"


def _scope() -> str:
    folder = window.location.pathname.rpartition("/")[0] + "/"
    secure = "; Secure" if window.location.protocol == "https:" else ""
    return f"Path={quote(folder, safe='/%~')}; SameSite=Lax{secure}"
