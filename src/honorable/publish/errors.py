"""Errors that the operator can fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Message:
    """One line for the operator, with the place that it is about. Lines and columns count from 1; 0 is unknown.

    >>> str(Message("name: missing", "campaign.toml", 3, 7)), str(Message("no data"))
    ('campaign.toml:3:7: name: missing', 'no data')
    """

    text: str
    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.text}" if self.file else self.text


class UserError(Exception):
    """One or more errors that the operator can fix, each on one line: file, key, value, and what is expected."""

    def __init__(self, messages: Sequence[Message | str]) -> None:
        self.messages = tuple(one if isinstance(one, Message) else Message(one) for one in messages)
        self.lines = tuple(map(str, self.messages))
        super().__init__("\n".join(self.lines))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise UserError, which names the file or folder, if it cannot be written."""
    try:
        yield
    except OSError as error:
        raise UserError([f"{path}: cannot be written: {error.strerror or error}"]) from None


def shown(path: Path) -> str:
    """Return the path as one would type it: relative to the current folder if it is inside it, else absolute."""
    here = Path.cwd()
    resolved = path.resolve()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)
