"""The campaign: what an operator writes in campaign.toml, and what each key must be.

A field's description is the end of the sentence "must be …" in the messages of `check`.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from honorable.letters import Bill as LetterBill
from honorable.letters import Campaign as LetterCampaign
from honorable.publish.data.settings import Settings

Network = Literal[
    "facebook", "x", "instagram", "bluesky", "threads", "mastodon", "youtube", "tiktok",
    "linkedin", "reddit", "discord", "signal", "whatsapp", "telegram",
]  # fmt: skip

_LOCAL_HOSTS = {"localhost", "127.0.0.1"}


def _web_address(value: str) -> str:
    """The value itself if it is a web address that a visitor can be sent to safely, else ValueError."""
    if not re.fullmatch(r"[!#-&(-;=?-\[\]-~]+", value):  # printable ASCII without quotes, brackets and backslash
        raise ValueError("not an address")
    parts = urlsplit(value)
    host = parts.hostname or ""
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in _LOCAL_HOSTS)
    _ = parts.port  # raises ValueError where it is no number
    if not (secure and re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", host)) or "@" in parts.netloc:
        raise ValueError("not an address")
    return value


def _web_address_or_empty(value: str) -> str:
    return value and _web_address(value)


def _one_line(value: str) -> str:
    if not value.strip() or not all(char.isprintable() for char in value):
        raise ValueError("empty, or more than one line")
    return value


def _one_line_or_empty(value: str) -> str:
    return value and _one_line(value)


def _matching(pattern: str) -> AfterValidator:
    def matching(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"does not match {pattern}")
        return value

    return AfterValidator(matching)


Line = Annotated[str, AfterValidator(_one_line)]
LineOrEmpty = Annotated[str, AfterValidator(_one_line_or_empty)]
Address = Annotated[str, AfterValidator(_web_address)]
AddressOrEmpty = Annotated[str, AfterValidator(_web_address_or_empty)]
Colour = Annotated[str, _matching(r"#[0-9a-fA-F]{6}")]
FieldName = Annotated[str, _matching(r"[A-Za-z_][\w.\[\]-]*")]
Words = Annotated[str, _matching(r"[A-Za-z0-9][A-Za-z0-9 ]*")]
Number = Annotated[str, _matching(r"[0-9]{3,15}")]
# A tuple is frozen, TOML only has lists: so lists are let in here, and nowhere else.
Lines = Annotated[tuple[Line, ...], Field(strict=False)]

ADDRESS = "an https:// address"


class Table(BaseModel):
    """A table of the file: no unknown keys, no silent conversions, no changes afterwards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Letter(Table):
    """What the letters and the offices' forms say of the cause."""

    subject: Line = Field(description="the letters' subject, in one line")
    topic: Line = Field(description="the topic to choose in an office's form, in one line")
    other_topics: Lines = Field(default=(), description="a list of other topics, each in one line")


class BillInChamber(Table):
    """The bill as it stands in one chamber."""

    number: Line = Field(description='the bill\'s number, such as "H.R. 3602"')
    sponsor: Line = Field(description="who introduced the bill, in one line")
    introduced: date | None = Field(default=None, description="a date, such as 2025-05-23, without quotes")
    url: AddressOrEmpty = Field(default="", description=ADDRESS)


class Bill(Table):
    """The bill that the letters ask for. A chamber without its own bill may be left out."""

    title: Line = Field(description="the bill's title, in one line")
    congress: int = Field(ge=1, le=999, description="the number of the Congress, such as 119, without quotes")
    checked: date | None = Field(default=None, description="a date, such as 2026-11-23, without quotes")
    lapses: date | None = Field(default=None, description="a date, such as 2027-01-03, without quotes")
    history: str = Field(default="", description="text")
    house: BillInChamber = Field(description="a table with the House bill's number and sponsor")
    senate: BillInChamber = Field(description="a table with the Senate bill's number and sponsor")


class Join(Table):
    """How a visitor stays connected: a mailing list's own address, or a link."""

    question: Line = Field(default="Would you like infrequent updates?", description="a question, in one line")
    link: AddressOrEmpty = Field(default="", description=ADDRESS)
    link_text: LineOrEmpty = Field(default="", description="the link's words, in one line")
    endpoint: AddressOrEmpty = Field(default="", description=ADDRESS)
    provider: LineOrEmpty = Field(default="", description="the name of who receives what is typed, in one line")
    name_field: FieldName = Field(default="name", description="the name of a form field")
    email_field: FieldName = Field(default="email", description="the name of a form field")
    honeypot_field: FieldName = Field(default="website", description="the name of a form field")

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
    url: Address = Field(description=ADDRESS)

    @property
    def icon(self) -> str:
        """The name of the network's icon."""
        return "twitter-x" if self.network == "x" else self.network


class Share(Table):
    """What is said when a visitor tells others."""

    text: Line = Field(description="a sentence or two, in one line")
    picture: LineOrEmpty = Field(default="", description="the path of a .png or .jpg file")
    picture_alt: LineOrEmpty = Field(default="", description="what the picture shows, in one line")
    posts: Lines = Field(default=(), description="a list of ready-made posts, each in one line")


class Finder(Table):
    """A site that tells people who represents them."""

    name: Line = Field(description="the site's name, in one line")
    url: Address = Field(description=ADDRESS)
    note: LineOrEmpty = Field(default="", description="a note, in one line")


class Resistbot(Table):
    """The words that sign by text message."""

    # Its senders advise plain ASCII without line breaks, curly quotes, "%" or "$".
    words: Words = Field(description="plain letters, digits and spaces")
    number: Number = Field(description='digits in quotes, such as "50409"')


class EmailCopy(Table):
    """Who sends the visitor a copy, where the campaign names somebody."""

    endpoint: AddressOrEmpty = Field(default="", description=ADDRESS)
    provider: LineOrEmpty = Field(default="", description="the name of who receives the letter, in one line")

    @model_validator(mode="after")
    def _says_who_receives(self) -> Self:
        if self.endpoint and not self.provider:
            raise ValueError("must name the provider that receives the letter, where it names an endpoint")
        return self


class ContactPages(Table):
    """Where a visitor finds an office's form, where the office's own page is not known."""

    house: Address = Field(
        default="https://www.house.gov/representatives/find-your-representative", description=ADDRESS
    )
    senate: Address = Field(default="https://www.senate.gov/senators/senators-contact.htm", description=ADDRESS)


class Theme(Table):
    """The accent colour, for light and for dark screens."""

    accent: Colour = Field(default="#1d4f91", description='a colour, such as "#1d4f91"')
    accent_dark: Colour = Field(default="#8ab4f0", description='a colour, such as "#8ab4f0"')


class Campaign(Table):
    """All of campaign.toml."""

    name: Line = Field(description="the campaign's name, in one line")
    sentence: Line = Field(description="what the page is, in one sentence")
    summary: Line = Field(description="what the cause is, in one line")
    site: AddressOrEmpty = Field(default="", description=ADDRESS)
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
