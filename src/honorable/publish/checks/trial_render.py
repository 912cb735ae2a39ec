"""A rehearsal of the letters: rendered for people of every kind, in a process of its own that can be stopped.

A template is somebody else's program: it may never end, or ask for all the memory. Run as
`python -m honorable.publish.checks.trial_render`, with JSON coming in and going out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from subprocess import TimeoutExpired, run
from typing import Any

from jinja2 import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable import letters
from honorable.letters.letter import template_context
from honorable.letters.phone_script import phone_script
from honorable.letters.spans import Blank, spans_of
from honorable.publish.checks.template_errors import template_error
from honorable.publish.errors import shown

#: How many seconds of a processor all the letters together may take. They take well under one.
SECONDS = 2
# How long to wait for the process on a machine that has much else to do.
_PATIENCE = 60
_MEMORY = 2 << 30
# What the letters to all members of Congress may take. They take under one, too.
_SECONDS_FOR_MEMBERS = 20
_TOO_LONG = f"takes more than {SECONDS} seconds; is there a loop that never ends?"

_ADA = letters.Person(
    title="Dr.",
    first="Ada",
    last="O'Brien",
    street="12 Elm Street, Apt 3",
    city="Albany",
    state="NY",
    zip="12207-1234",
    email="ada@example.org",
    phone="518-555-0100",
)
_PEOPLE = (
    _ADA,
    letters.Person(first="José", last="{{ 7*7 }}", state="DC"),
    letters.Person(first="<b>", last="محمد", state="PR", zip="nonsense"),
)
_MEMBER = tuple(field.name for field in fields(letters.Recipient) if field.name != "legislature")
# What may not be known of a member.
_MEMBERS = ("state", "district", "office", "phone", "contact_page")
_STORY = "My brother was hurt.\n\nNobody answered for it."


@dataclass(frozen=True, slots=True)
class TrialRender:
    """What came of it: the problem as one line, or else empty; and the longest letter that has no story.

    `unfilled` has a line for each blank that stays empty in the letter to somebody, though the form is filled in.
    """

    problem: str = ""
    longest: str = ""
    unfilled: Sequence[str] = ()


def trial_render(
    campaign: letters.Campaign, folders: list[Path], members: Iterable[letters.Recipient] = ()
) -> TrialRender:
    """The campaign's letters, tried out with the templates of the folders, the first of which wins.

    They are tried on people of every kind, and on each of the members.
    """
    given = json.dumps(
        {
            "campaign": asdict(campaign),
            "folders": [str(folder) for folder in folders],
            "members": [{field: getattr(member, field) for field in _MEMBER} for member in members],
        }
    )
    command = [sys.executable, "-m", "honorable.publish.checks.trial_render"]
    letter = shown(next((path for path in (folder / "letter.txt" for folder in folders) if path.is_file()), Path()))
    try:
        done = run(command, input=given, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except TimeoutExpired:
        return TrialRender(problem=f"{letter}: {_TOO_LONG}")
    if done.returncode < 0:  # stopped by the system
        return TrialRender(problem=f"{letter}: {_TOO_LONG}")
    if done.returncode:
        return TrialRender(problem=f"{letter}: stopped with {done.returncode}: {done.stderr.strip()[-200:]}")
    return TrialRender(**json.loads(done.stdout))


def perform(campaign: letters.Campaign, folders: list[Path]) -> TrialRender:
    """The same in this process, without limits."""
    templates = letters.environment(FileSystemLoader(folders))
    try:
        plain = [letter.text for letter in _plain(campaign, templates)]
        for person in _PEOPLE:
            draft = letters.Draft(person, _recipients(person, campaign.legislature), _STORY)
            letters.render(draft, campaign, templates)
            for to in draft.recipients:
                phone_script(draft, to, campaign, templates)
    except Exception as error:  # noqa: BLE001  whatever a template raises is a mistake in the template
        return TrialRender(problem=template_error(error, folders, _names()))
    return TrialRender(longest=max(plain, key=len))


def unfilled(campaign: letters.Campaign, folders: list[Path], members: Iterable[letters.Recipient]) -> Iterator[str]:
    """The blanks that somebody's letter keeps, each with how many have it, and one of them.

    The form is filled in whole. What is not known of a member counts as a blank where the template shows it, and not
    where it asks first: `{% if recipient.phone %}`.
    """
    templates = letters.environment(FileSystemLoader(folders))
    found: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], str] = {}
    for member in members:
        unknown: dict[str, Any] = {name: Blank(f"[{name}]", "") for name in _MEMBERS if not getattr(member, name)}
        to = replace(member, **unknown)
        words = template_context(letters.Draft(_ADA, (to,), _STORY), to, campaign)
        for name in ("subject.txt", "letter.txt", "call.txt"):
            parts = spans_of(templates.get_template(name).generate(words))
            for blank in {part.text for part in parts if part.kind == "blank"}:
                found[name, blank] += 1
                example.setdefault((name, blank), f"{member.title} {member.full_name}")
    for (name, blank), count in found.items():
        who = example[name, blank] if count == 1 else f"{count} members, such as {example[name, blank]}"
        yield f"{name}: {blank} stays unfilled in the letter to {who}"


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


def _names() -> set[str]:
    """What a template may name, to suggest the nearest."""
    words = {"person", "recipient", "story", "campaign", "bill", "state_name", "address"}
    for kind in (letters.Person, letters.Recipient, letters.Campaign, letters.Bill):
        words |= {field.name for field in fields(kind)}
    return words


def _limit(seconds: int) -> None:
    """Sets limits to this process, from now on: first an error, which tells the template's line, and then an end.

    Windows has no such limits. There the process is stopped from outside.
    """
    try:
        from resource import RLIM_INFINITY, RLIMIT_AS, RLIMIT_CPU, RUSAGE_SELF, getrusage, setrlimit
        from signal import ITIMER_VIRTUAL, SIGVTALRM, setitimer, signal
    except ImportError:
        return

    def too_long(*_: object) -> None:
        raise TimeoutError(_TOO_LONG)

    used = getrusage(RUSAGE_SELF)
    setrlimit(RLIMIT_AS, (_MEMORY, _MEMORY))
    setrlimit(RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 2 * seconds + 1, RLIM_INFINITY))
    signal(SIGVTALRM, too_long)
    setitimer(ITIMER_VIRTUAL, seconds)


def _main() -> None:
    _limit(SECONDS)
    given = json.load(sys.stdin)
    campaign = letters.Campaign.from_json(given["campaign"])
    folders = [Path(folder) for folder in given["folders"]]
    done = perform(campaign, folders)
    if given["members"] and not done.problem:
        _limit(_SECONDS_FOR_MEMBERS)
        try:
            members = [letters.Recipient(**member) for member in given["members"]]
            done = replace(done, unfilled=list(unfilled(campaign, folders, members)))
        except Exception as error:  # noqa: BLE001  as above
            done = replace(done, problem=template_error(error, folders, _names()))
    json.dump(asdict(done), sys.stdout)


if __name__ == "__main__":
    _main()
