"""Writing: the letters follow the form at once. *Write my letters* checks the form, saves it and shows the letters."""

from dataclasses import replace

from honorable.letters import draft_errors, person_errors, render
from honorable.letters.congress import lookup_form
from honorable.letters.language import _, ngettext
from honorable.letters.reasons import PREFIX
from honorable.page import form, hand_edits, letter_view, lookup, official_cards, originality, progress, reasons
from honorable.page.delivery import office
from honorable.page.dom import article, document, element, emit, find, reveal, set_text
from honorable.page.state import Visit
from honorable.page.storage import saved_details, tab_state
from honorable.page.storage.tab_state import TabState

__all__ = ["catch_up", "on_list", "refresh", "restore", "write"]


def restore(visit: Visit, before: TabState) -> None:
    """Put back what was in the form before a reload of the tab."""
    form.fill(before.typed)
    if "reasons" in before.typed:
        reasons.pick(visit, before.typed["reasons"].split(","))
    visit.typed, visit.written = before.typed, before.written
    # A browser may have put the check box back by itself, or not.
    element("remember").checked = visit.remember = before.remember and element("remember").checked


def refresh(visit: Visit, *, zip_is_final: bool = False) -> None:
    """Read the form, look up its ZIP code, render the letters, and show what changed.

    `zip_is_final`: the visitor has left the ZIP code's field, so that an incomplete one is an error.
    """
    legislature = visit.config.campaign.legislature
    typed = form.texts()
    typed |= lookup.read(visit, typed, is_final=zip_is_final)
    officials = lookup_form.known_officials(visit.lookup, typed)
    guesses = form.last_names(typed, visit.guesses, legislature, officials)
    form.write(guesses)
    visit.guesses |= guesses
    visit.typed = {name: text for name, text in (typed | guesses).items() if text and not name.startswith(PREFIX)}
    visit.reasons = reasons.read(visit, typed)
    if visit.has_own_reasons:
        visit.typed["reasons"] = ",".join(visit.reasons or ())
    visit.draft = replace(form.draft(visit.typed, legislature, officials), reasons=visit.reasons)
    old = visit.letters
    visit.letters = {each.slot: each for each in render(visit.draft, visit.config.campaign, visit.config.templates)}
    for slot, letter in visit.letters.items():
        if slot in visit.edits or slot in visit.set_aside:
            hand_edits.show(visit, slot)
        elif letter != old.get(slot):
            letter_view.show(article(slot), letter, old.get(slot))
    if visit.has_changed("state", visit.draft.person.state):
        form.show_state(visit.draft.person.state)
    _show_recipients(visit)
    official_cards.show(visit)
    _show_progress(visit)


def catch_up(visit: Visit) -> None:
    """Do what need not keep up with the keys: check the errors shown, show what follows from the letters, and save."""
    letter_view.fade()
    _check_again(visit)
    originality.show(visit)
    hand_edits.follow(visit)
    office.show_open(visit)
    tab_state.save(visit.tab)


def write(visit: Visit) -> None:
    """Check the form, save the details and show the letters, which are rendered already.

    The form is read once more, because browsers and extensions fill fields in without an event. If its ZIP code cannot
    be looked up yet, the letters wait for the list.
    """
    refresh(visit, zip_is_final=True)
    lookup.load(visit, lambda: on_list(visit))
    visit.is_write_pending = lookup_form.is_pending(visit.lookup)
    if visit.is_write_pending:
        set_text(element("form-status"), _("Looking up your officials. Your letters are next."))
    else:
        _finish(visit)


def on_list(visit: Visit) -> None:
    """Follow the list of ZIP codes that has arrived, or has not; and write the letters that wait for it."""
    refresh(visit, zip_is_final=visit.is_write_pending)
    visit.catch_up_soon()
    if visit.is_write_pending:
        visit.is_write_pending = False
        _finish(visit)  # Not `write`, which would ask for a list that has failed again, and again.


def _finish(visit: Visit) -> None:
    errors = _errors(visit)
    form.show_errors(errors)
    if errors:
        problem = ngettext(
            "There is {count} problem in the form. Its field says what to do. Nothing is lost.",
            "There are {count} problems in the form. Each field says what to do. Nothing is lost.",
            len(errors),
        )
        set_text(element("form-status"), problem)
        return
    visit.written = True
    _show_recipients(visit)
    ready = ngettext("Your letter is written.", "Your {count} letters are written.", len(visit.draft.written_to))
    said = f"{ready} {saved_details.save(visit)}"
    if visit.lookup.result:  # The page has found the officials, so there is nothing to look for elsewhere.
        progress.done(visit, "find")
        progress.done(visit, "officials")
    progress.done(visit, "letter")
    catch_up(visit)
    first = find("[data-letter]:not([hidden]) [data-letter-heading]", element("letters"))
    reveal(first)
    first.scrollIntoView(behavior="auto", block="start")
    # Beside the form where there is room for both. On a phone the form gives way to the letters, and so above them.
    set_text(element("form-status"), said)
    set_text(element("letters-status"), said)
    element("letters-status").scrollIntoView(behavior="auto", block="start")
    first.focus(preventScroll=True)
    emit("written")


def _errors(visit: Visit) -> dict[str, str]:
    errors = person_errors(visit.draft.person, visit.config.campaign.legislature) | draft_errors(visit.draft)
    found = lookup_form.errors(visit.lookup)
    if found:  # One message is enough for one cause: without a known ZIP code there are no names either.
        errors.pop(f"{visit.config.campaign.legislature.places[0].field}_name", None)
    return errors | found


def _check_again(visit: Visit) -> None:
    """Take a message away as soon as its field is fixed.

    New messages only come with *Write my letters*. The story's is an exception: beyond its limit, no letter follows it.
    """
    errors = _errors(visit)
    left = {name: message for name, message in errors.items() if name == "story" or form.has_error(name)}
    if visit.lookup.zip_error:
        left["zip"] = visit.lookup.zip_error
    form.show_errors(left, focus=False)


def _show_recipients(visit: Visit) -> None:
    if not visit.has_changed("recipients", (visit.draft.recipients, visit.shown, visit.written)):
        return
    for to in visit.draft.recipients:
        letter, tab = article(to.slot), find(f'[data-tab="{to.slot}"]')
        letter.hidden = tab.hidden = to not in visit.shown
        set_text(find("[data-letter-heading]", letter), _("Letter to {who}", who=to.spoken))
        place = to.legislature.place(to.slot)
        set_text(tab, _(place.tab) if to.spoken == _(place.unnamed) else to.spoken)
    document.documentElement.dataset.letters = "written" if visit.written else "draft"
    office.show(visit)
    emit("recipients")


def _show_progress(visit: Visit) -> None:
    person = visit.draft.person
    wanted = [person.first or person.last, person.street, person.city, person.zip, person.email]
    wanted += [person.state] if visit.config.campaign.legislature.regions else []
    wanted += [to.full_name for to in visit.draft.addressable]
    filled = sum(map(bool, wanted))
    if not visit.has_changed("progress", (filled, len(wanted))):
        return
    bar = element("letter-bar")
    progress_bar = find("[data-filled]", bar)
    progress_bar.max = len(wanted)
    progress_bar.value = filled
    set_text(find("[data-filled-text]", bar), _("{filled} of {count} filled in", filled=filled, count=len(wanted)))
