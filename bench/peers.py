"""Build the pages that are compared: ours as it is, and its peers with the same sections and style."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from jinja2 import FileSystemLoader

from honorable import letters
from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.model import Campaign
from honorable.publish.python import python_zip
from honorable.publish.python.archive import unzip, zip_files
from honorable.publish.site.config import page_config

ROOT = Path(__file__).parents[1]
HERE = ROOT / "bench" / "peers"
WHEELS = ROOT / ".cache" / "bench" / "wheels"
NAMES = ("ours", "stock", "pyodide", "micropython", "nunjucks", "floor")

# The parts of our page that are only there to start Python.
_OUR_OWN = re.compile(
    r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>'
    r'|\s*<link rel="(?:modulepreload|preload|manifest)"[^>]*>'
    r'|\s*<template id="python-files">.*?</template>'
    r"|\s*<mpy-config[^>]*>.*?</mpy-config>"
    r"|\s*<script\b[^>]*>.*?</script>",
    re.DOTALL,
)


def sites(dist: Path, work: Path, names: tuple[str, ...] = NAMES) -> dict[str, Path]:
    """Return the folder of each page by name. `dist` is our built page; the peers are built below `work`."""
    folders = {"ours": dist}
    for name in names:
        if name != "ours":
            folders[name] = _peer(name, dist, work / name)
    return {name: folders[name] for name in names}


def _peer(name: str, dist: Path, out: Path) -> Path:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    head, end = ((HERE / name / file).read_text("utf-8") for file in ("head.html", "end.html"))
    page = _OUR_OWN.sub("", (dist / "index.html").read_text("utf-8"))
    page = page.replace("</head>", f"{head}</head>").replace("</body>", f"{end}</body>")
    (out / "index.html").write_text(page, "utf-8")
    for path in dist.rglob("*"):
        if path.suffix in {".css", ".svg", ".png"}:
            _copy(path, out / path.relative_to(dist))
    _copy(ROOT / "web" / "actions.js", out / "actions.js")
    for path in (HERE / name).iterdir():
        if path.suffix != ".html" and path.name != "precompile.mjs":
            _copy(path, out / path.name)
    _MAKERS[name](out)
    return out


def _stock(out: Path) -> None:
    shutil.copytree(ROOT / "node_modules/@pyscript/core/dist", out / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    _pyodide(out)


def _pyodide(out: Path) -> None:
    """Pyodide as npm has it, wheels as they are published, and our code as source."""
    package, folder = ROOT / "node_modules" / "pyodide", out / "pyodide"
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        _copy(package / name, folder / name)
    lock = json.loads((package / "pyodide-lock.json").read_text("utf-8"))
    for wheel in sorted(WHEELS.glob("*.whl")):
        name, version, _ = wheel.name.split("-", 2)
        content = _pure(wheel)
        file = f"{name}-{version}-py3-none-any.whl"
        (folder / file).write_bytes(content)
        lock["packages"][name] |= {
            "version": version, "file_name": file, "sha256": hashlib.sha256(content).hexdigest()
        }  # fmt: skip
    (folder / "pyodide-lock.json").write_text(json.dumps(lock, separators=(",", ":")), "utf-8")
    (out / "app.zip").write_bytes(_app())


def _pure(wheel: Path) -> bytes:
    """Return a wheel without C extensions: MarkupSafe's has no build for the browser and works without."""
    files = unzip(wheel.read_bytes())
    return zip_files(
        {name: content for name, content in files.items() if not name.endswith((".so", ".pyd", ".c", ".pyi"))}
    )


def _app() -> bytes:
    """Return our code as source with the campaign and its templates, in one zip, which is faster than many files.

    The templates are compiled at build time, as ours are, because they are part of the letter code.
    """
    code = python_zip.package_sources(ROOT / "src" / "honorable") | python_zip.compiled_templates([ROOT / "templates"])
    return zip_files(code | page_config(_campaign()))


def _campaign() -> Campaign:
    return load_campaign(ROOT / "campaign.toml")


def _micropython(out: Path) -> None:
    shutil.copytree(ROOT / "node_modules/@pyscript/core/dist", out / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    package = HERE / "node_modules/@micropython/micropython-webassembly-pyscript"
    for name in ("micropython.mjs", "micropython.wasm"):
        _copy(package / name, out / "micropython" / name)
    (out / "letter.py").write_text(f"LETTERS = {_formats()!r}\n", "utf-8")


def _formats() -> dict[str, str]:
    """Return our letters as texts for str.format, with each value as a name in braces."""
    templates = letters.environment(FileSystemLoader(ROOT / "templates"))
    campaign = _campaign().letter_campaign()
    draft = replace(letters.blank_draft(campaign.legislature), story="Words.")
    written = letters.render(draft, campaign, templates)
    return {
        letter.slot: "".join(
            f"{{{part.field}}}" if part.field else part.text.replace("{", "{{").replace("}", "}}")
            for part in letter.spans
        )
        for letter in written
    }


def _nunjucks(out: Path) -> None:
    modules = HERE / "node_modules"
    _copy(modules / "nunjucks/browser/nunjucks-slim.min.js", out / "nunjucks-slim.min.js")
    command = [
        "node",
        HERE / "nunjucks/precompile.mjs",
        modules,
        ROOT / "templates/letter.txt",
        ROOT / "templates/subject.txt",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    (out / "templates.js").write_text(done.stdout, "utf-8")
    (out / "campaign.json").write_text(json.dumps(asdict(_campaign().letter_campaign())), "utf-8")


def _floor(out: Path) -> None:
    for name in ("pyodide.asm.mjs", "pyodide.asm.wasm"):
        _copy(ROOT / "node_modules/pyodide" / name, out / "pyodide" / name)


_MAKERS: dict[str, Callable[[Path], None]] = {
    "stock": _stock,
    "pyodide": _pyodide,
    "micropython": _micropython,
    "nunjucks": _nunjucks,
    "floor": _floor,
}


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
