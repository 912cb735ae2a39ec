"""Files that take long to make, kept by the content of all that they are made of."""

from __future__ import annotations

import tempfile
from pathlib import Path

__all__ = ["load_cached", "save_cached"]


def load_cached(file: Path) -> bytes | None:
    """Return the file's content, or None if it was not made before."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def save_cached(file: Path, content: bytes) -> None:
    """Write the file whole or not at all, for two builds may run at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as fresh:
        fresh.write(content)
    Path(fresh.name).replace(file)
