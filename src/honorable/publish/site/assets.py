"""Collect the files that the page loads, in folders whose names contain a fingerprint of their content."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from honorable.publish.cache import cached
from honorable.publish.checks.check import Checked
from honorable.publish.i18n import ENGLISH
from honorable.publish.officials.store import PACKED
from honorable.publish.project import Project
from honorable.publish.python.python_zip import page_python, python_zip
from honorable.publish.site.config import page_config, translated_config
from honorable.publish.site.csp import INLINE_SCRIPT
from honorable.publish.site.fingerprint import fingerprints, with_fingerprints
from honorable.publish.site.service_worker import SERVICE_WORKER, WORKBOX_WINDOW, workbox
from honorable.publish.site.stylesheet import stylesheet

_INTERPRETER = "interpreter.js"
_APP = "app"
_RUNTIME = "runtime"
_DATA = "data"
_PYTHON = f"{_APP}/python.zip.gzip"
_GZIP_LEVEL = 6  # what hosts and zlib use by default
_GZIP_MAGIC = b"\x1f\x8b"
# Home screens and other sites hold the addresses of these files, so the names never change.
_FIXED_NAMES = ("*.svg", "*.png", "embed*")


@dataclass(frozen=True, slots=True)
class Assets:
    """The files that the page loads.

    `folders` maps each folder to its name in the site: {"app": "app-1f2e3d4c5b"}. Without "data" there is no lookup.
    `modules` are the runtime's scripts, which the page preloads. `files` are the contents by their names in the site.
    `download` is the size of what the letter writer fetches, compressed, in bytes.
    """

    folders: Mapping[str, str]
    modules: tuple[str, ...] = ()
    files: Mapping[str, bytes] | None = None
    download: int = 0

    def seen_from(self, root: str) -> Assets:
        """Return the same with addresses relative to a page below the root, such as "../"."""
        folders = {folder: root + name for folder, name in self.folders.items()}
        return replace(self, folders=folders, modules=tuple(root + module for module in self.modules))


def fixed_files(project: Project) -> dict[str, bytes]:
    """Return the files of web/ that keep their names."""
    return {path.name: path.read_bytes() for path in _fixed(project)}


def page_assets(checked: Checked, campaign_file: Path, project: Project, officials: bytes | None) -> Assets:
    """Return the assets of a campaign's page. `officials` is the packed list, or None for a page without the lookup.

    Raises UserError if the runtime or a library in node_modules is missing or was changed.
    """
    campaign = checked.campaign
    config_files, letter_folders = page_config(campaign), {"site": project.template_folders(campaign_file)}
    for language, translation in zip(checked.languages, checked.translated, strict=True):
        if language.code != ENGLISH or language.code != campaign.languages[0]:
            letter_folders[f"site/{language.code}"] = project.letter_folders(campaign_file, language.code)
            config_files |= translated_config(translation, language, project)
    python = page_python(project)
    files = {
        f"{_APP}/style.css": stylesheet(project, campaign.theme, campaign.letter_campaign().legislature.slots).encode(),
        _PYTHON: python_zip(project, python, letter_folders, config_files),
    }
    files |= {f"{_RUNTIME}/{name}": content for name, content in python.runtime.items()}
    elsewhere = {project.web / SERVICE_WORKER, project.web / INLINE_SCRIPT}
    for path in set(project.web.glob("*.js")) - _fixed(project) - elsewhere:
        files[f"{_RUNTIME if path.name == _INTERPRETER else _APP}/{path.name}"] = path.read_bytes()
    files[f"{_APP}/{WORKBOX_WINDOW}.js"] = workbox(project, WORKBOX_WINDOW, "mjs").encode()
    if officials is not None:
        files[f"{_DATA}/{PACKED}"] = officials
    folders = fingerprints(files)
    named = with_fingerprints(files, folders)
    modules = sorted(name for name in named if name.startswith(folders[_RUNTIME]) and name.endswith(".js"))
    return Assets(folders, tuple(modules), named, download_size(files, project.cache))


def download_size(files: Mapping[str, bytes], cache: Path) -> int:
    """Return how many bytes a host with gzip sends of the letter writer: the runtime, our Python and the list.

    `files` have the names of their folders without fingerprints: "runtime/pyodide.js". The second half of the
    WebAssembly counts, too: it is fetched once the page is ready. The size of each file of the runtime is cached by its
    content, for compressing all of them takes a second.
    """
    parts = [files[name] for name in files if name.startswith((f"{_RUNTIME}/", f"{_DATA}/")) or name == _PYTHON]
    return sum(_compressed_size(part, cache) for part in parts)


def _compressed_size(content: bytes, cache: Path) -> int:
    if content.startswith(_GZIP_MAGIC):  # no smaller if it is compressed again
        return len(content)

    def size() -> bytes:
        return str(min(len(content), len(gzip.compress(content, _GZIP_LEVEL, mtime=0)))).encode()

    return int(cached(cache / f"size-{hashlib.sha256(content).hexdigest()}.txt", size))


def _fixed(project: Project) -> set[Path]:
    found = {path for pattern in _FIXED_NAMES for path in project.web.glob(pattern)}
    return found - set(project.web.glob("share.*"))  # a picture that only some campaigns name
