"""The look-up's data as one small file: who holds each seat, and which seats each ZIP code may vote for.

It is gzip (RFC 1952, whose checksum finds every damage on the way), and text inside, so that `zcat` shows it:

    honorable congress 1                    what it is, and the version of this form
    119 2026-06-15 541 894                  Congress, day of the data, lines that follow of each kind
    AK ⇥ Lisa Murkowski ⇥ Murkowski ⇥ …     a senator: full and last name, party, office, phone, contact page
    CA12 ⇥ Lateefah Simon ⇥ Simon ⇥ …       who holds a seat in the House; at large is AK0
    CA14                                    a vacant seat
    946 CA12 CA10 ⇥ 1aA73b2a…               ZIP codes that begin with 946: their seats, then what each one votes for

In the last kind each ZIP code takes one lower-case letter, which names a seat of the line by its place. A number in
front of it is how many ZIP codes are left out before it. A ZIP code in several districts has each but the last as a
capital with its hundredths of the land in two digits, largest first; the last has what remains.
A line is only read when it is asked for, so that neither loading nor a look-up takes long.
"""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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
VERSION = 1

#: No real data is a tenth as long; it keeps a hand-made file from filling the memory.
_LARGEST = 4_000_000
_GZIP = 16 + zlib.MAX_WBITS
_COUNTS = re.compile(r"(\d{1,3}) (\d{4}-\d\d-\d\d) (\d{1,6}) (\d{1,6})", re.ASCII)
_ZIP_CODE = re.compile(r"(\d{0,2})((?:[A-Z]\d\d)*)([a-z])", re.ASCII)
_PART = re.compile(r"([A-Z])(\d\d)", re.ASCII)


class DamagedDataError(ValueError):
    """The data cannot be read. The text is a sentence for the visitor, `reason` says what is wrong with it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The list of ZIP codes cannot be read: {reason}. Please type the names instead.")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class DistrictFile:
    """The lines of the file: those of seats by state ("CA") or seat ("CA12"), those of ZIP codes by three digits."""

    congress: int
    day: date
    seats: Mapping[str, Sequence[str]]
    prefixes: Mapping[str, str]


def seat_key(state: str, district: str) -> str:
    """How the file names a seat in the House.

    >>> seat_key("CA", "12"), seat_key("AK", "")
    ('CA12', 'AK0')
    """
    return f"{state}{district or 0}"


def read_district_file(packed: bytes) -> DistrictFile:
    """The lines of a packed file. Raises DamagedDataError where it is damaged, cut off, of another version or none."""
    first, counts, *lines = [*_text(packed).split("\n"), "", ""]
    what, _, version = first.rpartition(" ")
    if what != FIRST_LINE:
        raise DamagedDataError("it is something else")
    if version != str(VERSION):
        raise DamagedDataError(f"it is of version {version[:20]}, and this page knows {VERSION}")
    match = _COUNTS.fullmatch(counts)
    lines = lines[:-2]
    if match is None or len(lines) != int(match[3]) + int(match[4]):
        raise DamagedDataError("it is damaged")
    try:
        day = date.fromisoformat(match[2])
    except ValueError:
        raise DamagedDataError("its date is none") from None
    seats: dict[str, list[str]] = {}
    for line in lines[: int(match[3])]:
        key, _, member = line.partition("\t")
        seats.setdefault(key, []).append(member)
    prefixes = {line[:3]: line[4:] for line in lines[int(match[3]) :]}
    return DistrictFile(int(match[1]), day, seats, prefixes)


def zip_codes_of(line: str) -> dict[int, tuple[tuple[str, int], ...]]:
    r"""The ZIP codes of a line without its three digits: their last two digits to seats with hundredths of the land.

    Raises DamagedDataError where the line is not as it must be.

    >>> zip_codes_of("CA12 CA10\t1aA73b2a")
    {1: (('CA12', 100),), 2: (('CA12', 73), ('CA10', 27)), 5: (('CA12', 100),)}
    """
    names, _, codes = line.partition("\t")
    seats = names.split()
    found: dict[int, tuple[tuple[str, int], ...]] = {}
    number, end = -1, 0
    try:
        for match in _ZIP_CODE.finditer(codes):
            gap, larger, last = match.groups()
            number += int(gap or 0) + 1
            parts = [(seats[ord(letter) - ord("A")], int(share)) for letter, share in _PART.findall(larger)]
            rest = 100 - sum(share for _, share in parts)
            found[number] = (*parts, (seats[ord(last) - ord("a")], rest))
            if match.start() != end or number > 99 or rest < 1:
                raise DamagedDataError("a ZIP code in it is damaged")
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
        raise DamagedDataError("it is cut off, or too long")
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise DamagedDataError("it is damaged") from None
