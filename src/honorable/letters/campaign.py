"""What a letter needs to know about the campaign."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from honorable.letters.legislature import Chamber, Legislature

__all__ = ["Bill", "Campaign"]


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill in one chamber.

    `number` is written as in "H.R. 3602", `congress` is the number of the Congress, and `session` is the session of
    another legislature.
    """

    number: str
    title: str
    congress: int | None
    sponsor: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign: its name, the letters' subject, the topic for offices' forms, and the bill in each chamber."""

    name: str
    subject: str
    topic: str
    bills: Mapping[Chamber, Bill]
    legislature: Legislature

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Campaign":
        """Return the campaign whose `dataclasses.asdict` the build wrote for the page as JSON."""
        bills = {chamber: Bill(**bill) for chamber, bill in data["bills"].items()}
        legislature = Legislature.from_json(data["legislature"])
        return cls(data["name"], data["subject"], data["topic"], bills, legislature)
