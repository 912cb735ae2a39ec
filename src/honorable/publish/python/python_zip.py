"""Build the page's Python: the runtime with its standard library, and python.zip.gzip with everything else."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import jinja2
import markupsafe

from honorable import letters
from honorable.publish.project import Project, template_loader
from honorable.publish.python.archive import pack, pack_once, unzip, zip_files
from honorable.publish.python.bytecode import compile_sources
from honorable.publish.python.runtime import Runtime, read_runtime
from honorable.publish.python.split_runtime import split_runtime
from honorable.publish.python.stdlib import arrives_later, module_of, page_modules

#: The packages of `honorable` that run in the page.
PACKAGES = ("letters", "page")
#: The templates that the page renders.
TEMPLATES = ("letter.txt", "subject.txt", "call.txt", "short.txt")

# The half of Jinja2 that compiles, and what replaces it; then the modules that only this half imports, or that the page
# does not use.
_COMPILING = ("bccache", "compiler", "lexer", "parser")
_REPLACEMENT = Path(__file__).parent / "jinja2_compiled.py"
_UNUSED = {"_identifier", "constants", "ext", "idtracking", "meta", "nativetypes", "optimizer", "visitor"}


#: The two parts of the standard library in the runtime's folder, and the libraries of an installed package.
STDLIB, LATER_STDLIB, LIBRARIES = "python_stdlib.zip.gzip", "python_later.zip", "libraries.zip"
# In python.zip.gzip: the modules of the second part, for honorable/page/later_library.py.
_LATER_NAMES = "later.json"


@dataclass(frozen=True, slots=True)
class PagePython:
    """The Python that every page has: the runtime's files to serve, and the bytecode for its own archive.

    `stdlib` is the whole standard library in one zip, which the compiler starts with; an installed package, which
    compiles nothing, has none.
    """

    runtime: Mapping[str, bytes]
    libraries: Mapping[str, bytes]
    stdlib: bytes = b""


@cache
def page_python(project: Project) -> PagePython:
    """Return the page's Python, compiled by Node from node_modules; an installed package has it ready.

    It is the same for every campaign and language, so a process makes it once.

    Raises UserError if the runtime in node_modules is missing or was changed.
    """
    if project.installed:
        runtime = {path.name: path.read_bytes() for path in (project.ready / "runtime").iterdir()}
        return PagePython(runtime, unzip((project.ready / LIBRARIES).read_bytes()))
    stock = read_runtime(project)
    served = stock.served if project.whole_python else split_runtime(stock.served, project.node_modules, project.cache)
    library = page_modules(unzip(stock.stdlib))
    modules = _compiled(library, project, stock.stdlib)
    later = {file: content for file, content in modules.items() if arrives_later(file)}
    at_once = {file: content for file, content in modules.items() if file not in later}
    parts = {STDLIB: pack_once(at_once, project.cache), LATER_STDLIB: zip_files(later)}
    stdlib = zip_files(modules)
    return PagePython({**served, **parts}, _compiled(library_sources(project, stock), project, stdlib), stdlib)


def python_zip(
    project: Project, python: PagePython, folders: Mapping[str, list[Path]], config_files: Mapping[str, bytes]
) -> bytes:
    """Return Jinja2, MarkupSafe, PyScript's library, our packages and the templates, with the config files.

    `folders` has the folders of the letter templates by target: "site", and "site/es" for those of the Spanish page. An
    installed package leaves these few small modules as source, since compiling them to bytecode needs Node.
    """
    templates = {
        name: source for target, own in folders.items() for name, source in compiled_templates(own, target).items()
    }
    if not project.installed:
        templates = _compiled(templates, project, python.stdlib)
    later = json.dumps(sorted(map(module_of, unzip(python.runtime[LATER_STDLIB])))).encode()
    return pack({**python.libraries, **templates, **config_files, _LATER_NAMES: later})


def library_sources(project: Project, runtime: Runtime) -> dict[str, bytes]:
    """Return the sources of the libraries. PyScript's would otherwise be compiled by each visitor."""
    libraries = jinja2_sources() | _library_sources(markupsafe) | runtime.pyscript
    return libraries | package_sources(project.source)


def _compiled(sources: Mapping[str, bytes], project: Project, stdlib: bytes) -> dict[str, bytes]:
    """Return the bytecode. `stdlib` is what the compiler itself starts with; if that is compiled, it starts fast."""
    return compile_sources(sources, project.node_modules / "pyodide", stdlib, project.cache)


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
    templates = letters.environment(template_loader(folders))
    with tempfile.TemporaryDirectory(prefix="honorable-") as work:
        templates.compile_templates(work, zip=None, ignore_errors=False, filter_func=TEMPLATES.__contains__)
        return {f"{target}/{path.name}": path.read_bytes() for path in Path(work).glob("*.py")}


def _library_sources(module: ModuleType) -> dict[str, bytes]:
    """Return a library's Python files. MarkupSafe's C extension stays out; it falls back to a pure Python module."""
    folder = Path(str(module.__file__)).parent
    return {f"{folder.name}/{path.name}": path.read_bytes() for path in folder.glob("*.py")}
