"""Goes to the page in place of `pyodide._package_loader`: the page loads no packages, for it brings all that it needs.

Pyodide imports its own at the start, and with it shutil, pathlib, tempfile and zipfile: a twentieth of Python's start.
It runs in the page; the build never imports it. A test (test_stdlib.py) fails if Pyodide starts to ask for more.
"""

from site import getsitepackages

__all__ = ["DSO_DIR", "SITE_PACKAGES", "init_loaded_packages"]


class _Folder:
    """Pyodide asks for its text. A plain one would reach it as JavaScript's own."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Folder(getsitepackages()[0])
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """There are none to be listed."""
