"""Writes docs/claims.md: what docs/security.md claims, with the tests that hold it. Run `python -m tests.claims`.

A test says what it holds with `@pytest.mark.claim("It arrives complete")`. The text stands in docs/security.md, word
for word.
"""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.checkout import ROOT

MODEL = ROOT / "docs" / "security.md"
PAGE = ROOT / "docs" / "claims.md"

_HEAD = """\
# What the tests hold

Each claim of the [threat model](security.md), with the tests that fail if it is no longer true. Written by
`python -m tests.claims` from the tests themselves.
"""


@dataclass(frozen=True)
class Claim:
    """A sentence or a part of one, and the test that holds it: its file, from the checkout's top, and its name."""

    text: str
    file: str
    test: str


@cache
def claims() -> tuple[Claim, ...]:
    """Return every claim that a test makes, in the order of the files. They are read once: parsing them takes time."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return tuple(claim for file in files for claim in _claims_in(file))


def _claims_in(file: Path) -> list[Claim]:
    tests = [part for part in ast.parse(file.read_text("utf-8")).body if isinstance(part, ast.FunctionDef)]
    name = file.relative_to(ROOT).as_posix()
    return [
        Claim(ast.literal_eval(mark.args[0]), name, test.name)
        for test in tests
        for mark in test.decorator_list
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.claim"
    ]


def sections() -> dict[str, str]:
    """Return the text of each section of the threat model, on one line, by its heading."""
    parts = re.split(r"^##+ (.+)\n", MODEL.read_text("utf-8"), flags=re.MULTILINE)
    return {heading: " ".join(text.split()) for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def page() -> str:
    """Return docs/claims.md: a table for each section, in its order."""
    lines = [_HEAD]
    for heading, text in sections().items():
        found = sorted((claim for claim in claims() if claim.text in text), key=lambda claim: text.find(claim.text))
        if found:
            lines += [f"## {heading}\n", "| claim | test |", "| --- | --- |", *map(_row, found), ""]
    return "\n".join(lines)


def _row(claim: Claim) -> str:
    says = claim.test.removeprefix("test_").replace("_", " ")
    return f"| {claim.text[0].upper()}{claim.text[1:]} | [{claim.file}](../{claim.file}): {says} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
