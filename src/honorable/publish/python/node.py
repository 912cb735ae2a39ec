"""Run a script in Node at build time."""

from __future__ import annotations

import subprocess
from pathlib import Path

from honorable.publish.errors import UserError

__all__ = ["run_node"]


def run_node(script: Path, *arguments: Path, given: str = "") -> str:
    """Return what the script writes to its standard output when it is given this text as its input.

    Raises UserError, with what Node says, if the script fails, or if Node is not installed.
    """
    command = ["node", *map(str, (script, *arguments))]
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise UserError(["node: not found; install Node 20 or newer"]) from None
    if done.returncode:
        raise UserError(done.stderr.strip().splitlines() or [f"node: failed with exit code {done.returncode}"])
    return done.stdout
