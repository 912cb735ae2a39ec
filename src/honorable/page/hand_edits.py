"""Editing a letter by hand: from then on the form leaves it alone, until the writer goes back."""

from typing import Any

from honorable.letters.language import _
from honorable.page import letter_view as paper
from honorable.page.dom import article, find, say
from honorable.page.state import Visit
from honorable.page.storage import tab_state as tab
from honorable.page.storage.tab_state import TabState

__all__ = ["edit", "restore", "revert", "typed"]


def restore(visit: Visit, before: TabState) -> None:
    """Puts back the edits from before a reload of the tab."""
    visit.edits = {slot: text for slot, text in before.edits.items() if slot in visit.letters}
    for slot, text in visit.edits.items():
        _show(article(slot), text, edited=True)


def edit(visit: Visit, sheet: Any) -> None:
    """Opens the letter's text for editing, or, when it is open, closes it."""
    area, text = find("[data-letter-edit]", sheet), find("[data-letter-text]", sheet)
    opening = area.hidden
    if opening:
        area.value = visit.text(sheet.dataset.letter)
    area.hidden, text.hidden = not opening, opening
    say(find('[data-action="edit"] [data-label]', sheet), _("Done editing") if opening else _("Edit by hand"))
    (area if opening else text).focus()


def typed(visit: Visit, sheet: Any, text: str) -> None:
    """Takes over what is being typed into the letter."""
    visit.edits[sheet.dataset.letter] = text
    _show(sheet, text, edited=True)


def revert(visit: Visit, sheet: Any) -> None:
    """Goes back to the letter that the form writes."""
    slot = sheet.dataset.letter
    visit.edits.pop(slot, None)
    if find("[data-letter-text]", sheet).hidden:
        edit(visit, sheet)
    _show(sheet, "", edited=False)
    paper.show(sheet, visit.letters[slot], None)
    say(find("[data-letter-status]", sheet), _("This is the form's letter again."))
    find("[data-letter-text]", sheet).focus()
    tab.save(visit.tab)


def _show(sheet: Any, text: str, *, edited: bool) -> None:
    find("[data-edited]", sheet).hidden = not edited
    if edited:
        paper.show_plain(sheet, text)
