from pathlib import Path

import pytest

from honorable.letters import Bill, Campaign
from honorable.publish.checks.trial_render import perform, trial_render

ROOT = Path(__file__).parents[4]
CAMPAIGN = Campaign(
    "A Cause",
    "Please",
    "Judiciary",
    {"house": Bill("H.R. 1", "Act", 119, "A"), "senate": Bill("S. 1", "Act", 119, "B")},
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    (tmp_path / "subject.txt").write_text("{{ campaign.subject }}", "utf-8")
    return tmp_path / "letter.txt"


def test_the_projects_own_letters_pass():
    rendered = trial_render(CAMPAIGN, [ROOT / "templates"])
    assert rendered.problem == ""
    assert "O'Brien" in rendered.longest or "[" in rendered.longest


def test_what_only_some_people_see_is_tried_too(letter: Path):
    letter.write_text("Dear\n{% if person.phone %}\n{{ phone }}\n{% endif %}", "utf-8")
    assert "letter.txt:3: 'phone' is not known here" in perform(CAMPAIGN, [letter.parent]).problem


def test_what_only_a_story_brings_is_tried_too(letter: Path):
    letter.write_text("{% for paragraph in story %}{{ paragrap }}{% endfor %}", "utf-8")
    assert "letter.txt:1: 'paragrap' is not known here" in perform(CAMPAIGN, [letter.parent]).problem


def test_a_subject_is_tried_too(letter: Path):
    letter.write_text("Dear", "utf-8")
    (letter.parent / "subject.txt").write_text("{{ campaign.subjet }}", "utf-8")
    assert (
        "subject.txt:1: 'subjet' is not known here; did you mean 'subject'?"
        in perform(CAMPAIGN, [letter.parent]).problem
    )


def test_a_letter_that_asks_for_all_the_memory_is_stopped(letter: Path):
    letter.write_text('a\n{{ "a" * 10 ** 10 }}', "utf-8")
    assert trial_render(CAMPAIGN, [letter.parent]).problem == f"{letter}:2: MemoryError"


def test_a_letter_that_cannot_even_be_interrupted_is_stopped(letter: Path):
    letter.write_text("{{ 10 ** (10 ** 9) }}", "utf-8")
    assert "takes more than 2 seconds" in trial_render(CAMPAIGN, [letter.parent]).problem


def test_a_letter_that_is_not_there_is_named(tmp_path: Path):
    assert perform(CAMPAIGN, [tmp_path]).problem == f"{tmp_path}/subject.txt: is missing"


def test_the_first_folder_wins(letter: Path):
    letter.write_text("Dear friend", "utf-8")
    assert trial_render(CAMPAIGN, [letter.parent, ROOT / "templates"]).longest == "Dear friend"
