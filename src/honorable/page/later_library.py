"""The modules of the standard library that no page needs before it is ready arrive after that, in an archive."""

import json
import sys
from collections.abc import Callable
from typing import Any
from zipimport import zipimporter

__all__ = ["install"]

_LOADER: Any = __spec__.loader
_NAMES = f"{__file__.rpartition('/honorable/')[0]}/later.json"
_ARCHIVE = "/lib/python_later.zip"


def install(read: Callable[[], Any]) -> None:
    """Have these modules imported from the archive. `read` returns its bytes at once, in a JavaScript buffer."""
    sys.meta_path.append(_LaterLibrary(read))


class _LaterLibrary:
    """A finder (importlib.abc.MetaPathFinder). The first import of one of the modules makes the archive a file."""

    def __init__(self, read: Callable[[], Any]) -> None:
        self._names = frozenset(json.loads(_LOADER.get_data(_NAMES)))
        self._read: Callable[[], Any] | None = read

    def find_spec(self, name: str, _path: Any = None, _target: Any = None) -> Any:
        """Return the specification of one of the archive's modules; None for other names."""
        if name not in self._names:
            return None
        if self._read:
            content = self._read().to_bytes()
            with open(_ARCHIVE, "wb") as file:  # noqa: PTH123 - pathlib takes time to import
                file.write(content)
            self._read = None
        package = name.rpartition(".")[0].replace(".", "/")
        return zipimporter(f"{_ARCHIVE}/{package}" if package else _ARCHIVE).find_spec(name)
