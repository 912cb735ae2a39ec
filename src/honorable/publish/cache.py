"""Files that take long to make, kept by the content of all that they are made of."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

__all__ = ["cached", "load_cached", "replace_file", "save_cached"]


def cached(file: Path, make: Callable[[], bytes]) -> bytes:
    """Return the content of the file, which `make` makes if it is not there yet."""
    content = load_cached(file)
    if content is None:
        content = make()
        save_cached(file, content)
    return content


def load_cached(file: Path) -> bytes | None:
    """Return the file's content, or None if it was not made before."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def save_cached(file: Path, content: bytes) -> None:
    """Write the file whole or not at all, for two builds may run at once. A folder that is read-only stays as it is."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, content)
    except OSError:
        pass  # it is made again next time


def replace_file(path: Path, content: bytes) -> None:
    """Write a file next to the old one and swap it in, so that there is never half a file. Raises OSError."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}-", delete=False) as file:
        try:
            file.write(content)
            file.close()
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
