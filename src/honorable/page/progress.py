"""The seven steps and the record: what is done, what was sent, and what to do next."""

from datetime import date

from pyscript import document

from honorable.letters.language import _, format_date
from honorable.letters.plain_text import one_line
from honorable.letters.record import Confirmation, Record, dump_record, fitting_record, load_record
from honorable.page.document import Element
from honorable.page.dom import all_of, article, article_of, emit, find, set_text
from honorable.page.state import Visit
from honorable.page.storage import cookies

__all__ = ["done", "note_sent", "on_copied", "on_ticked", "restore", "show"]


def restore(visit: Visit) -> None:
    """Restore the record from the last visit, and open the next step."""
    visit.record = cookies.load(cookies.RECORD, load_record) or Record()
    show(visit)
    for step in all_of("#steps > li"):
        if step.dataset.step in visit.record.done:
            _fold(step)
    if visit.record.done:
        _open_next(visit)


def show(visit: Visit) -> None:
    """Show which steps are done, and list what was sent."""
    for step in all_of("#steps > li"):
        is_done = step.dataset.step in visit.record.done
        step.toggleAttribute("data-done", is_done)
        find("input[data-done]", step).checked = is_done
        set_text(find("[data-step-state]", step), _("Done") if is_done else "")
    notes = [document.createElement("li") for _ in visit.record.confirmations]
    for item, note in zip(notes, visit.record.confirmations, strict=True):
        item.textContent = str(note)
    find("[data-record]").replaceChildren(*notes)


def done(visit: Visit, name: str, *, is_done: bool = True) -> None:
    """Mark a step as done or not done, and save it."""
    record = _latest(visit)
    if (name in record.done) != is_done:
        _save(visit, record.step(name, done=is_done))
        show(visit)


def on_ticked(visit: Visit, box: Element) -> None:
    """Take over that the writer marked a step: if it is done, close it and open the next one."""
    step = box.closest("[data-step]")
    done(visit, step.dataset.step, is_done=box.checked)
    if box.checked:
        _fold(step)
        following = _open_next(visit)
        find("summary", following or step).focus()


def on_copied(visit: Visit, button: Element) -> None:
    """Mark the subject's step as done, or offer what to do with the letter that was copied."""
    source = button.dataset.copy
    if source.endswith("-subject"):
        done(visit, "subject")
    elif (letter := article_of(button)) and source.endswith("-text"):
        to = visit.recipient(letter.dataset.letter).spoken
        _offer(letter, _("Open the contact page of {name}", name=to), visit.contact_page(letter.dataset.letter))


def note_sent(visit: Visit, letter: Element) -> None:
    """Note that a letter was sent, with its confirmation, and offer what to do next."""
    slot = letter.dataset.letter
    to = visit.recipient(slot)
    day = find("[data-confirmation-date]", letter)
    try:
        sent = date.fromisoformat(day.value)
    except ValueError:
        sent = date.today()  # noqa: DTZ011 - the writer's own calendar
        day.value = sent.isoformat()
    number = one_line(find("[data-confirmation]", letter).value)
    record = _latest(visit).noted(Confirmation(slot, to.spoken, number, sent))
    is_saved = _save(visit, record.step("confirmation", done=True))
    show(visit)
    message = _("Noted in your record: sent on {day}.", day=format_date(sent))
    if not is_saved:
        message += " " + _("This browser does not save all of your record for your next visit: download it below.")
    set_text(find("[data-letter-status]", letter), message)
    _offer_after_sending(visit, letter)
    # The button is at the letter's end, and on a phone the sentence and the next thing to do are out of sight there.
    find(".main-button", letter).scrollIntoView(behavior="auto", block="nearest")
    emit("sent", letter)


def _latest(visit: Visit) -> Record:
    """Return the record with what another tab has added since, and with what is too much for the cookie."""
    saved = cookies.load(cookies.RECORD, load_record)
    return saved.with_unsaved(visit.record) if saved else visit.record


def _save(visit: Visit, record: Record) -> bool:
    """Save as much of the record as the cookie takes. Return whether that was all of it."""
    visit.record, fits = record, fitting_record(record)
    try:
        return cookies.save(cookies.RECORD, dump_record(fits)) and fits == record
    except ValueError:  # Somebody has made a cookie with more steps than there are.
        return False


def _offer_after_sending(visit: Visit, letter: Element) -> None:
    noted = {note.to for note in visit.record.confirmations}
    left = [to for to in visit.draft.written_to if to.spoken not in noted]
    if left:
        _offer(letter, _("Next: the letter to {name}", name=left[0].spoken), f"#{article(left[0].slot).id}")
    else:
        _offer(letter, _("All your letters are sent. Tell others"), "#spread")


def _offer(letter: Element, text: str, url: str) -> None:
    link = document.createElement("a")
    link.textContent, link.href = text, url
    if not url.startswith("#"):
        link.target, link.rel = "_blank", "noopener noreferrer"
    find("[data-next]", letter).replaceChildren(link)


def _fold(step: Element) -> None:
    find("details", step).open = False


def _open_next(visit: Visit) -> Element | None:
    for step in all_of("#steps > li"):
        if step.dataset.step not in visit.record.done:
            find("details", step).open = True
            return step
    return None
