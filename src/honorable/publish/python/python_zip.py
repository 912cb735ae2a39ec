"""Build the two archives of the page's Python: the standard library, and python.zip with everything else."""

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
from honorable.publish.python.archive import unzip, zip_files
from honorable.publish.python.bytecode import compile_sources
from honorable.publish.python.runtime import Runtime
from honorable.publish.python.stdlib import page_modules

#: The packages of `honorable` that run in the page.
PACKAGES = ("letters", "page")
#: The templates that the page renders.
TEMPLATES = ("letter.txt", "subject.txt", "call.txt", "short.txt")

# The half of Jinja2 that compiles, and what replaces it; then the modules that only this half imports, or that the page
# does not use.
_COMPILING = ("bccache", "compiler", "lexer", "parser")
_REPLACEMENT = Path(__file__).parent / "jinja2_compiled.py"
_UNUSED = {"_identifier", "constants", "ext", "idtracking", "meta", "nativetypes", "optimizer", "visitor"}


def stdlib_zip(project: Project, runtime: Runtime) -> bytes:
    """Return the standard library as bytecode, without the modules that the page never imports."""
    library = page_modules(unzip(runtime.stdlib))
    return zip_files(compile_sources(library, project.node_modules / "pyodide", runtime.stdlib, project.cache))


def python_zip(
    project: Project,
    runtime: Runtime,
    stdlib: bytes,
    folders: Mapping[str, list[Path]],
    config_files: Mapping[str, bytes],
) -> bytes:
    """Return Jinja2, MarkupSafe, PyScript's library, our packages and the templates as bytecode, with the config files.

    `stdlib` is the compiled standard library, so that the compiler itself starts fast. `folders` has the folders of the
    letter templates by target: "site", and "site/es" for those of the Spanish page.
    """
    sources = page_sources(project, runtime, folders)
    return zip_files(
        compile_sources(sources, project.node_modules / "pyodide", stdlib, project.cache) | dict(config_files)
    )


def page_sources(project: Project, runtime: Runtime, folders: Mapping[str, list[Path]]) -> dict[str, bytes]:
    """Return the sources of what is compiled. PyScript's library would otherwise be compiled by each visitor."""
    libraries = jinja2_sources() | _library_sources(markupsafe) | runtime.pyscript
    sources = libraries | package_sources(project.source)
    for target, own in folders.items():
        sources |= compiled_templates(own, target)
    return sources


def jinja2_sources() -> dict[str, bytes]:
    """Return a Jinja2 that loads compiled templates and cannot compile any."""
    files = _library_sources(jinja2)
    return {name: content for name, content in files.items() if Path(name).stem not in _UNUSED} | {
        f"jinja2/{name}.py": _REPLACEMENT.read_bytes() for name in _COMPILING
    }


def package_sources(source: Path) -> dict[str, bytes]:
    """Return the sources of our own packages that run in the page."""
    files = [source / "__init__.py", *(path for package in PACKAGES for path in (source / package).rglob("*.py"))]
    return {f"honorable/{path.relative_to(source).as_posix()}": path.read_bytes() for path in files}


def compiled_templates(folders: list[Path], target: str = "site") -> dict[str, bytes]:
    """Return the letter templates as Python modules in `target`, compiled by `Environment.compile_templates`."""
    templates = letters.environment(FileSystemLoader(folders))
    with tempfile.TemporaryDirectory(prefix="honorable-") as work:
        templates.compile_templates(work, zip=None, ignore_errors=False, filter_func=TEMPLATES.__contains__)
        return {f"{target}/{path.name}": path.read_bytes() for path in Path(work).glob("*.py")}


def _library_sources(module: ModuleType) -> dict[str, bytes]:
    """Return a library's Python files. MarkupSafe's C extension stays out; it falls back to a pure Python module."""
    folder = Path(str(module.__file__)).parent
    return {f"{folder.name}/{path.name}": path.read_bytes() for path in folder.glob("*.py")}
