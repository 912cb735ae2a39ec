"""Cut from Pyodide's JavaScript, pyodide.asm.mjs, the names of exports and the functions that nothing uses.

Emscripten writes one variable and one assignment for each of the module's 8,000 exports, and adds all functions of its
library, for packages that are loaded as dynamic libraries. A page that loads none needs about 150 of the exports, and
half of the functions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path

from honorable.publish.python.node import run_node

__all__ = ["cut_exports", "cut_unused", "used_exports"]

_ASSIGN = "function assignWasmExports(wasmExports){"
_AFTER = "var wasmImports={"
_STATEMENT = re.compile(r'((?:[A-Za-z_$][\w$]*=|Module\["[^"]+"\]=)+)wasmExports\["([^"]+)"\](?:\.value>>>0)?')
_TARGET = re.compile(r'([A-Za-z_$][\w$]*)=|Module\["([^"]+)"\]=')
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_MEMBER = re.compile(r"wasmExports\.(\w+)")
_QUOTED = re.compile(r'"(\w+)"')
_CUT_UNUSED = Path(__file__).with_name("cut_unused.mjs")


def used_exports(script: str, exports: Collection[str], *others: str) -> frozenset[str]:
    """Return those of a module's exports that the rest of the script, or others that work with it, use by name.

    Raises ValueError if the script is not built as this expects.
    """
    before, _, assigned, after = _parts(script)
    rest = before + after
    words = set(_WORD.findall(" ".join((rest, *others))))
    by_variable = {export for names, export in _statements(assigned) if words & names}
    # A list of exports that get a wrapper, whether there are such exports or not, uses none of them.
    wrapped = rest.partition("function applySignatureConversions(")[2].partition("return wasmExports}")[0]
    rest = rest.replace(wrapped, "")
    by_name = {*_MEMBER.findall(rest), *_QUOTED.findall(rest)}  # "__main_argc_argv" is only a text
    return frozenset((by_variable | by_name) & set(exports))


def cut_exports(script: str, used: Collection[str]) -> str:
    """Return the script without the variables and assignments of the other exports."""
    before, declared, assigned, after = _parts(script)
    dropped: set[str] = set()
    kept: list[str] = []
    for statement in _split(assigned):
        [(names, export)] = _statements(statement)
        if export in used:
            kept.append(statement)
        else:
            dropped |= names
    variables = [name for name in declared.removeprefix("var ").removesuffix(";").split(",") if name not in dropped]
    return f"{before}var {','.join(variables)};{_ASSIGN}{';'.join(kept)}}}{after}"


def cut_unused(script: str, imports: Collection[str], other: str, acorn: Path) -> str:
    """Return the script without the functions and variables that neither it nor another script uses.

    `imports` are the names of the functions that the WebAssembly imports; the script offers these, and no others.
    `acorn` is acorn's module. Raises UserError if the script is not built as this expects.
    """
    job = {"script": script, "imports": sorted(imports), "words": sorted(set(_WORD.findall(other)))}
    return run_node(_CUT_UNUSED, acorn, given=json.dumps(job))


def _parts(script: str) -> tuple[str, str, str, str]:
    """The script before the variables, the variables, the body of the function that assigns them, and the rest."""
    before, found, rest = script.partition(_ASSIGN)
    assigned, also_found, after = rest.partition("}" + _AFTER)
    start = before.rfind("var ")
    if not (found and also_found and start >= 0 and re.fullmatch(r"var [\w$,]+;", before[start:])):
        raise ValueError("pyodide.asm.mjs does not assign its exports where this expects it")
    return before[:start], before[start:], assigned, _AFTER + after


def _split(assigned: str) -> list[str]:
    return [statement for statement in assigned.split(";") if statement]


def _statements(assigned: str) -> list[tuple[set[str], str]]:
    """The names that each statement assigns to, and the export that it assigns."""
    found = []
    for statement in _split(assigned):
        match = _STATEMENT.fullmatch(statement)
        if match is None:
            raise ValueError(f"pyodide.asm.mjs assigns an export in a new way: {statement[:80]}")
        names = {variable or member for variable, member in _TARGET.findall(match[1])}
        found.append((names, match[2]))
    return found
