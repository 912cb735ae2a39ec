"""Replace `pyodide._package_loader` in the page, which loads no packages because it brings all that it needs.

Pyodide imports its own loader at startup, and with it shutil, pathlib, tempfile and zipfile: a twentieth of Python's
startup time. This module runs only in the page; the build never imports it. test_stdlib.py fails if Pyodide needs more.
"""

from site import getsitepackages

__all__ = ["DSO_DIR", "SITE_PACKAGES", "init_loaded_packages"]


class _Folder:
    """A path. Pyodide calls `str` on it, and a plain string would reach it as a JavaScript string."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Folder(getsitepackages()[0])
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Do nothing: there are no packages to list."""
