"""The campaign that the project ships, which an operator replaces. No other test reads it."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from honorable import letters
from honorable.letters.phone_script import phone_script
from honorable.publish.campaign.load import load_campaign
from honorable.publish.checks.cases import contradictions
from honorable.publish.cli.app import app
from honorable.publish.project import template_loader
from tests.checkout import ROOT

TEMPLATES = letters.environment(template_loader([ROOT / "templates"]))


@pytest.fixture(scope="module")
def campaign() -> letters.Campaign:
    return load_campaign(ROOT / "campaign.toml").letter_campaign()


@pytest.fixture(scope="module")
def draft(campaign: letters.Campaign) -> letters.Draft:
    """All that the form requires, and nothing else."""
    about = campaign.legislature
    state = about.regions[0].code if about.regions else ""
    person = letters.Person("", "Ada", "Lovelace", "12 Byron Row", "Oakland", state, "94601", "ada@example.org")
    to = (letters.recipient(slot, "Ann Lee", state=state, legislature=about) for slot in about.slots)
    return letters.Draft(person, tuple(to))


def test_the_shipped_campaign_passes_the_check(tmp_path: Path):
    file = ROOT / "campaign.toml"
    result = CliRunner().invoke(app, ["check", "--campaign", str(file), "--data", str(tmp_path)])
    assert result.exit_code == 0, result.stderr


def test_the_letters_contradict_no_case(campaign: letters.Campaign):
    assert [str(message) for message in contradictions(campaign, TEMPLATES)] == []


def test_a_letter_with_only_the_required_details_has_no_blanks(campaign: letters.Campaign, draft: letters.Draft):
    for letter in letters.render(draft, campaign, TEMPLATES):
        assert [span.text for span in letter.spans if span.kind == "blank"] == []


def test_a_story_is_never_a_list_in_the_letter_or_the_phone_script(campaign: letters.Campaign, draft: letters.Draft):
    told = replace(draft, story="My son was 17.\n\nHe never came home.")
    texts = [letter.text for letter in letters.render(told, campaign, TEMPLATES)]
    texts += [phone_script(told, to, campaign, TEMPLATES) for to in told.recipients]
    assert not [text for text in texts if "'My son" in text]
