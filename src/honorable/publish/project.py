"""Where the files that a site is built from are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from honorable.publish.errors import UserError


@dataclass(frozen=True, slots=True)
class Project:
    """The checkout of Honorable that a site is built from.

    `whole_python` serves Pyodide in one piece, instead of in two of which the page starts with one.
    """

    root: Path
    whole_python: bool = False

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
        return self.root / "src" / "honorable"

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
        return self.root / ".cache"

    @property
    def data(self) -> Path:
        return self.cache / "data"

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
    """Return the checkout that this package is installed from (`pip install -e .`).

    Raise UserError if the package is not in a checkout, because the page's files are then missing.
    """
    root = Path(__file__).resolve().parents[3]
    if not (root / "index.html").is_file():
        raise UserError([f"{root}: no index.html; run make in a checkout of Honorable to install it from there"])
    return Project(root, whole_python=bool(os.environ.get("HONORABLE_WHOLE_PYTHON")))
