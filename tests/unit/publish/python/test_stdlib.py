import ast
import gzip
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from honorable.publish.project import Project
from honorable.publish.python import python_zip
from honorable.publish.python.archive import unzip, zip_files
from honorable.publish.python.runtime import read_runtime
from honorable.publish.python.stdlib import module_names, module_of, page_modules, write_list

HERE = Path(__file__).parent
ROOT = HERE.parents[3]


@pytest.fixture(scope="module")
def at_once(site: Path) -> dict[str, bytes]:
    return unzip(gzip.decompress(next(site.glob("runtime-*/python_stdlib.zip.gzip")).read_bytes()))


@pytest.fixture(scope="module")
def later(site: Path) -> dict[str, bytes]:
    return unzip(next(site.glob("runtime-*/python_later.zip")).read_bytes())


@pytest.fixture(scope="module")
def stock(project: Project) -> dict[str, bytes]:
    return unzip(read_runtime(project).stdlib)


def test_the_page_gets_only_what_it_imports(stock: dict[str, bytes]):
    names = set(page_modules(stock))
    assert {"email/message.py", "json/__init__.py", "asyncio/base_events.py", "pyodide/ffi/__init__.py"} <= names
    assert not {"pdb.py", "xml/sax/__init__.py", "encodings/big5.py", "ssl.py", "site-packages/README.txt"} & names


def test_every_listed_module_exists(stock: dict[str, bytes]):
    assert module_names() <= {module_of(name) for name in stock}


def test_every_import_in_our_code_and_jinja2_is_available(project: Project, stock: dict[str, bytes]):
    """Even imports inside functions: a button that is pressed once a year must work, too."""
    sources = python_zip.jinja2_sources() | python_zip.package_sources(project.source)
    sources |= python_zip.compiled_templates([project.templates])
    wanted = {name for source in sources.values() for name in _imports(source)}
    library = {module_of(name) for name in stock}
    # Jinja2 uses pickle for a cache of compiled templates, which the page does not have.
    assert wanted & library - module_names() <= {"pickle"}


def test_what_arrives_later_is_not_there_at_once(at_once: dict[str, bytes], later: dict[str, bytes]):
    assert not set(at_once) & set(later)
    assert {"email/message.pyc", "encodings/idna.pyc", "zipfile/__init__.pyc"} <= set(later)
    assert {"encodings/utf_8.pyc", "encodings/__init__.pyc", "json/__init__.pyc"} <= set(at_once)


def test_pyodide_starts_with_this_library_and_can_import_every_module(
    at_once: dict[str, bytes], later: dict[str, bytes], project: Project, tmp_path: Path
):
    library = tmp_path / "library.zip"
    library.write_bytes(zip_files(at_once | later))
    done = subprocess.run(
        [
            "node",
            HERE / "import_in_pyodide.mjs",
            project.node_modules / "pyodide",
            library,
        ],
        input=(HERE / "import_all.py").read_text("utf-8"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.endswith(" modules imported\n")


def test_the_library_is_less_than_a_third_the_size_of_the_stock_one(site: Path, project: Project):
    stock = (project.node_modules / "pyodide/python_stdlib.zip").stat().st_size
    assert next(site.glob("runtime-*/python_stdlib.zip.gzip")).stat().st_size < stock / 3


def test_the_list_contains_the_imported_modules_of_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("honorable.publish.python.stdlib.LIST", tmp_path / "stdlib.txt")
    write_list(["json", "json.decoder", "honorable", "sys"], ["json/__init__.py", "json/decoder.py", "pdb.py"])
    lines = (tmp_path / "stdlib.txt").read_text("utf-8").splitlines()
    assert lines[1:] == ["json", "json.decoder"]
    assert "make imports" in lines[0]


def _imports(source: bytes) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                yield module
                yield from (f"{module}.{name.name}" for name in names)
