"""Pack members and districts into the small district file that the page loads (`congress.district_file`)."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from string import ascii_letters

from honorable.letters.congress.district_file import FIRST_LINE, VERSION, seat_key
from honorable.letters.congress.member import Member
from honorable.publish.officials.districts import Areas
from honorable.publish.officials.validate import vacant_seats

_MOST_SEATS = 26


def pack(members: Sequence[Member], areas: Areas, vacant: Iterable[str], congress: int, day: date) -> bytes:
    """The packed file, the same bytes for the same data. `vacant` names seats as the settings do.

    Raises ValueError where more than 26 districts share the first three digits of their ZIP codes.
    """
    seats = [*map(_member, members), *vacant_seats(members, vacant)]
    codes = [
        _prefix(prefix, [(zcta, areas[zcta]) for zcta in zctas])
        for prefix, zctas in groupby(sorted(areas), key=lambda zcta: zcta[:3])
    ]
    counts = f"{congress} {day.isoformat()} {len(seats)} {len(codes)}"
    text = "\n".join([f"{FIRST_LINE} {VERSION}", counts, *seats, *codes])
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def hundredths(areas: Sequence[int]) -> list[int]:
    """Each area's part of the whole in hundredths, at least one each, 100 together; never out of order.

    >>> hundredths([2, 1]), hundredths([10_000, 1]), hundredths([1, 1, 1])
    ([67, 33], [99, 1], [34, 33, 33])
    """
    exact = [100 * area / sum(areas) for area in areas]
    whole = [max(1, int(part)) for part in exact]
    while (total := sum(whole)) != 100:
        owed = [part - given for part, given in zip(exact, whole, strict=True)]
        if total < 100:
            whole[owed.index(max(owed))] += 1
        else:
            # The last of those that got most beyond their due, so that none falls behind a smaller one.
            _, place = min((due, -place) for place, due in enumerate(owed) if whole[place] > 1)
            whole[-place] -= 1
    return whole


def _member(one: Member) -> str:
    key = one.state if one.chamber == "senate" else seat_key(one.state, one.district)
    return f"{key}\t{one.full_name}\t{one.last_name}\t{one.party}\t{one.office}\t{one.phone}\t{one.contact_page}"


def _prefix(prefix: str, zctas: Sequence[tuple[str, Mapping[str, int]]]) -> str:
    often = Counter(seat for _, parts in zctas for seat in parts)
    seats = sorted(often, key=lambda seat: (-often[seat], seat))
    if len(seats) > _MOST_SEATS:
        raise ValueError(f"{len(seats)} districts share the ZIP codes that begin with {prefix}")
    letters = dict(zip(seats, ascii_letters, strict=False))
    codes: list[str] = []
    before = -1
    for zcta, parts in zctas:
        number = int(zcta[3:])
        gap = number - before - 1
        codes.append((str(gap) if gap else "") + _seats(parts, letters))
        before = number
    return f"{prefix} {' '.join(seats)}\t{''.join(codes)}"


def _seats(parts: Mapping[str, int], letters: Mapping[str, str]) -> str:
    ordered = sorted(parts, key=lambda seat: (-parts[seat], seat[:2], int(seat[2:])))
    shares = hundredths([parts[seat] for seat in ordered])
    larger = (f"{letters[seat].upper()}{share:02}" for seat, share in zip(ordered[:-1], shares, strict=False))
    return "".join(larger) + letters[ordered[-1]]
