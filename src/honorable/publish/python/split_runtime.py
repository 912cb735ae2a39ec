"""Serve Pyodide in two halves: what a page needs to start, and the rest, which arrives after it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from honorable.publish.cache import cached
from honorable.publish.errors import UserError
from honorable.publish.python.archive import unzip, zip_files
from honorable.publish.python.wasm.glue import cut_exports, cut_unused, used_exports
from honorable.publish.python.wasm.module import Item, Module
from honorable.publish.python.wasm.profile import PROFILE, read_profile
from honorable.publish.python.wasm.split import split

__all__ = ["LATER", "split_runtime"]

#: The second half, which web/interpreter.js links in.
LATER = "pyodide.later.wasm"
_WASM, _GLUE, _LOADER = "pyodide.asm.wasm", "pyodide.asm.js", "pyodide.js"
# Functions of OpenGL, for programs that draw. web/interpreter.js puts one that throws in the place of each.
_DRAWS = re.compile("gl[A-Z]")


def split_runtime(
    served: Mapping[str, bytes], node_modules: Path, cache: Path, profile: Path = PROFILE
) -> dict[str, bytes]:
    """Return the runtime's files with Pyodide's WebAssembly in two halves, and its JavaScript without what none uses.

    The result is cached by the content of all that it is made of. `node_modules` has acorn, which reads JavaScript.
    Raises UserError if acorn is missing, if the profile is another Pyodide's, or if Pyodide is built in a way that the
    split does not know.
    """
    acorn = node_modules / "acorn" / "dist" / "acorn.mjs"
    if not acorn.is_file():
        raise UserError(["node_modules/acorn: not found; run make, or npm ci"])
    key = hashlib.sha256()
    for content in (*(served[name] for name in (_WASM, _GLUE, _LOADER)), profile.read_bytes(), *_own_sources(acorn)):
        key.update(hashlib.sha256(content).digest())
    file = cache / f"split-{key.hexdigest()}.zip"
    try:
        halves = cached(file, lambda: zip_files(_split(served, read_profile(served[_WASM], profile), acorn)))
    except (ValueError, KeyError, IndexError) as error:
        advice = "run make profile after an update of Pyodide, or build with HONORABLE_WHOLE_PYTHON=1"
        raise UserError([f"{_WASM}: cannot be split: {error}; {advice}"]) from None
    return {**served, **unzip(halves)}


def _split(served: Mapping[str, bytes], used: frozenset[int], acorn: Path) -> dict[str, bytes]:
    module = Module.parse(served[_WASM])
    glue, loader = served[_GLUE].decode(), served[_LOADER].decode()
    exports = used_exports(glue, {export.name for export in module.exports}, loader) | {"memory"}
    halves = split(module, used, exports)
    imports = {one.name for half in (halves.primary, halves.secondary) for one in half.imported(Item.FUNCTION)}
    offered = [name for name in imports if not _DRAWS.search(name)]
    return {
        _WASM: halves.primary.encode(),
        LATER: halves.secondary.encode(),
        _GLUE: cut_unused(cut_exports(glue, exports), offered, loader, acorn).encode(),
    }


def _own_sources(acorn: Path) -> list[bytes]:
    folder = Path(__file__).parent / "wasm"
    return [path.read_bytes() for path in (Path(__file__), *sorted(folder.glob("*.*")), acorn)]
