"""What an operator is told when something is wrong: plain lines, all at once."""

from __future__ import annotations

from collections.abc import Sequence


class Problems(Exception):  # noqa: N818  there may be several, and none is a fault of the program
    """One or more mistakes that the operator can mend, each a line of its own."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)
