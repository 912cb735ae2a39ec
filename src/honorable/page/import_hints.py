"""A clear word where something asks for a part of Python that this page was built without."""

import sys
from typing import Any

__all__ = ["LeftOut"]


class LeftOut:
    """Comes last among the finders (importlib.abc.MetaPathFinder): what it is asked for, nobody else has found."""

    @staticmethod
    def find_spec(name: str, _path: Any = None, _target: Any = None) -> None:
        """Raises ModuleNotFoundError for the standard library's modules; None, which says no more, for others."""
        if name.partition(".")[0] in sys.stdlib_module_names:
            raise ModuleNotFoundError(
                f"{name} is left out of this page's Python, because no test ever imported it. "
                "`make imports` looks again (src/honorable/publish/python/stdlib.txt).",
                name=name,
            )
