"""Letters edited by hand: the form leaves them alone, and a version that is not shown can be brought back."""

from honorable.letters.hand_edit import HandEdit
from honorable.letters.language import _
from honorable.page import letter_view
from honorable.page.document import Element
from honorable.page.dom import article, find, set_text
from honorable.page.state import Visit
from honorable.page.storage import tab_state
from honorable.page.storage.tab_state import TabState

__all__ = ["bring_back", "clear", "edit", "follow", "restore", "revert", "show", "typed"]


def restore(visit: Visit, before: TabState) -> None:
    """Put back the edits from before a reload of the tab."""
    visit.edits = {slot: edited for slot, edited in before.edits.items() if slot in visit.letters}
    visit.set_aside = {slot: edits for slot, edits in before.set_aside.items() if slot in visit.letters}
    for slot in visit.edits.keys() | visit.set_aside.keys():
        show(visit, slot)


def edit(visit: Visit, letter: Element) -> None:
    """Open the letter's text for editing, or close it if it is open."""
    area, text = find("[data-letter-edit]", letter), find("[data-letter-text]", letter)
    opening = area.hidden
    area.value = visit.text(letter.dataset.letter) if opening else ""
    area.hidden, text.hidden = not opening, opening
    set_text(find('[data-action="edit"] [data-label]', letter), _("Done editing") if opening else _("Edit by hand"))
    (area if opening else text).focus()


def typed(visit: Visit, letter: Element, text: str) -> None:
    """Take over what is being typed into the letter."""
    slot = letter.dataset.letter
    _set_aside_if_hidden(visit, slot)
    visit.edits[slot] = HandEdit.of(text, visit.letters[slot], visit.recipient(slot))
    show(visit, slot)


def revert(visit: Visit, letter: Element) -> None:
    """Start over from the letter that the form writes, and set the edited one aside."""
    slot = letter.dataset.letter
    visit.set_aside[slot] = (*visit.set_aside.get(slot, ()), visit.edits.pop(slot))
    show(visit, slot)
    _finish(visit, letter, _("This is the form's letter again."))


def bring_back(visit: Visit, letter: Element) -> None:
    """Show the edited letter that was set aside last. If the one that is shown was edited, too, set it aside."""
    slot = letter.dataset.letter
    _set_aside_if_hidden(visit, slot)
    *others, returning = visit.set_aside[slot]
    visit.set_aside[slot] = (*([visit.edits[slot]] if slot in visit.edits else ()), *others)
    if not visit.set_aside[slot]:
        del visit.set_aside[slot]
    to, rendered = visit.recipient(slot), visit.letters[slot]
    text, agrees = returning.readdressed(to, rendered)
    visit.edits[slot] = returning if agrees else HandEdit.of(text, rendered, to)
    show(visit, slot)
    message = _("This is your edited letter again.")
    if not agrees:
        message += " " + _("It was to {name}. Check its address and greeting.", name=returning.spoken)
    _finish(visit, letter, message)


def clear(visit: Visit) -> None:
    """Delete all edits, close the editors, and show the form's letters."""
    visit.edits, visit.set_aside = {}, {}
    for slot in visit.letters:
        show(visit, slot)
        _close(visit, article(slot))


def show(visit: Visit, slot: str) -> None:
    """Show the letter as it would be sent, and what became of its edits."""
    letter, text = article(slot), visit.text(slot)
    edited, hidden = _shown(visit, slot), _hidden(visit, slot)
    if edited:
        letter_view.show_plain(letter, visit.letters[slot], text)
    else:
        letter_view.show(letter, visit.letters[slot], None)
    _show_in_editor(letter, text)
    now = visit.recipient(slot)
    is_readdressed = edited and not edited.is_to(now)
    find("[data-edited]", letter).hidden = not edited
    set_text(find("[data-edited-to]", letter), _readdressed(edited, now.spoken) if edited and is_readdressed else "")
    find("[data-set-aside]", letter).hidden = not hidden
    set_text(find("[data-set-aside-text]", letter), _set_aside(hidden, now.spoken) if hidden else "")


def follow(visit: Visit) -> None:
    """Show what the form writes now in an editor that is open, and in which nothing has been typed yet."""
    for slot in visit.letters.keys() - visit.edits.keys():
        _show_in_editor(article(slot), visit.text(slot))


def _show_in_editor(letter: Element, text: str) -> None:
    area = find("[data-letter-edit]", letter)
    if not area.hidden and area.value != text:
        area.value = text


def _readdressed(edited: HandEdit, name: str) -> str:
    return _(
        "It was to {before}. Now it is to {now}, with their address and greeting. Check the rest.",
        before=edited.spoken,
        now=name,
    )


def _set_aside(edited: HandEdit, name: str) -> str:
    if edited.spoken == name:
        return _("Your edited letter is set aside. Nothing in it is lost.")
    return _(
        "You edited the letter to {before} by hand. This one is to {now}, so it starts over from the form. "
        "Your edited letter is set aside. Nothing in it is lost.",
        before=edited.spoken,
        now=name,
    )


def _shown(visit: Visit, slot: str) -> HandEdit | None:
    """Return the edit that is shown in place of the form's letter."""
    edited = visit.edits.get(slot)
    agrees = edited and edited.readdressed(visit.recipient(slot), visit.letters[slot])[1]
    return edited if agrees else None


def _hidden(visit: Visit, slot: str) -> HandEdit | None:
    """Return the edit that `bring_back` would show."""
    if slot in visit.edits and not _shown(visit, slot):
        return visit.edits[slot]
    return next(reversed(visit.set_aside.get(slot, ())), None)


def _set_aside_if_hidden(visit: Visit, slot: str) -> None:
    if slot in visit.edits and not _shown(visit, slot):
        visit.set_aside[slot] = (*visit.set_aside.get(slot, ()), visit.edits.pop(slot))


def _finish(visit: Visit, letter: Element, message: str) -> None:
    _close(visit, letter)
    set_text(find("[data-letter-status]", letter), message)
    find("[data-letter-text]", letter).focus()
    tab_state.save(visit.tab)


def _close(visit: Visit, letter: Element) -> None:
    if find("[data-letter-text]", letter).hidden:
        edit(visit, letter)
