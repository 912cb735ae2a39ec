"""The Python that goes to the visitor: the standard library, and python.zip with everything else, all as bytecode."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import jinja2
import markupsafe
from jinja2 import FileSystemLoader

from honorable import letters
from honorable.publish.project import Project
from honorable.publish.python.archive import unzipped, zipped
from honorable.publish.python.bytecode import compiled
from honorable.publish.python.runtime import Runtime
from honorable.publish.python.stdlib import needed

#: The rooms that run in the page.
ROOMS = ("letters", "page")
#: The templates that are rendered there.
TEMPLATES = ("letter.txt", "subject.txt", "call.txt")

# The half of Jinja2 that compiles, and the module that goes in its place; and what of Jinja2 only that half imports, or
# the page does not use.
_COMPILES = ("bccache", "compiler", "lexer", "parser")
_COMPILED = Path(__file__).parent / "jinja2_compiled.py"
_UNUSED = {"_identifier", "constants", "ext", "idtracking", "meta", "nativetypes", "optimizer", "visitor"}


def stdlib_zip(project: Project, runtime: Runtime) -> bytes:
    """The standard library as bytecode, without what the page never imports."""
    library = needed(unzipped(runtime.stdlib))
    return zipped(compiled(library, project.node_modules / "pyodide", runtime.stdlib, project.cache))


def python_zip(
    project: Project,
    runtime: Runtime,
    stdlib: bytes,
    folders: Mapping[str, list[Path]],
    kits: Mapping[str, bytes],
) -> bytes:
    """Jinja2, MarkupSafe, PyScript's library, our rooms, the campaign's kits and its templates, these compiled too.

    `stdlib` is the compiled standard library, so that the compiler itself starts fast. `folders` are those of the
    letters' templates, by where they go: "site", and "site/es" for the Spanish page's.
    """
    sources = page_sources(project, runtime, folders)
    return zipped(compiled(sources, project.node_modules / "pyodide", stdlib, project.cache) | dict(kits))


def page_sources(project: Project, runtime: Runtime, folders: Mapping[str, list[Path]]) -> dict[str, bytes]:
    """The same as Python's sources, without the campaign. PyScript's library would else be compiled by each visitor."""
    libraries = jinja2_compiled() | _package(markupsafe) | runtime.pyscript
    templates = {name: text for to, own in folders.items() for name, text in compiled_templates(own, to).items()}
    return libraries | rooms(project.source) | templates


def jinja2_compiled() -> dict[str, bytes]:
    """Jinja2, which loads compiled templates and cannot compile any."""
    files = _package(jinja2)
    return {name: content for name, content in files.items() if Path(name).stem not in _UNUSED} | {
        f"jinja2/{name}.py": _COMPILED.read_bytes() for name in _COMPILES
    }


def rooms(source: Path) -> dict[str, bytes]:
    """The two rooms of our own package that run in the page."""
    files = [source / "__init__.py", *(path for room in ROOMS for path in (source / room).rglob("*.py"))]
    return {f"honorable/{path.relative_to(source).as_posix()}": path.read_bytes() for path in files}


def compiled_templates(folders: list[Path], to: str = "site") -> dict[str, bytes]:
    """The letters' templates as Python modules, by Jinja2 itself (`Environment.compile_templates`)."""
    templates = letters.environment(FileSystemLoader(folders))
    with tempfile.TemporaryDirectory(prefix="honorable-") as target:
        templates.compile_templates(target, zip=None, ignore_errors=False, filter_func=TEMPLATES.__contains__)
        return {f"{to}/{path.name}": path.read_bytes() for path in Path(target).glob("*.py")}


def _package(module: ModuleType) -> dict[str, bytes]:
    """A library's Python files. MarkupSafe's compiled half stays out: it has a pure one that it falls back to."""
    folder = Path(str(module.__file__)).parent
    return {f"{folder.name}/{path.name}": path.read_bytes() for path in folder.glob("*.py")}
