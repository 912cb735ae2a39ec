"""The style sheet: the campaign's colors, then web/style.css with the libraries that it imports put in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from honorable.publish.campaign.theme import Theme
from honorable.publish.errors import UserError
from honorable.publish.project import Project

_IMPORT = re.compile(r'^@import "(@[\w./-]+\.css)"(?: layer\(([\w-]+)\))?;$', re.MULTILINE)


def stylesheet(project: Project, theme: Theme, slots: Iterable[str] = ()) -> str:
    """One style sheet, and so one request: an import of a package's file is replaced by that file, in its layer.

    Raises UserError if such a file is not in node_modules.
    """

    def inlined(found: re.Match[str]) -> str:
        path, layer = found.groups()
        try:
            css = (project.node_modules / path).read_text("utf-8").removeprefix('@charset "UTF-8";').strip()
        except FileNotFoundError:
            raise UserError([f"web/style.css: {path!r} is not in node_modules; run make, or npm ci"]) from None
        return f"@layer {layer} {{\n{css}\n}}" if layer else css

    tokens = theme.tokens()
    colors = f":root {{ {_properties(tokens, first=True)} }}\n"
    more = _properties(tokens, first=False)
    look = f"\n:root {{ {more} }}\n" if more else ""
    alone = "".join(
        f'  html[data-print$="-{slot}"] #letters > :not(#letter-{slot}) {{ display: none; }}\n' for slot in slots
    )
    page = _IMPORT.sub(inlined, (project.web / "style.css").read_text("utf-8"))
    return colors + page + look + (f"\n@media print {{\n{alone}}}\n" if alone else "")


def _properties(tokens: Mapping[str, str], *, first: bool) -> str:
    """The campaign's own properties, which stand first; or those of the page's that it changes, which stand last."""
    return " ".join(f"{name}: {value};" for name, value in tokens.items() if name.startswith("--campaign") == first)
