"""Warnings about a campaign without errors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from honorable.letters.congress.legislature import last_day
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.posts import too_long
from honorable.publish.checks.cases import LINE_LENGTH, PAGE_LINES, printed_lines
from honorable.publish.errors import Message, shown

# How long before a bill lapses its operator should prepare for it.
_NOTICE = timedelta(days=60)


def warnings_for(campaign: Campaign, today: date) -> Iterator[str]:
    """Yield a line for each key that the operator should look at before publishing."""
    if campaign.ended and today > campaign.ended.on:
        yield f"ended.on: the campaign ended on {campaign.ended.on}; the page says so and writes no more letters"
        return
    yield from _lapsing(campaign, today)
    yield from _long_posts(campaign)
    yield from campaign.theme.hard_to_read()
    if campaign.bill.title.startswith("The "):
        yield f'bill.title: "{campaign.bill.title}": leave out "The"; the letters add it'
    yield from _unchanged_starters(campaign)


def letter_warnings(letter: str, file: Path) -> Iterator[Message]:
    """Yield a warning if the letter does not fit on one page, and one if it is unchanged since `honorable new`.

    `file` is its template.
    """
    if "Explain here, in a paragraph or two" in letter:
        yield Message("unchanged since honorable new; write your own", shown(file))
    lines = printed_lines(letter)
    if lines > PAGE_LINES:
        yield Message(f"{lines} lines of {LINE_LENGTH} characters; a printed page has {PAGE_LINES}", shown(file))


def _lapsing(campaign: Campaign, today: date) -> Iterator[str]:
    """Yield a line from sixty days before the last day of the bill or of its Congress."""
    bill = campaign.bill
    ends = bill.lapses or (last_day(bill.congress) if bill.congress else None)
    if ends is None or today <= ends - _NOTICE:
        return
    days = (ends - today).days
    key = "bill.lapses" if bill.lapses else "bill.congress"
    when = f"lapsed on {ends}" if days < 0 else f"lapses on {ends}, {'today' if days == 0 else f'in {days} days'}"
    session = "bill.congress" if bill.congress else "bill.session"
    yield (
        f"{key}: the bill {when}; once it is introduced again, change {session}, bill.lapses, and the number, sponsor, "
        "date and url in each chamber"
    )


def _long_posts(campaign: Campaign) -> Iterator[str]:
    if campaign.share is None:
        return
    texts = {"share.text": (campaign.share.text, True)}
    texts |= {f"share.posts[{number}]": (post, False) for number, post in enumerate(campaign.share.posts, 1)}
    for key, (text, with_address) in texts.items():
        if networks := list(too_long(text, with_address=with_address)):
            added = " with the page's address" if with_address else ""
            yield f"{key}: too long for {', '.join(networks)}{added}"


def _unchanged_starters(campaign: Campaign) -> Iterator[str]:
    """Yield a line for each value that `honorable new` wrote as a placeholder."""
    if campaign.summary.startswith("Explain here"):
        yield "summary: unchanged since honorable new; write your own"
    for name in ("house", "senate"):
        own = getattr(campaign.bill, name)
        if own and own.number in {"H.R. 0000", "S. 0000", "HB 0000", "SB 0000", "Bill 0"}:
            yield f'bill.{name}.number: "{own.number}" is unchanged since honorable new; use the real number'
