"""The steps of the workflow for GitHub Pages, run one by one as an operator's edits would start them.

The operator edits `campaign.toml` and the letter as docs/your-first-campaign.md says. Steps that use one of GitHub's
actions cannot run here. Nothing is downloaded. What only depends on the command that a step runs is tried with the
command, in the process of the tests.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from honorable.publish.cli.app import app
from tests.checkout import ROOT

WORKFLOW = (ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8")
GUIDE = (ROOT / "docs" / "your-first-campaign.md").read_text("utf-8")
FIRST, SECOND, THIRD = "app-1111111111", "app-2222222222", "app-3333333333"
CHECK, BUILD, KEEP, SUMMARIZE = "make campaign", "make publish", "mkdir -p previous", "test -e publish.log"


def commands() -> list[str]:
    """Return what each step of the workflow runs, in order."""
    found = re.findall(r"^ +(?:- )?run: (?:\|\n((?: {10}.*\n)+)|(.+)\n)", WORKFLOW, re.MULTILINE)
    return [re.sub(r"^ {10}", "", block, flags=re.MULTILINE) or line for block, line in found]


def from_guide(language: str) -> str:
    """Return the first example of the guide in a language: what an operator pastes."""
    found = re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    assert found
    return found[1]


@dataclass(frozen=True)
class Runner:
    """A copy of the repository. `run` runs the step that begins with a text, and returns all its output as stdout."""

    folder: Path

    def run(self, begin: str) -> subprocess.CompletedProcess[str]:
        (step,) = (command for command in commands() if command.startswith(begin))
        environment = os.environ | {"GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"), "CAMPAIGN": "campaign.toml"}
        command = ["bash", "-e", "-o", "pipefail", "-c", step.replace("--contact-pages", "--offline")]
        return subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def publish(self) -> str:
        for begin in (CHECK, BUILD, KEEP, SUMMARIZE):
            done = self.run(begin)
            assert done.returncode == 0, done.stdout
        return (self.folder / "summary.md").read_text("utf-8")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """The files that the steps need, with everything installed and the guide's campaign and letter."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("pyproject.toml", "package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name, module in (("honorable", "-m honorable.publish"), ("python", "")):
        program = tmp_path / ".venv" / "bin" / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n')
        program.chmod(0o755)
    (tmp_path / "node_modules").mkdir()
    for stamp in (".venv/.publish-installed", "node_modules/.package-lock.json"):
        (tmp_path / stamp).touch()
    # The embedded list is older than the guide's campaign allows on some day, and these steps run on today's date.
    any_age = "\n[data]\nmax_age_days = 36500\n"
    (tmp_path / "campaign.toml").write_text(from_guide("toml") + any_age, "utf-8")
    (tmp_path / "templates" / "letter.txt").write_text(from_guide("jinja"), "utf-8")
    return Runner(tmp_path)


def test_the_tests_run_every_step_that_is_not_an_action():
    assert [command.partition("\n")[0] for command in commands()] == [
        'make campaign ARGS="--format github"',
        'make publish ARGS="--contact-pages --format github" 2>&1 | tee publish.log',
        "mkdir -p previous current",
        "test -e publish.log || exit 0  # the campaign has errors, which the summary lists already",
    ]


def folders(place: Path) -> set[str]:
    return {path.name for path in place.iterdir() if path.is_dir()}


def test_the_guides_campaign_is_published(runner: Runner):
    summary = runner.publish()
    assert "## campaign\\.toml: no errors\n" in summary
    assert re.search(r"^## Officials and page\n- Using the officials as of ", summary, re.MULTILINE)
    assert re.search(r"^- dist: \d+ files, [\d.]+ MB$", summary, re.MULTILINE)
    dist = runner.folder / "dist"
    for name in folders(runner.folder / "previous"):
        assert f"{name}/" in (dist / "index.html").read_text("utf-8")
    assert {name.partition("-")[0] for name in folders(runner.folder / "previous")} == {"app", "data", "runtime"}
    assert folders(runner.folder / "previous") <= folders(dist)


def test_an_edit_keeps_the_previous_files_for_one_deployment(runner: Runner):
    dist = runner.folder / "dist"
    for build, kept in ((FIRST, set()), (SECOND, {FIRST}), (THIRD, {SECOND})):
        shutil.rmtree(dist, ignore_errors=True)
        for name in (build, "runtime-0123456789", "es"):
            (dist / name).mkdir(parents=True)
            (dist / name / "index.html").write_text(build, "utf-8")
        done = runner.run(KEEP)
        assert done.returncode == 0, done.stdout
        assert folders(dist) == {build, "runtime-0123456789", "es"} | kept
        assert (dist / "runtime-0123456789" / "index.html").read_text("utf-8") == build


def checked(runner: Runner) -> Result:
    """Run the command of the step that checks the campaign."""
    with contextlib.chdir(runner.folder):
        return CliRunner().invoke(app, ["check", "--campaign", "campaign.toml", "--format", "github"])


def _in_campaign(old: str, new: str) -> Callable[[Path], None]:
    return _in("campaign.toml", old, new)


def _in(name: str, old: str, new: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_bytes(text.replace(old, new, 1).encode(encoding))

    return edit


@pytest.mark.parametrize(
    ("edit", "annotation"),
    [
        (
            _in_campaign('"Benches for Every Stop"', "“Benches for Every Stop”"),
            'file=campaign.toml,line=1,col=8::a curly quote (“); TOML needs straight quotes (")',
        ),
        (
            _in_campaign("name =", "name\u00a0="),
            "file=campaign.toml,line=1,col=5::a non-breaking space (U+00A0); use an ordinary space",
        ),
        (
            _in_campaign("[bill.senate]", "[bill.sentae]"),
            'file=campaign.toml,line=17,col=1::bill.sentae: unknown key (did you mean "senate"?)',
        ),
        (
            _in("templates/letter.txt", "{{ bill.number }}", "{{ “bill.number” }}"),
            "file=templates/letter.txt,line=9::a curly quote (“) between braces; use straight quotes, \" or '",
        ),
        (
            _in("templates/letter.txt", "cosponsor", "“cosponsor”", "cp1252"),
            "file=templates/letter.txt,line=8::must be UTF-8; byte 0x93 is not; save the file as UTF-8",
        ),
    ],
    ids=["curly quote", "non-breaking space", "unknown key", "curly quote in the letter", "other encoding"],
)
def test_a_mistake_is_an_annotation_at_its_line(runner: Runner, edit: Callable[[Path], None], annotation: str):
    edit(runner.folder)
    result = checked(runner)
    assert result.exit_code == 1
    assert f"::error {annotation}\n" in result.stdout
    assert result.stdout.count("::error") == 1


def test_a_mistake_ends_the_workflow_with_a_summary_of_it(runner: Runner):
    _in_campaign("[bill.senate]", "[bill.sentae]")(runner.folder)
    done = runner.run(CHECK)
    assert done.returncode != 0
    assert "::error file=campaign.toml,line=17,col=1::bill.sentae: unknown key" in done.stdout
    assert runner.run(SUMMARIZE).returncode == 0
    summary = (runner.folder / "summary.md").read_text("utf-8")
    assert summary.startswith("## campaign\\.toml: 1 error\n")
    assert "Officials and page" not in summary


def test_what_editors_write_by_themselves_is_no_mistake(runner: Runner):
    edits = (
        _in_campaign("name =", "\ufeffname ="),
        _in_campaign('letters/"', 'letters"'),
        _in("templates/letter.txt", "The Honorable", "\ufeffThe Honorable"),
        _in("templates/letter.txt", "\n", "\r\n"),
    )
    for edit in edits:
        edit(runner.folder)
    result = checked(runner)
    assert result.exit_code == 0, result.output
    assert "campaign.toml: no errors" in result.stdout
