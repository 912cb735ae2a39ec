"""Serves the site on the operator's own machine, and builds it again when one of its files changes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from time import monotonic

from watchfiles import watch

from honorable.publish.errors import UserError, shown
from honorable.publish.project import Project

_HOST = "127.0.0.1"
_PORTS_TRIED = 100

Say = Callable[[str], None]


class Handler(SimpleHTTPRequestHandler):
    """A quiet handler that knows the types on which browsers insist, and has them ask again each time."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".svg": "image/svg+xml",
    }
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def serve(  # noqa: PLR0913, PLR0917  all are the command's options
    campaign_file: Path, out: Path, project: Project, port: int, say: Say, handler: type[Handler] | None = None
) -> None:
    """Builds, serves and watches until Ctrl-C. Raises UserError if the first build fails or no port is free."""
    say(_build(campaign_file, out))
    changes: Queue[set[Path]] = Queue()
    stop = threading.Event()
    watchers = start_watching(campaign_file, project, changes.put, stop)
    with free_server(out, port, handler or Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"The page is at http://localhost:{server.server_port} (Ctrl-C ends)")
        try:
            while True:
                for line in rebuilt(changes.get(), campaign_file, out, project):
                    say(line)
        except KeyboardInterrupt:
            say("")
        finally:
            stop.set()
            server.shutdown()
            for watcher in watchers:
                watcher.join()


def free_server(folder: Path, port: int, handler: type[Handler] = Handler) -> ThreadingHTTPServer:
    """A server of the folder on this machine alone, at the port or the next one that is free.

    Raises UserError if none of the next hundred is.
    """
    answers = partial(handler, directory=str(folder.resolve()))
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            return ThreadingHTTPServer((_HOST, candidate), answers)
        except OSError:
            continue
    raise UserError([f"--port {port}: must be a free port; this one and those after it are taken"])


def start_watching(
    campaign_file: Path, project: Project, changed: Callable[[set[Path]], object], stop: threading.Event
) -> list[threading.Thread]:
    """Threads that call `changed` with the files of the site that have changed, until `stop` is set."""
    locales = {project.root / "locale", campaign_file.resolve().parent / "locale"}
    folders = {*project.template_folders(campaign_file), project.web, project.source, *locales}
    singles = {project.index, project.pyscript, campaign_file.resolve()}

    def below_folders(path: Path) -> bool:
        return not any(part.startswith((".", "__pycache__")) or part.endswith("~") for part in path.parts[-2:])

    # Editors replace a file rather than write to it, so a single file is watched by way of its folder, and the
    # folder alone: below the project's lie node_modules and the site itself.
    watches = (
        (folders, True, below_folders),
        ({path.parent for path in singles}, False, singles.__contains__),
    )

    def run(places: set[Path], recursive: bool, wanted: Callable[[Path], bool]) -> None:
        there = [place for place in places if place.is_dir()]
        for found in watch(*there, recursive=recursive, watch_filter=None, stop_event=stop, raise_interrupt=False):
            if paths := {path for _, name in found if wanted(path := Path(name))}:
                changed(paths)

    threads = [threading.Thread(target=run, args=each, daemon=True) for each in watches]
    for thread in threads:
        thread.start()
    return threads


def rebuilt(changed: set[Path], campaign_file: Path, out: Path, project: Project) -> Iterator[str]:
    """Builds again, and says what came of it. Where that fails, the last good page is still there."""
    began = monotonic()
    try:
        _build(campaign_file, out)
    except UserError as problems:
        yield from problems.lines
        yield "The page is still the one from before."
    else:
        names = ", ".join(sorted({shown(path) for path in changed}))
        yield f"{names}: built again in {monotonic() - began:.1f} s"
    if any(path.name in {"serve.py", "app.py"} and path.is_relative_to(project.source) for path in changed):
        yield "honorable serve itself has changed: restart it (Ctrl-C, then the same command)."


def _build(campaign_file: Path, out: Path) -> str:
    """Builds in a process of its own, so that changed Python is read afresh. Raises UserError if it fails."""
    command = [sys.executable, "-m", "honorable.publish", "build", "--campaign", str(campaign_file), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise UserError(done.stderr.strip().splitlines())
    return (done.stderr + done.stdout).strip()
