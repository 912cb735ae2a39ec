"""Choose the modules of the standard library that the page gets: those that it was seen to import.

stdlib.txt lists them. `make imports` writes it: it runs every browser test with the whole library and records what
Python has imported by the end of each test. Changes to the list are reviewed like any other change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

LIST = Path(__file__).parent / "stdlib.txt"

# No test imports these, but a page on which something goes wrong may (tracebacks, other encodings, names in other
# scripts), and so may a campaign's template (the filters of Jinja2).
_EXTRA = """
    _strptime calendar difflib encodings.ascii encodings.cp1252 encodings.cp437 encodings.idna encodings.latin_1
    encodings.punycode encodings.raw_unicode_escape encodings.unicode_escape encodings.utf_16 encodings.utf_16_le
    encodings.utf_8_sig locale pprint stringprep
"""
# Pyodide's WebAssembly has these itself, "frozen"; what is in the archive would never be read.
_FROZEN = """
    _collections_abc _sitebuiltins abc codecs genericpath importlib._bootstrap importlib._bootstrap_external
    importlib.machinery importlib.util io ntpath os posixpath site stat zipimport
"""
# No page imports these, or what is in these packages, before it is ready: for messages as files, for codecs of other
# texts than the page's own, and for tracebacks. The build alone uses py_compile. Pyodide starts with two of the extra.
_LATER = {*_EXTRA.split(), "email", "py_compile", "pyodide.common", "quopri", "shutil", "tempfile", "zipfile"} - {
    "encodings.utf_16_le",
    "locale",
}
# The build compiles with the same library, which is already compiled then and starts in a fraction of the time.
_FOR_THE_BUILD = "py_compile"
# Imported at startup inside a `try`, and useless in a page: sockets, and archive formats that it never receives.
_EXCLUDED = {"ssl", "bz2", "lzma", "compression"}
# A module of ours that replaces one of Pyodide's.
_REPLACEMENTS = {"pyodide/_package_loader.py": "package_loader.py"}

_HEAD = "# Written by `make imports`: the modules that the pages of the browser tests import. See stdlib.py.\n"


def module_names() -> frozenset[str]:
    """Return the dotted names of the modules that the page gets, or that Pyodide has anyway."""
    lines = LIST.read_text("utf-8").splitlines()
    imported = {line for line in lines if line and not line.startswith("#")}
    wanted = imported | set(_EXTRA.split()) | {_FOR_THE_BUILD}
    return frozenset(name for name in _with_packages(wanted) if name.split(".")[0] not in _EXCLUDED)


def page_modules(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return those Python files of a standard library that the page gets, at once or later."""
    names = module_names() - set(_FROZEN.split())
    stock = {name: content for name, content in files.items() if name.endswith(".py") and module_of(name) in names}
    return stock | {name: (LIST.parent / own).read_bytes() for name, own in _REPLACEMENTS.items()}


def arrives_later(file: str) -> bool:
    """Whether the module in a file of the library is one that no page needs before it is ready.

    >>> arrives_later("email/policy.pyc"), arrives_later("encodings/utf_8.pyc")
    (True, False)
    """
    name = module_of(file)
    return not {name, name.partition(".")[0]}.isdisjoint(_LATER)


def module_of(file: str) -> str:
    """Return the dotted name of the module in a file of the library.

    >>> module_of("email/__init__.py"), module_of("json/decoder.pyc")
    ('email', 'json.decoder')
    """
    return file.partition(".")[0].removesuffix("/__init__").replace("/", ".")


def write_list(imported: Iterable[str], files: Iterable[str]) -> None:
    """Write stdlib.txt: the imported modules that are in the library's files."""
    available = {module_of(name) for name in files if name.endswith(".py")}
    LIST.write_text(_HEAD + "".join(f"{name}\n" for name in sorted(set(imported) & available)), "utf-8")


def _with_packages(names: Iterable[str]) -> set[str]:
    """Return the names together with those of their parent packages."""
    parts = [name.split(".") for name in names]
    return {".".join(name[:end]) for name in parts for end in range(1, len(name) + 1)}
