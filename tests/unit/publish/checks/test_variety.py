"""How much the letters of different writers differ."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from honorable.letters import Bill, Campaign, Reason
from honorable.letters.congress.legislature import CONGRESS
from honorable.publish.checks.variety import variety
from honorable.publish.cli.app import app
from tests.checkout import TEMPLATES

REASONS = tuple(Reason(one, one, f"{one * 40}.") for one in "abcd")
CAMPAIGN = Campaign("A Cause", "Please", "", {"house": Bill("H.R. 1", "Act", 119, "A")}, CONGRESS, REASONS)


@pytest.fixture
def same_for_all(tmp_path: Path) -> Path:
    (tmp_path / "letter.txt").write_text("Dear {{ recipient.last_name }}: hello. {{ person.first }}", "utf-8")
    (tmp_path / "subject.txt").write_text("Hello", "utf-8")
    return tmp_path


def test_the_shipped_letter_gives_1000_writers_200_letters_and_more_with_reasons_of_their_own():
    kept, picked = (variety(CAMPAIGN, [TEMPLATES], pick=pick) for pick in (False, True))
    assert (kept.writers, kept.different >= 200) == (1000, True)
    assert kept.neighbors <= kept.by_chance + 5
    assert picked.different > kept.different
    assert picked.similarity < kept.similarity


def test_a_template_without_variants_is_the_same_letter_for_all(same_for_all: Path):
    found = variety(CAMPAIGN, [same_for_all], pick=False)
    assert (found.different, found.similarity, found.neighbors, found.by_chance) == (1, 1, 999, 999)


def test_the_command_prints_the_measure(campaign_file: Path):
    result = CliRunner().invoke(app, ["variety", "--campaign", str(campaign_file)])
    assert result.exit_code == 0
    assert "different letters for 1,000 writers" in result.output
