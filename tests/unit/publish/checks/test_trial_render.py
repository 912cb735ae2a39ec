from dataclasses import fields
from pathlib import Path

import pytest

from honorable.letters import Bill, Campaign, Person
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
        ("Dear {{ persn.first }}", 'letter.txt:1: unknown name "persn" (did you mean "person"?)'),
        ("Dear\n{{ bill.nmber }}", 'letter.txt:2: unknown name "nmber" (did you mean "number"?)'),
        ("Dear {% if person.first %}", "letter.txt:1: Unexpected end of template"),
        ("Dear {{ person.first }", "letter.txt:1: unexpected '}'"),
        ("\n{{ campaign.__class__ }}", "letter.txt:2: access to attribute '__class__'"),
        ("\n{{ bill.number.__class__.__mro__ }}", "letter.txt:2: access to attribute '__class__'"),
        ("{{ 1 / 0 }}", "letter.txt:1: division by zero"),
        ('{% include "other.txt" %}', "other.txt: no such template"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", "letter.txt:1: Range too big"),
    ],
)
def test_an_error_in_a_letter_is_named_with_its_line(letter: Path, template: str, error: str):
    letter.write_text(template, "utf-8")
    (found,) = render_samples(CAMPAIGN, [letter.parent]).errors
    assert str(found).startswith(f"{letter.parent}/{error}")


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


@pytest.mark.parametrize("field", [field.name for field in fields(Person)])
def test_text_that_depends_on_one_detail_is_rendered_too(letter: Path, field: str):
    letter.write_text(f"{{% if person.{field} %}}{{{{ person.typo }}}}{{% endif %}}", "utf-8")
    assert 'letter.txt:1: unknown name "typo"' in str(render_samples(CAMPAIGN, [letter.parent]).errors[0])


@pytest.mark.parametrize("name", ["subject.txt", "call.txt"])
def test_the_subject_and_the_phone_script_are_rendered_too(letter: Path, name: str):
    letter.write_text("Dear", "utf-8")
    (letter.parent / name).write_text("{{ campaign.subjet }}", "utf-8")
    line = f'{name}:1: unknown name "subjet" (did you mean "subject"?)'
    assert line in str(render_samples(CAMPAIGN, [letter.parent]).errors[0])


@pytest.mark.parametrize("text", ["", " \n", "{% if false %}Dear{% endif %}"])
def test_an_empty_letter_is_an_error(letter: Path, text: str):
    letter.write_text(text, "utf-8")
    (error,) = render_samples(CAMPAIGN, [letter.parent, TEMPLATES]).errors
    assert str(error) == f"{letter}: is empty; write the letter"


@pytest.mark.claim("Letters are rendered in Jinja2's sandbox")
def test_a_letter_that_never_ends_is_stopped(letter: Path):
    loops = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
    letter.write_text(f"Dear\n{loops}", "utf-8")
    (error,) = trial_render(CAMPAIGN, [letter.parent], seconds=0.5).errors
    assert "letter.txt:2: takes more than 0.5 seconds" in str(error)


def test_one_operation_that_never_ends_is_stopped(letter: Path):
    letter.write_text("{{ 10 ** (10 ** 9) }}", "utf-8")
    (error,) = trial_render(CAMPAIGN, [letter.parent], seconds=0.1).errors
    assert str(error).endswith("letter.txt: takes more than 0.1 seconds; does a loop never end?")


def test_a_letter_that_uses_too_much_memory_is_stopped(letter: Path):
    letter.write_text('a\n{{ "a" * 10 ** 10 }}', "utf-8")
    (error,) = trial_render(CAMPAIGN, [letter.parent]).errors
    assert "letter.txt:2: MemoryError" in str(error)


def test_a_missing_template_is_named(tmp_path: Path):
    (error,) = render_samples(CAMPAIGN, [tmp_path]).errors
    assert str(error) == f"{tmp_path}/subject.txt: no such template"


def test_the_first_folder_with_a_template_wins(letter: Path):
    letter.write_text("Dear friend", "utf-8")
    assert trial_render(CAMPAIGN, [letter.parent, TEMPLATES]).longest == "Dear friend"
