"""Read which districts each ZIP code is in, from the Census Bureau's file of congressional districts and ZCTAs.

A ZCTA (ZIP Code Tabulation Area) is the area that the Census Bureau drew around the addresses of a ZIP code. Format:
"2020 Census ZCTA relationship file layout", 17 columns separated by "|".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from honorable.letters.congress.district_file import seat_key
from honorable.publish.errors import UserError

_CONGRESS = re.compile(r"\bGEOID_CD(\d+)_20\b", re.ASCII)
_COLUMNS = 17
_AT_LARGE = {"00", "98"}
_WATER = "ZZ"
_MOST_ERRORS = 5

#: State codes of the Census Bureau (ANSI INCITS 38, formerly FIPS 5-2) to those of the Postal Service.
_STATES = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE",
    "11": "DC", "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA",
    "20": "KS", "21": "KY", "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN",
    "28": "MS", "29": "MO", "30": "MT", "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM",
    "36": "NY", "37": "NC", "38": "ND", "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI",
    "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA",
    "54": "WV", "55": "WI", "56": "WY", "60": "AS", "66": "GU", "69": "MP", "72": "PR", "78": "VI",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Districts:
    """The districts of one Congress by ZCTA.

    `land` maps each ZCTA to its seats ("CA12", or "AK0" for a state with one seat), and each seat to the square meters
    of the ZCTA's land in it. Without `areas_known` these numbers mean nothing.
    """

    congress: int
    land: Mapping[str, Mapping[str, int]]
    areas_known: bool = True


def read_districts(content: bytes, name: str) -> Districts:
    """Return the districts in the file, with the ZCTAs in order.

    Water, rows without a ZCTA and rows without land are left out. A file in which every area is 1 has no areas.
    Raises UserError if this is another kind of file, or with a line for each of the first five bad rows.
    """
    try:
        header, *rows = content.decode("utf-8-sig").splitlines()
    except (UnicodeDecodeError, ValueError):
        raise UserError([f"{name}: must be the Census Bureau's text file of districts, in UTF-8"]) from None
    columns = header.split("|")
    congress = _CONGRESS.search(header)
    wanted = (congress[0] if congress else "", "GEOID_ZCTA5_20", "AREALAND_PART")
    if len(columns) != _COLUMNS or not set(wanted) <= set(columns) or not congress:
        raise UserError(
            [f"{name}: must be the Census Bureau's file of districts and ZCTAs; it begins with {header[:40]!r}"]
        )
    positions = [columns.index(column) for column in wanted]
    areas: dict[str, dict[str, int]] = {}
    measured = False
    errors: list[str] = []
    for number, row in enumerate(rows, start=2):
        try:
            for seat, zcta, land in _span(row, positions):
                spans = areas.setdefault(zcta, {})
                spans[seat] = spans.get(seat, 0) + land
                measured = measured or land != 1
        except ValueError as error:
            errors.append(f"{name}:{number}: {error}")
            if len(errors) == _MOST_ERRORS:
                break
    if errors:
        raise UserError(errors)
    return Districts(int(congress[1]), dict(sorted(areas.items())), areas_known=measured)


def _span(row: str, positions: list[int]) -> Iterator[tuple[str, str, int]]:
    """Yield the row's seat, ZCTA and land, or nothing if the row is to be left out."""
    cells = row.split("|")
    if len(cells) > positions[1] and cells[positions[1]] == "":
        return
    if len(cells) != _COLUMNS:
        raise ValueError(f"has {len(cells)} columns; it must have {_COLUMNS}")
    district, zcta, land = (cells[position] for position in positions)
    if not re.fullmatch(r"\d+", land, re.ASCII):
        raise ValueError(f"land area {land!r} must be a number of square meters")
    if district.endswith(_WATER) or int(land) == 0:
        return
    if not re.fullmatch(r"\d{5}", zcta, re.ASCII):
        raise ValueError(f"ZCTA {zcta!r} must be five digits")
    if not re.fullmatch(r"\d{4}", district, re.ASCII) or district[:2] not in _STATES:
        raise ValueError(f"district {district!r} must be two digits for the state and two for the district")
    number = "" if district[2:] in _AT_LARGE else str(int(district[2:]))
    yield seat_key(_STATES[district[:2]], number), zcta, int(land)
