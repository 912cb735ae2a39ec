"""The model of campaign.toml.

A field's title says what it is for; its description is the end of the sentence "must be …" in an error message.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from honorable.letters import Campaign as LetterCampaign
from honorable.letters.congress.legislature import CONGRESS
from honorable.publish.campaign.bill import Bill, Letter
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.campaign.ended import Ended
from honorable.publish.campaign.fields import (
    ADDRESS,
    AddressOrEmpty,
    Codes,
    LanguageCode,
    Line,
    SiteAddress,
    Table,
)
from honorable.publish.campaign.legislature import Legislature
from honorable.publish.campaign.reasons import Reason
from honorable.publish.campaign.services import Counting, EmailCopy, Join
from honorable.publish.campaign.sharing import Finder, Follow, Resistbot, Share
from honorable.publish.campaign.steps import Steps
from honorable.publish.campaign.theme import Theme


class ContactPages(Table):
    """Where visitors find an office's contact form if the office's own page is unknown.

    For Congress, these are the House's and the Senate's lists of members. Required for any other legislature.
    """

    house: AddressOrEmpty = Field(title="a list of the lower chamber's members", default="", description=ADDRESS)
    senate: AddressOrEmpty = Field(title="a list of the upper chamber's members", default="", description=ADDRESS)


_CONGRESS_PAGES = {
    "house": "https://www.house.gov/representatives/find-your-representative",
    "senate": "https://www.senate.gov/senators/senators-contact.htm",
}


class Campaign(Table):
    """These keys come first, before any `[table]`."""

    name: Line = Field(title="the page's heading and title", description="the campaign's name, on one line")
    sentence: Line = Field(
        title="the first sentence of the page, also shown by search engines",
        description="what the page is for, in one sentence",
    )
    summary: Line = Field(title="two or three sentences about the cause", description="what the cause is, on one line")
    site: SiteAddress = Field(
        title="the address of the folder where the page is published; needed to share it with a picture",
        default="",
        description=ADDRESS,
    )
    letter: Letter = Field(description="a table with subject and topic")
    reasons: Annotated[tuple[Reason, ...], Field(strict=False)] = Field(
        default=(), description="a list of four to eight tables", max_length=8
    )
    bill: Bill = Field(description="a table with the bill's title, congress, house and senate")
    join: Join | None = Field(default=None, description="a table")
    follow: Annotated[tuple[Follow, ...], Field(strict=False)] = Field(default=(), description="a list of tables")
    share: Share | None = Field(default=None, description="a table")
    finders: Annotated[tuple[Finder, ...], Field(strict=False)] = Field(default=(), description="a list of tables")
    resistbot: Resistbot | None = Field(default=None, description="a table")
    email_copy: EmailCopy = Field(default=EmailCopy(), description="a table")
    counting: Counting | None = Field(default=None, description="a table")
    contact_pages: ContactPages = Field(default=ContactPages(), description="a table")
    ended: Ended | None = Field(default=None, description="a table")
    theme: Theme = Field(default=Theme(), description="a table")
    languages: Codes = Field(
        default=("en",),
        title="the page's languages; the first is the page's own, and each other one gets a folder. A language without "
        "a catalog in `locale/` needs one next to campaign.toml",
        description='a list of codes, such as ["en", "es"]',
        min_length=1,
    )
    translation: dict[LanguageCode, dict[str, Any]] = Field(
        default={},
        title="the campaign's text in the other languages: `[translation.es]` with `name`, `sentence` and everything "
        "else that visitors read. The letters stay in the legislature's language unless there is a "
        "`templates/es/letter.txt` next to campaign.toml",
        description="a table for each language, such as `[translation.es]`",
    )
    steps: Steps = Field(default=Steps(), description="a table")
    legislature: Legislature | None = Field(default=None, description="a table")
    data: DataSources = Field(default=DataSources(), description="a table")

    @model_validator(mode="after")
    def _fits_its_legislature(self) -> Self:
        if self.legislature is None:
            if self.bill.congress is None:
                about = type(self.bill).model_fields["congress"].description
                raise ValueError(f"bill.congress: missing; must be {about}")
            return self
        for chamber in self.legislature.chambers:
            if not getattr(self.contact_pages, chamber):
                raise ValueError(f"contact_pages.{chamber}: missing; must be {ADDRESS}")
        if self.resistbot:
            raise ValueError("resistbot: must be left out; Resistbot writes only to Congress")
        return self

    @model_validator(mode="after")
    def _has_enough_reasons(self) -> Self:
        if 0 < len(self.reasons) < 4:
            raise ValueError("reasons: must be four to eight, or none")
        if len({reason.id for reason in self.reasons}) < len(self.reasons):
            raise ValueError("reasons: must have different ids")
        return self

    @model_validator(mode="after")
    def _names_each_language_once(self) -> Self:
        if len(set(self.languages)) < len(self.languages):
            raise ValueError("languages: must list each language only once")
        for code in self.translation:
            if code not in self.languages[1:]:
                raise ValueError(f'translation.{code}: "{code}" must be in the list "languages", after the first one')
        return self

    @property
    def office_pages(self) -> dict[str, str]:
        """A list of members for each chamber, for offices whose own page is unknown."""
        own = {name: url for name, url in self.contact_pages.model_dump().items() if url}
        return (_CONGRESS_PAGES | own) if self.legislature is None else own

    @property
    def connections(self) -> tuple[str, ...]:
        """The addresses that scripts of the page may send to."""
        copies, counting = self.email_copy, self.counting
        return (
            *((copies.endpoint, *copies.also_allow) if copies.endpoint else ()),
            *((counting.endpoint, *counting.also_allow) if counting else ()),
        )

    @property
    def form_targets(self) -> tuple[str, ...]:
        """The addresses that forms of the page may be sent to."""
        return (self.join.endpoint, *self.join.also_allow) if self.join and self.join.endpoint else ()

    def letter_campaign(self) -> LetterCampaign:
        """Return the part of the campaign that the letters use."""
        legislature = self.legislature.letter_legislature() if self.legislature else CONGRESS
        return LetterCampaign(
            name=self.name,
            subject=self.letter.subject,
            topic=self.letter.topic,
            bills={chamber: self.bill.letter_bill(chamber) for chamber in legislature.chambers},
            legislature=legislature,
            reasons=tuple(reason.letters() for reason in self.reasons),
            lapses=self.bill.lapses.isoformat() if self.bill.lapses else "",
        )

    def for_page(self) -> dict[str, Any]:
        """Return site/campaign.json, the JSON that Python in the page reads."""
        email_copy = self.email_copy
        return {
            "campaign": asdict(self.letter_campaign()),
            "email_copy": email_copy.model_dump(include={"endpoint", "provider"}) if email_copy.endpoint else None,
            "site": self.site,
            "share_text": self.share.text if self.share else "",
            "counting": self.counting.endpoint if self.counting else "",
            "contact_pages": self.office_pages,
        }
