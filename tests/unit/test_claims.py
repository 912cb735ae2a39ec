"""What the documents claim is held by the tests that they name."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_NAMED = re.compile(r"(tests/[\w/]+\.py)(?:::(\w+))?")
_DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def named(document: Path) -> list[tuple[str, str]]:
    """The files and tests that a document names."""
    return _NAMED.findall(document.read_text("utf-8"))


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_every_test_that_a_document_names_is_there(document):
    for file, test in named(document):
        assert (ROOT / file).is_file(), file
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert not test or test in {part.name for part in tree.body if isinstance(part, ast.FunctionDef)}, test


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_leads_to_is_there(document):
    for target in re.findall(r"\]\(([^)#:]+?)\)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_the_threat_model_names_tests():
    assert len(named(ROOT / "docs" / "security.md")) > 25
