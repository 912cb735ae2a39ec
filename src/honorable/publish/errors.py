"""Errors that the operator can fix."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class UserError(Exception):
    """One or more errors that the operator can fix, each on one line: file, key, value, and what is expected."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


def shown(path: Path) -> str:
    """Return the path as one would type it: relative to the current folder if it is inside it, else absolute."""
    here = Path.cwd()
    resolved = path.resolve()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)
