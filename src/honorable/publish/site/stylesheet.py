"""The style sheet: the campaign's colors, then web/style.css with the files that it imports in their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from honorable.publish.campaign.theme import Theme
from honorable.publish.errors import UserError
from honorable.publish.project import Project

_IMPORT = re.compile(r'^@import "([@.][\w./-]+\.css)"(?: layer\(([\w-]+)\))?;$', re.MULTILINE)


def stylesheet(project: Project, theme: Theme, slots: Iterable[str] = ()) -> str:
    """Return one style sheet, so that the page needs one request: each import is replaced by its file, in its layer.

    An import that begins with "./" is relative to web/, any other to node_modules. `slots` are those of the letters:
    each gets a rule that prints it alone. Raises UserError if an imported file is missing.
    """

    def inlined(found: re.Match[str]) -> str:
        path, layer = found.groups()
        folder = project.web if path.startswith("./") else project.node_modules
        try:
            css = (folder / path).read_text("utf-8").removeprefix('@charset "UTF-8";').strip()
        except FileNotFoundError:
            raise UserError([f"web/style.css: {path!r} is not in {folder.name}; run make, or npm ci"]) from None
        return f"@layer {layer} {{\n{css}\n}}" if layer else css

    page = _IMPORT.sub(inlined, (project.web / "style.css").read_text("utf-8"))
    print_alone = "".join(
        f'  html[data-print$="-{slot}"] .letters > :not([data-letter="{slot}"]) {{ display: none; }}\n'
        for slot in slots
    )
    return "".join(
        (
            _root(theme.colors()),
            page,
            "\n" + _root(theme.look()) if theme.look() else "",
            f"\n@media print {{\n{print_alone}}}\n" if print_alone else "",
        )
    )


def _root(properties: Mapping[str, str]) -> str:
    return f":root {{ {' '.join(f'{name}: {value};' for name, value in properties.items())} }}\n"
