"""A legislature: its chambers, the places on the form that its members have, and how people and places are written.

Congress is one value of `Legislature` (`congress.legislature.CONGRESS`); a campaign may describe another one.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from honorable.letters.language import N_
from honorable.letters.plain_text import one_line

__all__ = ["SPOKEN", "Body", "Chamber", "Legislature", "Place", "PostalCode", "Region", "Slot"]

#: "house" is the lower or only chamber and "senate" the upper one, whatever they are called.
Chamber = Literal["house", "senate"]
#: The name of a place on the form, and of the letter that is written from it: "house", "senate-1".
Slot = str
#: How the page refers to a member if the legislature has no other way.
SPOKEN = "{title} {last_name}"


@dataclass(frozen=True, slots=True)
class Region:
    """A state, province or county that people choose as part of their address: its code and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """A chamber: its name, the title of its members, and the lines of its address.

    `titles` has the titles that differ, by region code. The regions in `not_for` have no members in this chamber, and
    the members from those in `nonvoting` have no vote on the floor.
    """

    name: str
    title: str
    address: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    not_for: tuple[str, ...] = ()
    nonvoting: tuple[str, ...] = ()

    def title_for(self, region: str) -> str:
        """Return the title of a member from this region."""
        return self.titles.get(region, self.title)


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the form: its field's label, its letter's tab, and what a member without a name is called."""

    slot: Slot
    chamber: Chamber
    label: str
    tab: str
    unnamed: str

    @property
    def field(self) -> str:
        """The prefix of this place's field names.

        >>> Place("senate-1", "senate", "", "", "").field
        'senate1'
        """
        return self.slot.replace("-", "")


@dataclass(frozen=True, slots=True)
class PostalCode:
    """The form of a postal code: a regular expression for the whole code in capitals; without one, any text is taken.

    The expression's groups, if it has any, are joined with `joint`. `military` has the code that stands for the region
    in the address, by the first digits of postal codes for mail to the armed forces and embassies abroad.
    """

    pattern: str = ""
    joint: str = ""
    hint: str = ""
    wrong: str = N_("Please check the postal code.")
    military: Mapping[str, str] = field(default_factory=dict)

    def cleaned(self, text: str) -> str:
        """Return the code as it is written on an envelope: one line, in capitals, digits of any script as 0 to 9.

        Raises ValueError if the text is not a postal code.

        >>> PostalCode("([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2})", " ").cleaned(" sw1a0aa ")
        'SW1A 0AA'
        """
        code = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in one_line(text)).upper()
        if not self.pattern:
            return code
        match = re.fullmatch(self.pattern, code)
        if match is None:
            raise ValueError(f"{text!r} is not a postal code")
        return self.joint.join(filter(None, match.groups())) or code

    def military_region(self, code: str) -> str:
        """Return what stands for the region in a military address; empty if this is no military postal code.

        >>> PostalCode(military={"340": "AA"}).military_region("34002-1234")
        'AA'
        """
        return next((region for digits, region in self.military.items() if code.startswith(digits)), "")


@dataclass(frozen=True, slots=True)
class Legislature:
    """Who is written to, and what the form asks of the people who live there.

    `honorific` is the first line of the address, with {name} in it. `spoken` is how the page refers to a member, with
    {title}, {name} and {last_name}. Without `asks_last_name` the form has no fields for officials' last names; without
    `regions` it has no list of them. `either_title` and `either_address` are blanks of the letter to fill in by hand,
    which is for any chamber; by default they are made from the chambers' own.
    """

    heading: str
    invitation: str
    officials: str
    chambers: Mapping[Chamber, Body]
    places: tuple[Place, ...]
    honorific: str = "{name}"
    spoken: str = SPOKEN
    asks_last_name: bool = True
    regions: tuple[Region, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    postal_code: PostalCode = PostalCode()
    either_title: str = ""
    either_address: tuple[str, ...] = ()
    language: str = "en"

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The names of the places on the form, in its order."""
        return tuple(place.slot for place in self.places)

    def place(self, slot: Slot) -> Place:
        """Return the place with this name. Raises ValueError if there is none."""
        for place in self.places:
            if place.slot == slot:
                return place
        raise ValueError(f"{slot!r} is not a place on the form, must be one of: {', '.join(self.slots)}")

    def body(self, slot: Slot) -> Body:
        """Return the chamber of the member in this place."""
        return self.chambers[self.place(slot).chamber]

    def region(self, code: str) -> Region | None:
        """Return the region with this code, or None."""
        return next((region for region in self.regions if region.code == code), None)

    @property
    def titles(self) -> tuple[str, ...]:
        """The members' titles, those of the upper chamber first."""
        return tuple(dict.fromkeys(body.title for body in reversed(list(self.chambers.values()))))

    @property
    def addresses(self) -> tuple[str, ...]:
        """The lines of an address that fits any chamber, each line with its alternatives."""
        if self.either_address:
            return self.either_address
        lines = [body.address for body in self.chambers.values()]
        longest = max(map(len, lines))
        every = ([line[number] for line in lines if number < len(line)] for number in range(longest))
        return tuple(", or ".join(dict.fromkeys(each)) for each in every)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Legislature":
        """Return the legislature whose `dataclasses.asdict` the build wrote for the page as JSON."""
        bodies = {name: _body(body) for name, body in data["chambers"].items()}
        return cls(
            **{
                **data,
                "chambers": bodies,
                "places": tuple(Place(**place) for place in data["places"]),
                "regions": tuple(Region(**region) for region in data["regions"]),
                "postal_code": PostalCode(**data["postal_code"]),
                "either_address": tuple(data["either_address"]),
            }
        )


def _body(data: Mapping[str, Any]) -> Body:
    return Body(**{**data, **{name: tuple(data[name]) for name in ("address", "not_for", "nonvoting")}})
