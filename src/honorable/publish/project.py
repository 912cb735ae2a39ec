"""Where the files that a site is built from are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import FileSystemLoader

from honorable.publish.errors import UserError

#: The folder of an installed package, next to this module, that has the project's files (publish/wheel.py).
PACKAGED = "packaged"


@dataclass(frozen=True, slots=True)
class Project:
    """The files that a site is built from: a checkout of Honorable, or those inside an installed package.

    `whole_python` serves Pyodide in one piece, instead of in two of which the page starts with one. An `installed`
    project has the page's Python ready to serve, so it needs no Node.
    """

    root: Path
    whole_python: bool = False
    installed: bool = False

    @property
    def index(self) -> Path:
        return self.root / "index.html"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def web(self) -> Path:
        return self.root / "web"

    @property
    def source(self) -> Path:
        return self.root.parents[1] if self.installed else self.root / "src" / "honorable"

    @property
    def pyscript(self) -> Path:
        return self.root / "pyscript.toml"

    @property
    def package_json(self) -> Path:
        return self.root / "package.json"

    @property
    def node_modules(self) -> Path:
        return self.root / "node_modules"

    @property
    def cache(self) -> Path:
        return _user_cache() if self.installed else self.root / ".cache"

    @property
    def data(self) -> Path:
        return self.cache / "data"

    @property
    def ready(self) -> Path:
        """The folder of an installed package with the page's Python, ready to serve."""
        return self.root / "ready"

    @property
    def embedded_officials(self) -> Path:
        return self.source / "publish" / "officials" / "default" / "congress.dat"

    @property
    def license(self) -> Path:
        return self.root / "LICENSE"

    def template_folders(self, campaign_file: Path) -> list[Path]:
        """Return the folders to search for templates: the one next to campaign.toml, then the project's."""
        own = campaign_file.resolve().parent / "templates"
        return [own, self.templates] if own != self.templates.resolve() else [self.templates]

    def letter_folders(self, campaign_file: Path, language: str) -> list[Path]:
        """Return the folders to search for the letters of a language: the campaign's own for it first, if any."""
        own = campaign_file.resolve().parent / "templates" / language
        folders = self.template_folders(campaign_file)
        return [own, *folders] if (own / "letter.txt").is_file() else folders


def find_project() -> Project:
    """Return the files inside this package if it was installed from a wheel, otherwise the checkout that it is in."""
    packaged = Path(str(files("honorable.publish").joinpath(PACKAGED)))
    if packaged.is_dir():
        return Project(packaged, installed=True)
    return find_checkout()


def find_checkout() -> Project:
    """Return the checkout that this package is in (`pip install -e .`). Raise UserError if it is not in one."""
    root = Path(__file__).resolve().parents[3]
    if not (root / "index.html").is_file():
        raise UserError(["this needs a checkout of Honorable: run make in it, then .venv/bin/honorable"])
    return Project(root, whole_python=bool(os.environ.get("HONORABLE_WHOLE_PYTHON")))


def template_file(folders: Iterable[Path], name: str) -> Path:
    """Return the template that is used: the one in the first of the folders that has it."""
    files = [folder / name for folder in folders]
    return next((file for file in files if file.is_file()), files[0])


def template_loader(folders: Iterable[Path]) -> FileSystemLoader:
    """Return a loader of the templates in the folders. It ignores the byte order mark that some editors write."""
    return FileSystemLoader([*folders], encoding="utf-8-sig")


def _user_cache() -> Path:
    """Return the folder for caches of this user, by the conventions of Windows and of the XDG Base Directories."""
    folder = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return Path(folder or Path.home() / ".cache") / "honorable"
