"""Writing: the letters follow the form at once, and Write my letters checks it, remembers it and shows them."""

from pyscript import document

from honorable.letters import draft_problems, person_problems, render
from honorable.letters.language import _
from honorable.page import form, offices, own_words, paper, remembering, steps, tab
from honorable.page.dom import announce, article, element, find, say
from honorable.page.tab import Tab
from honorable.page.visit import Visit, name_of

__all__ = ["check_again", "refresh", "restore", "write"]


def restore(visit: Visit, before: Tab) -> None:
    """Puts back what stood in the form before a reload of the tab."""
    form.fill(before.typed)
    visit.written = before.written


def refresh(visit: Visit) -> None:
    """Reads the form, renders the letters, and shows what changed."""
    legislature = visit.kit.campaign.legislature
    form.guess_last_names(legislature, visit.known)
    visit.typed = form.texts()
    visit.draft = form.draft(visit.typed, legislature, visit.known)
    form.show_state(visit.draft.person.state)
    old = visit.letters
    visit.letters = {x.slot: x for x in render(visit.draft, visit.kit.campaign, visit.kit.templates)}
    for slot, letter in visit.letters.items():
        if slot not in visit.edits and letter != old.get(slot):
            paper.show(article(slot), letter, old.get(slot))
    _show_recipients(visit)
    _show_filled(visit)
    own_words.show(visit)
    offices.show(visit)


def write(visit: Visit) -> None:
    """Writes the letters: nothing more than checking, remembering and showing, for they stand there already."""
    refresh(visit)
    problems = person_problems(visit.draft.person, visit.kit.campaign.legislature) | draft_problems(visit.draft)
    form.show_problems(problems)
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
    tab.save(visit.tab)
    first = find("[data-letter]:not([hidden]) [data-letter-heading]", element("letters"))
    first.scrollIntoView(behavior="auto", block="start")
    first.focus(preventScroll=True)
    announce("written")


def check_again(visit: Visit) -> None:
    """Takes a sentence away as soon as its field is mended. New ones come only with Write my letters."""
    problems = person_problems(visit.draft.person, visit.kit.campaign.legislature) | draft_problems(visit.draft)
    still = {name: sentence for name, sentence in problems.items() if form.has_problem(name)}
    form.show_problems(still, focus=False)


def _show_recipients(visit: Visit) -> None:
    # All sheets stand there with their blanks until the letters are written; then those without a name are left out.
    left_in = visit.draft.written_to if visit.written else visit.draft.addressable
    for to in visit.draft.recipients:
        sheet, jump = article(to.slot), find(f'[data-tab="{to.slot}"]')
        sheet.hidden = jump.hidden = to not in left_in
        say(find("[data-letter-heading]", sheet), _("Letter to {who}", who=name_of(to)))
        place = to.legislature.place(to.slot)
        say(jump, _(place.tab) if name_of(to) == _(place.unnamed) else name_of(to))
    document.documentElement.dataset.letters = "written" if visit.written else "draft"


def _show_filled(visit: Visit) -> None:
    person = visit.draft.person
    wanted = [person.first, person.last, person.street, person.city, person.zip, person.email]
    wanted += [person.state] if visit.kit.campaign.legislature.regions else []
    wanted += [to.full_name for to in visit.draft.addressable]
    filled = sum(map(bool, wanted))
    bar = element("letter-bar")
    progress = find("[data-filled]", bar)
    progress.max = len(wanted)
    progress.value = filled
    say(find("[data-filled-text]", bar), _("{filled} of {count} filled in", filled=filled, count=len(wanted)))
