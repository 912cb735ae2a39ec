from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.python.bytecode import compile_sources
from honorable.publish.python.python_zip import page_python

SOURCES = {
    "a.py": b'"""A docstring."""\nNAMES = {"x", "y", "z"}\nassert NAMES\n',
    "b/__init__.py": b"from a import NAMES\n",
}


@pytest.fixture(scope="module")
def stdlib(project: Project) -> bytes:
    """The compiled library, so that the compiler starts faster."""
    return page_python(project).stdlib


def test_python_loads_the_bytecode_without_looking_for_sources_or_keeping_docstrings(
    project: Project, stdlib: bytes, tmp_path: Path
):
    files = compile_sources(SOURCES, project.node_modules / "pyodide", stdlib, tmp_path)
    assert sorted(files) == ["a.pyc", "b/__init__.pyc"]
    for content in files.values():
        assert content[4:8] == b"\x01\x00\x00\x00"  # PEP 552: hash-based, unchecked
    assert b"docstring" not in files["a.pyc"]


def test_the_same_sources_give_the_same_bytes_with_and_without_the_cache(
    project: Project, stdlib: bytes, tmp_path: Path
):
    pyodide = project.node_modules / "pyodide"
    first = compile_sources(SOURCES, pyodide, stdlib, tmp_path / "one")
    assert compile_sources(SOURCES, pyodide, stdlib, tmp_path / "one") == first
    assert compile_sources(SOURCES, pyodide, stdlib, tmp_path / "two") == first


def test_a_syntax_error_names_the_file_and_nothing_is_cached(project: Project, stdlib: bytes, tmp_path: Path):
    with pytest.raises(UserError) as raised:
        compile_sources({"a.py": b"def"}, project.node_modules / "pyodide", stdlib, tmp_path)
    assert "a.py" in raised.value.lines[0]
    assert list(tmp_path.iterdir()) == []


def test_without_node_the_error_says_what_to_install(
    project: Project, stdlib: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="node: not found; install Node 20 or newer"):
        compile_sources(SOURCES, project.node_modules / "pyodide", stdlib, tmp_path)
