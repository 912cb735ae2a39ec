"""Keep the last good list of officials between builds, with the embedded list to fall back on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from honorable.letters.congress.lookup import DamagedDataError, Lookup
from honorable.publish.cache import replace_file
from honorable.publish.officials.pack import unpack_districts

#: The name of the packed list, here and in the site.
PACKED = "congress.dat"
#: Seats change hands about once a month.
_OLD = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class OfficialsList:
    """A packed list that this version can read, and where it is from, in words for the operator."""

    packed: bytes
    lookup: Lookup
    origin: str

    def describe(self, today: dt.date) -> str:
        """Return its day, age and origin for the operator.

        >>> from honorable.letters.congress.district_file import DistrictFile
        >>> lookup = Lookup(DistrictFile(119, 119, dt.date(2026, 6, 15), {}, {}))
        >>> OfficialsList(b"", lookup, "embedded in Honorable").describe(dt.date(2026, 6, 16))
        'officials as of 2026-06-15 (1 day old), embedded in Honorable'
        """
        age = (today - self.lookup.day).days
        return f"officials as of {self.lookup.day} ({age} {'day' if age == 1 else 'days'} old), {self.origin}"


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of the last download, and the file of the embedded list, if there is one."""

    folder: Path
    embedded: Path | None = None

    def save(self, packed: bytes) -> None:
        """Replace the last download. Raises OSError if that fails; the old list then stays."""
        self.folder.mkdir(parents=True, exist_ok=True)
        replace_file(self.folder / PACKED, packed)

    def newest(self) -> OfficialsList | None:
        """Return the newer of both lists by their own days, the download if they have the same; None without any."""
        downloaded = _list(self.folder / PACKED, "downloaded")
        embedded = _list(self.embedded, "embedded in Honorable") if self.embedded else None
        lists = [one for one in (downloaded, embedded) if one]
        return max(lists, key=lambda one: one.lookup.day, default=None)

    def packed(self) -> bytes | None:
        """Return the newest list for the page; None if there is none."""
        newest = self.newest()
        return newest.packed if newest else None

    def lookup(self) -> Lookup | None:
        """Return the lookup in the newest list, as in the page; None if there is none."""
        newest = self.newest()
        return newest.lookup if newest else None

    def downloaded(self) -> dt.datetime | None:
        """Return the time of the last download; None if there is none."""
        try:
            return dt.datetime.fromtimestamp((self.folder / PACKED).stat().st_mtime, dt.UTC)
        except FileNotFoundError:
            return None

    def describe(self, today: dt.date) -> str:
        """Return which list is used, for the operator."""
        newest = self.newest()
        return newest.describe(today) if newest else "no list of officials: the page is built without the lookup"

    def notes(self, today: dt.date) -> tuple[str, ...]:
        """Return what is worth knowing at every build: which list is used."""
        return (self.describe(today),)

    def warnings(self, today: dt.date, congress: int) -> tuple[str, ...]:
        """Return what the operator should know before publishing: a damaged, old or mixed list, or another Congress.

        `congress` is that of the campaign's bill.
        """
        newest = self.newest()
        lines = []
        if (self.folder / PACKED).exists() and _list(self.folder / PACKED, "") is None:
            lines.append(
                "this version cannot read the downloaded list of officials; honorable data fetch downloads another"
            )
        if newest is None:
            return tuple(lines)
        lookup = newest.lookup
        if lookup.congress < congress:
            lines.append(f"the list has the members of Congress {lookup.congress}; the bill is in Congress {congress}")
        if today >= lookup.ends:
            lines.append(
                f"Congress {lookup.congress} ended on {lookup.ends}; honorable data fetch downloads a newer list"
            )
        elif today - lookup.day > _OLD:
            age = (today - lookup.day).days
            lines.append(f"the list of officials is {age} days old; honorable data fetch downloads a newer one")
        if lookup.districts_congress != lookup.congress:
            lines.append(
                f"the list has the members of Congress {lookup.congress} on the districts of Congress "
                f"{lookup.districts_congress}"
            )
        return tuple(lines)


def _list(path: Path, origin: str) -> OfficialsList | None:
    try:
        packed = path.read_bytes()
        return OfficialsList(packed, _lookup(packed), origin)
    except (OSError, DamagedDataError):
        return None


@lru_cache(maxsize=4)
def _lookup(packed: bytes) -> Lookup:
    """Return the lookup in a packed list. Raises DamagedDataError if any line of it is damaged."""
    lookup = Lookup.read(packed)
    # The lookup itself reads a line only when somebody looks it up.
    unpack_districts(lookup.packed)
    _ = lookup.members
    return lookup
