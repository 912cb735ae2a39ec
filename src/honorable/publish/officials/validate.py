"""Checks members and districts against each other before anything is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from honorable.letters.congress.district_file import seat_key
from honorable.letters.congress.member import Member, seat_name
from honorable.letters.congress.states import NO_SENATORS, STATES
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.errors import UserError
from honorable.publish.officials.districts import Districts

#: 2 U.S.C. 2a with the Apportionment Act of 1911 (435), and the seats without a vote: five Delegates, and the
#: Resident Commissioner.
HOUSE = 435 + 6
_MOST_PROBLEMS = 20


def check(members: Sequence[Member], districts: Districts, settings: DataSources) -> tuple[str, ...]:
    """Notes on what is worth knowing, though nothing is wrong.

    Raises UserError, all of them, unless there are 100 senators and 435 + 6 seats in the House less those that are
    listed as vacant, more ZCTAs than the settings say, and somebody or a listed vacancy for each district.
    """
    problems = [
        *_senators(members, settings.vacant),
        *_house(members, settings.vacant),
        *_districts(members, districts, settings.vacant),
    ]
    if len(districts.land) <= settings.more_zctas_than:
        problems.append(
            f"districts: {len(districts.land):,} ZCTAs; there must be more than {settings.more_zctas_than:,}"
        )
    if problems:
        more = len(problems) - _MOST_PROBLEMS
        raise UserError([*problems[:_MOST_PROBLEMS], *([f"and {more} more"] if more > 0 else [])])
    return tuple(_notes(members, districts, settings.vacant))


def vacant_seats(members: Iterable[Member], vacant: Iterable[str]) -> list[str]:
    """The seats in the House, as the packed file names them, that are listed as vacant and nobody holds."""
    return sorted(set(_listed(vacant)) - set(_held(members)))


def _listed(vacant: Iterable[str]) -> Iterator[str]:
    for name in vacant:
        state, _, district = name.partition("-")
        if district:
            yield seat_key(state, str(int(district)) if int(district) else "")


def _held(members: Iterable[Member]) -> Counter[str]:
    return Counter(seat_key(one.state, one.district) for one in members if one.chamber == "house")


def _senators(members: Iterable[Member], vacant: Sequence[str]) -> Iterator[str]:
    there = Counter(one.state for one in members if one.chamber == "senate")
    missing = Counter(name for name in vacant if "-" not in name)
    total, listed = sum(there.values()), min(sum(missing.values()), 100 - min(100, sum(there.values())))
    if total + listed != 100:
        yield f"members: {total} senators; there must be 100, less those that are listed as vacant"
    for state in STATES:
        wanted = 0 if state.code in NO_SENATORS else 2
        if there[state.code] > wanted or there[state.code] + missing[state.code] < wanted:
            yield (
                f"members: {state.name} has {there[state.code]} senators; it must have {wanted}, or "
                f'"{state.code}" must be listed as vacant'
            )


def _house(members: Sequence[Member], vacant: Sequence[str]) -> Iterator[str]:
    held = _held(members)
    for key, holders in held.items():
        if holders > 1:
            names = " and ".join(one.full_name for one in members if seat_key(one.state, one.district) == key)
            yield f"members: {_words(key)} has {holders} members, {names}; it must have one"
    vacant_count = len(vacant_seats(members, vacant))
    if len(held) + vacant_count != HOUSE:
        yield (
            f"members: {len(held)} seats in the House and {vacant_count} listed as vacant; "
            f"there must be {HOUSE} together"
        )


def _districts(members: Iterable[Member], districts: Districts, vacant: Sequence[str]) -> Iterator[str]:
    held, listed = set(_held(members)), set(_listed(vacant))
    drawn = set(chain.from_iterable(districts.land.values()))
    for key in sorted(drawn - held - listed):
        yield f'members: {_words(key)} has no member; if its seat is vacant, list it as "{key[:2]}-{key[2:]}"'
    for key in sorted(held - drawn):
        if key[:2] not in NO_SENATORS:
            yield f"districts: {_words(key)} has a member but no ZCTA"


def _notes(members: Sequence[Member], districts: Districts, vacant: Sequence[str]) -> Iterator[str]:
    held = _held(members)
    for key in sorted(set(_listed(vacant)) & set(held)):
        yield f'"{key[:2]}-{key[2:]}" is listed as vacant, and somebody holds it; it can leave the list'
    # The look-up knows their ZIP codes without a table (honorable.letters.congress.special_zip_codes).
    bare = sorted(set(held) - set(chain.from_iterable(districts.land.values())))
    if bare:
        yield f"no ZCTA is in {', '.join(map(_words, bare))}"
    for one in members:
        lacks = [
            word
            for word, text in (("office", one.office), ("phone", one.phone), ("link", one.contact_page))
            if not text
        ]
        if lacks:
            yield f"{one.title} {one.full_name} has no {', no '.join(lacks)}"


def _words(key: str) -> str:
    return seat_name(key[:2], "" if key[2:] == "0" else key[2:])
