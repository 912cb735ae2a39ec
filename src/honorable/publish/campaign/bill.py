"""The bill, and what the letters say of it."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from honorable.letters import Bill as LetterBill
from honorable.letters.legislature import Chamber
from honorable.publish.campaign.fields import ADDRESS, AddressOrEmpty, Line, LineOrEmpty, Lines, Table, Text


class Letter(Table):
    """What the letters and the offices' forms say of the cause."""

    subject: Line = Field(description="the letters' subject, in one line")
    topic: LineOrEmpty = Field(
        title="what most offices ask for before they take a message; without it, the step topic is left out",
        default="",
        description="the topic to choose in an office's form, in one line",
    )
    other_topics: Lines = Field(
        title="where the list of an office does not have the first",
        default=(),
        description="a list of other topics, each in one line",
    )


class BillInChamber(Table):
    """The bill as it stands in one chamber."""

    number: Line = Field(description='the bill\'s number, such as "H.R. 3602"')
    sponsor: LineOrEmpty = Field(default="", description="who introduced the bill, in one line")
    introduced: date | None = Field(default=None, description="a date, such as 2025-05-23, without quotes")
    url: AddressOrEmpty = Field(title="the bill's own page", default="", description=ADDRESS)


class Bill(Table):
    """The bill that the letters ask for. A chamber in which it has no number of its own may be left out."""

    title: Line = Field(description="the bill's title, in one line")
    congress: int | None = Field(
        title="in a campaign to Congress, it cannot be left out",
        default=None,
        ge=1,
        le=999,
        description="the number of the Congress, such as 119, without quotes",
    )
    session: LineOrEmpty = Field(
        title="in a campaign to another legislature",
        default="",
        description='words in one line, such as "the 2025-26 session"',
    )
    checked: date | None = Field(
        title="the day on which you last looked the numbers up",
        default=None,
        description="a date, such as 2026-11-23, without quotes",
    )
    lapses: date | None = Field(
        title="the last day of this Congress; `check` warns after it",
        default=None,
        description="a date, such as 2027-01-03, without quotes",
    )
    history: Text = Field(title="a sentence or two on where the bill comes from", default="", description="text")
    house: BillInChamber | None = Field(default=None, description="a table with the House bill's number and sponsor")
    senate: BillInChamber | None = Field(default=None, description="a table with the Senate bill's number and sponsor")

    @model_validator(mode="after")
    def _has_a_number(self) -> Self:
        if not (self.house or self.senate):
            raise ValueError("must have a table house or senate with the bill's number there")
        return self

    def letters(self, chamber: Chamber) -> LetterBill:
        """The bill in this chamber; where it has no number there, in the other one."""
        both = {"house": self.house or self.senate, "senate": self.senate or self.house}
        own = both[chamber]
        if own is None:  # the validator has refused that
            raise ValueError(chamber)
        return LetterBill(own.number, self.title, self.congress, own.sponsor, self.session)
