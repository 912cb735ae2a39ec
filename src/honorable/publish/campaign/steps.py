"""The steps of the page: what an organiser may say in each in place of the page's own words, and which there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import Field, model_validator

from honorable.publish.campaign.fields import ADDRESS, AddressOrEmpty, LineOrEmpty, Lines, Table

#: In the order of the page.
STEPS = ("find", "officials", "compose", "subject", "letter", "topic", "confirmation")


class Step(Table):
    """One step. What is left out is said in the page's own words."""

    show: bool | None = Field(
        title="whether the step is on the page", default=None, description="true or false, without quotes"
    )
    title: LineOrEmpty = Field(default="", description="the step's title, in one line")
    text: Lines = Field(
        title="said in place of the page's own words", default=(), description="a list of paragraphs, each in one line"
    )
    link: AddressOrEmpty = Field(title="a button below them", default="", description=ADDRESS)
    link_text: LineOrEmpty = Field(default="", description="the link's words, in one line")
    done: LineOrEmpty = Field(default="", description="the words beside the box that ticks the step off, in one line")

    @model_validator(mode="after")
    def _names_its_link(self) -> Self:
        if self.link and not self.link_text:
            raise ValueError("must have a link_text for its link")
        return self


class Steps(Table):
    """The seven steps in the order of the page, each a table of its own: `[steps.find]`."""

    find: Step = Field(default=Step(), description="a table")
    officials: Step = Field(default=Step(), description="a table")
    compose: Step = Field(default=Step(), description="a table")
    subject: Step = Field(default=Step(), description="a table")
    letter: Step = Field(default=Step(), description="a table")
    topic: Step = Field(default=Step(), description="a table")
    confirmation: Step = Field(default=Step(), description="a table")

    @model_validator(mode="after")
    def _shows_the_letters(self) -> Self:
        if self.letter.show is False:
            raise ValueError("must show the step letter: the form and the letters stand in it")
        return self

    def numbers(self, usual: Mapping[str, bool]) -> dict[str, int]:
        """The steps that are shown, each with its number. `usual` says of some whether they are unless it is said.

        >>> Steps().numbers({"officials": False, "compose": False})
        {'find': 1, 'subject': 2, 'letter': 3, 'topic': 4, 'confirmation': 5}
        """
        wanted = {name: getattr(self, name).show for name in STEPS}
        shown = [name for name in STEPS if (usual.get(name, True) if wanted[name] is None else wanted[name])]
        return {name: number for number, name in enumerate(shown, 1)}
