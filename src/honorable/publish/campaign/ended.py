"""What the page says once the campaign has ended."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from honorable.publish.campaign.fields import ADDRESS, AddressOrEmpty, LineOrEmpty, Lines, Table


class Ended(Table):
    """The end of the campaign. From the day after `on`, the page shows this instead of the form and the letters.

    `honorable retire` writes a page with this text, to publish in place of the site when you take it down.
    """

    on: date = Field(title="the campaign's last day", description="a date, such as 2027-01-31, without quotes")
    heading: LineOrEmpty = Field(
        default="", title='the first line; by default "This campaign has ended."', description="text on one line"
    )
    text: Lines = Field(default=(), title="what people can do instead", description="a list of paragraphs")
    link: AddressOrEmpty = Field(default="", title="where a link below the text leads", description=ADDRESS)
    link_text: LineOrEmpty = Field(default="", title="the link's text", description="text on one line")

    @model_validator(mode="after")
    def _names_its_link(self) -> Self:
        if self.link and not self.link_text:
            raise ValueError("must have a link_text for its link")
        return self
