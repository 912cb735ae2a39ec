"""The runtime: PyScript and Pyodide, copied from node_modules to the site's own origin.

runtime.lock.json names each file, where it goes and its sha256, so that what visitors run is what was reviewed.
Written by `honorable lock-runtime` after a version in package.json has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from honorable.publish.errors import UserError
from honorable.publish.project import Project

LOCK = Path(__file__).parent / "runtime.lock.json"

# Where each file goes in dist/runtime/; "" where only the build reads it. Stock nginx has no type for .mjs.
_PYODIDE = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.js",
    "pyodide.asm.wasm": "pyodide.asm.wasm",
    "python_stdlib.zip": "",
}
# PyScript's own chunks are named by their content. These are the ones that are asked for with all plugins off.
_PYSCRIPT_CHUNKS = ("core.js", "core-*.js", "error-*.js")
# PyScript's Python library, as its bundle carries it: JSON, behind a few words of JavaScript.
_PYSCRIPT_PYTHON = "src/stdlib/pyscript.js"
_BEFORE_JSON = "export default"


@dataclass(frozen=True, slots=True)
class Runtime:
    """The runtime's files: those to serve, and the Python that is compiled before it is served."""

    served: Mapping[str, bytes]
    stdlib: bytes
    pyscript: dict[str, bytes]


def read_runtime(project: Project, lock: Path = LOCK) -> Runtime:
    """The runtime from node_modules, each file checked.

    Raises UserError if a package is not there, is another version than package.json and the lock say, or was changed.
    """
    problems: list[str] = []
    served: dict[str, bytes] = {}
    built: dict[str, bytes] = {}
    wanted = json.loads(project.package_json.read_text("utf-8"))["dependencies"]
    for package, entry in json.loads(lock.read_text("utf-8")).items():
        folder = project.node_modules / package
        version = _version(folder)
        if version is None:
            problems.append(f"node_modules/{package}: is not there; run make, or npm ci")
            continue
        if not version == entry["version"] == wanted.get(package):
            problems.append(
                f"node_modules/{package}: is version {version}; package.json says {wanted.get(package)}, "
                f"{lock.name} says {entry['version']}; run npm ci, then honorable lock-runtime if the change is meant"
            )
            continue
        for name, about in entry["files"].items():
            content = _read(folder / name)
            if content is None or _sha256(content) != about["sha256"]:
                what = "is not there" if content is None else "was changed"
                problems.append(f"node_modules/{package}/{name}: {what}; remove node_modules and run npm ci")
            elif about["to"]:
                served[about["to"]] = content
            else:
                built[name] = content
    if problems:
        raise UserError(problems)
    return Runtime(served, built["python_stdlib.zip"], _python_of(built[_PYSCRIPT_PYTHON].decode("utf-8")))


def lock_text(project: Project) -> str:
    """The lock for what is in node_modules now, as JSON."""
    return json.dumps(
        {
            "pyodide": _entry(project.node_modules / "pyodide", _PYODIDE),
            "@pyscript/core": _entry(*_pyscript(project.node_modules / "@pyscript" / "core")),
        },
        indent=2,
    ) + "\n"  # fmt: skip


def _python_of(script: str) -> dict[str, bytes]:
    sources = json.loads(script.partition(_BEFORE_JSON)[2].strip().removesuffix(";"))
    return {f"pyscript/{name}": source.encode() for name, source in sources["pyscript"].items()}


def _pyscript(folder: Path) -> tuple[Path, dict[str, str]]:
    chunks = [path for pattern in _PYSCRIPT_CHUNKS for path in sorted((folder / "dist").glob(pattern))]
    return folder, {f"dist/{path.name}": path.name for path in chunks} | {_PYSCRIPT_PYTHON: ""}


def _entry(folder: Path, files: Mapping[str, str]) -> dict[str, Any]:
    return {
        "version": _version(folder),
        "files": {name: {"to": to, "sha256": _sha256((folder / name).read_bytes())} for name, to in files.items()},
    }


def _version(folder: Path) -> str | None:
    content = _read(folder / "package.json")
    return None if content is None else str(json.loads(content)["version"])


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
