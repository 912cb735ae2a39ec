from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from honorable.publish.checks.check import check
from honorable.publish.errors import Message, UserError
from honorable.publish.officials.store import Store
from honorable.publish.project import Project
from tests.unit.publish.conftest import TODAY, a_packed_file

Change = Callable[[str, str], None]


def errors(file: Path, project: Project, store: Store | None = None) -> tuple[str, ...]:
    with pytest.raises(UserError) as raised:
        check(file, project, TODAY, store)
    return tuple(message.text if message.file == str(file) else str(message) for message in raised.value.messages)


@pytest.fixture
def own_templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def congress(tmp_path: Path) -> Store:
    """A list with one member, who has no office and no phone in it."""
    store = Store(tmp_path / "data")
    store.save(a_packed_file(TODAY))
    return store


def test_the_projects_own_campaign_has_no_errors_and_no_warnings(campaign_file: Path, project: Project):
    assert check(campaign_file, project, TODAY).warnings == ()


@pytest.mark.parametrize(
    ("key", "old", "new", "line"),
    [
        ("share.picture", '"web/share.png"', '"web/none.png"', '"web/none.png" must be an existing file'),
        (
            "theme.logo",
            "[theme]",
            '[theme]\nlogo = "none.svg"',
            '"none.svg" must be an existing file in the campaign\'s folder',
        ),
    ],
)
def test_an_image_must_exist(  # noqa: PLR0917
    campaign_file: Path, change: Change, project: Project, key: str, old: str, new: str, line: str
):
    change(old, new)
    assert errors(campaign_file, project) == (f"{key}: {line}",)


def test_an_error_in_a_letter_is_reported_with_its_line(campaign_file: Path, own_templates: Path, project: Project):
    (own_templates / "letter.txt").write_text("Dear\n{{ bill.nmber }}", "utf-8")
    (line,) = errors(campaign_file, project)
    assert line.startswith(f'{own_templates}/letter.txt:2: unknown name "nmber" (did you mean "number"?)')


def test_an_error_in_the_phone_script_is_reported_with_its_line(
    campaign_file: Path, own_templates: Path, project: Project
):
    (own_templates / "call.txt").write_text("Hello\n{{ persn.first }}", "utf-8")
    assert errors(campaign_file, project) == (
        f'{own_templates}/call.txt:2: unknown name "persn" (did you mean "person"?)',
    )


def test_a_blank_that_stays_empty_for_a_real_member_is_an_error(
    campaign_file: Path, own_templates: Path, project: Project, congress: Store
):
    (own_templates / "letter.txt").write_text("Dear {{ recipient.last_name }}, {{ recipient.phone }}", "utf-8")
    check(campaign_file, project, TODAY)  # without a list there is no error
    assert errors(campaign_file, project, congress) == (
        f"{own_templates}/letter.txt: [phone] stays empty in the letter to Representative A B",
    )


def test_a_warning_about_the_letter_is_at_its_file(
    campaign_file: Path, own_templates: Path, project: Project, congress: Store
):
    (own_templates / "letter.txt").write_text("Please vote.\n" * 60, "utf-8")
    warnings = check(campaign_file, project, TODAY, congress).warnings
    assert Message("60 lines of 90 characters; a printed page has 52", f"{own_templates}/letter.txt") in warnings


def test_a_detail_that_a_template_shows_only_if_known_may_be_missing(
    campaign_file: Path, own_templates: Path, project: Project, congress: Store
):
    (own_templates / "letter.txt").write_text(
        "Dear Member:\n{% if recipient.phone %}{{ recipient.phone }}{% endif %}", "utf-8"
    )
    check(campaign_file, project, TODAY, congress)  # no error


def test_errors_in_the_file_and_in_the_letter_are_reported_together(
    campaign_file: Path, change: Change, own_templates: Path, project: Project
):
    change("sentence =", "sentense =")
    (own_templates / "letter.txt").write_text("Dear {{ persn.first }}", "utf-8")
    in_file, unknown, in_letter = errors(campaign_file, project)
    assert "sentence: missing" in in_file
    assert "sentense: unknown key" in unknown
    assert in_letter == f'{own_templates}/letter.txt:1: unknown name "persn" (did you mean "person"?)'


def test_the_list_of_officials_is_a_note_because_a_newer_one_may_be_fetched_for_the_build(
    campaign_file: Path, project: Project, congress: Store
):
    checked = check(campaign_file, project, TODAY, congress)
    assert checked.warnings == ()
    assert [note.text for note in checked.notes] == [f"officials as of {TODAY} (0 days old), downloaded"]
    later = check(campaign_file, project, date(2027, 1, 4), congress)
    assert [
        warning.text for warning in later.warnings if "officials" in warning.text or "Congress" in warning.text
    ] == []
