"""The writer's details, saved from visit to visit if they want."""

from dataclasses import asdict

from honorable.letters import Recipient
from honorable.letters.language import _, format_list
from honorable.letters.person import LABELS, Person
from honorable.letters.saved_details import OFFICIALS, SavedDetails, dump, fitting
from honorable.letters.saved_details import load as parse
from honorable.page import form, reasons
from honorable.page.dom import element, find, set_text
from honorable.page.state import Visit
from honorable.page.storage import cookies

__all__ = ["clear", "load", "save"]

# What shares a line where the page shows what is saved. Each other detail has a line of its own.
_NAME = ("title", "first", "last")
_PLACE = ("street", "street2", "city", "state", "zip")


def load(visit: Visit) -> tuple[Recipient, ...]:
    """Fill the form in from the last visit, greet the writer by name, and return the recipients of that visit."""
    legislature = visit.config.campaign.legislature
    saved = cookies.load(cookies.DETAILS, lambda value: parse(value, legislature))
    if saved is None:
        return ()
    form.fill(form.values(saved))
    if saved.reasons is not None and visit.reasons is None:
        reasons.pick(visit, saved.reasons)
    visit.written = True
    if name := saved.person.first or saved.person.last:
        set_text(element("welcome"), _("Welcome back, {name}", name=name))
    _show(_as_text(visit, saved))
    return saved.recipients


def save(visit: Visit) -> str:
    """Save the details if the box is checked, and delete them if it is not. Return a message."""
    if not visit.remember:
        cookies.clear(cookies.DETAILS)
        _show(_("Nothing."))
        return _("Your details are not saved.")
    picked = visit.reasons if visit.has_own_reasons else None
    details, left_out = fitting(SavedDetails(visit.draft.person, visit.draft.recipients, picked))
    if not cookies.save(cookies.DETAILS, dump(details)):
        _show(_("Nothing."))
        return _("This browser does not let the page save your details. Everything else works.")
    _show(_as_text(visit, details))
    message = _("Your details are saved on this device. Some browsers keep them for seven days only.")
    if left_out:
        labels = format_list([_label(visit, field) for field in left_out])
        message += " " + _("Too long to be saved: {fields}.", fields=labels)
    return message


def clear() -> None:
    """Delete the saved details, and greet nobody."""
    cookies.clear(cookies.DETAILS)
    set_text(element("welcome"), "")
    _show(_("Nothing."))


def _label(visit: Visit, field: str) -> str:
    legislature = visit.config.campaign.legislature
    labels = LABELS | dict(legislature.labels) | {f"{place.field}_name": place.label for place in legislature.places}
    return _("Your officials' contact details") if field == OFFICIALS else _(labels[field])


def _line(to: Recipient) -> str:
    return ", ".join(filter(None, (f"{to.full_name} ({to.spoken})", to.office, to.phone, to.contact_page)))


def _person_lines(person: Person) -> list[str]:
    values = asdict(person)
    where = ", ".join(filter(None, [values[name] for name in _PLACE]))
    return [person.full_name, where, *(value for name, value in values.items() if name not in (*_NAME, *_PLACE))]


def _as_text(visit: Visit, details: SavedDetails) -> str:
    to = [_line(to) for to in details.recipients if to.full_name]
    why = reasons.labels(visit, details.reasons) if details.reasons else ""
    return "\n".join(filter(None, (*_person_lines(details.person), *to, why)))


def _show(text: str) -> None:
    set_text(find("[data-kept]"), text)
