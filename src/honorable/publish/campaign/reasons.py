"""The reasons that a writer may pick for the letter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from honorable.letters import Reason as LetterReason
from honorable.publish.campaign.fields import Line, LineOrEmpty, Table, matching


class Reason(Table):
    """An argument for the cause. The writer picks up to three, and the letter takes them in the order picked.

    A campaign has four to eight, or none. The first two are in the letter until the writer picks others.
    """

    id: Annotated[str, matching(r"[a-z][a-z0-9-]{0,30}")] = Field(
        title="names the reason in links, as in `#reasons=promise`",
        description='lowercase letters, digits and hyphens, such as "promise"',
    )
    label: Line = Field(title="what the writer picks", description="a few words, in one line")
    text: Line = Field(title="the letter's paragraph", description="a paragraph of plain text, in one line")
    prompt: LineOrEmpty = Field(
        default="", title="a question beside the story's field, while the reason is picked", description="one sentence"
    )

    def letters(self) -> LetterReason:
        """Return the reason for the letters."""
        return LetterReason(self.id, self.label, self.text)
