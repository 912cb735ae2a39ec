"""The officials who are written to, as cards below the ZIP code."""

from honorable.letters import Recipient
from honorable.letters.congress import lookup_form
from honorable.page.document import Element
from honorable.page.dom import element, find
from honorable.page.state import Visit

__all__ = ["show"]


def show(visit: Visit) -> None:
    """Show a card for each official with a name: their name, title, party and place."""
    if not element("officials"):  # A page without the lookup has the names' fields in view.
        return
    if not visit.has_changed("officials", (visit.draft.written_to, visit.lookup.result)):
        return
    cards = [_card(to, lookup_form.description(visit.lookup, to)) for to in visit.draft.written_to]
    element("officials").replaceChildren(*cards)


def _card(to: Recipient, description: str) -> Element:
    card = element("official").content.firstElementChild.cloneNode(True)
    card.dataset.official = to.slot
    find("[data-name]", card).textContent = to.full_name
    find("[data-office]", card).textContent = description
    return card
