from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.python.bytecode import compiled

SOURCES = {"a.py": b'"""Words."""\nNAMES = {"x", "y", "z"}\nassert NAMES\n', "b/__init__.py": b"from a import NAMES\n"}


@pytest.fixture(scope="module")
def stdlib(site: Path) -> bytes:
    """Compiled already, so that the compiler starts faster."""
    return next(site.glob("runtime-*/python_stdlib.zip")).read_bytes()


def test_sources_become_bytecode_that_python_takes_without_looking_for_them(
    project: Project, stdlib: bytes, tmp_path: Path
):
    files = compiled(SOURCES, project.node_modules / "pyodide", stdlib, tmp_path)
    assert sorted(files) == ["a.pyc", "b/__init__.pyc"]
    for content in files.values():
        assert content[4:8] == b"\x01\x00\x00\x00"  # PEP 552: by hash, and unchecked
    assert b"Words." not in files["a.pyc"]


def test_the_same_sources_give_the_same_bytes_with_and_without_the_cache(
    project: Project, stdlib: bytes, tmp_path: Path
):
    pyodide = project.node_modules / "pyodide"
    first = compiled(SOURCES, pyodide, stdlib, tmp_path / "one")
    assert compiled(SOURCES, pyodide, stdlib, tmp_path / "one") == first
    assert compiled(SOURCES, pyodide, stdlib, tmp_path / "two") == first


def test_a_source_that_is_no_python_is_named(project: Project, stdlib: bytes, tmp_path: Path):
    with pytest.raises(UserError) as raised:
        compiled({"a.py": b"def"}, project.node_modules / "pyodide", stdlib, tmp_path)
    assert "a.py" in raised.value.lines[0]
    assert list(tmp_path.iterdir()) == []


def test_a_machine_without_node_is_told_what_to_install(
    project: Project, stdlib: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="node: is not there; install Node 20 or newer"):
        compiled(SOURCES, project.node_modules / "pyodide", stdlib, tmp_path)
