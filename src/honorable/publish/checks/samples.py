"""The letters of the trial render: to sample people and to every member."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable import letters
from honorable.letters.letter import template_context
from honorable.letters.phone_script import phone_script
from honorable.letters.spans import Blank, spans_of
from honorable.publish.campaign.letter_reference import NAMES, with_every_field
from honorable.publish.errors import Message, shown

_ADA = with_every_field(
    letters.Person(
        title="Dr.",
        first="Ada",
        last="O'Brien",
        street="12 Elm Street",
        street2="Apt 3",
        city="Albany",
        state="NY",
        zip="12207-1234",
        email="ada@example.org",
        phone="518-555-0100",
    )
)
_PEOPLE = (
    _ADA,
    letters.Person(first="José", last="{{ 7*7 }}", state="DC"),
    letters.Person(first="Sam", city="APO", state="OH", zip="09012"),
    letters.Person(first="<b>", last="محمد", state="PR", zip="nonsense"),
)
_STORY = "My brother was hurt.\n\nNobody answered for it."
# Details that may be unknown for a member.
_MAY_BE_UNKNOWN = ("state", "district", "office", "phone", "contact_page")


def longest_sample(campaign: letters.Campaign, templates: ImmutableSandboxedEnvironment) -> str:
    """Render letters and phone scripts for sample people. Return the longest letter without a story.

    Raise whatever a template raises.
    """
    plain = [letter.text for letter in _plain(campaign, templates)]
    for person in _PEOPLE:
        draft = letters.Draft(person, _recipients(person, campaign.legislature), _STORY)
        letters.render(draft, campaign, templates)
        for to in draft.recipients:
            phone_script(draft, to, campaign, templates)
            letters.short_letter(draft, to, campaign, templates)
    return max(plain, key=len)


def unfilled(
    campaign: letters.Campaign, templates: ImmutableSandboxedEnvironment, members: Iterable[letters.Recipient]
) -> Iterator[Message]:
    """Yield a message for each blank that stays empty in a member's letter although the form is complete.

    An unknown detail of a member is a blank if the template shows it without asking first: `{% if recipient.phone %}`.
    """
    found: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], str] = {}
    for member in members:
        unknown: dict[str, Any] = {
            name: Blank(f"[{name}]", "") for name in _MAY_BE_UNKNOWN if not getattr(member, name)
        }
        to = replace(member, **unknown)
        context = template_context(letters.Draft(_ADA, (to,), _STORY), to, campaign)
        for name in ("subject.txt", "letter.txt", "call.txt", "short.txt"):
            template = templates.get_template(name)
            for blank in {span.text for span in spans_of(template.generate(context)) if span.kind == "blank"}:
                file = shown(Path(template.filename or name))
                found[file, blank] += 1
                example.setdefault((file, blank), f"{member.title} {member.full_name}")
    for (file, blank), count in found.items():
        who = example[file, blank] if count == 1 else f"{count} members, such as {example[file, blank]}"
        yield Message(f"{blank} stays empty in the letter to {who}", file)


def names() -> set[str]:
    """Return the names that a template may use, to suggest the nearest."""
    known = {name.rpartition(".")[2] for name in NAMES} | {name.partition(".")[0] for name in NAMES} | {"variant"}
    for kind in (letters.Person, letters.Recipient, letters.Campaign, letters.Bill):
        known |= {field.name for field in fields(kind)}
    return known


def _plain(campaign: letters.Campaign, templates: ImmutableSandboxedEnvironment) -> Iterator[letters.Letter]:
    yield letters.diy_letter(campaign, templates)
    yield from letters.blank_letters(campaign, templates)
    for person in _PEOPLE:
        draft = letters.Draft(person, _recipients(person, campaign.legislature))
        yield from letters.render(draft, campaign, templates)


def _recipients(person: letters.Person, legislature: letters.Legislature) -> tuple[letters.Recipient, ...]:
    return tuple(
        letters.recipient(slot, "Lisa Blunt Rochester", state=person.state, legislature=legislature)
        for slot in legislature.slots
    )
