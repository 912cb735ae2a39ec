from pathlib import Path

import pytest

from honorable.letters import Bill, Campaign
from honorable.letters.congress.legislature import CONGRESS
from honorable.publish.checks.trial_render import render_samples, trial_render
from tests.checkout import TEMPLATES

CAMPAIGN = Campaign(
    "A Cause",
    "Please",
    "Judiciary",
    {"house": Bill("H.R. 1", "Act", 119, "A"), "senate": Bill("S. 1", "Act", 119, "B")},
    CONGRESS,
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    (tmp_path / "subject.txt").write_text("{{ campaign.subject }}", "utf-8")
    (tmp_path / "call.txt").write_text("Hello", "utf-8")
    return tmp_path / "letter.txt"


def test_the_projects_own_letters_render():
    rendered = trial_render(CAMPAIGN, [TEMPLATES])
    assert not rendered.errors
    assert "Sincerely," in rendered.longest


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("Dear\n{% if person.phone %}\n{{ phone }}\n{% endif %}", 'letter.txt:3: unknown name "phone"'),
        ("{% for paragraph in story %}{{ paragrap }}{% endfor %}", 'letter.txt:1: unknown name "paragrap"'),
        ('{% if person.state == "PR" %}{{ territory }}{% endif %}', 'letter.txt:1: unknown name "territory"'),
    ],
    ids=["phone", "story", "territory"],
)
def test_text_that_only_some_people_see_is_rendered_too(letter: Path, template: str, error: str):
    letter.write_text(template, "utf-8")
    assert error in str(render_samples(CAMPAIGN, [letter.parent]).errors[0])


@pytest.mark.parametrize("name", ["subject.txt", "call.txt"])
def test_the_subject_and_the_phone_script_are_rendered_too(letter: Path, name: str):
    letter.write_text("Dear", "utf-8")
    (letter.parent / name).write_text("{{ campaign.subjet }}", "utf-8")
    line = f'{name}:1: unknown name "subjet" (did you mean "subject"?)'
    assert line in str(render_samples(CAMPAIGN, [letter.parent]).errors[0])


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ('a\n{{ "a" * 10 ** 10 }}', "letter.txt:2: MemoryError"),
        ("{{ 10 ** (10 ** 9) }}", "takes more than 2 seconds"),
    ],
    ids=["memory", "one operation that never ends"],
)
def test_a_letter_that_uses_too_much_is_stopped(letter: Path, template: str, error: str):
    letter.write_text(template, "utf-8")
    assert error in str(trial_render(CAMPAIGN, [letter.parent]).errors[0])


def test_a_missing_template_is_named(tmp_path: Path):
    (error,) = render_samples(CAMPAIGN, [tmp_path]).errors
    assert str(error) == f"{tmp_path}/subject.txt: no such template"


def test_the_first_folder_with_a_template_wins(letter: Path):
    letter.write_text("Dear friend", "utf-8")
    assert trial_render(CAMPAIGN, [letter.parent, TEMPLATES]).longest == "Dear friend"
