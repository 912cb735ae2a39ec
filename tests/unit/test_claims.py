"""What the documents claim is held by tests, and what they lead to is there."""

import re
from pathlib import Path

import pytest

from tests import claims

ROOT = Path(__file__).parents[2]
_DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("claim", claims.claims(), ids=lambda claim: f"{claim.file}::{claim.test}: {claim.text}")
def test_the_threat_model_says_what_a_test_holds(claim):
    assert any(claim.text in text for text in claims.sections().values())


def test_the_page_of_claims_is_as_the_tests_have_it():
    assert claims.PAGE.read_text("utf-8") == claims.page(), "Run `.venv/bin/python -m tests.claims`."


@pytest.mark.parametrize(
    "claim",
    [
        line.removeprefix("- ")
        for heading, text in claims.sections().items()
        if heading != "What is at stake"
        for line in re.findall(r"- .*?(?= - |$)", text)
    ],
)
def test_each_claim_in_a_list_is_held_by_a_test(claim):
    assert any(held.text in claim for held in claims.claims())


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_every_test_file_that_a_document_names_is_there(document):
    for file in re.findall(r"tests/[\w/]+\.py", document.read_text("utf-8")):
        assert (ROOT / file).is_file(), file


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_leads_to_is_there(document):
    for target in re.findall(r"\]\(([^)#:]+?)\)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target
