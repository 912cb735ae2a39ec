"""The trial render: render sample letters in a process with limits on its time and memory.

A template is untrusted code that may loop forever or use all memory. This module is also the program that runs in that
process, `python -m honorable.publish.checks.trial_render`, with JSON on standard input and output.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from math import ceil
from pathlib import Path
from subprocess import TimeoutExpired, run

from honorable import letters
from honorable.publish.checks.cases import contradictions, longest, printed_lines
from honorable.publish.checks.samples import longest_sample, names, unfilled
from honorable.publish.checks.template_errors import template_error
from honorable.publish.checks.time_limit import time_limit, too_long
from honorable.publish.errors import Message, shown
from honorable.publish.project import template_file, template_loader

#: The CPU time that the sample letters together may take, in seconds. They need well under one.
SECONDS = 2
# The CPU time for the letters to all members of Congress. They need under one second too.
_SECONDS_FOR_MEMBERS = 20
# How long to wait for the process on a busy machine, in seconds.
_PATIENCE = 60
_MEMORY = 2 << 30
_MEMBER_FIELDS = tuple(field.name for field in fields(letters.Recipient) if field.name != "legislature")


@dataclass(frozen=True, slots=True)
class TrialRender:
    """The errors and the warnings, if any, and the letter without a story that has the most lines."""

    errors: Sequence[Message] = ()
    longest: str = ""
    warnings: Sequence[Message] = ()


def trial_render(
    campaign: letters.Campaign, folders: list[Path], members: Iterable[letters.Recipient] = (), seconds: float = SECONDS
) -> TrialRender:
    """Render the campaign's letters for sample people and for each of the members, in a process with limits.

    Templates come from the first of the folders that has them. `seconds` is the CPU time that the sample letters
    together may take.
    """
    given = json.dumps(
        {
            "campaign": asdict(campaign),
            "folders": [str(folder) for folder in folders],
            "seconds": seconds,
            "members": [{field: getattr(member, field) for field in _MEMBER_FIELDS} for member in members],
        }
    )
    command = [sys.executable, "-m", "honorable.publish.checks.trial_render"]
    letter = shown(template_file(folders, "letter.txt"))
    try:
        done = run(command, input=given, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except TimeoutExpired:
        return TrialRender([Message(too_long(seconds), letter)])
    if done.returncode < 0:  # killed by a limit
        return TrialRender([Message(too_long(seconds), letter)])
    if done.returncode:
        return TrialRender([Message(f"the trial render failed: {done.stderr.strip()[-200:]}", letter)])
    result = json.loads(done.stdout)
    errors, warnings = ([Message(**message) for message in result[kind]] for kind in ("errors", "warnings"))
    return TrialRender(errors, result["longest"], warnings)


def render_samples(campaign: letters.Campaign, folders: list[Path]) -> TrialRender:
    """Render the letters for sample people in this process, without limits."""
    templates = letters.environment(template_loader(folders))
    try:
        letter = max(longest_sample(campaign, templates), longest(campaign, templates), key=printed_lines)
        if not letter.strip():
            return TrialRender([Message("is empty; write the letter", shown(template_file(folders, "letter.txt")))])
        return TrialRender(longest=letter, warnings=list(contradictions(campaign, templates)))
    except Exception as error:  # noqa: BLE001  a template can raise anything
        return TrialRender([template_error(error, folders, names())])


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Limit this process's memory and CPU time: first an error with the template's line, then a kill.

    Windows has no such limits; there the parent process stops this one.
    """
    try:
        from resource import RLIM_INFINITY, RLIMIT_AS, RLIMIT_CPU, RUSAGE_SELF, getrusage, setrlimit
    except ImportError:
        pass
    else:
        used = getrusage(RUSAGE_SELF)
        setrlimit(RLIMIT_AS, (_MEMORY, _MEMORY))
        setrlimit(RLIMIT_CPU, (ceil(used.ru_utime + used.ru_stime + 2 * seconds), RLIM_INFINITY))
    with time_limit(seconds):
        yield


def _main() -> None:
    given = json.load(sys.stdin)
    campaign = letters.Campaign.from_json(given["campaign"])
    folders = [Path(folder) for folder in given["folders"]]
    with _limit(given["seconds"]):
        done = render_samples(campaign, folders)
    if given["members"] and not done.errors:
        try:
            members = [letters.Recipient(**member, legislature=campaign.legislature) for member in given["members"]]
            templates = letters.environment(template_loader(folders))
            with _limit(_SECONDS_FOR_MEMBERS):
                done = replace(done, errors=list(unfilled(campaign, templates, members)))
        except Exception as error:  # noqa: BLE001  as above
            done = replace(done, errors=[template_error(error, folders, names())])
    json.dump(asdict(done), sys.stdout)


if __name__ == "__main__":
    _main()
