"""The steps of the page: which ones are shown, and a campaign's own text for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import Field, model_validator

from honorable.publish.campaign.fields import ADDRESS, AddressOrEmpty, LineOrEmpty, Lines, Table

#: In the order of the page.
STEPS = ("find", "officials", "compose", "subject", "letter", "topic", "confirmation")


class Step(Table):
    """One step. The page's own text is used for everything that is left out."""

    show: bool | None = Field(
        title="whether the page shows this step", default=None, description="true or false, without quotes"
    )
    title: LineOrEmpty = Field(default="", title="the step's title", description="text on one line")
    text: Lines = Field(
        title="the step's text, instead of the page's own", default=(), description="a list of paragraphs"
    )
    link: AddressOrEmpty = Field(title="where a button below the text leads", default="", description=ADDRESS)
    link_text: LineOrEmpty = Field(default="", title="the button's text", description="text on one line")
    done: LineOrEmpty = Field(
        default="", title="the text next to the box that marks the step as done", description="text on one line"
    )

    @model_validator(mode="after")
    def _names_its_link(self) -> Self:
        if self.link and not self.link_text:
            raise ValueError("must have a link_text for its link")
        return self


class Steps(Table):
    """The seven steps of the page, in order. Each has a table of its own, such as `[steps.find]`."""

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
            raise ValueError("must show the step letter: it holds the form and the letters")
        return self

    def numbers(self, shown_by_default: Mapping[str, bool]) -> dict[str, int]:
        """Return the number of each step that is shown. Steps that `shown_by_default` does not name are shown.

        >>> Steps().numbers({"officials": False, "compose": False})
        {'find': 1, 'subject': 2, 'letter': 3, 'topic': 4, 'confirmation': 5}
        """
        chosen = {name: getattr(self, name).show for name in STEPS}
        shown = [name for name in STEPS if (shown_by_default.get(name, True) if chosen[name] is None else chosen[name])]
        return {name: number for number, name in enumerate(shown, 1)}
