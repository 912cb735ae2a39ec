"""Get the members and the districts: from the network, or from files on this machine."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.errors import UserError
from honorable.publish.officials.districts import Districts, read_districts
from honorable.publish.officials.download import NotFoundError, Patience, Progress, download
from honorable.publish.officials.members import Officeholder, congress_of, read_members

#: SHA-256 of the Census Bureau's file for each Congress, as it was in 2026. The districts of a Congress do not change.
KNOWN_DISTRICTS = {119: "57fad59f65af5179ddd18dcfb8f72482dc0cf04fe26e2b9b2b34c51c04405f77"}


@dataclass(frozen=True, slots=True)
class Sources:
    """Both sources after reading them. `day` is the day of the list of members; `congress` is theirs."""

    holders: tuple[Officeholder, ...]
    districts: Districts
    congress: int
    day: dt.date
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """How to download: `today`, how patiently, and `progress` to show for each file, by its title."""

    today: dt.date
    progress: Callable[[str], Progress]
    patience: Patience = field(default_factory=Patience)


def from_network(settings: DataSources, network: Network, last_districts: Districts | None = None) -> Sources:
    """Return both sources from the addresses in the settings.

    The districts are those of the members' Congress, or of the one before if there is no such file yet. If neither can
    be downloaded, `last_districts` is used if it has one of these Congresses. Raises UserError if a file cannot be
    downloaded or read.
    """
    file = download(settings.members, network.patience, network.progress("Members of Congress"))
    _check_hash(settings.members, file.content, settings.members_sha256)
    holders = read_members(file.content, settings.members)
    congress = _congress_of(holders, settings.members)
    day, notes = file.modified, []
    if day is None:
        day = max((holder.term_began for holder in holders if holder.term_began), default=dt.date.min)
        notes.append(
            f"{settings.members}: the server sends no Last-Modified, so the list has the day of its newest term"
        )
    districts, more_notes = _newest_districts(settings, congress, network, last_districts)
    return Sources(holders, districts, congress, min(day, network.today), (*notes, *more_notes))


def from_files(members: Path, districts: Path, day: dt.date | None, settings: DataSources) -> Sources:
    """Return both sources from local files. Without a day, it is the day of the last change of the members' file.

    Raises UserError if one of them cannot be read.
    """
    content = _read(members)
    _check_hash(str(members), content, settings.members_sha256)
    holders = read_members(content, str(members))
    changed = dt.datetime.fromtimestamp(members.stat().st_mtime, dt.UTC).date()
    found, notes = _read_districts(_read(districts), str(districts), settings)
    return Sources(holders, found, _congress_of(holders, str(members)), day or changed, notes)


def _newest_districts(
    settings: DataSources, congress: int, network: Network, last: Districts | None
) -> tuple[Districts, tuple[str, ...]]:
    errors: list[str] = []
    for number in (congress, congress - 1):
        address = settings.districts_of(number)
        try:
            content = download(address, network.patience, network.progress("Districts of ZIP codes")).content
            return _read_districts(content, address, settings)
        except NotFoundError as error:
            errors += error.lines
            continue
        except UserError as error:
            errors += error.lines
            break
    if last and last.congress in {congress, congress - 1}:
        return last, (*errors, f"the districts of Congress {last.congress} in the last list are used instead")
    raise UserError(errors)


def _read_districts(content: bytes, name: str, settings: DataSources) -> tuple[Districts, tuple[str, ...]]:
    _check_hash(name, content, settings.districts_sha256)
    districts = read_districts(content, name)
    known, actual = KNOWN_DISTRICTS.get(districts.congress), hashlib.sha256(content).hexdigest()
    if known and actual != known and not settings.districts_sha256:
        return districts, (
            f"{name}: is not the Census Bureau's file of 2026 (SHA-256 {actual[:12]}…); check its source",
        )
    return districts, ()


def _congress_of(holders: tuple[Officeholder, ...], name: str) -> int:
    congress = congress_of(holders)
    if congress is None:
        raise UserError([f"{name}: must have the end of at least one House term; it decides the Congress"])
    return congress


def _check_hash(name: str, content: bytes, wanted: str) -> None:
    actual = hashlib.sha256(content).hexdigest()
    if wanted and actual != wanted:
        raise UserError([f"{name}: its SHA-256 is {actual}; it must be {wanted}"])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError([f"{path}: cannot be read: {error.strerror}"]) from None
