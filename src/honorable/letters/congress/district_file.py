"""Read the district file: who holds each seat, and which districts each ZIP code is in.

The file is gzip (RFC 1952, whose checksum finds any damage) of text, so `zcat` shows it:

    honorable congress 2                    what it is, and the version of this format
    2026-06-15 119 119 541 894              day of the list, Congress of the members, Congress of the districts,
                                            number of seat lines, number of ZIP code lines
    AK ⇥ Lisa Murkowski ⇥ Murkowski ⇥ …     a senator: full name, last name, party, office, phone, contact page,
                                            last day of the term (2029-01-03), Bioguide ID (M001153)
    CA12 ⇥ Lateefah Simon ⇥ Simon ⇥ …       the holder of a House seat; a state with one seat is AK0
    CA14                                    a vacant seat
    946 CA12 CA10 ⇥ 1aA73b2aBa…             ZIP codes that begin with 946: their seats, then the seats of each one

On a ZIP code line, each ZIP code ends with one lowercase letter, which is the position of a seat on that line. A number
before it is how many ZIP codes are skipped. A ZIP code in several districts has a capital letter for each seat but the
last. Two digits after the capital are that seat's percentage of the land, largest first, and the last seat has the
rest. Capitals without digits mean that the areas are unknown; the seats are then in the order of their numbers.

Each line is parsed only when it is needed, so loading and lookups are fast.
"""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

__all__ = [
    "FIRST_LINE",
    "VERSION",
    "DamagedDataError",
    "DistrictFile",
    "read_district_file",
    "seat_key",
    "zip_codes_of",
]

FIRST_LINE = "honorable congress"
VERSION = 2

#: In bytes. Real data is less than a tenth of this; the limit stops a crafted file from filling memory.
_LARGEST = 4_000_000
_GZIP = 16 + zlib.MAX_WBITS
_COUNTS = re.compile(r"(\d{4}-\d\d-\d\d) (\d{1,3}) (\d{1,3}) (\d{1,6}) (\d{1,6})", re.ASCII)
_ZIP_CODE = re.compile(r"(\d{0,2})((?:[A-Z]\d\d)*|[A-Z]+)([a-z])", re.ASCII)
_SPAN = re.compile(r"([A-Z])(\d\d)?", re.ASCII)


class DamagedDataError(ValueError):
    """The file cannot be read. The text says what is wrong, for the console and the operator."""


@dataclass(frozen=True, slots=True)
class DistrictFile:
    """The lines of the file: seats by state ("CA") or seat ("CA12"), ZIP codes by their first three digits.

    `day` is the day of the list of members. `congress` is the Congress that they sit in, `districts_congress` the one
    whose districts these are. The two differ early in a new Congress.
    """

    congress: int
    districts_congress: int
    day: date
    seats: Mapping[str, Sequence[str]]
    prefixes: Mapping[str, str]


def seat_key(state: str, district: str) -> str:
    """Return the file's name for a House seat.

    >>> seat_key("CA", "12"), seat_key("AK", "")
    ('CA12', 'AK0')
    """
    return f"{state}{district or 0}"


def read_district_file(packed: bytes) -> DistrictFile:
    """Return the lines of a packed file. Raises DamagedDataError if it is damaged, cut off or of another version."""
    first, counts, *lines = [*_text(packed).split("\n"), "", ""]
    what, _, version = first.rpartition(" ")
    if what != FIRST_LINE:
        raise DamagedDataError("it is another kind of file")
    if version != str(VERSION):
        raise DamagedDataError(f"it has format version {version[:20]}, and this page reads version {VERSION}")
    match = _COUNTS.fullmatch(counts)
    if match is None:
        raise DamagedDataError("it is damaged")
    seat_lines, zip_lines = int(match[4]), int(match[5])
    lines = lines[:-2]
    if len(lines) != seat_lines + zip_lines:
        raise DamagedDataError("it is damaged")
    try:
        day = date.fromisoformat(match[1])
    except ValueError:
        raise DamagedDataError("its date does not exist") from None
    seats: dict[str, list[str]] = {}
    for line in lines[:seat_lines]:
        key, _, member = line.partition("\t")
        seats.setdefault(key, []).append(member)
    prefixes = {line[:3]: line[4:] for line in lines[seat_lines:]}
    return DistrictFile(int(match[2]), int(match[3]), day, seats, prefixes)


@lru_cache(maxsize=8)
def zip_codes_of(line: str) -> Mapping[int, tuple[tuple[str, int | None], ...]]:
    r"""Return the ZIP codes of a line without its first three digits: last two digits to seats and their percentages.

    A percentage is from 1 to 100, largest first, or None if the areas are unknown. Raises DamagedDataError if the line
    is damaged.

    >>> zip_codes_of("CA12 CA10\t1aA73b2a")
    {1: (('CA12', 100),), 2: (('CA12', 73), ('CA10', 27)), 5: (('CA12', 100),)}
    >>> zip_codes_of("CA12 CA10\t4Ba")
    {4: (('CA10', None), ('CA12', None))}
    """
    names, _, codes = line.partition("\t")
    seats = names.split()
    found: dict[int, tuple[tuple[str, int | None], ...]] = {}
    number, end = -1, 0
    try:
        for match in _ZIP_CODE.finditer(codes):
            skipped, others, last = match.groups()
            number += int(skipped or 0) + 1
            spans = [(seats[ord(letter) - ord("A")], percent) for letter, percent in _SPAN.findall(others)]
            last_seat = seats[ord(last) - ord("a")]
            rest = 100 - sum(int(percent or 0) for _, percent in spans)
            if match.start() != end or number > 99 or rest < 1:
                raise DamagedDataError("a ZIP code in it is damaged")
            if spans and not spans[0][1]:
                found[number] = (*((seat, None) for seat, _ in spans), (last_seat, None))
            else:
                found[number] = (*((seat, int(percent)) for seat, percent in spans), (last_seat, rest))
            end = match.end()
    except IndexError:
        raise DamagedDataError("a ZIP code in it has no seat") from None
    if end != len(codes) or not found:
        raise DamagedDataError("a ZIP code in it is damaged")
    return found


def _text(packed: bytes) -> str:
    reader = zlib.decompressobj(_GZIP)
    try:
        content = reader.decompress(packed, _LARGEST)
    except zlib.error:
        raise DamagedDataError("it is damaged") from None
    if not reader.eof or reader.unused_data:
        raise DamagedDataError("it is cut off or too long")
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise DamagedDataError("it is damaged") from None
