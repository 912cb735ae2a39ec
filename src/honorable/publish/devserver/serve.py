"""Build the site, serve it, and build it again whenever one of its files changes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from time import monotonic

from honorable.publish.devserver.file_server import FileHandler, free_server
from honorable.publish.devserver.watch import start_watching
from honorable.publish.errors import UserError, shown
from honorable.publish.project import Project


@dataclass(frozen=True, slots=True)
class Site:
    """The campaign to build, the folder to build it into, and the project that it is built from."""

    campaign_file: Path
    out: Path
    project: Project


def serve(site: Site, port: int, report: Callable[[str], None], handler: type[FileHandler] = FileHandler) -> None:
    """Build, serve and watch until Ctrl-C; `report` gets each line for the operator.

    Raises UserError if the first build fails or no port is free.
    """
    report(_build(site))
    changes: Queue[set[Path]] = Queue()
    stop = threading.Event()
    watchers = start_watching(site.campaign_file, site.project, changes.put, stop)
    with free_server(site.out, port, handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        report(f"The page is at http://localhost:{server.server_port} (Ctrl-C stops)")
        try:
            while True:
                for line in rebuild(site, changes.get()):
                    report(line)
        except KeyboardInterrupt:
            report("")
        finally:
            stop.set()
            server.shutdown()
            for watcher in watchers:
                watcher.join()


def rebuild(site: Site, changed: set[Path]) -> Iterator[str]:
    """Build again and yield lines for the operator. If the build fails, the last good page stays in place."""
    began = monotonic()
    try:
        _build(site)
    except UserError as error:
        yield from error.lines
        yield "Build failed; still serving the last good page."
    else:
        names = ", ".join(sorted({shown(path) for path in changed}))
        yield f"{names}: rebuilt in {monotonic() - began:.1f} s"
    own_code = (site.project.source / "publish" / "devserver", site.project.source / "publish" / "cli")
    if any(path.is_relative_to(folder) for path in changed for folder in own_code):
        yield "honorable serve itself has changed; restart it (Ctrl-C, then the same command)."


def _build(site: Site) -> str:
    """Build in another process, so that changed Python is loaded. Return its output; raises UserError if it fails."""
    command = [sys.executable, "-m", "honorable.publish", "build"]
    command += ["--campaign", str(site.campaign_file), "--out", str(site.out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise UserError(done.stderr.strip().splitlines() or [_silent(done.returncode)])
    return (done.stderr + done.stdout).strip()


def _silent(code: int) -> str:
    """Return what to report about a build that failed and wrote nothing. Python has a signal as a negative code."""
    return f"the build was killed by signal {-code}" if code < 0 else f"the build ended with code {code} and no message"
