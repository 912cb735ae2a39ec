"""Watch the files that a site is built from."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchfiles import watch

from honorable.publish.campaign.images import image_paths
from honorable.publish.campaign.load import load_campaign
from honorable.publish.errors import UserError
from honorable.publish.project import Project

# How soon a new folder or image is watched too, in milliseconds.
_REFRESH = 1000


def start_watching(
    campaign_file: Path, project: Project, on_change: Callable[[set[Path]], object], stop: threading.Event
) -> list[threading.Thread]:
    """Return running threads that call `on_change` with the site's changed files until `stop` is set.

    A folder that appears later, and an image that campaign.toml names later, are watched within a second.
    """
    campaign_file = campaign_file.resolve()
    locales = {project.root / "locale", campaign_file.parent / "locale"}
    folders = {*project.template_folders(campaign_file), project.web, project.source, *locales}

    def files() -> set[Path]:
        images = {path for path in _images(campaign_file, project) if not any(map(path.is_relative_to, folders))}
        return {project.index, project.pyscript, campaign_file, *images}

    def is_source(path: Path) -> bool:
        return not any(part.startswith((".", "__pycache__")) or part.endswith("~") for part in path.parts[-2:])

    # Editors replace a file instead of writing to it, so a single file is watched through its folder. That folder is
    # not watched recursively: the project's root holds node_modules and the site itself.
    watches = (
        (lambda: folders, True, is_source),
        (lambda: {path.parent for path in files()}, False, lambda path: path in files()),
    )

    def run(wanted: Callable[[], set[Path]], recursive: bool, is_wanted: Callable[[Path], bool]) -> None:
        while not stop.is_set():
            roots = _existing(wanted())
            for changes in watch(
                *roots,
                watch_filter=None,
                recursive=recursive,
                rust_timeout=_REFRESH,
                yield_on_timeout=True,
                stop_event=stop,
                raise_interrupt=False,
            ):
                come_or_gone = roots ^ _existing(wanted())
                if paths := {path for _, name in changes if is_wanted(path := Path(name))} | come_or_gone:
                    on_change(paths)
                if come_or_gone:
                    break

    threads = [threading.Thread(target=run, args=each, daemon=True) for each in watches]
    for thread in threads:
        thread.start()
    return threads


def _existing(folders: set[Path]) -> set[Path]:
    return {folder for folder in folders if folder.is_dir()}


def _images(campaign_file: Path, project: Project) -> set[Path]:
    """Return where the campaign's images are or would be; nothing while campaign.toml has errors."""
    try:
        return {path.resolve() for path in image_paths(load_campaign(campaign_file), campaign_file, project)}
    except UserError:
        return set()
