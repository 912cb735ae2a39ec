"""The built page of the tests' campaign, as it is and with changes."""

import fcntl
import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.browser import congress
from tests.checkout import CAMPAIGN, ROOT, TEMPLATES

_SOURCES = (
    "index.html",
    "locale",
    "package-lock.json",
    "pyscript.toml",
    "src",
    "templates",
    "tests/browser/congress.py",
    "tests/campaign",
    "web",
)

#: The folder of a made-up list of officials, whatever the operator of this checkout has downloaded, and of none.
DATA = ROOT / ".cache" / "tests" / "data"
NO_DATA = ROOT / ".cache" / "tests" / "no data"


def default_dist() -> Path:
    """Build the page if it is missing or older than its sources. All workers share it."""
    dist = ROOT / ".cache" / "tests" / "dist"
    with (ROOT / "pyproject.toml").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (dist / "index.html").exists() or _newest_source() > (dist / "index.html").stat().st_mtime:
            _build("--campaign", str(CAMPAIGN), "--out", str(dist), data=congress.kept_in(DATA))
    return dist


def variant_dist(folder: Path, changes: dict[str, Any], data: Path = NO_DATA) -> Path:
    """Build the page in `folder` with changes to the campaign. Raises CalledProcessError if the build fails.

    A table in `changes` is merged into the campaign's, key by key; None removes a key or a whole table.
    `data` is the folder with the lists of officials.
    """
    campaign = _merge(tomllib.loads(CAMPAIGN.read_text("utf-8")), changes)
    shutil.copytree(TEMPLATES, folder / "templates", dirs_exist_ok=True)
    file = folder / "campaign.toml"
    file.write_text("".join(f"{key} = {_toml(value)}\n" for key, value in campaign.items()))
    _build("--campaign", str(file), "--out", str(folder / "dist"), data=data)
    return folder / "dist"


def once(builds: Path, name: str, build: Callable[[Path], Path]) -> Path:
    """Return what `build(folder)` returned when a process first asked for the name in the folder `builds`."""
    place = builds / hashlib.sha256(name.encode()).hexdigest()[:16]
    place.mkdir(parents=True, exist_ok=True)
    finished = place / "finished"
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not finished.exists():
            finished.write_text(str(build(place / "build")))
    return Path(finished.read_text())


def campaign_dist(name: str, out: Path) -> Path:
    """Build the page of a campaign in `campaigns/` into the folder `out`."""
    _build("--campaign", str(ROOT / "campaigns" / name / "campaign.toml"), "--out", str(out), data=NO_DATA)
    return out


def _build(*options: str, data: Path) -> None:
    data.mkdir(parents=True, exist_ok=True)  # without a list in it, the page has no lookup
    # Build with the Python that runs the tests, whatever is in .venv/bin.
    command = [sys.executable, "-m", "honorable.publish", "build", *options, "--data", str(data)]
    subprocess.run(command, cwd=ROOT, check=True)


def _newest_source() -> float:
    paths = [ROOT / source for source in _SOURCES]
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))]
    return max(file.stat().st_mtime for file in files if file.is_file() and file.suffix != ".pyc")


def _merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _merge(merged[key], value)
        else:
            merged[key] = value
    return merged


def _toml(value: Any) -> str:
    """Return the value on one line of TOML 1.0, with tables inline."""
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case date():
            return value.isoformat()
        case _:
            # Strings, numbers and booleans are written as in JSON.
            return json.dumps(value, ensure_ascii=False)
