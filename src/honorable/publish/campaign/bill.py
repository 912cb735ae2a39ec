"""The bill and what the letters say about it."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from honorable.letters import Bill as LetterBill
from honorable.letters.legislature import Chamber
from honorable.publish.campaign.fields import (
    ADDRESS,
    AddressOrEmpty,
    BioguideOrEmpty,
    Bioguides,
    Line,
    LineOrEmpty,
    Lines,
    Table,
    Text,
)


class Letter(Table):
    """What goes into the subject line and the topic of each message."""

    subject: Line = Field(title="the subject of every letter", description="the letters' subject, on one line")
    topic: LineOrEmpty = Field(
        title="the topic to choose in an office's contact form; without one, the topic step is left out",
        default="",
        description="the topic to choose in an office's form, on one line",
    )
    other_topics: Lines = Field(
        title="topics to choose if an office does not offer the first one",
        default=(),
        description="a list of other topics, each on one line",
    )


class BillInChamber(Table):
    """The bill in one chamber."""

    number: Line = Field(title="the bill's number", description='the bill\'s number, such as "H.R. 3602"')
    sponsor: LineOrEmpty = Field(
        default="", title="who introduced the bill", description="the title and name of its sponsor, on one line"
    )
    sponsor_id: BioguideOrEmpty = Field(
        title="letters thank the sponsor instead of asking them to cosponsor",
        default="",
        description='the sponsor\'s ID at bioguide.congress.gov, such as "P000617"',
    )
    cosponsors: Bioguides = Field(
        title="letters thank cosponsors, too",
        default=(),
        description='a list of IDs at bioguide.congress.gov, such as ["P000617"]',
    )
    introduced: date | None = Field(
        default=None, title="when it was introduced", description="a date, such as 2025-05-23, without quotes"
    )
    url: AddressOrEmpty = Field(title="the bill's page, such as on congress.gov", default="", description=ADDRESS)


class Bill(Table):
    """The bill that the letters ask for. Leave out `house` or `senate` if the bill has no number in that chamber."""

    title: Line = Field(title='the bill\'s short title, without "The"', description="the bill's title, on one line")
    congress: int | None = Field(
        title="the Congress in which the bill was introduced; required for letters to Congress",
        default=None,
        ge=1,
        le=999,
        description="the number of the Congress, such as 119, without quotes",
    )
    session: LineOrEmpty = Field(
        title="the session, for letters to another legislature",
        default="",
        description='text on one line, such as "2025-26 session"',
    )
    checked: date | None = Field(
        title="the day you last checked the bill's numbers",
        default=None,
        description="a date, such as 2026-11-23, without quotes",
    )
    lapses: date | None = Field(
        title="the last day on which the bill can pass; `check` warns you when it is over",
        default=None,
        description="a date, such as 2027-01-03, without quotes",
    )
    history: Text = Field(title="a sentence or two about the bill's history", default="", description="text")
    house: BillInChamber | None = Field(default=None, description="a table with the House bill's number and sponsor")
    senate: BillInChamber | None = Field(default=None, description="a table with the Senate bill's number and sponsor")

    @model_validator(mode="after")
    def _has_a_number(self) -> Self:
        if not (self.house or self.senate):
            raise ValueError("must have a table house or senate with the bill's number there")
        return self

    def letter_bill(self, chamber: Chamber) -> LetterBill:
        """Return the bill as the letters to this chamber name it: by the other chamber's number if it has none."""
        own = {"house": self.house or self.senate, "senate": self.senate or self.house}[chamber]
        if own is None:  # the validator has refused this
            raise ValueError(chamber)
        return LetterBill(
            number=own.number,
            title=self.title,
            congress=self.congress,
            sponsor=own.sponsor,
            session=self.session,
            sponsor_id=own.sponsor_id,
            cosponsors=own.cosponsors,
            in_chamber=getattr(self, chamber) is not None,
        )
