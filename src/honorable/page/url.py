"""The page's address: what it fills in, and where a visitor came from."""

from pyscript import window

from honorable.letters import Legislature
from honorable.letters.prefill import prefill, source_query
from honorable.page.dom import warn

__all__ = ["address", "prefilled"]


def prefilled(legislature: Legislature) -> dict[str, str]:
    """Return the texts that the address has for the form, by field name, and remove them from the address.

    Only the fragment is read, which browsers never send to a server (RFC 9110 section 4.2.5). The console names what no
    link can fill in.
    """
    location = window.location
    found = prefill(location.hash.removeprefix("#"), legislature)
    for name in found.unknown:
        warn(f"Honorable knows no {name[:40]!r} that a link could fill in.")
    if found.typed or found.unknown:
        rest = f"#{found.rest}" if found.rest else ""
        window.history.replaceState(window.history.state, "", f"{location.pathname}{location.search}{rest}")
    return dict(found.typed)


def address(site: str) -> str:
    """Return the address to share: the campaign's or else this page's, with the source in it and nothing else."""
    base = site or f"{window.location.origin}{window.location.pathname}"
    source = source_query(window.location.search)
    return f"{base}{'&' if '?' in base else '?'}{source}" if source else base
