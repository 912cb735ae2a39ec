"""The rooms' arrows: what may be imported where. The table is the design's; the imports are read, not run."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "honorable"

# The part of the standard library that reaches the disk, the network or other programs.
OUTSIDE = {
    *("asyncio", "ctypes", "fileinput", "ftplib", "glob", "http", "imaplib", "multiprocessing", "os", "pathlib"),
    *("poplib", "shelve", "shutil", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "tempfile"),
    *("threading", "urllib.error", "urllib.request", "webbrowser", "xmlrpc"),
}
BROWSER = {"js", "pyodide", "pyodide_js", "pyscript"}
LOADERS_THAT_READ_THE_DISK = {"jinja2.FileSystemLoader", "jinja2.ModuleLoader", "jinja2.PackageLoader"}
# The package itself has nothing but its docstring and its version.
EVERYWHERE = {"honorable.__version__", *sys.stdlib_module_names}
LOCKED = {
    name.replace("-", "_").lower()
    for name in re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / "publish.txt").read_text(), re.MULTILINE)
}

# Room: (what it may import besides the standard library, what of all that it may not)
ROOMS = {
    "letters": (
        {"honorable.letters", "jinja2", "markupsafe"},
        OUTSIDE | LOADERS_THAT_READ_THE_DISK,
    ),
    "page": (
        {"honorable.letters", "honorable.page", "jinja2", "js", "pyodide.ffi", "pyscript"},
        {"honorable.publish"},
    ),
    "publish": (
        {"honorable.letters", "honorable.publish", *LOCKED},
        {"honorable.page", *BROWSER},
    ),
}
FILES = [str(file.relative_to(SOURCE)) for room in ROOMS for file in sorted((SOURCE / room).rglob("*.py"))]


def imported(source: str, package: str) -> Iterator[str]:
    """Everything that the module imports, anywhere in it, with names: "pathlib.Path" for `from pathlib import Path`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield "os.open"


def covers(names: set[str], dotted: str) -> bool:
    return any(dotted == name or dotted.startswith(f"{name}.") for name in names)


def strangers(room: str, source: str, package: str = "") -> list[str]:
    """What the source imports that its room may not."""
    allowed, never = ROOMS[room]
    return [
        name
        for name in imported(source, package or f"honorable.{room}")
        if covers(never, name) or not covers(allowed | EVERYWHERE, name)
    ]


@pytest.mark.parametrize("file", FILES)
def test_a_module_imports_only_what_its_room_may(file):
    room, *_folders = parts = Path(file).parts
    package = ".".join(("honorable", *parts[:-1]))
    assert strangers(room, (SOURCE / file).read_text(), package) == []


def test_every_module_is_in_a_room():
    assert {file.name for file in SOURCE.glob("*.py")} == {"__init__.py"}
    assert {folder.name for folder in SOURCE.iterdir() if folder.is_dir()} - {"__pycache__"} == set(ROOMS)


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("letters", "import pydantic"),
        ("letters", "from js import document"),
        ("letters", "from pathlib import Path"),
        ("letters", "def f(): import urllib.request"),
        ("letters", "text = open('letter.txt').read()"),
        ("letters", "from jinja2 import FileSystemLoader"),
        ("letters", "from honorable import page"),
        ("letters", "from ..publish import campaign"),
        ("page", "from honorable.publish import campaign"),
        ("page", "import segno"),
        ("page", "import pyodide_js"),
        ("publish", "from honorable.page import main"),
        ("publish", "from ..page.main import start"),
        ("publish", "from pyscript import document"),
        ("publish", "import requests"),
    ],
)
def test_a_line_that_crosses_the_rooms_is_seen(room, line):
    assert len(strangers(room, line)) == 1


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("letters", "from urllib.parse import quote"),
        ("letters", "from email.message import EmailMessage"),
        ("letters", "from .states import STATES"),
        ("page", "from pyodide.ffi import create_proxy"),
        ("page", "from honorable import letters"),
        ("publish", "from pydantic_core import ErrorDetails"),
    ],
)
def test_a_line_that_stays_in_its_room_is_not(room, line):
    assert strangers(room, line) == []
