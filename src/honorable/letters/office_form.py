"""What an office's own web form asks for, in the usual order, ready to be copied field by field."""

from dataclasses import dataclass, replace

from honorable.letters.draft import Draft
from honorable.letters.language import N_
from honorable.letters.legislature import Legislature
from honorable.letters.letter import Letter
from honorable.letters.plain_text import ascii_only

__all__ = ["OFFICE_FIELDS", "OfficeField", "office_fields", "office_form"]


@dataclass(frozen=True, slots=True)
class OfficeField:
    """A field of offices' forms: its name in the page, its label, and the field of our form that it comes from."""

    name: str
    label: str
    source: str = ""


#: Before the topics, which are the campaign's. The order is that of most House and Senate forms; of 457 forms, 350 ask
#: for a prefix, 323 for a phone number, 396 for a topic, 282 for a subject and 255 for the last four digits of the ZIP.
OFFICE_FIELDS: tuple[OfficeField, ...] = (
    OfficeField("prefix", N_("Prefix"), "title"),
    OfficeField("first", N_("First name"), "first"),
    OfficeField("last", N_("Last name"), "last"),
    OfficeField("street", N_("Street"), "street"),
    OfficeField("city", N_("City"), "city"),
    OfficeField("state", N_("State"), "state"),
    OfficeField("zip", N_("ZIP code"), "zip"),
    OfficeField("zip4", N_("ZIP+4"), "zip"),
    OfficeField("email", N_("Email"), "email"),
    OfficeField("phone", N_("Phone"), "phone"),
)


def office_fields(legislature: Legislature) -> tuple[OfficeField, ...]:
    """The fields, called as they are there. Without a ZIP code's last digits or a list of regions, without those."""
    left_out = set() if legislature.postal_code.joint == "-" else {"zip4"}
    left_out |= set() if legislature.regions else {"state"}
    return tuple(
        replace(field, label=legislature.labels.get(field.name, field.label))
        for field in OFFICE_FIELDS
        if field.name not in left_out
    )


def office_form(draft: Draft, letter: Letter, text: str) -> dict[str, str]:
    """What goes into each field, by its name; empty where the form has nothing for it.

    `text` is the letter's text as it would be sent. "plain" is the same in plain characters.
    """
    person = draft.person
    legislature = draft.recipients[0].legislature
    state = legislature.region(person.state)
    try:
        five, _, four = legislature.postal_code.cleaned(person.zip).partition("-")
    except ValueError:
        five, four = person.zip, ""
    return {
        "prefix": person.title,
        "first": person.first,
        "last": person.last,
        "street": person.street,
        "city": person.city,
        "state": state.name if state else "",
        "zip": five,
        "zip4": four,
        "email": person.email,
        "phone": person.phone,
        "subject": letter.subject,
        "message": text,
        "plain": ascii_only(text),
    }
