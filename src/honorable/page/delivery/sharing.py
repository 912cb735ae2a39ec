"""Sharing: the page's own address, and the device's share sheet for the page and for a letter."""

from collections.abc import Awaitable
from typing import Any
from urllib.parse import quote

from pyodide.ffi import JsException, to_js

from honorable.letters.language import _
from honorable.page.document import Element
from honorable.page.dom import all_of, article_of, document, element, find, set_text, spawn, window
from honorable.page.state import Visit
from honorable.page.url import address

__all__ = ["can_share_letter", "share", "share_letter", "show"]


def show(site: str) -> None:
    """Fill in the page's address if the build did not know it, and show the share buttons if the device has a sheet."""
    here = address(site)
    if here != site:
        element("page-address").value = here
        for link in all_of("a[data-share]"):
            link.href = link.dataset.share.replace("{url}", quote(here, safe=""))
    for button in all_of('[data-action="share"], [data-action="share-letter"]'):
        button.hidden = not hasattr(window.navigator, "share")


def share(visit: Visit, _button: Element) -> None:
    """Open the device's share sheet for the page, and say what is known of the result beside its link."""
    data = _data(title=document.title, text=visit.config.share_text, url=address(visit.config.site))
    refused = _("This browser does not let the page share. Copy the link instead.")
    spawn(_wait(window.navigator.share(data), find("#spread .address [data-copy-status]"), refused))


def share_letter(visit: Visit, button: Element) -> None:
    """Open the device's share sheet for a letter, and say what is known of the result.

    Browsers open it only while the visitor's click is handled.
    """
    letter = article_of(button)
    sheet = window.navigator.share(_letter(visit, letter.dataset.letter))
    refused = _("This browser does not let the page share. Copy the letter instead.")
    spawn(_wait(sheet, find("[data-letter-status]", letter), refused))


def can_share_letter(visit: Visit, slot: str) -> bool:
    """Return whether the device has a share sheet that takes this letter."""
    navigator = window.navigator
    return hasattr(navigator, "canShare") and bool(navigator.canShare(_letter(visit, slot)))


async def _wait(sheet: Awaitable[object], status: Element, refused: str) -> None:
    try:
        await sheet
        message = _("Handed to the app that you chose. Whether it was sent, only that app knows.")
    except JsException as error:
        # Web Share, section 2.1.2: AbortError if the visitor closed the sheet, or has no app to share with.
        message = _("Nothing was shared.") if error.name == "AbortError" else refused
    set_text(status, message)


def _letter(visit: Visit, slot: str) -> Any:
    return _data(title=visit.letters[slot].subject, text=visit.text(slot))


def _data(**texts: str) -> Any:
    return window.Object.fromEntries(to_js(texts.items()))
