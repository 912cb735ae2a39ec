"""The person who writes, and the validation errors in what they typed."""

import re
from dataclasses import dataclass, fields

from honorable.letters.language import N_, _
from honorable.letters.legislature import Legislature
from honorable.letters.plain_text import one_line

__all__ = ["LABELS", "PERSON_TITLES", "Person", "person_errors"]

#: The form offers these; any other title may be typed.
PERSON_TITLES: tuple[str, ...] = ("Mr.", "Ms.", "Mrs.", "Mx.", "Dr.")

#: The fields' labels, unless the legislature has its own. Letters show them in brackets while a field is empty.
LABELS = {
    "title": N_("Title"),
    "first": N_("First name"),
    "last": N_("Last name"),
    "street": N_("Street address"),
    "street2": N_("Apartment, suite or unit"),
    "city": N_("City"),
    "state": N_("State"),
    "zip": N_("ZIP code"),
    "email": N_("Email"),
    "phone": N_("Phone"),
}

#: The message for each required field that is empty, in the form's order.
_REQUIRED = {
    "first": N_("Enter your first name."),
    "last": N_("Enter your last name."),
    "street": N_("Enter your street address. Offices answer only the people they represent."),
    "city": N_("Enter your city."),
    "state": N_("Choose your state."),
    "zip": N_("Enter your ZIP code."),
    "email": N_("Enter your email address. Offices need one to reply."),
}
_BAD_EMAIL = N_("Enter an email address in the form name@example.org.")
_EMAIL = re.compile(r"[^@\s:;,<>]+@[^@\s.:;,<>]+(?:\.[^@\s.:;,<>]+)+")


@dataclass(frozen=True, slots=True)
class Person:
    """Who writes. Each field is one line without spaces at the ends, as typed, or empty.

    `street2` is the second line of the address: an apartment, a suite, a unit.
    """

    title: str = ""
    first: str = ""
    last: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    email: str = ""
    phone: str = ""
    street2: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, one_line(getattr(self, field.name)))

    @property
    def full_name(self) -> str:
        """Title, first and last name, without those that are empty.

        >>> Person(title="Dr.", first="Ada", last="Lovelace").full_name
        'Dr. Ada Lovelace'
        """
        return " ".join(filter(None, (self.title, self.first, self.last)))


def person_errors(person: Person, legislature: Legislature) -> dict[str, str]:
    """Return the validation errors of a person, field name to message, in the form's order.

    Title, second address line and phone are optional, and so is the state if the legislature has no list of regions.
    People who have only one name may type it as either name.
    """
    errors = {name: message for name, message in _messages(legislature).items() if not getattr(person, name)}
    if person.first:
        errors.pop("last", None)
    elif person.last:
        errors.pop("first", None)
    if not legislature.regions:
        errors.pop("state", None)
    elif person.state and legislature.region(person.state) is None:
        errors["state"] = _messages(legislature)["state"]
    if person.zip:
        try:
            legislature.postal_code.cleaned(person.zip)
        except ValueError:
            errors["zip"] = _(legislature.postal_code.wrong)
    if person.email and not _EMAIL.fullmatch(person.email):
        errors["email"] = _(_BAD_EMAIL)
    return {name: errors[name] for name in _REQUIRED if name in errors}


def _messages(legislature: Legislature) -> dict[str, str]:
    own = {
        name: _("Choose one: {label}.", label=_(label))
        if name == "state"
        else _("Fill this in: {label}.", label=_(label))
        for name, label in legislature.labels.items()
        if name in _REQUIRED and name != "street"
    }
    return {name: own.get(name) or _(message) for name, message in _REQUIRED.items()}
