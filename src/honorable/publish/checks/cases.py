"""Find letters that contradict their case: a sponsor, a Delegate, a chamber without the bill, a bill that has lapsed.

A template is rendered twice, with one name of its context changed, for writers who get different wordings. If the text
stays the same although it should not, the template ignores that name, and the operator is warned.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable import letters
from honorable.letters.campaign import MOST_REASONS
from honorable.letters.legislature import Chamber
from honorable.letters.letter import template_context
from honorable.letters.plain_text import form_length
from honorable.publish.errors import Message, shown

#: A page of US Letter paper in an 11-point serif font with one-inch margins: its lines, and characters to a line.
PAGE_LINES, LINE_LENGTH = 52, 90
#: The characters that short.txt may have, a line break counted as two: the shortest limit of offices' forms.
SHORT_LENGTH = 500

_TEMPLATES = ("letter.txt", "short.txt", "call.txt", "subject.txt")
# Enough names that `variant` gives each wording of a letter to one of them.
_FIRST_NAMES = ("Ada", "Ben", "Carmen", "Dov", "Esi", "Fumiko", "Grace", "Hugo", "Inés", "Jamal", "Kim", "Lena")
_ASKS_FOR_A_VOTE = "vote for"
# No story, one that a template may quote, one that is too long to quote, and one whose second paragraph is.
_STORIES = ("", "x" * 150, "x" * 1000, "x\n\n" + "x" * 1000)


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a campaign to one chamber, as text, for any case."""

    campaign: letters.Campaign
    templates: ImmutableSandboxedEnvironment
    chamber: Chamber

    @property
    def bill(self) -> letters.Bill:
        return self.campaign.bills[self.chamber]

    def texts(
        self,
        template: str,
        *,
        lapsed: bool = False,
        in_chamber: bool | None = None,
        reasons: tuple[str, ...] | None = None,
        story: str = "",
        **case: Any,
    ) -> list[str]:
        """Return the text for each writer. `case` replaces names of the recipient, such as stance or votes."""
        about = self.campaign.legislature
        slot = next(place.slot for place in about.places if place.chamber == self.chamber)
        to = letters.recipient(slot, "Ann Lee", state="NY", legislature=about)
        bill = replace(self.bill, lapsed=lapsed, in_chamber=self.bill.in_chamber if in_chamber is None else in_chamber)
        found = []
        for first in _FIRST_NAMES:
            person = letters.Person(first=first, last="Doe", street="1 Main St", city="Troy", state="NY", zip="12180")
            context: dict[str, Any] = template_context(letters.Draft(person, (to,), story, reasons), to, self.campaign)
            context |= {"recipient": context["recipient"] | case, "bill": bill}
            found.append(self.templates.get_template(template).render(context))
        return found

    def ignores(self, template: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
        """Return whether some writer's text is the same in both cases."""
        pairs = zip(self.texts(template, **before), self.texts(template, **after), strict=True)
        return any(one == other for one, other in pairs)


def contradictions(campaign: letters.Campaign, templates: ImmutableSandboxedEnvironment) -> Iterator[Message]:
    """Yield a message for each template that ignores a case which this campaign can have.

    Raise whatever a template raises.
    """
    rules: tuple[Callable[[_Letters, str], str], ...] = (_stance, _request, _vote, _companion, _lapse, _length)
    for name in _TEMPLATES:
        file = shown(Path(templates.get_template(name).filename or name))
        # The chambers' letters come from the same template, so one message for each rule is enough.
        for rule in rules:
            each = (rule(_Letters(campaign, templates, chamber), name) for chamber in campaign.bills)
            if text := next(filter(None, each), ""):
                yield Message(text, file)


def longest(campaign: letters.Campaign, templates: ImmutableSandboxedEnvironment) -> str:
    """Return the letter with the most lines that a campaign can have without a story, in any case.

    Raise whatever a template raises.
    """
    cases: list[dict[str, Any]] = [{"stance": stance} for stance in ("none", "sponsor", "cosponsor")]
    cases += [{"votes": False}, {"lapsed": True}, {"lapsed": True, "stance": "sponsor"}]
    by_length = sorted(campaign.reasons, key=lambda reason: len(reason.text), reverse=True)
    cases.append({"reasons": tuple(reason.id for reason in by_length[:MOST_REASONS])})
    texts = (
        text
        for chamber in campaign.bills
        for case in cases
        for text in _Letters(campaign, templates, chamber).texts("letter.txt", **case)
    )
    return max(texts, key=printed_lines)


def printed_lines(letter: str) -> int:
    r"""Return how many lines a letter takes in print.

    >>> printed_lines("Dear Ann:\n\n" + "word " * 40)
    5
    """
    return sum(max(1, len(textwrap.wrap(line, LINE_LENGTH))) for line in letter.splitlines())


def _stance(to: _Letters, template: str) -> str:
    known = {"sponsor": to.bill.sponsor_id, "cosponsor": to.bill.cosponsors}
    for stance, members in known.items():
        if template != "subject.txt" and members and to.ignores(template, {"stance": "none"}, {"stance": stance}):
            return f"says the same to a {stance} as to everyone else; use recipient.stance to thank a {stance}"
    return ""


def _request(to: _Letters, template: str) -> str:
    bill = "|".join(map(re.escape, (to.bill.number, to.bill.title)))
    asks = re.compile(rf"\bcosponsor (?:the )?(?:{bill})", re.IGNORECASE)
    # Whoever lists the sponsor will list cosponsors as they join.
    for stance in ("sponsor", "cosponsor") if to.bill.sponsor_id or to.bill.cosponsors else ():
        if any(asks.search(text) for text in to.texts(template, stance=stance)):
            return f"asks a {stance} to cosponsor the bill; use recipient.stance"
    return ""


def _vote(to: _Letters, template: str) -> str:
    body = to.campaign.legislature.chambers[to.chamber]
    pairs = zip(to.texts(template, votes=True), to.texts(template, votes=False), strict=True)
    if body.nonvoting and any(one == other and _ASKS_FOR_A_VOTE in one for one, other in pairs):
        return 'says "vote for" to a Delegate, who has no vote on the floor; use recipient.votes'
    return ""


def _companion(to: _Letters, template: str) -> str:
    if to.bill.in_chamber or to.bill.number not in "\n".join(to.texts(template)):
        return ""
    if not to.ignores(template, {"in_chamber": True}, {"in_chamber": False}):
        return ""
    chamber = to.campaign.legislature.chambers[to.chamber].name
    return (
        f"asks the {chamber} for {to.bill.number}, which is not a bill of the {chamber}; add [bill.{to.chamber}] to "
        "campaign.toml, or use bill.in_chamber to ask for a companion bill"
    )


def _length(to: _Letters, template: str) -> str:
    if template != "short.txt":
        return ""
    longest = max(form_length(text.strip()) for story in _STORIES for text in to.texts(template, story=story))
    if longest <= SHORT_LENGTH:
        return ""
    return (
        f"{longest} characters, a line break counted as two, for some writers; the shortest forms take {SHORT_LENGTH}, "
        "so quote a story or a reason only if it is short: story[0]|length"
    )


def _lapse(to: _Letters, template: str) -> str:
    if to.campaign.lapses and any(to.bill.number in text for text in to.texts(template, lapsed=True)):
        return f"names {to.bill.number} after the bill has lapsed; use bill.lapsed"
    return ""
