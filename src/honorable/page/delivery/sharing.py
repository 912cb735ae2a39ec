"""Sharing: the page's own address, where the build did not know it, and the device's share sheet."""

from urllib.parse import quote

from pyodide.ffi import JsException, to_js
from pyscript import document, window

from honorable.page.dom import all_of, element, find, run
from honorable.page.state import Visit
from honorable.page.url import address

__all__ = ["share", "show"]


def show(site: str) -> None:
    """Fills the page's address in where the build did not know it, and shows the share sheet where there is one."""
    here = address(site)
    if here != site:
        element("page-address").value = here
        for link in all_of("a[data-share]"):
            link.href = link.dataset.share.replace("{url}", quote(here, safe=""))
    find('[data-action="share"]').hidden = not hasattr(window.navigator, "share")


def share(visit: Visit, _button: object) -> None:
    """Opens the device's share sheet."""
    run(_share(visit))


async def _share(visit: Visit) -> None:
    data = window.Object.fromEntries(
        to_js({"title": document.title, "text": visit.kit.share_text, "url": address(visit.kit.site)}.items())
    )
    try:
        await window.navigator.share(data)
    except JsException:
        pass  # The visitor closed the sheet again, or the device had nothing to share with.
