"""Reads which districts each ZIP code is in (the Census Bureau's relationship file of districts and ZCTAs).

A ZCTA is the area that the Census Bureau drew around the addresses of a ZIP code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from honorable.letters.congress.district_file import seat_key
from honorable.publish.errors import UserError

#: ZCTA to seats ("CA12", at large "AK0") with their square metres of its land.
Areas = Mapping[str, Mapping[str, int]]

_COLUMNS = 17
_AT_LARGE = {"00", "98"}
_WATER = "ZZ"
_MOST_PROBLEMS = 5

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


def read_districts(content: bytes, congress: int, name: str) -> Areas:
    """The land that each ZCTA has in each district, in square metres, ZCTAs in order.

    What is no district (water), and rows without a ZCTA or without land, are left out. Raises UserError where the file
    is another one, or of another Congress, or has rows that are not as they must be.
    """
    try:
        header, *rows = content.decode("utf-8-sig").splitlines()
    except (UnicodeDecodeError, ValueError):
        raise UserError([f"{name}: must be the Census Bureau's text file of districts, in UTF-8"]) from None
    wanted = (f"GEOID_CD{congress}_20", "GEOID_ZCTA5_20", "AREALAND_PART")
    columns = header.split("|")
    if len(columns) != _COLUMNS or not set(wanted) <= set(columns):
        raise UserError([_other_file(name, header, congress)])
    places = [columns.index(column) for column in wanted]
    areas: dict[str, dict[str, int]] = {}
    problems: list[str] = []
    for number, row in enumerate(rows, start=2):
        try:
            for seat, zcta, land in _parts(row, places):
                parts = areas.setdefault(zcta, {})
                parts[seat] = parts.get(seat, 0) + land
        except ValueError as error:
            problems.append(f"{name}:{number}: {error}")
            if len(problems) == _MOST_PROBLEMS:
                break
    if problems:
        raise UserError(problems)
    return dict(sorted(areas.items()))


def _parts(row: str, places: list[int]) -> Iterator[tuple[str, str, int]]:
    """The row's seat, ZCTA and land; nothing where the row is one to leave out."""
    cells = row.split("|")
    if len(cells) > places[1] and cells[places[1]] == "":
        return
    if len(cells) != _COLUMNS:
        raise ValueError(f"has {len(cells)} columns; it must have {_COLUMNS}")
    district, zcta, land = (cells[place] for place in places)
    if not re.fullmatch(r"\d+", land, re.ASCII):
        raise ValueError(f"land {land!r} must be a number of square metres")
    if district.endswith(_WATER) or int(land) == 0:
        return
    if not re.fullmatch(r"\d{5}", zcta, re.ASCII):
        raise ValueError(f"ZCTA {zcta!r} must be five digits")
    if not re.fullmatch(r"\d{4}", district, re.ASCII) or district[:2] not in _STATES:
        raise ValueError(f"district {district!r} must be a state's two digits and the district's")
    number = "" if district[2:] in _AT_LARGE else str(int(district[2:]))
    yield seat_key(_STATES[district[:2]], number), zcta, int(land)


def _other_file(name: str, header: str, congress: int) -> str:
    other = re.search(r"\bGEOID_CD(\d+)_20\b", header, re.ASCII)
    if other and int(other[1]) != congress:
        return f"{name}: is of Congress {other[1]}; the campaign's bill is of Congress {congress}"
    return f"{name}: must be the Census Bureau's file of districts and ZCTAs; it begins with {header[:40]!r}"
