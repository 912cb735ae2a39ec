"""What an operator looks up: docs/campaign.md and the JSON Schema for editors, both written from the model.

A table's docstring, and each field's description and default, are all that they say; so they cannot differ from what
`honorable check` holds a campaign to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from honorable.publish.campaign.fields import table_of
from honorable.publish.campaign.model import Campaign
from honorable.publish.project import Project

#: The schema's name in the checkout. A campaign's first line names it, and editors that know TOML read it there.
SCHEMA = "campaign.schema.json"
DOCUMENT = "docs/campaign.md"


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of campaign.toml."""
    schema = Campaign.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A campaign of Honorable"
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def document_text() -> str:
    """docs/campaign.md: its beginning, which is written by hand, and a table for each table of the file."""
    beginning = (Path(__file__).parent / "reference.md").read_text("utf-8")
    return "\n".join([beginning.rstrip(), "", *_tables(Campaign, ""), ""])


def write(project: Project) -> tuple[Path, ...]:
    """Writes both files, and says which."""
    texts = {SCHEMA: schema_text(), DOCUMENT: document_text()}
    for name, text in texts.items():
        (project.root / name).write_text(text, "utf-8")
    return tuple(project.root / name for name in texts)


def _tables(model: type[BaseModel], key: str, *, in_list: bool = False) -> Iterator[str]:
    if key:
        yield f"## `{'[[' if in_list else '['}{key}{']]' if in_list else ']'}`"
        yield ""
    yield str(model.__doc__).strip()
    yield ""
    inner = {name: found for name, about in model.model_fields.items() if (found := table_of(about)) is not None}
    plain = {name: about for name, about in model.model_fields.items() if name not in inner}
    if plain:
        yield "| key | what it is | it must be | if it is left out |"
        yield "| --- | --- | --- | --- |"
        for name, about in plain.items():
            yield f"| `{name}` | {_cell(about.title or '')} | {_cell(about.description or '')} | {_default(about)} |"
        yield ""
    told: set[type[BaseModel]] = set()
    for name, (inner_model, is_list) in inner.items():
        if inner_model in told:
            continue
        told.add(inner_model)
        same = [other for other, (one, _) in inner.items() if one is inner_model]
        if len(same) > 1:
            yield f"The tables {', '.join(f'`{other}`' for other in same)} have the same keys."
            yield ""
        yield from _tables(inner_model, f"{key}.{name}".lstrip("."), in_list=is_list)


def _default(about: FieldInfo) -> str:
    if about.is_required():
        return "**it cannot be**"
    value = about.get_default(call_default_factory=True)
    if value is None or value in ("", (), {}):
        return "nothing"
    if isinstance(value, date):
        return f"`{value.isoformat()}`"
    return f"`{_cell(json.dumps(value, ensure_ascii=False))}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
