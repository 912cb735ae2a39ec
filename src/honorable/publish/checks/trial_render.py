"""The trial render: render the letters for sample people and for every member, in a process with limits.

A template is untrusted code that may loop forever or use all memory. This module is also the program that runs in that
process, `python -m honorable.publish.checks.trial_render`, with JSON on standard input and output.
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

#: The CPU time that all the letters together may take, in seconds. They need well under one.
SECONDS = 2
# How long to wait for the process on a busy machine, in seconds.
_PATIENCE = 60
_MEMORY = 2 << 30
# The CPU time for the letters to all members of Congress. They need under one second too.
_SECONDS_FOR_MEMBERS = 20
_TOO_LONG = f"takes more than {SECONDS} seconds; does a loop never end?"

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
_MEMBER_FIELDS = tuple(field.name for field in fields(letters.Recipient) if field.name != "legislature")
# Details that may be unknown for a member.
_MAY_BE_UNKNOWN = ("state", "district", "office", "phone", "contact_page")
_STORY = "My brother was hurt.\n\nNobody answered for it."


@dataclass(frozen=True, slots=True)
class TrialRender:
    """The result: one line about the template's error, if any, and the longest letter without a story.

    `unfilled` has a line for each blank that stays empty in some member's letter although the form is complete.
    """

    error: str = ""
    longest: str = ""
    unfilled: Sequence[str] = ()


def trial_render(
    campaign: letters.Campaign, folders: list[Path], members: Iterable[letters.Recipient] = ()
) -> TrialRender:
    """Render the campaign's letters for sample people and for each of the members, in a process with limits.

    Templates come from the first of the folders that has them.
    """
    given = json.dumps(
        {
            "campaign": asdict(campaign),
            "folders": [str(folder) for folder in folders],
            "members": [{field: getattr(member, field) for field in _MEMBER_FIELDS} for member in members],
        }
    )
    command = [sys.executable, "-m", "honorable.publish.checks.trial_render"]
    letter = shown(next((path for path in (folder / "letter.txt" for folder in folders) if path.is_file()), Path()))
    try:
        done = run(command, input=given, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except TimeoutExpired:
        return TrialRender(error=f"{letter}: {_TOO_LONG}")
    if done.returncode < 0:  # killed by a limit
        return TrialRender(error=f"{letter}: {_TOO_LONG}")
    if done.returncode:
        return TrialRender(error=f"{letter}: the trial render failed: {done.stderr.strip()[-200:]}")
    return TrialRender(**json.loads(done.stdout))


def render_samples(campaign: letters.Campaign, folders: list[Path]) -> TrialRender:
    """Render the letters for sample people in this process, without limits."""
    templates = letters.environment(FileSystemLoader(folders))
    try:
        plain = [letter.text for letter in _plain(campaign, templates)]
        for person in _PEOPLE:
            draft = letters.Draft(person, _recipients(person, campaign.legislature), _STORY)
            letters.render(draft, campaign, templates)
            for to in draft.recipients:
                phone_script(draft, to, campaign, templates)
    except Exception as error:  # noqa: BLE001  a template can raise anything
        return TrialRender(error=template_error(error, folders, _names()))
    return TrialRender(longest=max(plain, key=len))


def unfilled(campaign: letters.Campaign, folders: list[Path], members: Iterable[letters.Recipient]) -> Iterator[str]:
    """Yield a line for each blank that stays empty in a member's letter although the form is complete.

    An unknown detail of a member is a blank if the template shows it without asking first: `{% if recipient.phone %}`.
    """
    templates = letters.environment(FileSystemLoader(folders))
    found: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], str] = {}
    for member in members:
        unknown: dict[str, Any] = {
            name: Blank(f"[{name}]", "") for name in _MAY_BE_UNKNOWN if not getattr(member, name)
        }
        to = replace(member, **unknown)
        context = template_context(letters.Draft(_ADA, (to,), _STORY), to, campaign)
        for name in ("subject.txt", "letter.txt", "call.txt"):
            parts = spans_of(templates.get_template(name).generate(context))
            for blank in {part.text for part in parts if part.kind == "blank"}:
                found[name, blank] += 1
                example.setdefault((name, blank), f"{member.title} {member.full_name}")
    for (name, blank), count in found.items():
        who = example[name, blank] if count == 1 else f"{count} members, such as {example[name, blank]}"
        yield f"{name}: {blank} stays empty in the letter to {who}"


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
    """Return the names that a template may use, to suggest the nearest."""
    names = {"person", "recipient", "story", "campaign", "bill", "state_name", "address"}
    for kind in (letters.Person, letters.Recipient, letters.Campaign, letters.Bill):
        names |= {field.name for field in fields(kind)}
    return names


def _limit(seconds: int) -> None:
    """Limit this process's memory and CPU time from now on: first an error with the template's line, then a kill.

    Windows has no such limits; there the parent process stops this one.
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
    done = render_samples(campaign, folders)
    if given["members"] and not done.error:
        _limit(_SECONDS_FOR_MEMBERS)
        try:
            members = [letters.Recipient(**member) for member in given["members"]]
            done = replace(done, unfilled=list(unfilled(campaign, folders, members)))
        except Exception as error:  # noqa: BLE001  as above
            done = replace(done, error=template_error(error, folders, _names()))
    json.dump(asdict(done), sys.stdout)


if __name__ == "__main__":
    _main()
