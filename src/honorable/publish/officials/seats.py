"""Match members to seats: settle two people in one seat, and find the vacant seats."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from babel.lists import format_list

from honorable.letters.congress.district_file import seat_key
from honorable.letters.congress.member import Member, seat_name
from honorable.letters.congress.states import NO_SENATORS, STATES
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.errors import UserError
from honorable.publish.officials.districts import Districts
from honorable.publish.officials.members import Officeholder

#: 435 voting seats (2 U.S.C. 2a, Apportionment Act of 1911), five Delegates and the Resident Commissioner.
HOUSE = 435 + 6
#: More vacancies than this in both chambers mean that the file is broken: there have never been as many at once.
MOST_VACANCIES = 12
_MOST_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Seats:
    """Every seat, with notes for the operator.

    `members` are in the order of the source, at most one for each seat. `vacant` are the House seats without a member,
    by their keys ("CA14"). A state with fewer than two members in the Senate has a vacant seat there.
    """

    members: tuple[Member, ...]
    vacant: tuple[str, ...]
    notes: tuple[str, ...]


def fill_seats(holders: Sequence[Officeholder], districts: Districts, settings: DataSources) -> Seats:
    """Return who holds each seat.

    Of two people in one seat, the one whose term began later holds it, with a note. A seat that nobody holds is vacant,
    with a note. Raises UserError with every error if the two files cannot both be right: a seat with two members whose
    terms began on the same day, a member without a district, more than a dozen vacancies that `settings.vacant` does
    not list, or too few districts or ZCTAs.
    """
    notes: list[str] = []
    errors: list[str] = []
    members = _one_for_each_seat(holders, notes, errors)
    vacant = _vacancies(members, districts, settings.vacant, notes, errors)
    errors += _wrong_districts(members, districts, settings.more_zctas_than)
    if errors:
        more = len(errors) - _MOST_ERRORS
        raise UserError([*errors[:_MOST_ERRORS], *([f"and {more} more"] if more > 0 else [])])
    return Seats(tuple(members), tuple(vacant), (*notes, *_other_notes(members, districts)))


def _one_for_each_seat(holders: Sequence[Officeholder], notes: list[str], errors: list[str]) -> list[Member]:
    by_seat: defaultdict[tuple[str, str], list[Officeholder]] = defaultdict(list)
    for number, holder in enumerate(holders):
        one = holder.member
        # A senator whose class is unknown may hold either seat, so nobody is dropped for them.
        seat = one.district if one.chamber == "house" else f"class {holder.senate_class or -number}"
        by_seat[f"{one.chamber} {one.state}", seat].append(holder)
    dropped: list[Officeholder] = []
    for rivals in by_seat.values():
        if len(rivals) == 1:
            continue
        *earlier, last = sorted(rivals, key=lambda holder: holder.term_began or date.min)
        names = " and ".join(holder.member.full_name for holder in rivals)
        if earlier[-1].term_began == last.term_began:
            errors.append(f"members: {_place(last.member)} has {len(rivals)} members, {names}; it must have one")
        else:
            notes.append(
                f"{_place(last.member)} has {len(rivals)} members in the list, {names}; "
                f"{last.member.full_name} is used, whose term began last"
            )
            dropped += earlier
    return [holder.member for holder in holders if holder not in dropped]


def _vacancies(
    members: Sequence[Member], districts: Districts, listed: Iterable[str], notes: list[str], errors: list[str]
) -> list[str]:
    held = {seat_key(one.state, one.district) for one in members if one.chamber == "house"}
    house = sorted(_all_seats(districts) - held)
    senators = Counter(one.state for one in members if one.chamber == "senate")
    senate: list[str] = []
    for state in STATES:
        wanted = 0 if state.code in NO_SENATORS else 2
        if senators[state.code] > wanted:
            errors.append(f"members: {state.name} has {senators[state.code]} senators; it must have {wanted}")
        senate += [state.code] * (wanted - senators[state.code])
    known = {_listed_key(name) for name in listed}
    unexpected = [key for key in (*house, *senate) if key not in known]
    if len(unexpected) > MOST_VACANCIES:
        errors.append(
            f"members: {len(unexpected)} seats have no member, such as {_seat_place(unexpected[0])}; at most "
            f"{MOST_VACANCIES} can be vacant unless data.vacant lists them"
        )
    notes += [f"{_seat_place(key)} has no member, so the seat is vacant" for key in (*house, *senate)]
    return house


def _wrong_districts(members: Iterable[Member], districts: Districts, more_than: int) -> Iterator[str]:
    seats = _all_seats(districts)
    if len(seats) != HOUSE:
        yield f"districts: {len(seats)} House seats; there must be {HOUSE}"
    for one in members:
        if one.chamber == "house" and seat_key(one.state, one.district) not in seats:
            yield f"districts: {_place(one)} has a member but no ZCTA"
    if len(districts.land) <= more_than:
        yield f"districts: {len(districts.land):,} ZCTAs; there must be more than {more_than:,}"


def _other_notes(members: Iterable[Member], districts: Districts) -> Iterator[str]:
    # The lookup knows their ZIP codes without the file (honorable.letters.congress.special_zip_codes).
    drawn = set(chain.from_iterable(districts.land.values()))
    if bare := sorted(_all_seats(districts) - drawn):
        yield f"no ZCTA is in {', '.join(map(_seat_place, bare))}"
    for one in members:
        missing = [
            word
            for word, value in (
                ("office", one.office),
                ("phone number", one.phone),
                ("website", one.contact_page),
                ("end of the term", one.term_ends),
            )
            if not value
        ]
        if missing:
            words = format_list(missing, style="or", locale="en")
            yield f"the list has no {words} for {one.title} {one.full_name}"


def _all_seats(districts: Districts) -> set[str]:
    """Return the keys of all House seats: the districts in the file, DC and the territories, which it may lack."""
    return set(chain.from_iterable(districts.land.values())) | {seat_key(code, "") for code in NO_SENATORS}


def _listed_key(name: str) -> str:
    """Return the key of a seat as the settings name it: "CA-14" is CA14, "OH" is a Senate seat of Ohio."""
    state, _, district = name.partition("-")
    return seat_key(state, str(int(district))) if district else state


def _place(one: Member) -> str:
    return seat_name(one.state, one.district) if one.chamber == "house" else f"the Senate seat of {one.state}"


def _seat_place(key: str) -> str:
    if len(key) == 2:
        return f"a Senate seat of {key}"
    return seat_name(key[:2], "" if key[2:] == "0" else key[2:])
