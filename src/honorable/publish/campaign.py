"""The campaign: what an operator writes in campaign.toml, and what each key must be.

A field's description is the end of the sentence "must be …" in the messages of `check`.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from honorable.letters import Bill as LetterBill
from honorable.letters import Campaign as LetterCampaign
from honorable.publish.data.settings import Settings
from honorable.publish.fields import (
    ADDRESS,
    Address,
    AddressOrEmpty,
    FieldName,
    Line,
    LineOrEmpty,
    Lines,
    Number,
    Table,
    Text,
    Words,
)
from honorable.publish.steps import Steps
from honorable.publish.theme import Theme

Network = Literal[
    "facebook", "x", "instagram", "bluesky", "threads", "mastodon", "youtube", "tiktok",
    "linkedin", "reddit", "discord", "signal", "whatsapp", "telegram",
]  # fmt: skip


class Letter(Table):
    """What the letters and the offices' forms say of the cause."""

    subject: Line = Field(description="the letters' subject, in one line")
    topic: Line = Field(
        title="what most offices ask for before they take a message",
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
    sponsor: Line = Field(description="who introduced the bill, in one line")
    introduced: date | None = Field(default=None, description="a date, such as 2025-05-23, without quotes")
    url: AddressOrEmpty = Field(title="the bill's own page", default="", description=ADDRESS)


class Bill(Table):
    """The bill that the letters ask for. A chamber without its own bill may be left out."""

    title: Line = Field(description="the bill's title, in one line")
    congress: int = Field(ge=1, le=999, description="the number of the Congress, such as 119, without quotes")
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
    house: BillInChamber = Field(description="a table with the House bill's number and sponsor")
    senate: BillInChamber = Field(description="a table with the Senate bill's number and sponsor")


class Join(Table):
    """How a visitor stays connected: a mailing list's own address, or a link."""

    question: Line = Field(default="Would you like infrequent updates?", description="a question, in one line")
    link: AddressOrEmpty = Field(
        title="where people follow the campaign, if it has no list", default="", description=ADDRESS
    )
    link_text: LineOrEmpty = Field(default="", description="the link's words, in one line")
    endpoint: AddressOrEmpty = Field(
        title="where your mailing-list provider takes a name and an email address; the page then shows a form",
        default="",
        description=ADDRESS,
    )
    provider: LineOrEmpty = Field(
        title="who runs that list; the page says so before anything is sent",
        default="",
        description="the name of who receives what is typed, in one line",
    )
    name_field: FieldName = Field(default="name", description="the name of a form field")
    email_field: FieldName = Field(default="email", description="the name of a form field")
    honeypot_field: FieldName = Field(
        title="stays empty; programs that fill in every field give themselves away",
        default="website",
        description="the name of a form field",
    )

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if not (self.link or self.endpoint):
            raise ValueError("must name a link or an endpoint")
        if self.endpoint and not self.provider:
            raise ValueError("must name the provider that receives what is typed, where it names an endpoint")
        if self.link and not (self.endpoint or self.link_text):
            raise ValueError("must have a link_text for its link")
        if len({self.name_field, self.email_field, self.honeypot_field}) < 3:
            raise ValueError("must have three different names in name_field, email_field and honeypot_field")
        return self


class Follow(Table):
    """A page of the campaign's on another site."""

    network: Network = Field(description="one of: " + ", ".join(Network.__args__))  # type: ignore[attr-defined]
    label: Line = Field(description="the account's name, in one line")
    url: Address = Field(title="the account's page", description=ADDRESS)

    @property
    def icon(self) -> str:
        """The name of the network's icon."""
        return "twitter-x" if self.network == "x" else self.network


class Share(Table):
    """What is said when a visitor tells others."""

    text: Line = Field(title="what a shared link says", description="a sentence or two, in one line")
    picture: LineOrEmpty = Field(
        title="the card that a shared link shows, 1200 by 630 pixels, beside the campaign or in the checkout",
        default="",
        description="the path of a .png or .jpg file",
    )
    picture_alt: LineOrEmpty = Field(default="", description="what the picture shows, in one line")
    posts: Lines = Field(default=(), description="a list of ready-made posts, each in one line")


class Finder(Table):
    """A site that tells people who represents them."""

    name: Line = Field(description="the site's name, in one line")
    url: Address = Field(title="the site", description=ADDRESS)
    note: LineOrEmpty = Field(default="", description="a note, in one line")


class Resistbot(Table):
    """The words that sign by text message."""

    # Its senders advise plain ASCII without line breaks, curly quotes, "%" or "$".
    words: Words = Field(description="plain letters, digits and spaces")
    number: Number = Field(
        title="the number that the words are sent to", description='digits in quotes, such as "50409"'
    )


class EmailCopy(Table):
    """Who sends the visitor a copy, where the campaign names somebody."""

    endpoint: AddressOrEmpty = Field(
        title="where a copy is posted, after asking; without it, the visitor's own mail program is used",
        default="",
        description=ADDRESS,
    )
    provider: LineOrEmpty = Field(default="", description="the name of who receives the letter, in one line")

    @model_validator(mode="after")
    def _says_who_receives(self) -> Self:
        if self.endpoint and not self.provider:
            raise ValueError("must name the provider that receives the letter, where it names an endpoint")
        return self


class ContactPages(Table):
    """Where a visitor finds an office's form, where the office's own page is not known."""

    house: Address = Field(
        title="where the House's members are found",
        default="https://www.house.gov/representatives/find-your-representative",
        description=ADDRESS,
    )
    senate: Address = Field(
        title="where the senators are found",
        default="https://www.senate.gov/senators/senators-contact.htm",
        description=ADDRESS,
    )


class Campaign(Table):
    """All of campaign.toml."""

    name: Line = Field(title="the page's heading and title", description="the campaign's name, in one line")
    sentence: Line = Field(
        title="the first sentence of the page, and its description for search engines",
        description="what the page is, in one sentence",
    )
    summary: Line = Field(title="stands below the plan", description="what the cause is, in one line")
    site: AddressOrEmpty = Field(
        title="where the page is published; links that share it, and their picture, need it",
        default="",
        description=ADDRESS,
    )
    letter: Letter = Field(description="a table with subject and topic")
    bill: Bill = Field(description="a table with the bill's title, congress, house and senate")
    join: Join | None = Field(default=None, description="a table")
    follow: Annotated[tuple[Follow, ...], Field(strict=False)] = Field(default=(), description="a list of tables")
    share: Share | None = Field(default=None, description="a table")
    finders: Annotated[tuple[Finder, ...], Field(strict=False)] = Field(default=(), description="a list of tables")
    resistbot: Resistbot | None = Field(default=None, description="a table")
    email_copy: EmailCopy = Field(default=EmailCopy(), description="a table")
    contact_pages: ContactPages = Field(default=ContactPages(), description="a table")
    theme: Theme = Field(default=Theme(), description="a table")
    steps: Steps = Field(default=Steps(), description="a table")
    data: Settings = Field(default=Settings(), description="a table")

    def letters(self) -> LetterCampaign:
        """The part of the campaign that the letters are written from."""
        return LetterCampaign(
            name=self.name,
            subject=self.letter.subject,
            topic=self.letter.topic,
            bills={"house": self._bill(self.bill.house), "senate": self._bill(self.bill.senate)},
        )

    def _bill(self, own: BillInChamber) -> LetterBill:
        return LetterBill(number=own.number, title=self.bill.title, congress=self.bill.congress, sponsor=own.sponsor)

    def for_page(self) -> dict[str, Any]:
        """What Python in the page reads as site/campaign.json: plain JSON values."""
        email_copy = self.email_copy
        return {
            "campaign": asdict(self.letters()),
            "email_copy": email_copy.model_dump() if email_copy.endpoint else None,
            "site": self.site,
            "share_text": self.share.text if self.share else "",
            "contact_pages": self.contact_pages.model_dump(),
        }
