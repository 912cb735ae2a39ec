"""Collect the licenses of everything that the site serves."""

from __future__ import annotations

import json
from importlib.metadata import distribution
from pathlib import Path

from honorable.publish.project import Project

# Packages whose files are served. PyScript is bundled from its dependencies in node_modules.
_NODE_PACKAGES = (
    *("@pyscript/core", "pyodide", "@picocss/pico", "bootstrap-icons"),
    *("workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies", "workbox-window"),
)
_NODE_ONLY = {"ws", "@types/emscripten", "@types/trusted-types"}  # dependencies that no browser gets
_PYTHON_PACKAGES = ("jinja2", "markupsafe")
_BUNDLED_TEXTS = Path(__file__).parent / "licenses"


def licenses(project: Project) -> dict[str, bytes]:
    """Return the texts by file name. Texts that a package does not include are in our own folder."""
    texts = {path.name: path.read_bytes() for path in _BUNDLED_TEXTS.glob("*.txt")}
    if project.license.is_file():
        texts["honorable.txt"] = project.license.read_bytes()
    for package in sorted(node_packages(project)):
        for path in sorted((project.node_modules / package).glob("LICEN[CS]E*")):
            texts[f"{package.removeprefix('@').replace('/', '-')}.txt"] = path.read_bytes()
    for package in _PYTHON_PACKAGES:
        for file in distribution(package).files or ():
            if "licen" in file.name.lower():
                texts[f"{package}.txt"] = Path(str(file.locate())).read_bytes()
    return texts


def node_packages(project: Project) -> set[str]:
    """Return the packages of node_modules that the site contains parts of, with their dependencies."""
    found: set[str] = set()
    waiting = list(_NODE_PACKAGES)
    while waiting:
        package = waiting.pop()
        about = project.node_modules / package / "package.json"
        if package in found or package in _NODE_ONLY or not about.is_file():
            continue
        found.add(package)
        waiting += json.loads(about.read_text("utf-8")).get("dependencies", {})
    return found
