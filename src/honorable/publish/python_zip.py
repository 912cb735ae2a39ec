"""The Python that goes to the visitor: the standard library, and python.zip with everything else, all as bytecode."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import jinja2
import markupsafe

from honorable.publish.archive import unzipped, zipped
from honorable.publish.bytecode import compiled
from honorable.publish.project import Project
from honorable.publish.runtime import Runtime
from honorable.publish.stdlib import needed

#: The rooms that run in the page.
ROOMS = ("letters", "page")


def stdlib_zip(project: Project, runtime: Runtime) -> bytes:
    """The standard library as bytecode, without what a page can never use."""
    pyodide = project.node_modules / "pyodide"
    sources = needed(unzipped(runtime.stdlib))
    return zipped(compiled(sources, pyodide, runtime.stdlib, project.cache))


def python_zip(project: Project, runtime: Runtime, stdlib: bytes, kits: Mapping[str, bytes]) -> bytes:
    """Jinja2, MarkupSafe, our rooms, and the campaign's kits. `stdlib` is what the compiler starts with.

    PyScript writes its own Python library into the page's files as source; its bytecode is already in the place where
    Python looks for it.
    """
    libraries = _package(jinja2) | _package(markupsafe) | runtime.pyscript
    pyodide = project.node_modules / "pyodide"
    code = {
        _cached(name) if name.startswith("pyscript/") else name: content
        for sources in (libraries, _rooms(project.source))
        for name, content in compiled(sources, pyodide, stdlib, project.cache).items()
    }
    return zipped(code | dict(kits))


def _package(module: ModuleType) -> dict[str, bytes]:
    """A library's Python files. MarkupSafe's compiled half stays out: it has a pure one that it falls back to."""
    folder = Path(str(module.__file__)).parent
    return {f"{folder.name}/{path.name}": path.read_bytes() for path in folder.glob("*.py")}


def _rooms(source: Path) -> dict[str, bytes]:
    files = [source / "__init__.py", *(path for room in ROOMS for path in (source / room).rglob("*.py"))]
    return {f"honorable/{path.relative_to(source).as_posix()}": path.read_bytes() for path in files}


def _cached(name: str) -> str:
    """Where Python keeps the bytecode of a source file (PEP 3147), for the page's Python 3.14."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/__pycache__/{file.removesuffix('.pyc')}.cpython-314.pyc"
