"""The person who writes, and what is wrong with what they typed."""

import re
import unicodedata
from dataclasses import dataclass, fields

from honorable.letters.states import state_named

__all__ = ["PERSON_TITLES", "Person", "person_problems", "postal_code"]

#: Offered in the form; any other title may be typed.
PERSON_TITLES: tuple[str, ...] = ("Mr.", "Ms.", "Mrs.", "Mx.", "Dr.")

_NEEDED = {
    "first": "Please type your first name.",
    "last": "Please type your last name.",
    "street": "Please type your street address. Offices answer only the people whom they represent.",
    "city": "Please type your city.",
    "state": "Please choose your state.",
    "zip": "Please type your ZIP code.",
    "email": "Please type your email address. Offices ask for one so that they can reply.",
}
_BAD_ZIP = "Please check the ZIP code: five digits, or nine, as in 10001-2345."
_BAD_EMAIL = "Please check the email address: it should look like name@example.org."
_ZIP = re.compile(r"(\d{5})(?:[-\u2010-\u2015\s]*(\d{4}))?", re.ASCII)
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


def one_line(text: str) -> str:
    r"""The text with every run of white space, line breaks included, as one space, and none around it.

    >>> one_line("  Ada\r\n Lovelace ")
    'Ada Lovelace'
    """
    return " ".join(text.split())


def postal_code(text: str) -> str:
    """A ZIP code in the form 12345 or 12345-6789, from any usual way of typing one.

    Takes spaces, any dash or none before the last four digits, and the digits of any script.
    Raises ValueError where it is not a ZIP code (USPS Publication 28, section 211).

    >>> postal_code(" 10001 2345 "), postal_code("100012345"), postal_code("١٠٠٠١")
    ('10001-2345', '10001-2345', '10001')
    """
    ascii_digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in one_line(text))
    match = _ZIP.fullmatch(ascii_digits)
    if match is None:
        raise ValueError(f"{text!r} is not a ZIP code")
    five, four = match.groups()
    return f"{five}-{four}" if four else five


def person_problems(person: Person) -> dict[str, str]:
    """What a person still has to mend, as field name to a sentence for them, in the form's order; empty if nothing.

    >>> person_problems(Person("", "Ada", "L", "1 A St", "Albany", "NY", "1", "ada@example.org"))
    {'zip': 'Please check the ZIP code: five digits, or nine, as in 10001-2345.'}
    """
    problems = {name: sentence for name, sentence in _NEEDED.items() if not getattr(person, name)}
    if person.state and state_named(person.state) is None:
        problems["state"] = _NEEDED["state"]
    if person.zip:
        try:
            postal_code(person.zip)
        except ValueError:
            problems["zip"] = _BAD_ZIP
    if person.email and not _EMAIL.fullmatch(person.email):
        problems["email"] = _BAD_EMAIL
    return {name: problems[name] for name in _NEEDED if name in problems}
