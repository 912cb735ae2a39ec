"""What a letter needs to know about the campaign."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from honorable.letters.legislature import Chamber, Legislature

__all__ = ["DEFAULT_REASONS", "MOST_REASONS", "Bill", "Campaign", "Reason"]

#: How many reasons a letter has if the writer picks none, and how many a writer may pick.
DEFAULT_REASONS, MOST_REASONS = 2, 3


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill in one chamber.

    `number` is written as in "H.R. 3602", `congress` is the number of the Congress, and `session` is the session of
    another legislature. `sponsor_id` and `cosponsors` are Bioguide IDs. If the bill has no number in this chamber
    (`in_chamber` is false), all of these are those of the other chamber's bill.
    """

    number: str
    title: str
    congress: int | None
    sponsor: str
    session: str = ""
    sponsor_id: str = ""
    cosponsors: tuple[str, ...] = ()
    in_chamber: bool = True
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """An argument that a writer may pick: its id, its label on the page, and its paragraph in the letter."""

    id: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign: its name, the letters' subject, the topic for offices' forms, the bill in each chamber, the reasons.

    `lapses` is the last day on which the bill is before the legislature, as an ISO 8601 date, or "".
    """

    name: str
    subject: str
    topic: str
    bills: Mapping[Chamber, Bill]
    legislature: Legislature
    reasons: tuple[Reason, ...] = ()
    lapses: str = ""

    def as_of(self, today: date) -> "Campaign":
        """Return the campaign as it is on a day: from the day after `lapses`, its bills have lapsed."""
        lapsed = bool(self.lapses) and today > date.fromisoformat(self.lapses)
        return replace(self, bills={chamber: replace(bill, lapsed=lapsed) for chamber, bill in self.bills.items()})

    def picked(self, ids: tuple[str, ...] | None) -> tuple[Reason, ...]:
        """Return the reasons with these ids in the order picked, at most three. None stands for the default ones.

        Unknown and repeated ids are dropped.
        """
        if ids is None:
            return self.reasons[:DEFAULT_REASONS]
        by_id = {reason.id: reason for reason in self.reasons}
        return tuple(by_id[one] for one in dict.fromkeys(ids) if one in by_id)[:MOST_REASONS]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Campaign":
        """Return the campaign whose `dataclasses.asdict` the build wrote for the page as JSON."""
        return cls(
            **{
                **data,
                "bills": {chamber: _bill(bill) for chamber, bill in data["bills"].items()},
                "legislature": Legislature.from_json(data["legislature"]),
                "reasons": tuple(Reason(**reason) for reason in data["reasons"]),
            }
        )


def _bill(data: Mapping[str, Any]) -> Bill:
    return Bill(**{**data, "cosponsors": tuple(data["cosponsors"])})
