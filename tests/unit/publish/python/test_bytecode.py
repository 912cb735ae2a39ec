from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.python.bytecode import compile_sources
from honorable.publish.python.python_zip import library_sources, page_python
from honorable.publish.python.runtime import read_runtime


@pytest.fixture(scope="module")
def stdlib(project: Project) -> bytes:
    """The compiled library, so that the compiler starts faster."""
    return page_python(project).stdlib


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def sources(project: Project) -> dict[str, bytes]:
    """The sources of the page's libraries. Some have sets, whose order is another one each time that Python starts."""
    return library_sources(project, read_runtime(project))


@pytest.fixture(scope="module")
def compiled(project: Project, stdlib: bytes, cache: Path, sources: dict[str, bytes]) -> dict[str, bytes]:
    return compile_sources(sources, project.node_modules / "pyodide", stdlib, cache)


def test_python_loads_the_bytecode_without_looking_for_sources_or_keeping_docstrings(
    sources: dict[str, bytes], compiled: dict[str, bytes]
):
    assert sorted(compiled) == sorted(f"{name}c" for name in sources)
    for content in compiled.values():
        assert content[4:8] == b"\x01\x00\x00\x00"  # PEP 552: hash-based, unchecked
    docstring = b"Letters to Congress"
    assert docstring in sources["honorable/__init__.py"]
    assert docstring not in compiled["honorable/__init__.pyc"]


@pytest.mark.claim("two builds of the same sources are identical")
def test_the_same_sources_give_the_same_bytes_with_and_without_the_cache(
    project: Project, stdlib: bytes, cache: Path, sources: dict[str, bytes], compiled: dict[str, bytes]
):
    assert compiled == page_python(project).libraries
    assert compile_sources(sources, project.node_modules / "pyodide", stdlib, cache) == compiled


def test_another_version_of_pyodide_compiles_again(project: Project, stdlib: bytes, tmp_path: Path):
    pyodide = tmp_path / "pyodide"
    pyodide.mkdir()
    for path in (project.node_modules / "pyodide").iterdir():
        (pyodide / path.name).symlink_to(path)
    cache = tmp_path / "cache"
    for compiled in (1, 1, 2):
        if compiled == 2:
            package = (pyodide / "package.json").read_text("utf-8")
            (pyodide / "package.json").unlink()
            (pyodide / "package.json").write_text(package.replace('"version": "', '"version": "9'), "utf-8")
        compile_sources({"a.py": b"a = 1"}, pyodide, stdlib, cache)
        assert len(list(cache.iterdir())) == compiled


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
        compile_sources({"a.py": b"x = 1"}, project.node_modules / "pyodide", stdlib, tmp_path)
