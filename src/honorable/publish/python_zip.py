"""The Python that goes to the visitor: the standard library, and python.zip with everything else, all as bytecode."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import jinja2
import markupsafe

from honorable.publish.archive import unzipped, zipped
from honorable.publish.bytecode import compiled
from honorable.publish.campaign import Campaign
from honorable.publish.project import Project
from honorable.publish.runtime import Runtime
from honorable.publish.stdlib import needed

#: The rooms that run in the page.
ROOMS = ("letters", "page")
#: The templates that are rendered there.
TEMPLATES = ("letter.txt", "subject.txt", "call.txt")


def stdlib_zip(project: Project, runtime: Runtime) -> bytes:
    """The standard library as bytecode, without what a page can never use."""
    pyodide = project.node_modules / "pyodide"
    sources = needed(unzipped(runtime.stdlib))
    return zipped(compiled(sources, pyodide, runtime.stdlib, project.cache))


def python_zip(project: Project, runtime: Runtime, stdlib: bytes, campaign: Campaign, folders: list[Path]) -> bytes:
    """Jinja2, MarkupSafe, our rooms, the campaign and its templates. `stdlib` is what the compiler starts with.

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
    site = {f"site/{name}": _template(name, folders) for name in TEMPLATES}
    site["site/campaign.json"] = json.dumps(campaign.for_page(), ensure_ascii=False, indent=1).encode()
    return zipped(code | site)


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


def _template(name: str, folders: list[Path]) -> bytes:
    return next(folder / name for folder in folders if (folder / name).is_file()).read_bytes()
