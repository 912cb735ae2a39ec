"""Which modules of the standard library go to the visitor: those that a page was seen to import, and no others.

stdlib.txt lists them. `make imports` writes it: it runs every browser test with the whole library, and notes what the
pages' Python has imported by the end of each. A change of the list is read like any other change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

LIST = Path(__file__).parent / "stdlib.txt"

# No test needs these, but a page on which something goes wrong may (how exceptions are told, text in other encodings,
# names in other scripts), and so may a campaign's template (the filters of Jinja2).
_BESIDES = """
    _strptime calendar difflib encodings.ascii encodings.cp1252 encodings.cp437 encodings.idna encodings.latin_1
    encodings.punycode encodings.raw_unicode_escape encodings.unicode_escape encodings.utf_16 encodings.utf_16_le
    encodings.utf_8_sig locale pprint stringprep
"""
# The build compiles with the same library, which is compiled by then, and starts in a fraction of the time.
_FOR_THE_BUILD = "py_compile"
# Each is asked for at the start, in a `try`, and a page has no use for it: sockets, and archives that nobody sends it.
_DECLINED = {"ssl", "bz2", "lzma", "compression"}
# A module of ours that goes in the place of Pyodide's.
_IN_PLACE_OF = {"pyodide/_package_loader.py": "package_loader.py"}

_HEAD = "# Written by `make imports`: the modules that the pages of the browser tests import. See stdlib.py.\n"


def kept() -> frozenset[str]:
    """The modules that go to the visitor, by their dotted names."""
    lines = LIST.read_text("utf-8").splitlines()
    seen = {line for line in lines if line and not line.startswith("#")}
    wanted = seen | set(_BESIDES.split()) | {_FOR_THE_BUILD}
    return frozenset(name for name in _with_packages(wanted) if name.split(".")[0] not in _DECLINED)


def needed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The Python files of a standard library that go to the visitor."""
    names = kept()
    theirs = {name: content for name, content in files.items() if name.endswith(".py") and module_of(name) in names}
    return theirs | {name: (LIST.parent / ours).read_bytes() for name, ours in _IN_PLACE_OF.items()}


def module_of(file: str) -> str:
    """The module in a file of the library.

    >>> module_of("email/__init__.py"), module_of("json/decoder.py")
    ('email', 'json.decoder')
    """
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def write_list(imported: Iterable[str], files: Iterable[str]) -> None:
    """Writes the list anew: of all that was imported, what is in the library's files."""
    there = {module_of(name) for name in files if name.endswith(".py")}
    LIST.write_text(_HEAD + "".join(f"{name}\n" for name in sorted(set(imported) & there)), "utf-8")


def _with_packages(names: Iterable[str]) -> set[str]:
    """The names, and those of the packages that they are in."""
    parts = [name.split(".") for name in names]
    return {".".join(name[:end]) for name in parts for end in range(1, len(name) + 1)}
