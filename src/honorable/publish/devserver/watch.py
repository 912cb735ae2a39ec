"""Watch the files that a site is built from."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchfiles import watch

from honorable.publish.project import Project


def start_watching(
    campaign_file: Path, project: Project, on_change: Callable[[set[Path]], object], stop: threading.Event
) -> list[threading.Thread]:
    """Return running threads that call `on_change` with the site's changed files until `stop` is set."""
    locales = {project.root / "locale", campaign_file.resolve().parent / "locale"}
    folders = {*project.template_folders(campaign_file), project.web, project.source, *locales}
    files = {project.index, project.pyscript, campaign_file.resolve()}

    def is_source(path: Path) -> bool:
        return not any(part.startswith((".", "__pycache__")) or part.endswith("~") for part in path.parts[-2:])

    # Editors replace a file instead of writing to it, so a single file is watched through its folder. That folder is
    # not watched recursively: the project's root holds node_modules and the site itself.
    watches = (
        (folders, True, is_source),
        ({path.parent for path in files}, False, files.__contains__),
    )

    def run(roots: set[Path], recursive: bool, is_wanted: Callable[[Path], bool]) -> None:
        existing = [root for root in roots if root.is_dir()]
        for changes in watch(*existing, recursive=recursive, watch_filter=None, stop_event=stop, raise_interrupt=False):
            if paths := {path for _, name in changes if is_wanted(path := Path(name))}:
                on_change(paths)

    threads = [threading.Thread(target=run, args=each, daemon=True) for each in watches]
    for thread in threads:
        thread.start()
    return threads
