"""The fields of an office's own web form, in the usual order, to copy one by one."""

from dataclasses import dataclass, replace

from honorable.letters.draft import Draft
from honorable.letters.language import N_
from honorable.letters.legislature import Legislature
from honorable.letters.letter import Letter
from honorable.letters.plain_text import ascii_only

__all__ = ["OFFICE_FIELDS", "OfficeField", "office_fields", "office_form"]


@dataclass(frozen=True, slots=True)
class OfficeField:
    """A field of an office's form: its name in the page, its label, and the field of our form that fills it."""

    name: str
    label: str
    source: str = ""


#: In the order of most House and Senate forms. Of 457 forms, 350 ask for a prefix, 323 for a phone number, 396 for a
#: topic, 282 for a subject and 255 for the last four digits of the ZIP code.
OFFICE_FIELDS: tuple[OfficeField, ...] = (
    OfficeField("prefix", N_("Prefix"), "title"),
    OfficeField("first", N_("First name"), "first"),
    OfficeField("last", N_("Last name"), "last"),
    OfficeField("street", N_("Street"), "street"),
    OfficeField("street2", N_("Address line 2"), "street2"),
    OfficeField("city", N_("City"), "city"),
    OfficeField("state", N_("State"), "state"),
    OfficeField("zip", N_("ZIP code"), "zip"),
    OfficeField("zip4", N_("ZIP+4"), "zip"),
    OfficeField("email", N_("Email"), "email"),
    OfficeField("phone", N_("Phone"), "phone"),
)


def office_fields(legislature: Legislature) -> tuple[OfficeField, ...]:
    """Return the fields with the legislature's labels. ZIP+4 and the state are left out if it has none."""
    missing = set() if legislature.postal_code.joint == "-" else {"zip4"}
    missing |= set() if legislature.regions else {"state"}
    return tuple(
        replace(field, label=legislature.labels.get(field.name, field.label))
        for field in OFFICE_FIELDS
        if field.name not in missing
    )


def office_form(draft: Draft, letter: Letter, text: str, short: str) -> dict[str, str]:
    """Return what to paste into each field, by its name, "" if the draft has nothing for it.

    `text` is the letter as it would be sent, and `short` its short version: they go into "message" and "short", and in
    ASCII into "plain" and "short_plain".
    """
    person = draft.person
    legislature = draft.recipients[0].legislature
    region = legislature.region(person.state)
    state = region.name if region else ""
    try:
        five, _, four = legislature.postal_code.cleaned(person.zip).partition("-")
    except ValueError:
        five, four = person.zip, ""
    state = legislature.postal_code.military_region(five) or state
    return {
        "prefix": person.title,
        "first": person.first,
        "last": person.last,
        "street": person.street,
        "street2": person.street2,
        "city": person.city,
        "state": state,
        "zip": five,
        "zip4": four,
        "email": person.email,
        "phone": person.phone,
        "subject": letter.subject,
        "message": text,
        "plain": ascii_only(text),
        "short": short,
        "short_plain": ascii_only(short),
    }
