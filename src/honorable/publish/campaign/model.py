"""The campaign: what an operator writes in campaign.toml, and what each key must be.

A field's description is the end of the sentence "must be …" in the messages of `check`.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from honorable.letters import CONGRESS
from honorable.letters import Campaign as LetterCampaign
from honorable.publish.campaign.bill import Bill, Letter
from honorable.publish.campaign.fields import (
    ADDRESS,
    Address,
    AddressOrEmpty,
    Codes,
    FieldName,
    LanguageCode,
    Line,
    LineOrEmpty,
    Lines,
    Number,
    Table,
    Words,
)
from honorable.publish.campaign.legislature import Legislature
from honorable.publish.campaign.officials import Settings
from honorable.publish.campaign.steps import Steps
from honorable.publish.campaign.theme import Theme

Network = Literal[
    "facebook", "x", "instagram", "bluesky", "threads", "mastodon", "youtube", "tiktok",
    "linkedin", "reddit", "discord", "signal", "whatsapp", "telegram",
]  # fmt: skip


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


class Counting(Table):
    """Counting without watching: off, unless this table is there.

    The page says so before anything is sent, and then posts `{"honorable": 1, "event": "opened"}` once for each visit,
    and likewise `"written"` when letters are written and `"copied"` when one is copied. There is nothing else in it: no
    identifier, no cookie, no referrer, no word that was typed. Whoever asks not to be tracked ("Do Not Track", Global
    Privacy Control) is not counted.
    """

    endpoint: Address = Field(title="where the events are posted", description=ADDRESS)
    provider: Line = Field(title="who receives them", description="a name, in one line")


class ContactPages(Table):
    """Where a visitor finds an office's form, where the office's own page is not known.

    Left out, it is the list of the House's and of the Senate's members. Another legislature's campaign must say it.
    """

    house: AddressOrEmpty = Field(title="for the lower chamber", default="", description=ADDRESS)
    senate: AddressOrEmpty = Field(title="for the upper chamber", default="", description=ADDRESS)


_CONGRESS_PAGES = {
    "house": "https://www.house.gov/representatives/find-your-representative",
    "senate": "https://www.senate.gov/senators/senators-contact.htm",
}


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
    counting: Counting | None = Field(default=None, description="a table")
    contact_pages: ContactPages = Field(default=ContactPages(), description="a table")
    theme: Theme = Field(default=Theme(), description="a table")
    languages: Codes = Field(
        default=("en",),
        title="of the page; the first one is the page's own, the others have a folder each. "
        "For those of which there is no catalogue in locale/, put one beside the campaign",
        description='a list of codes, such as ["en", "es"]',
        min_length=1,
    )
    translation: dict[LanguageCode, dict[str, Any]] = Field(
        default={},
        title="the campaign's own words in the other languages: `[translation.es]` with `name`, `sentence` and all "
        "else that visitors read on the page. The letters stay in the legislature's language, unless there is a "
        "`templates/es/letter.txt` beside the campaign",
        description="a table for each language, named by its code, such as `[translation.es]`",
    )
    steps: Steps = Field(default=Steps(), description="a table")
    legislature: Legislature | None = Field(default=None, description="a table")
    data: Settings = Field(default=Settings(), description="a table")

    @model_validator(mode="after")
    def _fits_its_legislature(self) -> Self:
        if self.legislature is None:
            if self.bill.congress is None:
                about = type(self.bill).model_fields["congress"].description
                raise ValueError(f"bill.congress: is missing; it must be {about}")
            return self
        for chamber in self.legislature.chambers:
            if not getattr(self.contact_pages, chamber):
                raise ValueError(f"contact_pages.{chamber}: is missing; it must be {ADDRESS}")
        if self.resistbot:
            raise ValueError("resistbot: must be left out; Resistbot writes to Congress alone")
        return self

    @model_validator(mode="after")
    def _speaks_each_language_once(self) -> Self:
        if len(set(self.languages)) < len(self.languages):
            raise ValueError("languages: must name each language once")
        for code in self.translation:
            if code not in self.languages[1:]:
                raise ValueError(f"translation.{code}: must be one of the languages after the first")
        return self

    @property
    def pages(self) -> dict[str, str]:
        """Where offices are found, by chamber."""
        own = {name: url for name, url in self.contact_pages.model_dump().items() if url}
        return (_CONGRESS_PAGES | own) if self.legislature is None else own

    def letters(self) -> LetterCampaign:
        """The part of the campaign that the letters are written from."""
        legislature = self.legislature.letters() if self.legislature else CONGRESS
        return LetterCampaign(
            name=self.name,
            subject=self.letter.subject,
            topic=self.letter.topic,
            bills={chamber: self.bill.letters(chamber) for chamber in legislature.chambers},
            legislature=legislature,
        )

    def for_page(self) -> dict[str, Any]:
        """What Python in the page reads as site/campaign.json: plain JSON values."""
        email_copy = self.email_copy
        return {
            "campaign": asdict(self.letters()),
            "email_copy": email_copy.model_dump() if email_copy.endpoint else None,
            "site": self.site,
            "share_text": self.share.text if self.share else "",
            "counting": self.counting.endpoint if self.counting else "",
            "contact_pages": self.pages,
        }
