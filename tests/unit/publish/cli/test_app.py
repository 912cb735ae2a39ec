import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from honorable import __version__
from honorable.letters.congress.lookup import Lookup
from honorable.publish.cli import app as command_line
from honorable.publish.cli.app import app
from honorable.publish.officials.store import Store
from honorable.publish.project import Project, find_project
from tests.checkout import TEMPLATES
from tests.unit.publish.conftest import TODAY, a_packed_file


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day on which no bill is about to lapse."""
    monkeypatch.setattr(command_line, "_today", lambda: TODAY)


@pytest.fixture
def no_list(tmp_path: Path) -> tuple[str, str]:
    """The option for a folder without a list of officials, which gives a page without the lookup."""
    (tmp_path / "empty").mkdir()
    return "--data", str(tmp_path / "empty")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


@pytest.fixture
def complete(smallest: Path) -> Path:
    """The smallest campaign, with letters of its own."""
    shutil.copytree(TEMPLATES, smallest.parent / "templates")
    return smallest


def test_a_good_campaign_has_no_errors(complete: Path, no_list: tuple[str, str]):
    result = run("check", "--campaign", str(complete), *no_list)
    assert (result.exit_code, result.stdout) == (0, f"{complete}: no errors\n")
    assert result.stderr == "note: no list of officials: the page is built without the lookup\n"


def test_without_a_folder_the_newest_list_is_used_and_named(complete: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Project, "data", complete.parent / "nothing was downloaded")
    result = run("check", "--campaign", str(complete))
    day = Lookup.read(find_project().embedded_officials.read_bytes()).day
    age = f"{(TODAY - day).days} days old"
    assert result.stderr == f"note: officials as of {day} ({age}), embedded in Honorable\n"


def test_a_downloaded_list_is_used_and_named(complete: Path, tmp_path: Path):
    Store(tmp_path / "data").save(a_packed_file(TODAY))
    result = run("check", "--campaign", str(complete), "--data", str(tmp_path / "data"))
    assert (result.exit_code, result.stderr) == (0, f"note: officials as of {TODAY} (0 days old), downloaded\n")


def test_errors_are_plain_lines_on_standard_error(smallest: Path):
    smallest.write_text(smallest.read_text("utf-8").replace("119", '"119"').replace('"Small"', "1"), "utf-8")
    result = run("check", "--campaign", str(smallest))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        f"{smallest}:2:16: name: 1 must be the campaign's name, on one line\n"
        f'{smallest}:10:20: bill.congress: "119" must be the number of the Congress, such as 119, without quotes\n'
    )


def test_warnings_do_not_fail_a_check(smallest: Path, no_list: tuple[str, str]):
    smallest.write_text(smallest.read_text("utf-8").replace("congress = 119", "congress = 117\nlapses = 2023-01-03"))
    result = run("check", "--campaign", str(smallest), *no_list)
    assert result.exit_code == 0
    assert f"warning: {smallest}:11:1: bill.lapses: the bill lapsed on 2023-01-03" in result.stderr


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("name", ["campaign.toml", "dta", "."], ids=["a file", "a typo", "another folder"])
def test_the_list_of_officials_is_in_a_folder(smallest: Path, command: str, name: str):
    data = smallest.parent / name
    result = run(command, "--campaign", str(smallest), "--data", str(data))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"--data {data}: must be a folder with congress.dat in it, or an empty one for no lookup\n"


def test_a_section_that_no_page_can_be_built_with_fails_the_check(smallest: Path, no_list: tuple[str, str]):
    section = smallest.parent / "templates" / "sections" / "about.html"
    section.parent.mkdir(parents=True)
    section.write_text("<h2>About</h2>\n{{ campain.name }}", "utf-8")
    result = run("check", "--campaign", str(smallest), *no_list)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f'{section}:2: unknown name "campain" (did you mean "campaign"?)\n'


@pytest.mark.parametrize(("near", "rename"), [("Letter.txt", '; rename "Letter.txt"'), ("call.txt", "")])
def test_a_campaign_that_would_publish_the_projects_own_letter_is_warned(
    smallest: Path, no_list: tuple[str, str], near: str, rename: str
):
    own = smallest.parent / "templates"
    own.mkdir()
    (own / near).write_text("Dear Member:", "utf-8")
    result = run("check", "--campaign", str(smallest), *no_list)
    warning = (
        f"warning: {own / 'letter.txt'}: not there, so the page has the letter of Honorable's own campaign{rename}"
    )
    assert warning in result.stderr.splitlines()


@pytest.mark.parametrize("command", ["build", "retire", "stage-wheel", "new"])
def test_a_folder_that_cannot_be_written_is_named(smallest: Path, command: str):
    ended = '[ended]\non = 2026-12-31\ntext = ["Thank you."]\n'
    smallest.write_text(smallest.read_text("utf-8") + ended, "utf-8")
    out = str(smallest / "dist")  # a folder inside a file
    answers = ("--name", "N", "--sentence", "S", "--to", "congress", "--bill", "B", "--languages", "en")
    options = {
        "build": ("--campaign", str(smallest), "--out", out),
        "retire": ("--campaign", str(smallest), "--out", out),
        "stage-wheel": (out,),
        "new": (out, *answers),
    }
    result = run(command, *options[command])
    assert result.exit_code == 1
    assert re.fullmatch(
        rf"{out}: cannot be written: (Not a directory|File exists)\n", result.stderr.splitlines(True)[-1]
    )
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["check", "build"])
def test_github_gets_errors_at_their_line(smallest: Path, tmp_path: Path, command: str):
    smallest.write_text(smallest.read_text("utf-8").replace("119", '"119"'), "utf-8")
    out = ["--out", str(tmp_path / "dist")] if command == "build" else []
    result = run(command, "--campaign", str(smallest), "--format", "github", *out)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == (
        f'::error file={smallest},line=10,col=20::bill.congress: "119" must be the number of the Congress, '
        "such as 119, without quotes\n"
    )
    assert not (tmp_path / "dist").exists()


def test_json_goes_to_standard_output_alone(smallest: Path, no_list: tuple[str, str]):
    result = run("check", "--campaign", str(smallest), *no_list, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    report = json.loads(result.stdout)
    assert report["errors"] == []
    assert report["notes"][0]["text"].startswith("no list of officials: ")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_report_in_json_has_the_errors_and_fails(
    smallest: Path, tmp_path: Path, no_list: tuple[str, str], command: str
):
    smallest.write_text(smallest.read_text("utf-8").replace("name =", "nmae ="), "utf-8")
    places = ["--campaign", str(smallest), *no_list]
    places += ["--out", str(tmp_path / "dist")] if command == "build" else []
    result = run(command, *places, "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "name: missing" in json.loads(result.stdout)["errors"][0]["text"]


def test_on_github_a_check_adds_its_report_to_the_jobs_summary(
    smallest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("check", "--campaign", str(smallest.parent / "none.toml"))
    before, after = summary.read_text("utf-8").split("\n", 1)
    assert before == "# Before"
    assert "1 error" in after
    assert "no such file; name another with" in after


def test_a_build_says_where_the_site_is(smallest: Path, tmp_path: Path, no_list: tuple[str, str]):
    result = run("build", "--campaign", str(smallest), "--out", str(tmp_path / "dist"), *no_list)
    assert result.exit_code == 0
    assert re.fullmatch(rf"{tmp_path}/dist: \d+ files, \d+\.\d MB\n", result.stdout)


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_a_missing_campaign_is_one_line(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = run(command)
    assert result.exit_code == 1
    assert (
        result.stderr == "campaign.toml: no such file; name another with --campaign, or write one with honorable new\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_version_is_the_packages():
    assert run("--version").stdout == f"honorable {__version__}\n"


def test_no_command_shows_the_help():
    assert "build" in run().output
