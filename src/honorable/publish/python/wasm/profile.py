"""The functions of Pyodide's WebAssembly that ever ran while the page was used, as `make profile` recorded them.

`profile.json` has one bit for each function that the module defines, compressed, and the SHA-256 of the module.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Collection
from pathlib import Path

from honorable.publish.errors import UserError

__all__ = ["PROFILE", "read_profile", "write_profile"]

PROFILE = Path(__file__).parent / "profile.json"


def read_profile(wasm: bytes, file: Path = PROFILE) -> frozenset[int]:
    """Return the functions that ran, by their index among those that the module defines.

    Raises UserError if the profile was recorded with another module.
    """
    profile = json.loads(file.read_text("utf-8"))
    if profile["sha256"] != hashlib.sha256(wasm).hexdigest():
        advice = "run make profile, or build with HONORABLE_WHOLE_PYTHON=1"
        raise UserError([f"{file.name}: recorded with another pyodide.asm.wasm; {advice}"])
    bits = zlib.decompress(base64.b64decode(profile["functions"]))
    return frozenset(8 * place + bit for place, byte in enumerate(bits) for bit in range(8) if byte >> bit & 1)


def write_profile(wasm: bytes, used: Collection[int], file: Path = PROFILE) -> None:
    """Write the profile of a module: which of its functions ran."""
    bits = bytearray(max(used, default=0) // 8 + 1)
    for function in used:
        bits[function // 8] |= 1 << function % 8
    profile = {
        "sha256": hashlib.sha256(wasm).hexdigest(),
        "functions": base64.b64encode(zlib.compress(bytes(bits), 9)).decode(),
    }
    file.write_text(json.dumps(profile, indent=2) + "\n", "utf-8")
