"""A rehearsal of the letters: rendered for people of every kind, in a process of its own that can be stopped.

A template is somebody else's program: it may never end, or ask for all the memory. Run as
`python -m honorable.publish.rehearsal`, with JSON coming in and going out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from subprocess import TimeoutExpired, run

from jinja2 import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable import letters
from honorable.letters.call import call_script
from honorable.publish.template_errors import shown, template_problem

#: How many seconds of a processor all the letters together may take. They take well under one.
SECONDS = 2
# How long to wait for the process on a machine that has much else to do.
_PATIENCE = 60
_MEMORY = 2 << 30
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
_STORY = "My brother was hurt.\n\nNobody answered for it."


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What came of it: the problem as one line, or else empty; and the longest letter that has no story."""

    problem: str = ""
    longest: str = ""


def rehearse(campaign: letters.Campaign, folders: list[Path]) -> Rehearsed:
    """The campaign's letters, tried out with the templates of the folders, the first of which wins."""
    given = json.dumps({"campaign": asdict(campaign), "folders": [str(folder) for folder in folders]})
    command = [sys.executable, "-m", "honorable.publish.rehearsal"]
    letter = shown(next((path for path in (folder / "letter.txt" for folder in folders) if path.is_file()), Path()))
    try:
        done = run(command, input=given, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except TimeoutExpired:
        return Rehearsed(problem=f"{letter}: {_TOO_LONG}")
    if done.returncode < 0:  # stopped by the system
        return Rehearsed(problem=f"{letter}: {_TOO_LONG}")
    if done.returncode:
        return Rehearsed(problem=f"{letter}: stopped with {done.returncode}: {done.stderr.strip()[-200:]}")
    return Rehearsed(**json.loads(done.stdout))


def perform(campaign: letters.Campaign, folders: list[Path]) -> Rehearsed:
    """The same in this process, without limits."""
    templates = letters.environment(FileSystemLoader(folders))
    try:
        plain = [letter.text for letter in _plain(campaign, templates)]
        for person in _PEOPLE:
            draft = letters.Draft(person, _recipients(person), _STORY)
            letters.render(draft, campaign, templates)
            for to in draft.recipients:
                call_script(draft, to, campaign, templates)
    except Exception as error:  # noqa: BLE001  whatever a template raises is a mistake in the template
        return Rehearsed(problem=template_problem(error, folders, _names()))
    return Rehearsed(longest=max(plain, key=len))


def _plain(campaign: letters.Campaign, templates: ImmutableSandboxedEnvironment) -> Iterator[letters.Letter]:
    yield letters.diy_letter(campaign, templates)
    yield from letters.blank_letters(campaign, templates)
    for person in _PEOPLE:
        yield from letters.render(letters.Draft(person, _recipients(person)), campaign, templates)


def _recipients(person: letters.Person) -> tuple[letters.Recipient, ...]:
    return tuple(letters.recipient(slot, "Lisa Blunt Rochester", state=person.state) for slot in letters.SLOTS)


def _names() -> set[str]:
    """What a template may name, to suggest the nearest."""
    words = {"person", "recipient", "story", "campaign", "bill", "state_name", "address"}
    for kind in (letters.Person, letters.Recipient, letters.Campaign, letters.Bill):
        words |= {field.name for field in fields(kind)}
    return words


def _limit() -> None:
    """Sets limits to this process: first an error, which tells the template's line, and then an end.

    Windows has no such limits. There the process is stopped from outside.
    """
    try:
        from resource import RLIMIT_AS, RLIMIT_CPU, setrlimit
        from signal import ITIMER_VIRTUAL, SIGVTALRM, setitimer, signal
    except ImportError:
        return

    def too_long(*_: object) -> None:
        raise TimeoutError(_TOO_LONG)

    setrlimit(RLIMIT_AS, (_MEMORY, _MEMORY))
    setrlimit(RLIMIT_CPU, (2 * SECONDS + 1, 2 * SECONDS + 1))
    signal(SIGVTALRM, too_long)
    setitimer(ITIMER_VIRTUAL, SECONDS)


def _main() -> None:
    _limit()
    given = json.load(sys.stdin)
    campaign = letters.Campaign.from_json(given["campaign"])
    json.dump(asdict(perform(campaign, [Path(folder) for folder in given["folders"]])), sys.stdout)


if __name__ == "__main__":
    _main()
