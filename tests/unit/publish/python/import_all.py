"""Runs inside Pyodide: imports every module that lies in the standard library's zip, and says what could not be."""

import sys
from importlib import import_module
from zipfile import ZipFile


def main() -> None:
    archive = next(path for path in sys.path if path.endswith(".zip"))
    names = [name.removesuffix(".pyc").removesuffix("/__init__") for name in ZipFile(archive).namelist()]
    missing = []
    for name in sorted(names):
        try:
            import_module(name.replace("/", "."))
        except ImportError as error:
            missing.append(f"{name}: {error}")
    print("\n".join(missing) or f"{len(names)} modules imported")
