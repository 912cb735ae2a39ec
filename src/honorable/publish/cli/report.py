"""Write errors, warnings and notes as text, as JSON, or as annotations on GitHub, with the same words in each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Annotated

import typer

from honorable.publish.errors import Message


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


OutputFormat = Annotated[
    Format, typer.Option("--format", help="How to write errors: as text, as JSON, or as annotations on GitHub.")
]


@dataclass(frozen=True, slots=True)
class Report:
    """What a command has to report, and its last line if it succeeded."""

    errors: Sequence[Message] = ()
    warnings: Sequence[Message] = ()
    notes: Sequence[Message] = ()
    done: str = ""

    def kinds(self) -> dict[str, Sequence[Message]]:
        """Return the messages by kind, in the order of a report."""
        return {"note": self.notes, "warning": self.warnings, "error": self.errors}


def write(report: Report, output: Format) -> None:
    """Write a report, and exit with 1 if it has errors."""
    if output is Format.JSON:
        typer.echo(as_json(report))
    else:
        for line in as_github(report) if output is Format.GITHUB else as_text(report):
            typer.echo(line, err=output is Format.TEXT)
        if report.done:
            typer.echo(report.done)
    if report.errors:
        raise typer.Exit(1)


def as_text(report: Report) -> Iterator[str]:
    """Yield a line for each message: `file:line:column: message`, with the kind before warnings and notes."""
    for kind, messages in report.kinds().items():
        yield from (str(message) if kind == "error" else f"{kind}: {message}" for message in messages)


def as_json(report: Report) -> str:
    """Return one JSON object with the lists errors, warnings and notes; unknown lines and columns are 0."""
    lists = {f"{kind}s": list(map(asdict, messages)) for kind, messages in reversed(report.kinds().items())}
    return json.dumps(lists, ensure_ascii=False, indent=2)


def as_github(report: Report) -> Iterator[str]:
    """Yield a workflow command for each message, which GitHub shows at the line of the file.

    >>> list(as_github(Report([Message("name: missing", "a,b.toml", 3, 7)])))
    ['::error file=a%2Cb.toml,line=3,col=7::name: missing']
    """
    for kind, messages in report.kinds().items():
        command = {"note": "notice"}.get(kind, kind)
        for message in messages:
            places = {"file": message.file, "line": message.line, "col": message.column}
            properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in places.items() if value)
            yield f"::{command}{' ' if properties else ''}{properties}::{_escaped(message.text)}"


def as_summary(report: Report, title: str) -> str:
    """Return the report as Markdown, for the summary of a job on GitHub."""
    lines = [f"## {_markdown(title)}: {_count(len(report.errors), 'error')}", ""]
    rows = [(kind, message) for kind, messages in reversed(report.kinds().items()) for message in messages]
    if rows:
        lines += ["| | Line | Message |", "| --- | --- | --- |"]
    for kind, message in rows:
        lines.append(f"| {kind} | {message.line or ''} | {_markdown(_with_other_file(message, title))} |")
    return "\n".join([*lines, ""]) + "\n"


def _with_other_file(message: Message, title: str) -> str:
    return message.text if message.file in {"", title} else f"{message.file}: {message.text}"


def _count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> _count(0, "error"), _count(1, "error"), _count(2, "error")
    ('no errors', '1 error', '2 errors')
    """
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _escaped(text: str, also: str = "") -> str:
    # As the toolkit of GitHub Actions escapes data and, with ":" and ",", properties.
    return "".join(f"%{ord(one):02X}" if one in f"%\r\n{also}" else one for one in text)


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~&])", r"\\\1", text.replace("\n", " "))
