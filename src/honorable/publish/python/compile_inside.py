"""Compiles /work/sources to /work/compiled. Runs inside Pyodide, so that the bytecode is that of the page's Python.

bytecode.mjs calls main, and takes what it returns as its exit code.
"""

import py_compile
import sys
from pathlib import Path

SOURCES, COMPILED = Path("/work/sources"), Path("/work/compiled")


def main() -> int:
    """0, or 1 after naming a file that is no Python."""
    for source in sorted(SOURCES.rglob("*.py")):
        name = source.relative_to(SOURCES)
        try:
            py_compile.compile(
                str(source),
                cfile=str((COMPILED / name).with_suffix(".pyc")),
                dfile=str(name),
                doraise=True,
                optimize=2,  # without docstrings, which nobody reads in a page
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
        except py_compile.PyCompileError as error:
            sys.stderr.write(f"{error.msg.strip()}\n")
            return 1
    return 0
