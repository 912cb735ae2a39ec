"""Check both sources against each other and pack them for the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.errors import UserError
from honorable.publish.officials.pack import pack
from honorable.publish.officials.seats import fill_seats
from honorable.publish.officials.sources import Sources

#: The page downloads the list on the first visit. In bytes, compressed.
LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Prepared:
    """A list that passed the checks: the packed file, its day, how many members and ZCTAs it has, and notes."""

    packed: bytes
    day: dt.date
    members: int
    zctas: int
    notes: tuple[str, ...]


def prepare(sources: Sources, settings: DataSources, contact_pages: Mapping[str, str] | None = None) -> Prepared:
    """Return the packed list. `contact_pages` has the page to link to instead of a member's site, by the site.

    Raises UserError if the sources cannot both be right: see `fill_seats`; also if the districts are newer than the
    members or more than one Congress older, or if the packed list is too large.
    """
    notes = [*sources.notes, *_mixed(sources, settings.redrawn)]
    seats = fill_seats(sources.holders, sources.districts, settings)
    pages = contact_pages or {}
    members = [replace(one, contact_page=pages.get(one.contact_page, one.contact_page)) for one in seats.members]
    try:
        packed = pack(members, sources.districts, seats.vacant, sources.congress, sources.day)
    except ValueError as error:
        raise UserError([f"districts: {error}"]) from None
    if len(packed) > LARGEST:
        raise UserError([f"the packed list has {len(packed):,} bytes; at most {LARGEST:,} are allowed"])
    return Prepared(packed, sources.day, len(members), len(sources.districts.land), (*notes, *seats.notes))


def _mixed(sources: Sources, redrawn: Sequence[str]) -> list[str]:
    members, districts = sources.congress, sources.districts.congress
    if districts == members:
        return []
    if districts != members - 1:
        raise UserError([f"the members sit in Congress {members}, but the districts are those of Congress {districts}"])
    mixed = f"the members sit in Congress {members}, the districts are those of Congress {districts}"
    states = f"states whose districts changed (data.redrawn: {', '.join(redrawn) or 'none'})"
    return [f"{mixed}; in {states}, the page names no House member from a ZIP code"]
