"""docs/letter-template.md."""

from jinja2 import FileSystemLoader, meta

from honorable.letters import environment
from honorable.publish.campaign.letter_reference import DOCUMENT, NAMES, document_text
from tests.checkout import ROOT, TEMPLATES


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
