import json
import re

from pydantic import BaseModel

from honorable.publish.campaign.fields import table_of
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.reference import DOCUMENT, SCHEMA, document_text, schema_text
from tests.checkout import ROOT


def keys(model: type[BaseModel], table: str = "") -> set[str]:
    found: set[str] = set()
    for name, about in model.model_fields.items():
        if inner := table_of(about):
            found |= keys(inner[0], name)
        else:
            found.add(f"{table}.{name}")
    return found


def test_the_document_is_up_to_date():
    assert (ROOT / DOCUMENT).read_text("utf-8") == document_text(), "run make reference"


def test_the_schema_is_up_to_date():
    assert (ROOT / SCHEMA).read_text("utf-8") == schema_text(), "run make reference"


def test_every_key_is_in_the_document_with_what_it_is_and_must_be():
    text = document_text()
    assert len(keys(Campaign)) > 60
    for key in keys(Campaign):
        assert re.search(rf"^\| `{key.partition('.')[2]}` \| \S.* \| \S.+ \| \S.+ \|$", text, re.MULTILINE), key


def test_the_schema_names_the_required_keys():
    schema = json.loads(schema_text())
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == {"name", "sentence", "summary", "letter", "bill"}
