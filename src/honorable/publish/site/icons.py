"""Inline icons from the bootstrap-icons package: no font, no request."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from markupsafe import Markup

from honorable.publish.errors import UserError

# Networks whose icon has another name.
_ALIASES = {"x": "twitter-x", "email": "envelope"}
_INNER = re.compile(r"<svg[^>]*\bviewBox=\"([^\"]*)\"[^>]*>(.*)</svg>", re.DOTALL)


def icon_reader(folder: Path) -> Callable[[str], Markup]:
    """Return a function from the name of an icon or a network to an inline SVG, which screen readers skip.

    The function raises UserError if the folder has no such icon.
    """

    @cache
    def icon(name: str) -> Markup:
        file = folder / f"{_ALIASES.get(name, name)}.svg"
        try:
            found = _INNER.search(file.read_text("utf-8"))
        except FileNotFoundError:
            raise UserError([f"icon({name!r}): there is no {file.name} in {folder}"]) from None
        if found is None:
            raise UserError([f"{file}: must be an SVG with a viewBox"])
        view_box, inner = found.groups()
        paths = re.sub(r"\s*\n\s*", "", inner)
        return Markup(  # noqa: S704  the file is from a package with a pinned version and hash
            f'<svg class="icon" viewBox="{view_box}" width="16" height="16" fill="currentColor" '
            f'aria-hidden="true" focusable="false">{paths}</svg>'
        )

    return icon
