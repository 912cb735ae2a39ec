"""Compile /work/sources to /work/compiled. This runs inside Pyodide, so the bytecode is for the page's Python.

bytecode.mjs calls `main` and uses what it returns as the exit code.
"""

import py_compile
import sys
from pathlib import Path

SOURCES, COMPILED = Path("/work/sources"), Path("/work/compiled")


def main() -> int:
    """Compile every file. Return 0, or 1 after printing the first syntax error."""
    for source in sorted(SOURCES.rglob("*.py")):
        name = source.relative_to(SOURCES)
        try:
            py_compile.compile(
                str(source),
                cfile=str((COMPILED / name).with_suffix(".pyc")),
                dfile=str(name),
                doraise=True,
                optimize=2,  # without docstrings, which the page never reads
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
        except py_compile.PyCompileError as error:
            sys.stderr.write(f"{error.msg.strip()}\n")
            return 1
    return 0
