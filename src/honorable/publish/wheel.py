"""Collect the files of the wheel: the package, and inside it everything that a build otherwise takes from the checkout.

With the wheel, the `honorable` command needs Python and nothing else: no Node, make or checkout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from honorable.publish.campaign.reference import SCHEMA
from honorable.publish.project import PACKAGED, Project
from honorable.publish.python.archive import zip_files
from honorable.publish.python.python_zip import LIBRARIES, page_python
from honorable.publish.site.licenses import node_packages

# What the build backend reads besides the package.
_PROJECT_FILES = ("pyproject.toml", "README.md", "LICENSE")
# What a build reads from the checkout: files, and all files in folders.
_ROOT_FILES = ("index.html", "pyscript.toml", SCHEMA, "LICENSE")
_FOLDERS = ("locale", "templates", "web")
# What it reads from node_modules besides the runtime, which is shipped ready to serve.
_NODE_FILES = (
    "@picocss/pico/css/pico.min.css",
    "bootstrap-icons/icons/*.svg",
    "workbox-*/build/workbox-*.prod.js",
    "workbox-window/build/workbox-window.prod.mjs",
)
# The compiling half of Jinja2 comes from the operator's environment and the other half from here: they must match.
_JINJA2 = re.compile(r'"jinja2>=[^"]+"')


def wheel_files(project: Project) -> dict[str, bytes]:
    """Return the files to build the wheel from, by their names in the folder that it is built in.

    Raises UserError if the runtime or a library in node_modules is missing or was changed.
    """
    files = {name: (project.root / name).read_bytes() for name in _PROJECT_FILES}
    pyproject, found = _JINJA2.subn(f'"jinja2=={version("jinja2")}"', files["pyproject.toml"].decode())
    if found != 1:
        raise ValueError("pyproject.toml: jinja2 must be listed once in dependencies")
    files["pyproject.toml"] = pyproject.encode()
    for path in _files(project.source):
        files[f"src/honorable/{path.relative_to(project.source).as_posix()}"] = path.read_bytes()
    return files | {f"src/honorable/publish/{PACKAGED}/{name}": file for name, file in packaged_files(project).items()}


def packaged_files(project: Project) -> dict[str, bytes]:
    """Return the files of the folder that takes the place of a checkout in an installed package."""
    root = project.root
    paths = [root / name for name in _ROOT_FILES]
    paths += [path for folder in _FOLDERS for path in _files(root / folder)]
    paths += [path for pattern in _NODE_FILES for path in project.node_modules.glob(pattern)]
    for package in node_packages(project):
        folder = project.node_modules / package
        paths += [folder / "package.json", *folder.glob("LICEN[CS]E*")]
    python = page_python(project)
    return (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
        | {f"ready/runtime/{name}": content for name, content in python.runtime.items()}
        | {f"ready/{LIBRARIES}": zip_files(python.libraries)}
    )


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
