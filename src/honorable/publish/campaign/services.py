"""Services that a page sends to: a mailing list, copies by email, and a counter."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from honorable.publish.campaign.fields import (
    ADDRESS,
    Address,
    Addresses,
    AddressOrEmpty,
    FieldName,
    Line,
    LineOrEmpty,
    Table,
)

_ALSO_ALLOW = Field(
    title="other sites that the endpoint redirects to; browsers block all that are not listed",
    default=(),
    description='a list of https:// addresses, such as ["https://www.example.org"]',
)


class Join(Table):
    """How visitors stay in touch: a mailing list or a link."""

    question: Line = Field(
        default="Would you like infrequent updates?",
        title="the question above it",
        description="a question on one line",
    )
    link: AddressOrEmpty = Field(
        title="where people follow the campaign, if it has no mailing list", default="", description=ADDRESS
    )
    link_text: LineOrEmpty = Field(default="", title="the link's text", description="text on one line")
    endpoint: AddressOrEmpty = Field(
        title="the sign-up address from your mailing list provider; the page then shows a form",
        default="",
        description=ADDRESS,
    )
    provider: LineOrEmpty = Field(
        title="who runs the mailing list; the page says so before anything is sent",
        default="",
        description="a name on one line",
    )
    name_field: FieldName = Field(
        default="name", title="what the provider calls the name field", description="the name of a form field"
    )
    email_field: FieldName = Field(
        default="email", title="what the provider calls the email field", description="the name of a form field"
    )
    honeypot_field: FieldName = Field(
        title="a hidden field that people leave empty and spam programs fill in",
        default="website",
        description="the name of a form field",
    )
    also_allow: Addresses = _ALSO_ALLOW

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if not (self.link or self.endpoint):
            raise ValueError("must have a link or an endpoint")
        if self.endpoint and not self.provider:
            raise ValueError("must name the provider that receives the form at its endpoint")
        if self.link and not (self.endpoint or self.link_text):
            raise ValueError("must have a link_text for its link")
        if len({self.name_field, self.email_field, self.honeypot_field}) < 3:
            raise ValueError("must have different names in name_field, email_field and honeypot_field")
        return self


class EmailCopy(Table):
    """A service that emails visitors a copy of their letters. Without it they use their own mail program."""

    endpoint: AddressOrEmpty = Field(
        title="where the page sends the copy, after the visitor agrees",
        default="",
        description=ADDRESS,
    )
    provider: LineOrEmpty = Field(
        default="", title="who receives the letter and sends the copy", description="a name on one line"
    )
    also_allow: Addresses = _ALSO_ALLOW

    @model_validator(mode="after")
    def _says_who_receives(self) -> Self:
        if self.endpoint and not self.provider:
            raise ValueError("must name the provider that receives the letter at its endpoint")
        return self


class Counting(Table):
    """Counting visits without tracking anyone. Without this table nothing is counted.

    The page says that it counts, and then posts `{"honorable": 1, "event": "opened"}` once per visit, `"written"` when
    letters are written and `"copied"` when one is copied. It sends nothing else: no identifier, no cookie, no referrer,
    nothing that was typed. Visitors who ask not to be tracked ("Do Not Track", Global Privacy Control) are not counted.
    """

    endpoint: Address = Field(title="where the page posts the events", description=ADDRESS)
    provider: Line = Field(title="who receives them", description="a name on one line")
    also_allow: Addresses = _ALSO_ALLOW
