"""Who is still in office on a day, given a list that may be older than that day, or older than its districts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from honorable.letters.congress.legislature import last_day
from honorable.letters.congress.lookup_result import LookupResult
from honorable.letters.congress.member import Member, Seat

__all__ = ["REDRAWN", "in_office", "is_mixed", "term_has_ended"]

#: The states that elected the 120th Congress in other districts than the 119th.
REDRAWN = ("AL", "CA", "FL", "LA", "MO", "NC", "OH", "TN", "TX", "UT")

# Terms end at noon on January 3 (20th Amendment, section 1), which is 17:00 UTC in Washington's winter. A day that
# ends the term of an appointed senator is over at midnight, which is 5:00 UTC at the latest.
_NOON = timedelta(hours=17)
_MIDNIGHT = timedelta(days=1, hours=5)


def term_has_ended(ends: date, now: datetime) -> bool:
    """Return whether a term with this last day is over. `now` is aware of its time zone.

    >>> term_has_ended(date(2027, 1, 3), datetime(2027, 1, 3, 16, 59, tzinfo=UTC))
    False
    >>> term_has_ended(date(2027, 1, 3), datetime(2027, 1, 3, 17, 0, tzinfo=UTC))
    True
    """
    after = _NOON if (ends.month, ends.day) == (1, 3) else _MIDNIGHT
    return now >= datetime(ends.year, ends.month, ends.day, tzinfo=UTC) + after


def is_mixed(seat: Seat, congress: int, districts_congress: int) -> bool:
    """Return whether the seat belongs to another Congress than the districts that ZIP codes were matched with.

    `congress` is the one that the list's members sit in. A member whose term ends after the Congress of the districts
    sits in a later one, whatever the list says.
    """
    if congress != districts_congress:
        return True
    ends = seat.member.term_ends if seat.member else None
    return ends is not None and ends > last_day(districts_congress)


def in_office(result: LookupResult, congress: int, now: datetime) -> LookupResult:
    """Return the result without the members whose terms have ended; `former` has them.

    A member of the House whose term's end is unknown leaves with the list's Congress.
    """

    def has_left(member: Member) -> bool:
        ends = member.term_ends or (last_day(congress) if member.chamber == "house" else None)
        return ends is not None and term_has_ended(ends, now)

    seats = tuple(
        replace(seat, member=None, former=seat.member) if seat.member and has_left(seat.member) else seat
        for seat in result.seats
    )
    return replace(
        result,
        seats=seats,
        senators=tuple(one for one in result.senators if not has_left(one)),
        former_senators=tuple(one for one in result.senators if has_left(one)),
        house_has_changed=term_has_ended(last_day(congress), now),
    )
