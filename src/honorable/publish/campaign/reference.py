"""Write docs/campaign.md and the JSON Schema for editors from the model.

Both hold the titles, descriptions, defaults and docstrings of the model that `honorable check` uses, so they always
agree with it.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from honorable.publish.campaign import letter_reference
from honorable.publish.campaign.fields import table_of
from honorable.publish.campaign.model import Campaign
from honorable.publish.project import Project

#: The schema's path in the checkout. A campaign's first line names it for editors.
SCHEMA = "campaign.schema.json"
DOCUMENT = "docs/campaign.md"


def schema_text() -> str:
    """Return the JSON Schema (draft 2020-12) of campaign.toml."""
    schema = Campaign.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A campaign of Honorable"
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def document_text() -> str:
    """Return docs/campaign.md: the introduction from reference.md, then a section for each table of campaign.toml."""
    introduction = (Path(__file__).parent / "reference.md").read_text("utf-8")
    return "\n".join([introduction.rstrip(), "", *_sections(Campaign, ""), ""])


def write(project: Project) -> tuple[Path, ...]:
    """Write the files and return their paths."""
    texts = {
        SCHEMA: schema_text(),
        DOCUMENT: document_text(),
        letter_reference.DOCUMENT: letter_reference.document_text(),
    }
    for name, text in texts.items():
        (project.root / name).write_text(text, "utf-8")
    return tuple(project.root / name for name in texts)


def _sections(model: type[BaseModel], key: str, *, in_list: bool = False) -> Iterator[str]:
    if key:
        yield f"## `{'[[' if in_list else '['}{key}{']]' if in_list else ']'}`"
        yield ""
    yield inspect.cleandoc(str(model.__doc__))
    yield ""
    tables = {name: found for name, field in model.model_fields.items() if (found := table_of(field)) is not None}
    values = {name: field for name, field in model.model_fields.items() if name not in tables}
    if values:
        yield "| Key | What it is | Must be | Default |"
        yield "| --- | --- | --- | --- |"
        for name, field in values.items():
            yield f"| `{name}` | {_cell(field.title or '')} | {_cell(field.description or '')} | {_default(field)} |"
        yield ""
    written: set[type[BaseModel]] = set()
    for name, (table, is_list) in tables.items():
        if table in written:
            continue
        written.add(table)
        same = [f"`[{key}.{other}]`".replace("[.", "[") for other, (one, _) in tables.items() if one is table]
        if len(same) > 1:
            yield f"{', '.join(same[:-1])} and {same[-1]} have the same keys."
            yield ""
        yield from _sections(table, f"{key}.{name}".lstrip("."), in_list=is_list)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**required**"
    value = field.get_default(call_default_factory=True)
    if value is None or value in ("", (), {}):
        return "none"
    if isinstance(value, date):
        return f"`{value.isoformat()}`"
    return f"`{_cell(json.dumps(value, ensure_ascii=False))}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
