"""Write a built site to disk, all of it or nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from honorable.publish.errors import UserError, writing
from honorable.publish.project import Project


def replace_folder(files: Mapping[str, bytes], out: Path) -> None:
    """Write the files to a new folder next to `out`, then swap it in.

    Raises UserError if that fails; `out` is then as it was before.
    """
    with writing(out):
        _replace_folder(files, out.resolve())


def _replace_folder(files: Mapping[str, bytes], out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as work:
        fresh, old = Path(work, "new"), Path(work, "old")
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if out.exists():
            out.rename(old)
        try:
            fresh.rename(out)
        except OSError:
            if old.exists():
                old.rename(out)
            raise


def check_replaceable(out: Path, campaign_files: Sequence[Path], project: Project) -> None:
    """Raise UserError unless `out` is new, empty or an earlier build: the operator's own files are never deleted."""
    out = out.resolve()
    holds_sources = any(path.resolve().is_relative_to(out) for path in (*campaign_files, project.root))
    built_before = all((out / name).is_file() for name in ("index.html", ".nojekyll"))
    empty = not out.exists() or (out.is_dir() and not any(out.iterdir()))
    if holds_sources or not (built_before or empty):
        raise UserError([f"--out {out}: must be a new folder, an empty one or an earlier build; it is replaced"])
