"""The legislature that a campaign writes to, if it is not Congress."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from honorable.letters import Legislature as LetterLegislature
from honorable.letters.legislature import Body, Chamber, Place, PostalCode, Region
from honorable.publish.campaign.fields import LANGUAGE, Line, LineOrEmpty, Lines, Table, matching

_SLOT, _CODE = r"[a-z]+(?:-[0-9])?", r"[A-Za-z0-9-]{1,10}"


class BodyTable(Table):
    """A chamber. `house` is the lower or only chamber and `senate` the upper one, whatever they are called there."""

    name: Line = Field(
        title='the chamber\'s name, as in "In the Assembly: AB 1"', description="the chamber's name, on one line"
    )
    title: Line = Field(title="the title of its members", description='a title on one line, such as "Senator" or "MP"')
    address: Lines = Field(
        title="the mailing address, below the member's name", description="a list of lines", min_length=1
    )


class PlaceTable(Table):
    """One person who is written to, with a name field on the form and a letter. The page keeps this order."""

    slot: Annotated[str, matching(_SLOT)] = Field(
        title="the letter's name in the page's code; visitors never see it",
        description='a word in lower case, such as "assembly" or "senate-1"',
    )
    chamber: Chamber = Field(title="the member's chamber", description='"house" or "senate"')
    label: Line = Field(
        title="the label of the name field", description='text on one line, such as "Your MP\'s full name"'
    )
    tab: Line = Field(title="the text of the letter's tab", description='text on one line, such as "Your MP"')
    unnamed: Line = Field(
        title='what follows "Letter to" until there is a name', description='text on one line, such as "your MP"'
    )


class RegionTable(Table):
    """A state, province or county for the form's list. Without any there is no list; a single one is always used."""

    code: Annotated[str, matching(_CODE)] = Field(
        title="the code in an address", description='letters and digits, such as "CA"'
    )
    name: Line = Field(title="the region's name", description="the region's name, on one line")


class PostalCodeTable(Table):
    """What a postal code looks like."""

    pattern: LineOrEmpty = Field(
        default="",
        title="a pattern for the whole code in capitals; `joint` goes between its (groups)",
        description="a regular expression, in single quotes",
    )
    joint: str = Field(
        default="",
        title="what goes between the groups of the pattern",
        description="up to three characters, such as a space or a hyphen",
        max_length=3,
    )
    hint: LineOrEmpty = Field(default="", title="a hint below the field", description="text on one line")
    wrong: Line = Field(
        default="Please check the postal code.",
        title="the error message for an invalid postal code",
        description="a sentence on one line",
    )

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error as error:
            raise ValueError(f"must be a regular expression: {error}") from None
        return value


class Labels(Table):
    """The labels of the address fields."""

    street: Line = Field(default="Street address", title="the street", description="text on one line")
    city: Line = Field(default="City", title="the city", description="text on one line")
    state: Line = Field(default="State", title="the list of regions", description="text on one line")
    zip: Line = Field(default="ZIP code", title="the postal code", description="text on one line")


class Legislature(Table):
    """Who is written to, if not the United States Congress. Visitors then type the names: there is no lookup."""

    heading: Line = Field(
        title="the line above the page's heading", description='text on one line, such as "Letters to Parliament"'
    )
    invitation: Line = Field(
        title="the end of the page's title", description='text on one line, such as "write to your MP"'
    )
    officials: Line = Field(
        title='who is written to, as in "You need these names: your MP"',
        description='text on one line, such as "your MP"',
    )
    honorific: Line = Field(
        default="{name}",
        title="the first line of the address",
        description='text on one line with {name} in it, such as "The Honorable {name}" or "{name} MP"',
    )
    spoken: Line = Field(
        default="{title} {last_name}",
        title="how the page refers to a member",
        description="text on one line with {title}, {name} or {last_name} in it",
    )
    asks_last_name: bool = Field(
        default=True,
        title='whether the form asks for the last name separately, for "Dear Senator Smith"',
        description="true or false, without quotes",
    )
    language: Annotated[str, matching(LANGUAGE)] = Field(
        default="en", title="the language of the letters", description='a language code, such as "en" or "es"'
    )
    house: BodyTable | None = Field(default=None, description="a table")
    senate: BodyTable | None = Field(default=None, description="a table")
    places: Annotated[tuple[PlaceTable, ...], Field(strict=False)] = Field(
        description="a list of tables, at least one and at most five", min_length=1, max_length=5
    )
    regions: Annotated[tuple[RegionTable, ...], Field(strict=False)] = Field(default=(), description="a list of tables")
    labels: Labels = Field(default=Labels(), description="a table")
    postal_code: PostalCodeTable = Field(default=PostalCodeTable(), description="a table")

    @field_validator("honorific", "spoken")
    @classmethod
    def _has_only_its_blanks(cls, value: str) -> str:
        if re.search(r"[{}]", re.sub(r"\{(title|name|last_name)\}", "", value)):
            raise ValueError("must have no braces other than {title}, {name} and {last_name}")
        return value

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.honorific.count("{name}") != 1 or "{" in self.honorific.replace("{name}", ""):
            raise ValueError("must have {name} exactly once, and nothing else in braces, in honorific")
        slots = [place.slot for place in self.places]
        if len({slot.replace("-", "") for slot in slots}) < len(slots):
            raise ValueError("must have a different slot in each of its places")
        for place in self.places:
            if getattr(self, place.chamber) is None:
                raise ValueError(f'must have a table {place.chamber}, the chamber of its place "{place.slot}"')
        return self

    @property
    def chambers(self) -> tuple[Literal["house", "senate"], ...]:
        """The chambers with a member who is written to."""
        used = {place.chamber for place in self.places}
        return tuple(name for name in ("house", "senate") if name in used)

    def letter_legislature(self) -> LetterLegislature:
        """Return the legislature as the letters use it."""
        return LetterLegislature(
            heading=self.heading,
            invitation=self.invitation,
            officials=self.officials,
            chambers={name: _body(getattr(self, name)) for name in self.chambers},
            places=tuple(Place(**place.model_dump()) for place in self.places),
            honorific=self.honorific,
            spoken=self.spoken,
            asks_last_name=self.asks_last_name,
            regions=tuple(Region(region.code, region.name) for region in self.regions),
            labels=self.labels.model_dump(),
            postal_code=PostalCode(**self.postal_code.model_dump()),
            language=self.language,
        )


def _body(table: BodyTable) -> Body:
    return Body(table.name, table.title, table.address)
