"""The `[data]` table: the sources of the list of officials and what is known about it."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from honorable.letters.congress.states import state_named
from honorable.letters.congress.terms import REDRAWN
from honorable.publish.campaign.fields import ADDRESS, LOCAL_HOSTS, Table


def _source(value: str) -> str:
    parts = urlsplit(value)
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS)
    if not (secure and parts.hostname) or re.search(r"\s", value):
        raise ValueError("not an address")
    return value


def _sha256(value: str) -> str:
    if not re.fullmatch(r"(?:[0-9a-f]{64})?", value):
        raise ValueError("not a SHA-256")
    return value


def _seat(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}(?:-[0-9]{1,2})?", value):
        raise ValueError('must be a seat, such as "CA-14", or a state, such as "OH"')
    return value


def _state(value: str) -> str:
    if state_named(value) is None:
        raise ValueError('must be the two letters of a state, such as "OH"')
    return value


Source = Annotated[str, AfterValidator(_source)]
Sum = Annotated[str, AfterValidator(_sha256)]
Vacancy = Annotated[str, AfterValidator(_seat)]
StateCode = Annotated[str, AfterValidator(_state)]


class DataSources(Table):
    """Where the list of officials comes from. Most campaigns leave this table out.

    `{congress}` in an address becomes the number of the Congress that the members sit in.
    """

    # By volunteers of the unitedstates project; CC0.
    members: Source = Field(
        default="https://unitedstates.github.io/congress-legislators/legislators-current.json",
        title="the list of members of Congress",
        description=ADDRESS,
    )
    # By the Census Bureau; a work of the United States Government, in the public domain.
    districts: Source = Field(
        default=(
            "https://www2.census.gov/geo/docs/maps-data/data/rel2020/cd-sld/tab20_cd{congress}20_zcta520_natl.txt"
        ),
        title="the congressional districts of each ZIP code area",
        description="an https:// address, with {congress} for the number of the Congress",
    )
    members_sha256: Sum = Field(
        default="",
        title="accept only a list of members with this SHA-256",
        description="the file's SHA-256, 64 digits in lower case, or empty",
    )
    districts_sha256: Sum = Field(
        default="",
        title="accept only a file of districts with this SHA-256",
        description="the file's SHA-256, 64 digits in lower case, or empty",
    )
    max_age_days: int = Field(
        default=180,
        gt=0,
        title="refuse to publish a list of officials that is older than this many days",
        description="a whole number of days",
    )
    vacant: tuple[Vacancy, ...] = Field(
        default=(),
        strict=False,
        title="seats that are vacant; needed only if more than a dozen are",
        description='a list of House seats, such as "CA-14", and of states with a vacant Senate seat, such as "OH"',
    )
    redrawn: tuple[StateCode, ...] = Field(
        default=REDRAWN,
        strict=False,
        title=(
            "states whose districts have changed: as long as the list has new members on old districts, the page "
            "names no member of the House there from a ZIP code"
        ),
        description='a list of two-letter codes, such as "OH", or an empty list',
    )
    more_zctas_than: int = Field(
        default=33_000,
        ge=0,
        title="refuse a file of districts with this many ZIP code areas or fewer",
        description="a whole number",
    )

    def districts_of(self, congress: int) -> str:
        """Return the address of the districts file of this Congress."""
        return self.districts.replace("{congress}", str(congress))
