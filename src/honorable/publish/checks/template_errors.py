"""What went wrong in a template, as one line with the file, the line and the name."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from honorable.publish.errors import shown


def template_error(error: Exception, folders: Iterable[Path], known: Iterable[str] = ()) -> str:
    """One line about an error that came up while a template from one of the folders was read or rendered.

    `known` are names that the template could have meant.
    """
    if isinstance(error, TemplateNotFound):
        return f"{shown(Path(next(iter(folders))) / str(error.name))}: is missing"
    if isinstance(error, TemplateSyntaxError):
        return f"{shown(Path(error.filename or str(error.name)))}:{error.lineno}: {error.message}"
    return f"{_place(error, folders)}: {_what(error, known)}"


def _place(error: Exception, folders: Iterable[Path]) -> str:
    # Jinja2 puts the template's own file and line into the traceback; the last one of ours is where it happened.
    roots = [str(folder.resolve()) for folder in folders]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(frame.filename).resolve()
        if file.suffix in {".txt", ".html"} and any(str(file).startswith(root) for root in roots):
            return f"{shown(file)}:{frame.lineno}"
    return "templates"


def _what(error: Exception, known: Iterable[str]) -> str:
    words = str(error) or type(error).__name__
    if isinstance(error, SecurityError):
        return f"{words}; a template may not reach there"
    unknown = re.search(r"'(\w+)'(?: is undefined)?$", words)
    if isinstance(error, UndefinedError) and unknown:
        name = unknown.group(1)
        close = get_close_matches(name, list(known), n=1)
        return f"{name!r} is not known here" + (f"; did you mean {close[0]!r}?" if close else "")
    return words
