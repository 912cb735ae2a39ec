"""What the page's address brings along: texts for the form, and where a visitor came from."""

from pyscript import window

from honorable.letters import Legislature
from honorable.letters.prefill import prefill, source_query
from honorable.page.dom import warn

__all__ = ["address", "prefilled"]


def prefilled(legislature: Legislature) -> dict[str, str]:
    """The texts that the address has for the form, by field name. From then on they are no longer in the address.

    Only the fragment is read, which no server is sent. Of a name that means nothing, the console is told.
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
    """The campaign's address, or else this page's, to share: with the source that is in it, and nothing else."""
    base = site or f"{window.location.origin}{window.location.pathname}"
    source = source_query(window.location.search)
    return f"{base}{'&' if '?' in base else '?'}{source}" if source else base
