"""Builds the site: all of its files in memory first, then into a fresh folder that takes the old one's place."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from honorable.publish.check import check, picture_file
from honorable.publish.data.store import PACKED, Store
from honorable.publish.licences import licences
from honorable.publish.problems import Problems
from honorable.publish.project import Project
from honorable.publish.python_zip import python_zip, stdlib_zip
from honorable.publish.runtime import read_runtime
from honorable.publish.site import PICTURE, render_page
from honorable.publish.style import style_sheet

_INTERPRETER = "interpreter.js"
_COPIED = ("*.js", "*.svg", "*.png")


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: the number of files, their size in bytes, what the operator should know, and what they may."""

    files: int
    size: int
    warnings: tuple[str, ...]
    notes: tuple[str, ...] = ()


def build(campaign_file: Path, out: Path, project: Project, today: date, data: Store | None = None) -> Built:
    """Checks the campaign, and puts its site into `out`, which is replaced as a whole.

    The look-up's data is the project's own, unless another store is named; without any, the page has no look-up.
    Raises Problems, and leaves `out` as it was, where anything is wrong.
    """
    _refuse_to_replace(out, campaign_file, project)
    store = data or Store(project.data)
    checked = check(campaign_file, project, today, store)
    packed = store.packed()
    folders = project.template_folders(campaign_file)
    campaign = checked.campaign
    runtime = read_runtime(project)
    modules = [f"runtime/{name}" for name in sorted({_INTERPRETER, *runtime.served}) if name.endswith(".js")]
    stdlib = stdlib_zip(project, runtime)
    files = {
        "index.html": render_page(campaign, project, folders, modules, lookup=packed is not None).encode(),
        "style.css": style_sheet(project, campaign.theme).encode(),
        "python.zip": python_zip(project, runtime, stdlib, campaign, folders),
        "runtime/python_stdlib.zip": stdlib,
        ".nojekyll": b"",  # GitHub Pages then serves every file as it is
    }
    files |= {f"runtime/{name}": content for name, content in runtime.served.items()}
    files |= {f"licenses/{name}": content for name, content in licences(project).items()}
    for path in (path for pattern in _COPIED for path in project.web.glob(pattern)):
        files[f"runtime/{path.name}" if path.name == _INTERPRETER else path.name] = path.read_bytes()
    if packed is not None:
        files[PACKED] = packed
    if picture := picture_file(campaign, campaign_file, project):
        files[PICTURE] = picture.read_bytes()
    swap_in(files, out)
    return Built(len(files), sum(map(len, files.values())), checked.warnings, checked.notes)


def swap_in(files: Mapping[str, bytes], out: Path) -> None:
    """Writes the files to a fresh folder beside `out`, then puts it in the place of `out`."""
    out = out.resolve()
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


def _refuse_to_replace(out: Path, campaign_file: Path, project: Project) -> None:
    out = out.resolve()
    holds_ours = any(place.resolve().is_relative_to(out) for place in (campaign_file, project.root))
    built_before = all((out / name).is_file() for name in ("index.html", "python.zip"))
    empty = not out.exists() or (out.is_dir() and not any(out.iterdir()))
    if holds_ours or not (built_before or empty):
        raise Problems([f"--out {out}: must be a folder that is new, empty or was built before; it is replaced"])
