"""Explain why a module cannot be imported: this page was built without it."""

import sys
from typing import Any

__all__ = ["LeftOut"]


class LeftOut:
    """The last finder (importlib.abc.MetaPathFinder): it is asked for what no other has found."""

    @staticmethod
    def find_spec(name: str, _path: Any = None, _target: Any = None) -> None:
        """Raise ModuleNotFoundError for a module of the standard library. Return None for any other."""
        if name.partition(".")[0] in sys.stdlib_module_names:
            raise ModuleNotFoundError(
                f"{name} is left out of this page's Python, because no test ever imported it. "
                "`make imports` looks again (src/honorable/publish/python/stdlib.txt).",
                name=name,
            )
