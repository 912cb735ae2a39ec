"""The worker that keeps the page on the visitor's device: web/sw.js, Workbox, and the list of the site's files."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from honorable.publish.problems import Problems
from honorable.publish.project import Project

#: The worker's name in the site. A browser keeps to it, so it never changes.
WORKER = "sw.js"
_NODE_SCRIPT = Path(__file__).parent / "worker.mjs"


def worker(project: Project, files: Mapping[str, bytes]) -> bytes:
    """The worker's script for a site of these files. Raises Problems where Node or a package is missing."""
    with tempfile.TemporaryDirectory(prefix="honorable-") as name:
        site, target = Path(name, "site"), Path(name, WORKER)
        for path, content in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
        command = ["node", str(_NODE_SCRIPT), str(project.web / WORKER), str(site), str(target)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise Problems(["node: is not there; install Node 20 or newer"]) from None
        if done.returncode:
            raise Problems(done.stderr.strip().splitlines() or [f"node: stopped with {done.returncode}"])
        return target.read_bytes()
