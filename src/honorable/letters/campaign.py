"""What a letter needs to know of the campaign."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from honorable.letters.recipient import Chamber

__all__ = ["Bill", "Campaign"]


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill in one chamber: "H.R. 3602", its short title, the number of the Congress, its sponsor."""

    number: str
    title: str
    congress: int
    sponsor: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """The cause's name, the letter's subject, the topic for offices' forms, and the bill in each chamber."""

    name: str
    subject: str
    topic: str
    bills: Mapping[Chamber, Bill]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Campaign":
        """The campaign from `dataclasses.asdict` of one, as the build writes it for the page."""
        bills = {chamber: Bill(**bill) for chamber, bill in data["bills"].items()}
        return cls(name=data["name"], subject=data["subject"], topic=data["topic"], bills=bills)
