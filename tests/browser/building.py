"""The built page: of the campaign in the tree, and of changed ones."""

import fcntl
import json
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_SOURCES = ("campaign.toml", "index.html", "package-lock.json", "pyscript.toml", "src", "templates", "web")


# A build with this folder's data has none, whatever the operator of this checkout has fetched.
NO_DATA = ROOT / ".cache" / "tests" / "no data"


def default_dist() -> Path:
    """The tree's page without the look-up, built if it is missing or older than its sources. One for all workers."""
    dist = ROOT / ".cache" / "tests" / "dist"
    with (ROOT / "pyproject.toml").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (dist / "index.html").exists() or _newest_source() > (dist / "index.html").stat().st_mtime:
            _build("--out", str(dist), data=NO_DATA)
    return dist


def variant_dist(folder: Path, changes: dict[str, Any], data: Path = NO_DATA) -> Path:
    """A page built in `folder` for the tree's campaign with the changes in it. CalledProcessError where it is refused.

    A table of the changes is laid over the campaign's, key by key; None takes a key or a whole table away.
    `data` is the folder of the look-up's data.
    """
    campaign = _laid_over(tomllib.loads((ROOT / "campaign.toml").read_text()), changes)
    file = folder / "campaign.toml"
    file.write_text("".join(f"{key} = {_toml(value)}\n" for key, value in campaign.items()))
    _build("--campaign", str(file), "--out", str(folder / "dist"), data=data)
    return folder / "dist"


def campaign_dist(name: str, out: Path) -> Path:
    """The page of one of the tree's other campaigns, built into `out`."""
    _build("--campaign", str(ROOT / "campaigns" / name / "campaign.toml"), "--out", str(out), data=NO_DATA)
    return out


def _build(*options: str, data: Path) -> None:
    # The module, not .venv/bin/honorable: the tests' own Python is the one to build with.
    command = [sys.executable, "-m", "honorable.publish", "build", *options, "--data", str(data)]
    subprocess.run(command, cwd=ROOT, check=True)


def _newest_source() -> float:
    paths = [ROOT / source for source in _SOURCES]
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))]
    return max(file.stat().st_mtime for file in files if file.is_file() and file.suffix != ".pyc")


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _laid_over(merged[key], value)
        else:
            merged[key] = value
    return merged


def _toml(value: Any) -> str:
    """The value on one line, as TOML 1.0 writes it (tables inline)."""
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case date():
            return value.isoformat()
        case _:
            # Texts, numbers and true or false are written as in JSON.
            return json.dumps(value, ensure_ascii=False)
