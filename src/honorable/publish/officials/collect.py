"""Gathers the data: from the network or from files, then read, checked, packed and kept."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.errors import UserError
from honorable.publish.officials.districts import read_districts
from honorable.publish.officials.download import Patience, Progress, download
from honorable.publish.officials.members import read_members
from honorable.publish.officials.pack import pack
from honorable.publish.officials.store import Sources, Store, day_of
from honorable.publish.officials.validate import check


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is in use now: its day, how much there is, the packed size in bytes, and notes for the operator."""

    day: dt.date
    members: int
    zctas: int
    size: int
    notes: tuple[str, ...]


def from_network(
    settings: DataSources,
    congress: int,
    today: dt.date,
    progress: Callable[[str], Progress],
    patience: Patience = Patience(),  # noqa: B008 - it is frozen
) -> Sources:
    """Both files from their addresses. `progress` gives a file's own progress. Raises UserError."""
    members = download(settings.members, patience, progress("Members of Congress"))
    districts = download(settings.districts_of(congress), patience, progress("Districts of ZIP codes"))
    return Sources(members, districts, today, (settings.members, settings.districts_of(congress)))


def from_files(members: Path, districts: Path, day: dt.date | None) -> Sources:
    """Both files from this machine; without a day, that on which the members' file was last changed.

    Raises UserError where one of them cannot be read.
    """
    return Sources(_read(members), _read(districts), day or day_of(members), (str(members), str(districts)))


def gather(sources: Sources, settings: DataSources, congress: int, store: Store) -> Gathered:
    """Checks and packs both files and keeps them.

    Raises UserError, and keeps what was there before, where anything is wrong with them.
    """
    name_of_members, name_of_districts = sources.names
    wrong = [
        f"{name}: its SHA-256 is {actual}; it must be {wanted}"
        for name, content, wanted in (
            (name_of_members, sources.members, settings.members_sha256),
            (name_of_districts, sources.districts, settings.districts_sha256),
        )
        if wanted and (actual := hashlib.sha256(content).hexdigest()) != wanted
    ]
    if wrong:
        raise UserError(wrong)
    members = read_members(sources.members, name_of_members)
    districts = read_districts(sources.districts, name_of_districts)
    if districts.congress != congress:
        mismatch = f"has the districts of Congress {districts.congress}; the campaign's bill is in Congress {congress}"
        raise UserError([f"{name_of_districts}: {mismatch}"])
    notes = check(members, districts, settings)
    try:
        packed = pack(members, districts, settings.vacant, congress, sources.day)
        store.keep(sources, packed)
    except (ValueError, OSError) as error:
        raise UserError([f"the data cannot be kept: {error}"]) from None
    return Gathered(sources.day, len(members), len(districts.land), len(packed), notes)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError([f"{path}: cannot be read: {error.strerror}"]) from None
