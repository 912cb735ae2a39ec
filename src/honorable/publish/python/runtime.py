"""Copy the runtime, PyScript and Pyodide, from node_modules so that the site serves it from its own origin.

runtime.lock.json names each file, where it goes and its SHA-256, so visitors run exactly what was reviewed. After a
version in package.json has changed, `honorable lock-runtime` writes the lock again.
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

# Where each file goes in dist/runtime/, or "" if only the build reads it. Stock nginx has no media type for .mjs.
_PYODIDE = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.js",
    "pyodide.asm.wasm": "pyodide.asm.wasm",
    "python_stdlib.zip": "",
}
# The names of PyScript's chunks contain a hash. These are the chunks that load with all plugins off.
_PYSCRIPT_CHUNKS = ("core.js", "core-*.js", "error-*.js")
# PyScript's Python library as it is in the bundle: JSON after a JavaScript `export default`.
_PYSCRIPT_PYTHON = "src/stdlib/pyscript.js"
_BEFORE_JSON = "export default"


@dataclass(frozen=True, slots=True)
class Runtime:
    """The runtime's files by name: those to serve as they are, and the Python sources to compile first."""

    served: Mapping[str, bytes]
    stdlib: bytes
    pyscript: dict[str, bytes]


def read_runtime(project: Project, lock: Path = LOCK) -> Runtime:
    """Return the runtime from node_modules after checking each file.

    Raises UserError if a package is missing, was changed, or has another version than package.json and the lock.
    """
    errors: list[str] = []
    served: dict[str, bytes] = {}
    built: dict[str, bytes] = {}
    wanted = json.loads(project.package_json.read_text("utf-8"))["dependencies"]
    for package, entry in json.loads(lock.read_text("utf-8")).items():
        folder = project.node_modules / package
        version = _version(folder)
        if version is None:
            errors.append(f"node_modules/{package}: not found; run make, or npm ci")
            continue
        if not version == entry["version"] == wanted.get(package):
            errors.append(
                f"node_modules/{package}: is version {version}, but package.json has {wanted.get(package)} and "
                f"{lock.name} has {entry['version']}; run npm ci, then honorable lock-runtime if you meant to change it"
            )
            continue
        for name, about in entry["files"].items():
            content = _read(folder / name)
            if content is None or _sha256(content) != about["sha256"]:
                what = "not found" if content is None else "was changed"
                errors.append(f"node_modules/{package}/{name}: {what}; remove node_modules and run npm ci")
            elif about["to"]:
                served[about["to"]] = content
            else:
                built[name] = content
    if errors:
        raise UserError(errors)
    return Runtime(served, built["python_stdlib.zip"], _python_sources(built[_PYSCRIPT_PYTHON].decode("utf-8")))


def lock_text(project: Project) -> str:
    """Return the lock for what is in node_modules now, as JSON."""
    return json.dumps(
        {
            "pyodide": _entry(project.node_modules / "pyodide", _PYODIDE),
            "@pyscript/core": _entry(*_pyscript(project.node_modules / "@pyscript" / "core")),
        },
        indent=2,
    ) + "\n"  # fmt: skip


def _python_sources(script: str) -> dict[str, bytes]:
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
