"""The workflows for GitHub, as actionlint sees them, and what they rely on."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINT = ROOT / "tests" / "unit" / "lint_workflows.mjs"


def findings(*files: Path) -> str:
    return subprocess.run(["node", LINT, *files], cwd=ROOT, capture_output=True, text=True, check=False).stdout


def test_actionlint_finds_nothing():
    assert WORKFLOWS
    assert findings(*WORKFLOWS) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("runs-on: ubuntu-latest", "runs-on: ubuntu-lastest"),
        ("steps.published.", "steps.publish."),
        ("contents: read", "contents: reed"),
    ],
)
def test_a_slip_in_a_workflow_would_be_found(tmp_path, old, new):
    spoilt = tmp_path / "pages.yml"
    text = WORKFLOWS[0].read_text()
    assert old in text
    spoilt.write_text(text.replace(old, new))
    assert new.rstrip(":.").rpartition(" ")[2].rpartition(".")[2] in findings(spoilt)


def test_a_workflow_runs_only_targets_that_there_are():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for workflow in WORKFLOWS:
        assert set(re.findall(r"run: make ([a-z]+)$", workflow.read_text(), re.MULTILINE)) <= targets
