"""The style sheet: the campaign's colours, then web/style.css with the libraries that it imports put in place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from honorable.publish.problems import Problems
from honorable.publish.project import Project
from honorable.publish.theme import Theme

_IMPORT = re.compile(r'^@import "(@[\w./-]+\.css)"(?: layer\(([\w-]+)\))?;$', re.MULTILINE)


def style_sheet(project: Project, theme: Theme, slots: Iterable[str] = ()) -> str:
    """One style sheet, and so one request: an import of a package's file is replaced by that file, in its layer.

    Raises Problems if such a file is not in node_modules.
    """

    def inlined(found: re.Match[str]) -> str:
        path, layer = found.groups()
        try:
            css = (project.node_modules / path).read_text("utf-8").removeprefix('@charset "UTF-8";').strip()
        except FileNotFoundError:
            raise Problems([f"web/style.css: {path!r} is not in node_modules; run make, or npm ci"]) from None
        return f"@layer {layer} {{\n{css}\n}}" if layer else css

    colours = f":root {{ --campaign-accent: {theme.accent}; --campaign-accent-dark: {theme.accent_dark}; }}\n"
    alone = "".join(
        f'  html[data-print$="-{slot}"] #letters > :not(#letter-{slot}) {{ display: none; }}\n' for slot in slots
    )
    page = _IMPORT.sub(inlined, (project.web / "style.css").read_text("utf-8"))
    return colours + page + (f"\n@media print {{\n{alone}}}\n" if alone else "")
