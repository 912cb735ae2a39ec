"""Find the contact pages of House members, whose listed links lead to their home pages."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urlsplit

from honorable.letters.congress.member import Member
from honorable.publish.errors import UserError
from honorable.publish.officials.download import USER_AGENT, Progress, SecureRedirects, refuse_insecure

_PATH = "/contact"


@dataclass(frozen=True, slots=True)
class Politeness:
    """Limits in seconds: the pause between two requests, for one answer, and for all; then how many errors in a row."""

    pause: float = 0.2
    silence: float = 5.0
    in_all: float = 300.0
    most_errors: int = 10


def find_contact_pages(members: Iterable[Member], politeness: Politeness, progress: Progress) -> dict[str, str]:
    """Return the contact page of each House member's site that has one under /contact, by the listed address.

    One HEAD request is sent to each site, one site after the other. The search ends early when the time is up or too
    many sites in a row fail to answer; the members that are left keep their home pages.
    """
    sites = [one.contact_page for one in members if one.chamber == "house" and _is_home_page(one.contact_page)]
    found: dict[str, str] = {}
    deadline, errors = time.monotonic() + politeness.in_all, 0
    for number, site in enumerate(sites):
        if errors == politeness.most_errors or time.monotonic() > deadline:
            break
        progress(number, len(sites))
        try:
            if _has_page(site.rstrip("/") + _PATH, politeness.silence):
                found[site] = site.rstrip("/") + _PATH
            errors = 0
        except (OSError, HTTPException, UserError):
            errors += 1
        time.sleep(politeness.pause)
    progress(len(sites), len(sites))
    return found


def _is_home_page(address: str) -> bool:
    return bool(address) and urlsplit(address).path in {"", "/"}


def _has_page(address: str, silence: float) -> bool:
    """Return whether the site answers there with a page of its own, not with a redirect to another place."""
    refuse_insecure(address)
    request = urllib.request.Request(address, method="HEAD", headers={"User-Agent": USER_AGENT})  # noqa: S310  checked
    try:
        with urllib.request.build_opener(SecureRedirects).open(request, timeout=silence) as response:
            asked, got = urlsplit(address), urlsplit(response.url)
            return bool(response.status == 200 and got.netloc == asked.netloc and got.path.startswith(_PATH))
    except urllib.error.HTTPError as error:
        error.close()
        return False
