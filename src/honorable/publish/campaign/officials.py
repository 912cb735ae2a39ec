"""Where the data comes from, and what is known of it: the operator's `[data]` table in campaign.toml."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

#: A local server, for trying things out, may do without a certificate.
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1"})


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


Source = Annotated[str, AfterValidator(_source)]
Sum = Annotated[str, AfterValidator(_sha256)]
Vacancy = Annotated[str, AfterValidator(_seat)]


class Settings(BaseModel):
    """The sources of the data, and the seats that are known to be vacant.

    The Congress is not among them: it is the one of the campaign's bill, and stands for {congress} in the address.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    #: By volunteers of the unitedstates project; CC0.
    members: Source = Field(
        default="https://unitedstates.github.io/congress-legislators/legislators-current.json",
        description="an https:// address",
    )
    #: By the Census Bureau; a work of the United States Government, in the public domain.
    districts: Source = Field(
        default=(
            "https://www2.census.gov/geo/docs/maps-data/data/rel2020/cd-sld/tab20_cd{congress}20_zcta520_natl.txt"
        ),
        description="an https:// address, with {congress} where the number of the Congress stands",
    )
    members_sha256: Sum = Field(default="", description="the file's SHA-256, 64 digits in lower case, or empty")
    districts_sha256: Sum = Field(default="", description="the file's SHA-256, 64 digits in lower case, or empty")
    #: On 2026-06-15. One that has been filled since does no harm.
    vacant: tuple[Vacancy, ...] = Field(
        default=("CA-14", "FL-20", "GA-13", "TX-23"),
        strict=False,
        description='a list of seats, such as "CA-14", and of states, such as "OH", for a seat in the Senate',
    )
    more_zctas_than: int = Field(
        default=33_000, ge=0, description="a number: the districts file must list more ZIP code areas than this"
    )

    def districts_of(self, congress: int) -> str:
        """The address of the districts file of this Congress."""
        return self.districts.replace("{congress}", str(congress))
