"""Compile Python once at build time instead of in every visitor's browser.

Pyodide itself does the compiling, in Node, so the bytecode is for the Python version in the page. It is marked
UNCHECKED_HASH (PEP 552), so Python loads it without looking for a source file. Python starts two to three times faster.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

from honorable.publish.cache import cached
from honorable.publish.python.archive import unzip, zip_files
from honorable.publish.python.node import run_node

_HERE = Path(__file__).parent
_NODE_SCRIPT = _HERE / "bytecode.mjs"
_PYTHON_SCRIPT = _HERE / "compile_inside.py"


def compile_sources(sources: Mapping[str, bytes], pyodide: Path, stdlib: bytes, cache: Path) -> dict[str, bytes]:
    """Return the .pyc files of the .py files, by name; from the cache if the same sources were compiled before.

    `pyodide` is the folder of the pyodide package, `stdlib` the zip of the standard library that it starts with. Each
    set of sources is compiled by a fresh Python in the order of the names, so the result is reproducible. Raises
    UserError if a source is not valid Python, or if Node is not installed.
    """
    file = cache / f"bytecode-{_key(sources, pyodide)}.zip"
    return unzip(cached(file, lambda: zip_files(_compile(sources, pyodide, stdlib))))


def _key(sources: Mapping[str, bytes], pyodide: Path) -> str:
    digest = hashlib.sha256()
    for path in (pyodide / "package.json", _NODE_SCRIPT, _PYTHON_SCRIPT):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name in sorted(sources):
        digest.update(name.encode() + b"\0" + hashlib.sha256(sources[name]).digest())
    return digest.hexdigest()


def _compile(sources: Mapping[str, bytes], pyodide: Path, stdlib: bytes) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory(prefix="honorable-") as name:
        work = Path(name)
        (work / "compiled").mkdir()
        (work / "stdlib.zip").write_bytes(stdlib)
        for path, content in sources.items():
            target = work / "sources" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        run_node(_NODE_SCRIPT, pyodide, work / "stdlib.zip", _PYTHON_SCRIPT, work)
        root = work / "compiled"
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.pyc")}
