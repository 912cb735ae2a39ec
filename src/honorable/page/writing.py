"""Writing: the letters follow the form at once, and Write my letters checks it, remembers it and shows them."""

from pyscript import document

from honorable.letters import draft_errors, person_errors, render
from honorable.letters.language import _
from honorable.page import form
from honorable.page import letter_view as paper
from honorable.page import originality as own_words
from honorable.page import progress as steps
from honorable.page.delivery import office as offices
from honorable.page.dom import article, element, emit, find, say
from honorable.page.state import Visit
from honorable.page.storage import saved_details as remembering
from honorable.page.storage import tab_state as tab
from honorable.page.storage.tab_state import TabState

__all__ = ["refresh", "restore", "settle", "write"]


def restore(visit: Visit, before: TabState) -> None:
    """Puts back what stood in the form before a reload of the tab."""
    form.fill(before.typed)
    visit.written = before.written


def refresh(visit: Visit) -> None:
    """Reads the form, renders the letters, and shows what changed."""
    legislature = visit.kit.campaign.legislature
    visit.typed = form.with_last_names(form.texts(), legislature, visit.known)
    visit.draft = form.draft(visit.typed, legislature, visit.known)
    old = visit.letters
    visit.letters = {x.slot: x for x in render(visit.draft, visit.kit.campaign, visit.kit.templates)}
    for slot, letter in visit.letters.items():
        if slot not in visit.edits and letter != old.get(slot):
            paper.show(article(slot), letter, old.get(slot))
    if visit.is_new("state", visit.draft.person.state):
        form.show_state(visit.draft.person.state)
    _show_recipients(visit)
    _show_filled(visit)


def settle(visit: Visit) -> None:
    """What follows the letters and need not keep up with the keys: what hangs on their text, and what is kept of it."""
    paper.fade()
    _check_again(visit)
    own_words.show(visit)
    offices.show_open(visit)
    tab.save(visit.tab)


def write(visit: Visit) -> None:
    """Writes the letters: nothing more than checking, remembering and showing, for they stand there already."""
    refresh(visit)
    problems = _problems(visit)
    form.show_errors(problems)
    if problems:
        said = (
            _("One thing is still to mend. Each field says what. Nothing is lost.")
            if len(problems) == 1
            else _("{count} things are still to mend. Each field says what. Nothing is lost.", count=len(problems))
        )
        say(element("form-status"), said)
        return
    visit.written = True
    _show_recipients(visit)
    letters = len(visit.draft.written_to)
    ready = _("Your letter is written.") if letters == 1 else _("Your {count} letters are written.", count=letters)
    say(element("form-status"), f"{ready} {remembering.keep(visit)}")
    if visit.found:  # The page has found the officials: there is nothing to look for elsewhere.
        steps.done(visit, "find")
        steps.done(visit, "officials")
    steps.done(visit, "letter")
    settle(visit)
    first = find("[data-letter]:not([hidden]) [data-letter-heading]", element("letters"))
    first.scrollIntoView(behavior="auto", block="start")
    first.focus(preventScroll=True)
    emit("written")


def _problems(visit: Visit) -> dict[str, str]:
    return person_errors(visit.draft.person, visit.kit.campaign.legislature) | draft_errors(visit.draft)


def _check_again(visit: Visit) -> None:
    """Takes a sentence away as soon as its field is mended.

    New ones come only with Write my letters, but for the story's: from its limit on, the letters no longer follow.
    """
    problems = _problems(visit)
    still = {name: sentence for name, sentence in problems.items() if name == "story" or form.has_error(name)}
    form.show_errors(still, focus=False)


def _show_recipients(visit: Visit) -> None:
    # All sheets stand there with their blanks until the letters are written; then those without a name are left out.
    left_in = visit.draft.written_to if visit.written else visit.draft.addressable
    if not visit.is_new("recipients", (visit.draft.recipients, left_in, visit.written)):
        return
    for to in visit.draft.recipients:
        sheet, jump = article(to.slot), find(f'[data-tab="{to.slot}"]')
        sheet.hidden = jump.hidden = to not in left_in
        say(find("[data-letter-heading]", sheet), _("Letter to {who}", who=to.spoken))
        place = to.legislature.place(to.slot)
        say(jump, _(place.tab) if to.spoken == _(place.unnamed) else to.spoken)
    document.documentElement.dataset.letters = "written" if visit.written else "draft"
    offices.show(visit)


def _show_filled(visit: Visit) -> None:
    person = visit.draft.person
    wanted = [person.first, person.last, person.street, person.city, person.zip, person.email]
    wanted += [person.state] if visit.kit.campaign.legislature.regions else []
    wanted += [to.full_name for to in visit.draft.addressable]
    filled = sum(map(bool, wanted))
    if not visit.is_new("filled", (filled, len(wanted))):
        return
    bar = element("letter-bar")
    progress = find("[data-filled]", bar)
    progress.max = len(wanted)
    progress.value = filled
    say(find("[data-filled-text]", bar), _("{filled} of {count} filled in", filled=filled, count=len(wanted)))
