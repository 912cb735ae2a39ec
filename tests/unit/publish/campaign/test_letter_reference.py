"""docs/letter-template.md."""

from dataclasses import astuple

from jinja2 import FileSystemLoader, meta

from honorable.letters import Person, environment
from honorable.publish.campaign.letter_reference import DOCUMENT, NAMES, document_text, with_every_field
from tests.checkout import ROOT, TEMPLATES


def test_no_detail_of_the_examples_is_empty():
    person = with_every_field(Person(first="Ada"))
    assert (person.first, person.street2, person.phone) == ("Ada", "Apartment, suite or unit", "Phone")
    assert all(astuple(person))


def test_the_document_is_current():
    assert (ROOT / DOCUMENT).read_text("utf-8") == document_text(), "run make reference"


def test_every_name_has_a_row():
    for name in NAMES:
        assert f"| `{name}` |" in document_text()


def test_the_shipped_templates_use_only_documented_names():
    templates = environment(FileSystemLoader(TEMPLATES))
    known = {name.partition(".")[0] for name in NAMES} | {"variant"}
    for name in ("letter.txt", "subject.txt", "call.txt", "short.txt"):
        source = (TEMPLATES / name).read_text("utf-8")
        assert meta.find_undeclared_variables(templates.parse(source)) <= known
