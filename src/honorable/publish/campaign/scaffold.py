"""`honorable new`: write a small campaign from the answers to five questions. It builds right away."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from honorable.letters.congress.legislature import last_day
from honorable.publish.campaign.fields import Codes
from honorable.publish.campaign.reference import SCHEMA
from honorable.publish.campaign.translation import TRANSLATABLE
from honorable.publish.errors import UserError, writing
from honorable.publish.project import Project

_STARTERS = Path(__file__).parent / "starters"


_TRANSLATION = """
# What visitors read in this language: remove the # and translate. The letters stay in their language unless there is a
# templates/@CODE@/letter.txt. honorable check lists what is missing here.
"""


class Whom(StrEnum):
    """The kind of legislature that is written to."""

    CONGRESS = "congress"
    STATE = "state"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to the five questions."""

    name: str
    sentence: str
    to: Whom
    bill: str
    languages: str


def new(folder: Path, answers: Answers, project: Project, today: date) -> tuple[Path, ...]:
    """Write campaign.toml and the letter templates into a new folder. Return their paths, campaign.toml first.

    Raise UserError if the folder is not empty or cannot be written, or if an answer is not valid.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError([f"{folder}: already exists and is not empty; name another folder"])
    if errors := list(_errors(answers)):
        raise UserError(errors)
    schema = project.root / SCHEMA
    files = {
        "campaign.toml": _campaign(answers, SCHEMA if project.installed else os.path.relpath(schema, folder), today),
        "templates/letter.txt": _starter(answers.to, "letter.txt"),
        "templates/call.txt": _starter(answers.to, "call.txt"),
    }
    if project.installed:
        files[SCHEMA] = schema.read_text("utf-8")
    with writing(folder):
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return tuple(folder / name for name in files)


def _starter(to: Whom, name: str) -> str:
    """Return the starter of this file for a kind of legislature, or else the common one."""
    own = _STARTERS / to / name
    return (own if own.is_file() else _STARTERS / name).read_text("utf-8")


def _campaign(answers: Answers, schema: str, today: date) -> str:
    bill = answers.bill.strip().removeprefix("The ")  # the letters add "the"
    congress = (today.year - 1787) // 2  # wrong only on January 1 and 2 of odd years
    words = {
        "SCHEMA": Path(schema).as_posix(),
        "NAME": json.dumps(answers.name.strip(), ensure_ascii=False),
        "SENTENCE": json.dumps(answers.sentence.strip(), ensure_ascii=False),
        "BILL": json.dumps(bill, ensure_ascii=False),
        "SUBJECT": json.dumps(f"Please support: {bill}", ensure_ascii=False),
        "LANGUAGES": json.dumps(_codes(answers)),
        "CONGRESS": str(congress),
        "LAPSES": last_day(congress).isoformat(),
    }
    text = "".join((_STARTERS / name).read_text("utf-8") for name in ("campaign.toml", f"{answers.to}/campaign.toml"))
    for name, value in words.items():
        text = text.replace(f"@{name}@", value)
    data = tomllib.loads(text)
    return text + "".join(
        _TRANSLATION.replace("@CODE@", code) + _to_translate(data, code) for code in data["languages"][1:]
    )


def _to_translate(data: Mapping[str, Any], code: str) -> str:
    """Return the tables of a translation, with each text to translate as a comment."""
    tables: dict[str, list[list[str]]] = {}
    for path in TRANSLATABLE:
        where, _, key = path.rpartition(".")
        for number, table in enumerate(_tables(data, where.split(".") if where else [])):
            entries = tables.setdefault(where, [])
            entries += [[] for _ in range(number + 1 - len(entries))]
            if text := table.get(key):
                entries[number].append(f"# {key} = {json.dumps(text, ensure_ascii=False)}\n")
    written = ""
    for where, entries in tables.items():
        name = ".".join(("translation", code, *filter(None, [where.replace("[]", "")])))
        for lines in entries if any(entries) else ():
            written += (f"[[{name}]]\n" if where.endswith("[]") else f"[{name}]\n") + "".join(lines) + "\n"
    return written


def _tables(data: Any, path: list[str]) -> list[dict[str, Any]]:
    if not path:
        return [data]
    inner = data.get(path[0].removesuffix("[]"))
    if not inner:
        return []
    return [table for one in (inner if path[0].endswith("[]") else [inner]) for table in _tables(one, path[1:])]


def _codes(answers: Answers) -> list[str]:
    return [code.strip() for code in answers.languages.split(",")]


def _errors(answers: Answers) -> Iterator[str]:
    for option in ("name", "sentence", "bill"):
        text = getattr(answers, option)
        if not text.strip() or not text.isprintable():
            yield f"--{option}: {text!r} must be text on one line"
    try:
        TypeAdapter(Codes).validate_python(_codes(answers))
    except ValidationError:
        yield f'--languages: {answers.languages!r} must be language codes separated by commas, such as "en,es"'
    if len(set(_codes(answers))) < len(_codes(answers)):
        yield f"--languages: {answers.languages!r} must list each language only once"
