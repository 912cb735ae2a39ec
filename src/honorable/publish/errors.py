"""What an operator is told when something is wrong: plain lines, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class UserError(Exception):
    """One or more mistakes that the operator can mend, each a line of its own."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


def shown(path: Path) -> str:
    """The path as an operator would type it: from here where it is below here, else in full."""
    here = Path.cwd()
    resolved = path.resolve()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)
