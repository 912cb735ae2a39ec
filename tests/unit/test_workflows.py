"""The GitHub workflows: actionlint accepts them, and they use what the project has."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINT = ROOT / "tests" / "unit" / "lint_workflows.mjs"


def findings(*files: Path) -> str:
    return subprocess.run(["node", LINT, *files], cwd=ROOT, capture_output=True, text=True, check=False).stdout


def test_actionlint_finds_nothing():
    assert WORKFLOWS
    assert findings(*WORKFLOWS) == ""


def test_actionlint_finds_mistakes_in_a_workflow(tmp_path):
    text = (ROOT / ".github" / "workflows" / "pages.yml").read_text()
    mistakes = {
        "ubuntu-latest": "ubuntu-lastest",
        "steps.published.": "steps.publish.",
        "contents: read": "contents: reed",
    }
    for number, (old, new) in enumerate(mistakes.items()):
        assert old in text
        (tmp_path / f"{number}.yml").write_text(text.replace(old, new))
    found = findings(*sorted(tmp_path.iterdir())).splitlines()
    for number, word in enumerate(("lastest", "publish", "reed")):
        assert any(f"{number}.yml:" in line and word in line for line in found), found


def test_workflows_run_only_targets_of_the_makefile():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for workflow in WORKFLOWS:
        assert set(re.findall(r"run: make ([a-z]+)$", workflow.read_text(), re.MULTILINE)) <= targets


def test_every_supported_python_is_tested():
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["classifiers"]
    supported = [line.rpartition(" ")[2] for line in classifiers if re.search(r"Python :: 3\.\d+$", line)]
    assert supported
    matrix = re.search(r"python: (\[.*\])", (ROOT / ".github" / "workflows" / "check.yml").read_text())
    assert matrix
    assert json.loads(matrix[1]) == supported
