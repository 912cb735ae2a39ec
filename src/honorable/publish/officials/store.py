"""The last good data, kept between builds in a folder outside git."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from honorable.letters.congress.lookup import DamagedDataError, Lookup

#: The name of the packed file, here and in the site.
PACKED = "congress.dat"
_MEMBERS = "members.json"
_DISTRICTS = "districts.txt"
#: Seats change hands several times a year.
_OLD = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Sources:
    """The two files that data is made of, as they came, the day of which they are, and where they are from."""

    members: bytes
    districts: bytes
    day: dt.date
    names: tuple[str, str] = (_MEMBERS, _DISTRICTS)


@dataclass(frozen=True, slots=True)
class Store:
    """A folder with the packed data, and the two files that it was made of."""

    folder: Path

    def keep(self, sources: Sources, packed: bytes) -> None:
        """Puts data in the place of what was there. Raises OSError where that fails; the old data then stays."""
        self.folder.mkdir(parents=True, exist_ok=True)
        noon = dt.datetime.combine(sources.day, dt.time(12), dt.UTC).timestamp()
        for name, content in ((_MEMBERS, sources.members), (_DISTRICTS, sources.districts), (PACKED, packed)):
            _replace(self.folder / name, content)
            os.utime(self.folder / name, (noon, noon))

    def packed(self) -> bytes | None:
        """The packed file for the page; None where there is none that this version of the page can read."""
        content = _read(self.folder / PACKED)
        return content if content is not None and _lookup(content) else None

    def lookup(self) -> Lookup | None:
        """The look-up as the page has it; None where there is no data."""
        content = _read(self.folder / PACKED)
        return None if content is None else _lookup(content)

    def date(self) -> dt.date | None:
        """The day of the data; None where there is none."""
        lookup = self.lookup()
        return lookup.day if lookup else None

    def sources(self) -> Sources | None:
        """The two files that were last kept; None where one of them is not there."""
        members, districts = _read(self.folder / _MEMBERS), _read(self.folder / _DISTRICTS)
        if members is None or districts is None:
            return None
        return Sources(members, districts, day_of(self.folder / _MEMBERS))

    def state(self) -> str:
        """What there is, in a sentence for the operator."""
        day = self.date()
        if day:
            return f"The data of {day} stays in use."
        return "There is no data, so the page is built without the look-up by ZIP code."

    def notes(self) -> tuple[str, ...]:
        """What the operator may like to know: that there is no data, which is no mistake."""
        return () if (self.folder / PACKED).exists() else (_without("is not there"),)

    def warnings(self, today: dt.date, congress: int) -> tuple[str, ...]:
        """What the operator should know before publishing: damaged or old data, or data of another Congress."""
        lookup = self.lookup()
        if lookup is None:
            return (_without("cannot be read by this version"),) if (self.folder / PACKED).exists() else ()
        if lookup.congress != congress:
            return (
                f"the data is of Congress {lookup.congress}, the campaign's bill of Congress {congress}; make data",
            )
        if today >= lookup.ends:
            return (f"Congress {congress} ended on {lookup.ends}; the members in the data may no longer be in office",)
        if today - lookup.day > _OLD:
            return (f"the members' data is {(today - lookup.day).days} days old; make data fetches it again",)
        return ()


def day_of(path: Path) -> dt.date:
    """The day on which a file was last changed."""
    return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date()


def _without(why: str) -> str:
    return f"the data for the look-up by ZIP code {why}; the page is built without it (make data fetches it)"


def _lookup(packed: bytes) -> Lookup | None:
    try:
        return Lookup.read(packed)
    except DamagedDataError:
        return None


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _replace(path: Path, content: bytes) -> None:
    """Writes a file beside the old one first, so that there is never half of one."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}-", delete=False) as file:
        try:
            file.write(content)
            file.close()
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
