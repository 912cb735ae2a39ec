import tomllib
from dataclasses import replace
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
    assert "Wrote my-campaign/campaign.toml" in result.stdout
    campaign = tomllib.loads(Path("my-campaign/campaign.toml").read_text("utf-8"))
    assert (campaign["name"], campaign["bill"]["title"]) == ("Parks", "Parks Act")


@pytest.mark.parametrize("to", list(Whom))
def test_a_new_campaign_has_no_errors_and_warns_only_about_its_placeholders(tmp_path: Path, shipped: Project, to: Whom):
    campaign, *_ = new(tmp_path / "new", Answers("Parks", "Write.", to, "Parks Act", "en"), shipped, TODAY)
    warnings = [line.text for line in check(campaign, shipped, TODAY).warnings]
    assert warnings
    assert all("unchanged since honorable new" in line for line in warnings), warnings


def test_a_bills_title_has_no_article_of_its_own(tmp_path: Path, project: Project):
    answers = Answers("Rivers", "Write.", Whom.CONGRESS, "The Clean Rivers Act", "en")
    campaign, *_ = new(tmp_path / "new", answers, project, TODAY)
    assert tomllib.loads(campaign.read_text("utf-8"))["bill"]["title"] == "Clean Rivers Act"
    campaign.write_text(campaign.read_text("utf-8").replace('title = "Clean', 'title = "The Clean'), "utf-8")
    assert any('leave out "The"' in line.text for line in check(campaign, project, TODAY).warnings)


def test_a_new_campaign_builds_right_away(tmp_path: Path, project: Project):
    campaign, *_ = new(tmp_path / "new", PARKS, project, TODAY)
    build(campaign, tmp_path / "dist", project, TODAY)
    html = (tmp_path / "dist" / "index.html").read_text("utf-8")
    assert "<h1>Parks &#34;for&#34; all</h1>" in html
    assert "the Parks for All Act, H.R. 0000" in html


def test_check_lists_what_to_translate_in_a_new_campaign_with_two_languages(tmp_path: Path, project: Project):
    answers = Answers("Parks", "Write.", Whom.CONGRESS, "Parks Act", "en, es")
    campaign, *_ = new(tmp_path / "new", answers, project, TODAY)
    missing = [line.text.rpartition("translation.")[2] for line in check(campaign, project, TODAY).untranslated]
    assert missing == [
        "es.name: missing",
        "es.sentence: missing",
        "es.summary: missing",
        "es.finders[1].note: missing",
        "es.finders[2].note: missing",
    ]


def test_the_first_line_names_the_schema_for_editors(tmp_path: Path, project: Project):
    campaign, *_ = new(tmp_path / "new", PARKS, project, TODAY)
    first = campaign.read_text("utf-8").splitlines()[0]
    assert first.startswith("#:schema ")
    assert (campaign.parent / first.removeprefix("#:schema ")).samefile(project.root / "campaign.schema.json")


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, project: Project):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(UserError, match="already exists and is not empty"):
        new(tmp_path, PARKS, project, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_invalid_answers_are_reported_together(tmp_path: Path, project: Project):
    with pytest.raises(UserError) as raised:
        new(tmp_path / "new", Answers(" ", "a\nb", Whom.STATE, "B", "Spanish"), project, TODAY)
    assert raised.value.lines == (
        "--name: ' ' must be text on one line",
        "--sentence: 'a\\nb' must be text on one line",
        "--languages: 'Spanish' must be language codes separated by commas, such as \"en,es\"",
    )
    assert not (tmp_path / "new").exists()


def test_a_language_is_named_only_once(tmp_path: Path, project: Project):
    with pytest.raises(UserError) as raised:
        new(tmp_path / "new", replace(PARKS, languages="en, es,en"), project, TODAY)
    assert raised.value.lines == ("--languages: 'en, es,en' must list each language only once",)
    assert not (tmp_path / "new").exists()
