"""Describe an error in a template on one line: file, line, and what to change."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from honorable.publish.campaign.characters import QUOTES
from honorable.publish.errors import Message, shown

_CURLY = re.compile(f"^unexpected char '([{QUOTES}])' at \\d+$")
_STRAIGHT = r"""a curly quote (\1) between braces; use straight quotes, " or '"""


def template_error(error: Exception, folders: Iterable[Path], known: Iterable[str] = ()) -> Message:
    """Return a message about an error raised while a template from one of the folders was loaded or rendered.

    `known` are the names that a template may use, to suggest the nearest.
    """
    if isinstance(error, TemplateNotFound):
        return Message("no such template", shown(Path(next(iter(folders))) / str(error.name)))
    if isinstance(error, UnicodeDecodeError):
        return _not_utf8(error, folders)
    if isinstance(error, TemplateSyntaxError):
        return Message(
            _CURLY.sub(_STRAIGHT, str(error.message)), shown(Path(error.filename or str(error.name))), error.lineno
        )
    return Message(_text(error, known), *_place(error, folders))


def _not_utf8(error: UnicodeDecodeError, folders: Iterable[Path]) -> Message:
    files = (file for folder in folders for file in sorted(folder.rglob("*.*")) if file.is_file())
    file = next((shown(file) for file in files if error.object in file.read_bytes()), "templates")
    line = error.object.count(b"\n", 0, error.start) + 1
    return Message(f"must be UTF-8; byte 0x{error.object[error.start]:02x} is not; save the file as UTF-8", file, line)


def _place(error: Exception, folders: Iterable[Path]) -> tuple[str, int]:
    # Jinja2 adds the template's file and line to the traceback; the innermost one is where the error happened.
    roots = [folder.resolve() for folder in folders]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(frame.filename).resolve()
        if file.suffix in {".txt", ".html"} and any(file.is_relative_to(root) for root in roots):
            return shown(file), frame.lineno or 0
    return "templates", 0


def _text(error: Exception, known: Iterable[str]) -> str:
    text = str(error) or type(error).__name__
    if isinstance(error, SecurityError):
        return f"{text}; a template may not use it"
    unknown = re.search(r"'(\w+)'(?: is undefined)?$", text)
    if isinstance(error, UndefinedError) and unknown:
        name = unknown.group(1)
        close = get_close_matches(name, list(known), n=1)
        return f'unknown name "{name}"' + (f' (did you mean "{close[0]}"?)' if close else "")
    return text
