"""Remembering the writer from visit to visit, showing them what is kept, and forgetting it."""

from honorable.letters import Recipient
from honorable.letters.language import _
from honorable.letters.record import Record
from honorable.letters.saved_details import SavedDetails, dump, load
from honorable.page import form, hand_edits
from honorable.page import lookup as looking_up
from honorable.page import progress as steps
from honorable.page.dom import element, find, say
from honorable.page.state import Visit
from honorable.page.storage import cookies
from honorable.page.storage import side_fields as beside
from honorable.page.storage import tab_state as tab

__all__ = ["forget", "keep", "welcome"]


def welcome(visit: Visit) -> tuple[Recipient, ...]:
    """Fill the form in from the last visit, greet the writer by name, and return the recipients of that visit."""
    legislature = visit.kit.campaign.legislature
    memory = cookies.kept(cookies.MEMORY, lambda value: load(value, legislature))
    if memory is None:
        return ()
    form.fill(form.values(memory))
    visit.written = True
    say(element("welcome"), _("Welcome back, {name}", name=memory.person.first))
    _show_kept(memory)
    return memory.recipients


def keep(visit: Visit) -> str:
    """Remembers the writer, if they wish it, and forgets them if they do not. Says in a sentence which it was."""
    if not element("remember").checked:
        cookies.forget(cookies.MEMORY)
        _show_kept(None)
        return _("Your details are not remembered.")
    memory = SavedDetails(visit.draft.person, visit.draft.recipients)
    try:
        kept = cookies.keep(cookies.MEMORY, dump(memory))
    except ValueError:
        return _("Your details are too long for this browser to remember, so please keep this tab open.")
    _show_kept(memory if kept else None)
    if not kept:
        return _("This browser does not let the page remember your details. All else works.")
    return _("Your details are remembered on this device.")


def forget(visit: Visit) -> None:
    """Deletes every trace: both cookies, the tab's storage, the form, the edits, the record."""
    cookies.forget(cookies.MEMORY)
    cookies.forget(cookies.RECORD)
    hand_edits.clear(visit)
    form.clear()
    looking_up.clear(visit)
    visit.written, visit.record = False, Record()
    steps.show(visit)
    tab.clear()
    beside.forget()
    say(element("welcome"), "")
    _show_kept(None)
    say(element("form-status"), _("Your details are forgotten: nothing of them is left on this device."))


def _line(to: Recipient) -> str:
    return ", ".join(filter(None, (f"{to.full_name} ({to.spoken})", to.office, to.phone, to.contact_page)))


def _show_kept(memory: SavedDetails | None) -> None:
    if memory is None:
        text = _("Nothing.")
    else:
        person = memory.person
        where = ", ".join(filter(None, (person.street, person.city, person.state, person.zip)))
        to = [_line(to) for to in memory.recipients if to.full_name]
        text = "\n".join(filter(None, (person.full_name, where, person.email, person.phone, *to)))
    say(find("[data-kept]"), text)
