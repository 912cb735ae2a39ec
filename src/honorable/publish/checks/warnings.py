"""What an operator should know of a campaign that has no mistakes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date

from honorable.letters.congress.legislature import last_day
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.posts import too_long

#: One page of US Letter paper in 11 point serif type with one inch margins.
PAGE_LINES, LINE_LENGTH = 52, 90


def warnings_for(campaign: Campaign, today: date) -> Iterator[str]:
    """A line for each key that is not wrong, but that the operator should know of before publishing."""
    yield from _lapsed(campaign, today)
    yield from _long_posts(campaign)
    yield from campaign.theme.pale()
    if campaign.bill.title.startswith("The "):
        yield f'bill.title: {campaign.bill.title!r}: the letters say "the" before it; leave out its own'
    yield from _still_the_starts(campaign)


def letter_warnings(letter: str) -> Iterator[str]:
    """A line where the letter does not fit on one page, or is still what `honorable new` wrote."""
    if "Say here, in a paragraph or two" in letter:
        yield "letter.txt: is still the one that honorable new wrote"
    lines = sum(max(1, len(textwrap.wrap(line, LINE_LENGTH))) for line in letter.splitlines())
    if lines > PAGE_LINES:
        yield f"letter.txt: {lines} lines of {LINE_LENGTH} characters are more than one printed page of {PAGE_LINES}"


def _lapsed(campaign: Campaign, today: date) -> Iterator[str]:
    bill = campaign.bill
    if bill.lapses and today > bill.lapses:
        yield f"bill.lapses: the bill lapsed on {bill.lapses}; is there a new one in this Congress?"
        return
    if bill.congress is None:
        return
    ends = last_day(bill.congress)
    if today > ends:
        yield f"bill.congress: Congress {bill.congress} ended on {ends}; is there a new bill in this one?"


def _long_posts(campaign: Campaign) -> Iterator[str]:
    if campaign.share is None:
        return
    said = {"share.text": (campaign.share.text, True)}
    said |= {f"share.posts[{number}]": (post, False) for number, post in enumerate(campaign.share.posts, 1)}
    for key, (text, with_address) in said.items():
        if networks := list(too_long(text, with_address=with_address)):
            added = ", with the page's address" if with_address else ""
            yield f"{key}: is too long for {', '.join(networks)}{added}"


def _still_the_starts(campaign: Campaign) -> Iterator[str]:
    """What `honorable new` has left to be filled in."""
    if campaign.summary.startswith("Say here"):
        yield "summary: is still the one that honorable new wrote"
    for name in ("house", "senate"):
        own = getattr(campaign.bill, name)
        if own and own.number in {"H.R. 0000", "S. 0000", "HB 0000", "SB 0000", "Bill 0"}:
            yield f"bill.{name}.number: {own.number!r} is still the one that honorable new wrote"
