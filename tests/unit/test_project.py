"""The project's own files: its locks name versions and never an address, and its documents name the same versions."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PACKAGE = json.loads((ROOT / "package.json").read_text())
PACKAGE_LOCK = json.loads((ROOT / "package-lock.json").read_text())["packages"]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())

# In pieces, so that this file does not name them either.
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "yarn" + "pkg.com"]
# What the documents call a package, where that is not its name.
ALSO_CALLED = {"@pyscript/core": "PyScript", "@picocss/pico": "Pico(?: CSS)?", "pytest-playwright": "pytest-playwright"}


def tracked_files() -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def locked_versions() -> dict[str, set[str]]:
    """Package: the versions that the locks have. More than one where it depends on the Python."""
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", lock.read_text(), re.MULTILINE):
            versions.setdefault(name, set()).add(version)
    for path, package in PACKAGE_LOCK.items():
        if path:
            versions.setdefault(path.rpartition("node_modules/")[2], set()).add(package["version"])
    return versions


def test_no_file_names_a_package_index():
    for file in tracked_files():
        text = file.read_bytes().decode(errors="ignore").lower()
        assert not [host for host in REGISTRIES if host in text], f"{file.relative_to(ROOT)} names a package index"


@pytest.mark.claim("Every package is pinned by hash")
@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_python_lock_has_hashes_and_no_address(lock):
    text = lock.read_text()
    assert "://" not in text
    assert not re.search(r"^\s*(--(extra-)?index-url|--find-links|-i|-f)\b", text, re.MULTILINE)
    requirements = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert requirements
    assert all("--hash=sha256:" in requirement for requirement in requirements)


@pytest.mark.claim("Every package is pinned by hash")
def test_the_npm_lock_has_hashes_and_no_address():
    assert not [path for path, package in PACKAGE_LOCK.items() if "resolved" in package]
    assert all("integrity" in package for path, package in PACKAGE_LOCK.items() if path)


@pytest.mark.claim("npm packages run no install scripts")
def test_npm_runs_no_scripts_of_its_packages():
    assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text("utf-8").splitlines()


def test_browser_packages_are_named_exactly():
    named = PACKAGE["dependencies"] | PACKAGE["devDependencies"]
    assert named == {name: PACKAGE_LOCK[f"node_modules/{name}"]["version"] for name in named}


def test_each_dependency_says_why_it_is_there():
    for file in (ROOT / "requirements").glob("*.in"):
        for line in file.read_text().splitlines():
            assert not line or line.startswith(("#", "-r ", "-c ")) or "  # " in line, f"{file.name}: {line}"


def test_each_browser_package_says_why_it_is_there():
    assert set(PACKAGE["why"]) == set(PACKAGE["dependencies"] | PACKAGE["devDependencies"])


def test_both_locks_agree():
    publish, dev = ((ROOT / "requirements" / name).read_text() for name in ("publish.txt", "dev.txt"))
    for pin in re.findall(r"^[\w.-]+==\S+", publish, re.MULTILINE):
        assert re.search(rf"^{re.escape(pin)}\s", dev, re.MULTILINE), f"{pin} is not in dev.txt"


def test_the_documents_name_the_versions_that_are_used():
    # The changelog tells of the past, and may name any.
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("**/*.md")]
    for document in filter(Path.exists, documents):
        text = document.read_text()
        for name, versions in locked_versions().items():
            called = f"(?:{re.escape(name)}|{ALSO_CALLED.get(name, re.escape(name))})"
            for version in re.findall(rf"(?<![\w/-]){called}[ @=]+v?(\d+(?:\.\d+)+)", text, re.IGNORECASE):
                assert version in versions, f"{document.name} names {name} {version}; the lock has {versions}"


def test_one_lowest_python_is_named_everywhere():
    lowest = PYPROJECT["project"]["requires-python"].removeprefix(">=")
    assert PYPROJECT["tool"]["ruff"]["target-version"] == "py" + lowest.replace(".", "")
    assert PYPROJECT["tool"]["mypy"]["python_version"] == lowest
    assert f"sys.version_info < ({lowest.replace('.', ', ')})" in (ROOT / "Makefile").read_text()
    assert f"--python-version {lowest} " in (ROOT / "Makefile").read_text()


def test_the_package_declares_what_the_command_needs():
    declared = {re.split(r"[^\w-]", line)[0] for line in PYPROJECT["project"]["dependencies"]}
    build_backend = set(PYPROJECT["build-system"]["requires"])
    needed = re.findall(r"^([\w-]+)", (ROOT / "requirements" / "publish.in").read_text(), re.MULTILINE)
    assert declared == set(needed) - build_backend


def test_pre_commit_runs_only_what_make_installs():
    config = (ROOT / ".pre-commit-config.yaml").read_text()
    assert set(re.findall(r"repo: (\S+)", config)) == {"local"}
    entries = re.findall(r"entry: (\S+)", config)
    assert entries
    assert all(entry.startswith((".venv/bin/", "node_modules/.bin/")) for entry in entries)
