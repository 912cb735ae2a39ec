"""Show how much of a letter is the campaign's text: beside the story, and in a letter that was edited by hand."""

from honorable.letters.originality import share_in_words, template_share
from honorable.page.document import Element
from honorable.page.dom import all_of, article, find, set_text
from honorable.page.state import Visit

__all__ = ["show", "show_edited"]


def show(visit: Visit) -> None:
    """Show the campaign's share of the form's letters beside the story, and of each edited letter in it."""
    first = next(iter(visit.draft.addressable))
    _show_share(find("#letter-form [data-own-words]"), template_share(visit.letters[first.slot]))
    for slot in visit.edits:
        show_edited(visit, slot)


def show_edited(visit: Visit, slot: str) -> None:
    """Show the campaign's share of a letter that was edited by hand."""
    share = template_share(visit.letters[slot], visit.text(slot))
    for place in all_of("[data-own-words]", article(slot)):
        _show_share(place, share)


def _show_share(place: Element, share: float) -> None:
    set_text(find("[data-own-words-text]", place), share_in_words(share))
    find("meter", place).value = share
