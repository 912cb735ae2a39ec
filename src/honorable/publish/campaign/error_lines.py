"""Turn pydantic's errors into lines for an operator: key, value, and what is expected.

A field's description is the end of the sentence "must be …".
"""

from __future__ import annotations

import json
import re
from datetime import date
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from honorable.publish.campaign.characters import escaped
from honorable.publish.campaign.fields import table_of
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.positions import KeyPath

#: A longer value is cut off in a message.
_LONGEST_VALUE = 100


def error_line(error: ErrorDetails) -> str:
    """Return one line for one of pydantic's errors, without the name of the file."""
    where, value, kind = error["loc"], error["input"], error["type"]
    key = key_at(where)
    if not where:  # a rule across several tables; its message names the key
        return str(error["ctx"]["error"])
    if kind == "extra_forbidden":
        return f"{key}: unknown key ({_nearest(where)})"
    expected = _description(where)
    if kind == "missing":
        return f"{key}: missing; must be {expected}"
    if kind == "value_error" and isinstance(value, dict):  # a rule across several keys of one table
        return f"{key}: {error['ctx']['error']}"
    if kind == "value_error" and (rule := str(error["ctx"]["error"])).startswith("must "):
        return f"{key}: {as_toml(value)} {rule}"
    return f"{key}: {as_toml(value)} must be {expected}"


def key_at(where: KeyPath) -> str:
    """Return the dotted key for a path, with the tables of a list counted from 1.

    >>> key_at(("follow", 1, "url"))
    'follow[2].url'
    """
    parts = [part for part in where if part != "[key]"]  # pydantic's mark for "the key itself, not its value"
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")


def path_of(key: str) -> KeyPath:
    """Return the path of a dotted key.

    >>> path_of("follow[2].url")
    ('follow', 1, 'url')
    """
    return tuple(int(part) - 1 if part.isdigit() else part for part in re.findall(r"[^.\[\]]+", key))


def as_toml(value: Any) -> str:
    """Return a value as it is written in TOML, cut off after 100 characters.

    >>> as_toml("blue"), as_toml(True), as_toml([1, "a"])
    ('"blue"', 'true', '[1, "a"]')
    """
    text = str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False, default=str)
    text = escaped(text)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 3] + "..."


def _nearest(where: KeyPath) -> str:
    _, table = _at(where[:-1])
    keys = list(table.model_fields) if table else []
    close = get_close_matches(str(where[-1]), keys, n=1)
    return f'did you mean "{close[0]}"?' if close else f"the keys here are {', '.join(keys)}"


def _description(where: KeyPath) -> str:
    field, table = _at(where)
    if field and not isinstance(where[-1], int):
        return str(field.description)
    return "a table" if table else "text on one line"


def _at(where: KeyPath) -> tuple[FieldInfo | None, type[BaseModel] | None]:
    """Return the last field on the path that the model defines, and the model of its table, if it holds one."""
    field: FieldInfo | None = None
    table: type[BaseModel] | None = Campaign
    for part in where:
        if isinstance(part, str) and table:  # below a free-form table, any key is allowed
            field = table.model_fields[part]
            inner = table_of(field)
            table = inner[0] if inner else None
    return field, table
