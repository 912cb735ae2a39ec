"""What a letter needs to know of the campaign."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.legislature import Chamber, Legislature

__all__ = ["Bill", "Campaign"]


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill in one chamber: "H.R. 3602", its short title, the number of the Congress, its sponsor, the session."""

    number: str
    title: str
    congress: int | None
    sponsor: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """The cause's name, the letter's subject, the topic for offices' forms, the bill in each chamber; and where."""

    name: str
    subject: str
    topic: str
    bills: Mapping[Chamber, Bill]
    legislature: Legislature = CONGRESS

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Campaign":
        """The campaign from `dataclasses.asdict` of one, as the build writes it for the page."""
        bills = {chamber: Bill(**bill) for chamber, bill in data["bills"].items()}
        legislature = Legislature.from_json(data["legislature"])
        return cls(data["name"], data["subject"], data["topic"], bills, legislature)
