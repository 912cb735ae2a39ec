"""Pack members and districts into the small file that the page loads (`honorable.letters.congress.district_file`)."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from string import ascii_letters

from honorable.letters.congress.district_file import FIRST_LINE, VERSION, DistrictFile, seat_key, zip_codes_of
from honorable.letters.congress.member import Member
from honorable.publish.officials.districts import Districts

_MOST_SEATS = 26


def pack(members: Sequence[Member], districts: Districts, vacant: Iterable[str], congress: int, day: date) -> bytes:
    """Return the packed file, the same bytes for the same data.

    `vacant` are the keys of the House seats without a member ("CA14"), `congress` is the Congress of the members, and
    `day` the day of their list.
    Raises ValueError if more than 26 districts share the first three digits of their ZIP codes.
    """
    seats = [*map(_member, members), *vacant]
    codes = [
        _prefix(prefix, [(zcta, districts.land[zcta]) for zcta in zctas], areas_known=districts.areas_known)
        for prefix, zctas in groupby(sorted(districts.land), key=lambda zcta: zcta[:3])
    ]
    counts = f"{day.isoformat()} {congress} {districts.congress} {len(seats)} {len(codes)}"
    text = "\n".join([f"{FIRST_LINE} {VERSION}", counts, *seats, *codes])
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def unpack_districts(file: DistrictFile) -> Districts:
    """Return the districts in a packed file, with percentages for areas. Raises DamagedDataError if it is damaged."""
    land: dict[str, dict[str, int]] = {}
    known = True
    for prefix, line in file.prefixes.items():
        for number, spans in zip_codes_of(line).items():
            land[f"{prefix}{number:02}"] = {seat: percent or 1 for seat, percent in spans}
            known = known and all(percent is not None for _, percent in spans)
    return Districts(file.districts_congress, land, areas_known=known)


def percentages(areas: Sequence[int]) -> list[int]:
    """Return each area's percentage of the whole: at least 1 each, 100 together, never out of order.

    >>> percentages([2, 1]), percentages([10_000, 1]), percentages([1, 1, 1])
    ([67, 33], [99, 1], [34, 33, 33])
    """
    exact = [100 * area / sum(areas) for area in areas]
    rounded = [max(1, int(percent)) for percent in exact]
    while (total := sum(rounded)) != 100:
        owed = [percent - given for percent, given in zip(exact, rounded, strict=True)]
        if total < 100:
            rounded[owed.index(max(owed))] += 1
        else:
            # Take from the last of those that were rounded up most, so that none falls behind a smaller one.
            _, place = min((due, -place) for place, due in enumerate(owed) if rounded[place] > 1)
            rounded[-place] -= 1
    return rounded


def _member(member: Member) -> str:
    fields = (
        member.state if member.chamber == "senate" else seat_key(member.state, member.district),
        member.full_name,
        member.last_name,
        member.party,
        member.office,
        member.phone,
        member.contact_page,
        member.term_ends.isoformat() if member.term_ends else "",
        member.bioguide,
    )
    return "\t".join(fields)


def _prefix(prefix: str, zctas: Sequence[tuple[str, Mapping[str, int]]], *, areas_known: bool) -> str:
    uses = Counter(seat for _, spans in zctas for seat in spans)
    seats = sorted(uses, key=lambda seat: (-uses[seat], seat))
    if len(seats) > _MOST_SEATS:
        raise ValueError(f"{len(seats)} districts share the ZIP codes that begin with {prefix}")
    letters = dict(zip(seats, ascii_letters, strict=False))
    codes: list[str] = []
    previous = -1
    for zcta, spans in zctas:
        number = int(zcta[3:])
        skipped = number - previous - 1
        codes.append((str(skipped) if skipped else "") + _spans(spans, letters, areas_known=areas_known))
        previous = number
    return f"{prefix} {' '.join(seats)}\t{''.join(codes)}"


def _spans(spans: Mapping[str, int], letters: Mapping[str, str], *, areas_known: bool) -> str:
    by_number = sorted(spans, key=lambda seat: (seat[:2], int(seat[2:])))
    if not areas_known:
        *others, last = by_number
        return "".join(letters[seat].upper() for seat in others) + letters[last]
    *others, last = sorted(by_number, key=lambda seat: -spans[seat])
    percents = percentages([spans[seat] for seat in (*others, last)])
    return (
        "".join(f"{letters[seat].upper()}{percent:02}" for seat, percent in zip(others, percents, strict=False))
        + (letters[last])
    )
