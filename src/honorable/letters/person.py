"""The person who writes, and what is wrong with what they typed."""

import re
from dataclasses import dataclass, fields

from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.language import N_, _
from honorable.letters.legislature import Legislature
from honorable.letters.plain_text import one_line

__all__ = ["PERSON_TITLES", "Person", "person_errors", "postal_code"]

#: Offered in the form; any other title may be typed.
PERSON_TITLES: tuple[str, ...] = ("Mr.", "Ms.", "Mrs.", "Mx.", "Dr.")

_NEEDED = {
    "first": N_("Please type your first name."),
    "last": N_("Please type your last name."),
    "street": N_("Please type your street address. Offices answer only the people whom they represent."),
    "city": N_("Please type your city."),
    "state": N_("Please choose your state."),
    "zip": N_("Please type your ZIP code."),
    "email": N_("Please type your email address. Offices ask for one so that they can reply."),
}
_BAD_EMAIL = "Please check the email address: it should look like name@example.org."
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


@dataclass(frozen=True, slots=True)
class Person:
    """Who writes. Each field is what was typed, as one line without spaces around it; empty where nothing was."""

    title: str = ""
    first: str = ""
    last: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    email: str = ""
    phone: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, one_line(getattr(self, field.name)))

    @property
    def full_name(self) -> str:
        """Title, first and last name, as far as they are known.

        >>> Person(title="Dr.", first="Ada", last="Lovelace").full_name
        'Dr. Ada Lovelace'
        """
        return " ".join(filter(None, (self.title, self.first, self.last)))


def postal_code(text: str) -> str:
    """A ZIP code in the form 12345 or 12345-6789, from any usual way of typing one.

    Takes spaces, any dash or none before the last four digits, and the digits of any script.
    Raises ValueError where it is not a ZIP code (USPS Publication 28, section 211).

    >>> postal_code(" 10001 2345 "), postal_code("100012345"), postal_code("١٠٠٠١")
    ('10001-2345', '10001-2345', '10001')
    """
    return CONGRESS.postal_code.cleaned(text)


def person_errors(person: Person, legislature: Legislature = CONGRESS) -> dict[str, str]:
    """What a person still has to mend, as field name to a sentence for them, in the form's order; empty if nothing.

    >>> person_errors(Person("", "Ada", "L", "1 A St", "Albany", "NY", "1", "ada@example.org"))
    {'zip': 'Please check the ZIP code: five digits, or nine, as in 10001-2345.'}
    """
    needed = _NEEDED | {
        name: _("Please choose your {what}.", what=_in_a_sentence(_(label)))
        if name == "state"
        else _("Please type your {what}.", what=_in_a_sentence(_(label)))
        for name, label in legislature.labels.items()
        if name != "street"
    }
    problems = {name: sentence for name, sentence in needed.items() if not getattr(person, name)}
    if not legislature.regions:
        problems.pop("state", None)
    elif person.state and legislature.region(person.state) is None:
        problems["state"] = needed["state"]
    if person.zip:
        try:
            legislature.postal_code.cleaned(person.zip)
        except ValueError:
            problems["zip"] = legislature.postal_code.wrong
    if person.email and not _EMAIL.fullmatch(person.email):
        problems["email"] = _BAD_EMAIL
    return {name: _(problems[name]) for name in _NEEDED if name in problems}


def _in_a_sentence(label: str) -> str:
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
