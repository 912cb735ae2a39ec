"""Runs inside Pyodide: import every module in the zip of the standard library and print those that fail."""

import sys
from importlib import import_module
from zipfile import ZipFile


def main() -> None:
    archive = next(path for path in sys.path if path.endswith(".zip"))
    names = [name.removesuffix(".pyc").removesuffix("/__init__") for name in ZipFile(archive).namelist()]
    failed = []
    for name in sorted(names):
        try:
            import_module(name.replace("/", "."))
        except ImportError as error:
            failed.append(f"{name}: {error}")
    print("\n".join(failed) or f"{len(names)} modules imported")
