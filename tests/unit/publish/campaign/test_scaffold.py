import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from honorable.publish.campaign.scaffold import Answers, Whom, new
from honorable.publish.checks.check import check
from honorable.publish.cli.app import app
from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.site.build import build
from tests.unit.publish.conftest import TODAY

PARKS = Answers('Parks "for" all', "Write for parks.", Whom.CONGRESS, "Parks for All Act", "en")


def test_five_answers_make_a_campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    answers = "Parks\nWrite for parks.\nstate\nParks Act\nen\n"
    result = CliRunner().invoke(app, ["new", "my-campaign"], input=answers)
    assert result.exit_code == 0, result.output
    assert "my-campaign/campaign.toml is written" in result.stdout
    campaign = tomllib.loads(Path("my-campaign/campaign.toml").read_text("utf-8"))
    assert (campaign["name"], campaign["bill"]["title"]) == ("Parks", "Parks Act")


@pytest.mark.parametrize("to", list(Whom))
def test_it_is_without_mistakes_and_says_what_is_left_to_fill_in(tmp_path: Path, project: Project, to: Whom):
    campaign, *_ = new(tmp_path / "new", Answers("Parks", "Write.", to, "Parks Act", "en"), project, TODAY)
    warnings = check(campaign, project, TODAY).warnings
    assert warnings
    assert all(line.endswith("is still the one that honorable new wrote") for line in warnings), warnings


def test_a_bill_is_named_as_the_letters_name_it(tmp_path: Path, project: Project):
    answers = Answers("Rivers", "Write.", Whom.CONGRESS, "The Clean Rivers Act", "en")
    campaign, *_ = new(tmp_path / "new", answers, project, TODAY)
    assert tomllib.loads(campaign.read_text("utf-8"))["bill"]["title"] == "Clean Rivers Act"
    campaign.write_text(campaign.read_text("utf-8").replace('title = "Clean', 'title = "The Clean'), "utf-8")
    assert any("leave out its own" in line for line in check(campaign, project, TODAY).warnings)


def test_it_builds_at_once(tmp_path: Path, project: Project):
    campaign, *_ = new(tmp_path / "new", PARKS, project, TODAY)
    build(campaign, tmp_path / "dist", project, TODAY)
    html = (tmp_path / "dist" / "index.html").read_text("utf-8")
    assert "<h1>Parks &#34;for&#34; all</h1>" in html
    assert "the Parks for All Act, H.R. 0000" in html


def test_in_two_languages_the_check_lists_what_is_to_be_translated(tmp_path: Path, project: Project):
    answers = Answers("Parks", "Write.", Whom.CONGRESS, "Parks Act", "en, es")
    campaign, *_ = new(tmp_path / "new", answers, project, TODAY)
    missing = [line.rpartition("translation.")[2] for line in check(campaign, project, TODAY).untranslated]
    assert missing == [
        "es.name: is missing",
        "es.sentence: is missing",
        "es.summary: is missing",
        "es.finders[1].note: is missing",
        "es.finders[2].note: is missing",
    ]


def test_its_first_line_leads_an_editor_to_the_schema(tmp_path: Path, project: Project):
    campaign, *_ = new(tmp_path / "new", PARKS, project, TODAY)
    first = campaign.read_text("utf-8").splitlines()[0]
    assert first.startswith("#:schema ")
    assert (campaign.parent / first.removeprefix("#:schema ")).samefile(project.root / "campaign.schema.json")


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path, project: Project):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(UserError, match="is there already, and not empty"):
        new(tmp_path, PARKS, project, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_answers_that_are_none_are_told_together(tmp_path: Path, project: Project):
    with pytest.raises(UserError) as raised:
        new(tmp_path / "new", Answers(" ", "a\nb", Whom.STATE, "B", "Spanish"), project, TODAY)
    assert raised.value.lines == (
        "--name: ' ' must be words in one line",
        "--sentence: 'a\\nb' must be words in one line",
        "--languages: 'Spanish' must be codes of languages with commas between them, such as \"en,es\"",
    )
    assert not (tmp_path / "new").exists()
