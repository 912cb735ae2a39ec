"""The legislature that a campaign writes to, where it is another one than Congress."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from honorable.letters import Legislature as LetterLegislature
from honorable.letters import State
from honorable.letters.legislature import Body, Chamber, Place, PostalCode
from honorable.publish.campaign.fields import LANGUAGE, Line, LineOrEmpty, Lines, Table, matching

_SLOT, _CODE = r"[a-z]+(?:-[0-9])?", r"[A-Za-z0-9-]{1,10}"


class BodyTable(Table):
    """A chamber: `house` is the lower or the only one, `senate` the upper one, whatever they are called."""

    name: Line = Field(title='as in "In the Assembly: AB 1"', description="the chamber's name, in one line")
    title: Line = Field(
        title="how its members are addressed", description='a title, in one line, such as "Senator" or "MP"'
    )
    address: Lines = Field(
        title="where their mail goes, below the name", description="a list of the address's lines", min_length=1
    )


class PlaceTable(Table):
    """A place on the form, and so a letter. They stand in this order."""

    slot: Annotated[str, matching(_SLOT)] = Field(
        title="names the letter in the page, and is never seen",
        description='a word in small letters, such as "assembly" or "senate-1"',
    )
    chamber: Chamber = Field(title="the chamber that its member sits in", description="house or senate")
    label: Line = Field(title="the field's label", description='words in one line, such as "Your MP\'s full name"')
    tab: Line = Field(title="the name of its letter's tab", description='words in one line, such as "Your MP"')
    unnamed: Line = Field(
        title="its member before there is a name: Letter to …", description='words in one line, such as "your MP"'
    )


class RegionTable(Table):
    """A state, province or county to choose from. Without any, the form has no such list; a single one is chosen."""

    code: Annotated[str, matching(_CODE)] = Field(
        title="as in an address", description='letters and digits, such as "CA"'
    )
    name: Line = Field(description="the region's name, in one line")


class PostalCodeTable(Table):
    """What a postal code looks like there."""

    pattern: LineOrEmpty = Field(
        default="",
        title="of the whole code in capitals; its (groups) are put together with `joint` between them",
        description="a regular expression, in single quotes",
    )
    joint: str = Field(default="", description="a sign, such as a space or a hyphen", max_length=3)
    hint: LineOrEmpty = Field(default="", title="below the field", description="words in one line")
    wrong: Line = Field(
        default="Please check the postal code.",
        title="said where it is not one",
        description="a sentence, in one line",
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
    """What the fields of an address are called there."""

    street: Line = Field(default="Street address", description="words in one line")
    city: Line = Field(default="City", description="words in one line")
    state: Line = Field(default="State", description="words in one line")
    zip: Line = Field(default="ZIP code", description="words in one line")


class Legislature(Table):
    """Who is written to, where it is not the United States Congress. The page then has no look-up: names are typed."""

    heading: Line = Field(
        title="above the page's heading", description='words in one line, such as "Letters to Parliament"'
    )
    invitation: Line = Field(title="in the page's title", description='words in one line, such as "write to your MP"')
    officials: Line = Field(title='as in "You need these names: …"', description='words in one line, such as "your MP"')
    honorific: Line = Field(
        default="{name}",
        title="how the address begins",
        description='words in one line with {name} in them, such as "The Honorable {name}" or "{name} MP"',
    )
    spoken: Line = Field(
        default="{title} {last_name}",
        title="how the page speaks of a member",
        description="words in one line with {title}, {name} or {last_name} in them",
    )
    asks_last_name: bool = Field(
        default=True,
        title='whether the form asks for the last name by itself, for "Dear Senator Smith"',
        description="true or false, without quotes",
    )
    language: Annotated[str, matching(LANGUAGE)] = Field(
        default="en", title="what the letters are written in", description='a language\'s code, such as "en" or "es"'
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
            raise ValueError("must have no braces but those of {title}, {name} and {last_name}")
        return value

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.honorific.count("{name}") != 1 or "{" in self.honorific.replace("{name}", ""):
            raise ValueError("must have {name} once, and nothing else in braces, in honorific")
        slots = [place.slot for place in self.places]
        if len({slot.replace("-", "") for slot in slots}) < len(slots):
            raise ValueError("must have places with different slots")
        for place in self.places:
            if getattr(self, place.chamber) is None:
                raise ValueError(f"must have a table {place.chamber}, which the place {place.slot!r} names")
        return self

    @property
    def chambers(self) -> tuple[Literal["house", "senate"], ...]:
        """The chambers that somebody is written to in."""
        used = {place.chamber for place in self.places}
        return tuple(name for name in ("house", "senate") if name in used)

    def letters(self) -> LetterLegislature:
        """The same for the letters."""
        return LetterLegislature(
            heading=self.heading,
            invitation=self.invitation,
            officials=self.officials,
            chambers={name: _body(getattr(self, name)) for name in self.chambers},
            places=tuple(Place(**place.model_dump()) for place in self.places),
            honorific=self.honorific,
            spoken=self.spoken,
            asks_last_name=self.asks_last_name,
            regions=tuple(State(region.code, region.name) for region in self.regions),
            labels=self.labels.model_dump(),
            postal_code=PostalCode(**self.postal_code.model_dump()),
            language=self.language,
        )


def _body(table: BodyTable) -> Body:
    return Body(table.name, table.title, table.address)
