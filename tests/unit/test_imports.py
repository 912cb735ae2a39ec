"""What each package imports from outside the project.

Imports between the project's own packages are checked by import-linter (`make lint`, contracts in pyproject.toml). It
cannot express "only these", nor single names such as `jinja2.FileSystemLoader`, so these tests do.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "honorable"

# The parts of the standard library that reach the disk, the network or other programs.
INPUT_OUTPUT = {
    *("asyncio", "ctypes", "fileinput", "ftplib", "glob", "http", "imaplib", "multiprocessing", "os", "pathlib"),
    *("poplib", "shelve", "shutil", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "tempfile"),
    *("threading", "urllib.error", "urllib.request", "webbrowser", "xmlrpc"),
}
DISK_LOADERS = {"jinja2.FileSystemLoader", "jinja2.ModuleLoader", "jinja2.PackageLoader"}
LOCKED = {
    name.replace("-", "_").lower()
    for name in re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / "publish.txt").read_text(), re.MULTILINE)
}

# Package: (what it may import besides the standard library and the project, what it may not import at all)
RULES: dict[str, tuple[set[str], set[str]]] = {
    "letters": ({"jinja2", "markupsafe"}, INPUT_OUTPUT | DISK_LOADERS),
    "page": ({"jinja2", "js", "pyodide.ffi", "pyscript"}, set()),
    "publish": (LOCKED, set()),
}
FILES = [
    pytest.param(package, file, id=str(file.relative_to(SOURCE)))
    for package in RULES
    for file in sorted((SOURCE / package).rglob("*.py"))
]


def imported(source: str) -> Iterator[str]:
    """Yield everything that a module imports, anywhere in it: "pathlib.Path" for `from pathlib import Path`.

    The built-in `open` counts as "os.open". A relative import has no package to begin with, so no rule allows it.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield "os.open"


def covers(names: set[str], dotted: str) -> bool:
    return any(dotted == name or dotted.startswith(f"{name}.") for name in names)


def refused(package: str, source: str) -> list[str]:
    """Return what the source imports that its package may not."""
    allowed, never = RULES[package]
    everywhere = {"honorable", *sys.stdlib_module_names}
    return [name for name in imported(source) if covers(never, name) or not covers(allowed | everywhere, name)]


@pytest.mark.parametrize(("package", "file"), FILES)
def test_a_module_imports_only_what_its_package_may(package, file):
    assert refused(package, file.read_text("utf-8")) == []
