"""A legislature: its chambers, the places on the form that its members have, and how people and places are written.

Congress is one value of it (`congress.legislature`); a campaign may describe another one.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from honorable.letters.congress.states import State
from honorable.letters.language import N_
from honorable.letters.plain_text import one_line

__all__ = ["Body", "Chamber", "Legislature", "Place", "PostalCode", "Slot"]

#: The lower or only chamber, and the upper one, whatever they are called.
Chamber = Literal["house", "senate"]
#: A place on the form, and the letter that is written from it: "house", "senate-1".
Slot = str


@dataclass(frozen=True, slots=True)
class Body:
    """A chamber: what it is called, how its members are addressed, and where their mail goes.

    `titles` are those of members from some regions, by the region's code. Those of `not_for` send nobody.
    """

    name: str
    title: str
    address: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    not_for: tuple[str, ...] = ()

    def title_for(self, region: str) -> str:
        """How a member from this region is addressed."""
        return self.titles.get(region, self.title)


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the form: the label of its field, what its letter is called, and its member before there is a name."""

    slot: Slot
    chamber: Chamber
    label: str
    tab: str
    unnamed: str

    @property
    def field(self) -> str:
        """How the fields of this place begin.

        >>> Place("senate-1", "senate", "", "", "").field
        'senate1'
        """
        return self.slot.replace("-", "")


@dataclass(frozen=True, slots=True)
class PostalCode:
    """A postal code's form: a regular expression that the whole of it matches, in capitals; any text without one.

    Its groups, where it has some, are put together with `joint` between them.
    """

    pattern: str = ""
    joint: str = ""
    hint: str = ""
    wrong: str = N_("Please check the postal code.")

    def cleaned(self, text: str) -> str:
        """The code as it is written on an envelope: one line, in capitals, digits of any script as 0 to 9.

        Raises ValueError where it is none.

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


@dataclass(frozen=True, slots=True)
class Legislature:
    """Who is written to, and what the form asks of somebody who lives there.

    `honorific` is the first line of the address, with {name}; `spoken` how the page speaks of a member, with {title},
    {name} and {last_name}. Where `asks_last_name` is not set, the form does without it. Without regions, so it does
    without a list of them. `either_title` and `either_address` are the blanks of the letter to fill in by hand, where
    it is for several chambers; left out, they are put together from those of the chambers.
    """

    heading: str
    invitation: str
    officials: str
    chambers: Mapping[Chamber, Body]
    places: tuple[Place, ...]
    honorific: str = "{name}"
    spoken: str = "{title} {last_name}"
    asks_last_name: bool = True
    regions: tuple[State, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    postal_code: PostalCode = PostalCode()
    either_title: str = ""
    either_address: tuple[str, ...] = ()
    language: str = "en"

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The places on the form, in its order."""
        return tuple(place.slot for place in self.places)

    def place(self, slot: Slot) -> Place:
        """The place with this name. Raises ValueError where there is none."""
        for place in self.places:
            if place.slot == slot:
                return place
        raise ValueError(f"{slot!r} is no place on the form; these are: {', '.join(self.slots)}")

    def body(self, slot: Slot) -> Body:
        """The chamber of the member in this place."""
        return self.chambers[self.place(slot).chamber]

    def region(self, code: str) -> State | None:
        """The region with this code, or None."""
        return next((region for region in self.regions if region.code == code), None)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the members, those of the upper chamber first."""
        return tuple(dict.fromkeys(body.title for body in reversed(list(self.chambers.values()))))

    @property
    def addresses(self) -> tuple[str, ...]:
        """The lines of an address for whichever chamber, each with what it may be."""
        if self.either_address:
            return self.either_address
        lines = [body.address for body in self.chambers.values()]
        longest = max(map(len, lines))
        every = ([line[number] for line in lines if number < len(line)] for number in range(longest))
        return tuple(", or ".join(dict.fromkeys(each)) for each in every)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Legislature":
        """The legislature from `dataclasses.asdict` of one, once it has been through JSON."""
        bodies = {name: _body(body) for name, body in data["chambers"].items()}
        return cls(
            **{
                **data,
                "chambers": bodies,
                "places": tuple(Place(**place) for place in data["places"]),
                "regions": tuple(State(**region) for region in data["regions"]),
                "postal_code": PostalCode(**data["postal_code"]),
                "either_address": tuple(data["either_address"]),
            }
        )


def _body(data: Mapping[str, Any]) -> Body:
    return Body(**{**data, "address": tuple(data["address"]), "not_for": tuple(data["not_for"])})
