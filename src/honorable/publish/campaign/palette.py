"""The page's colors on light and on dark screens. They are defined only here.

The style sheet gets them as custom properties (publish/site/stylesheet.py), and web/css has no colors of its own, so
the contrast that `Theme` checks is the contrast that a visitor sees. A campaign may change the accents and the page's
background; see theme.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Shades:
    """One color, such as "#1d4f91", for light screens and for dark ones."""

    light: str
    dark: str

    def __str__(self) -> str:
        """Return the value of a custom property; web/css/tokens.css chooses one of the two.

        >>> str(Shades("#ffffff", "#000000"))
        'var(--light, #ffffff) var(--dark, #000000)'
        """
        return f"var(--light, {self.light}) var(--dark, {self.dark})"


ACCENT: Final = Shades("#1d4f91", "#8ab4f0")
PAGE: Final = Shades("#ffffff", "#13171f")
#: Body text. Pico CSS sets it; it is here to check it against a campaign's background.
TEXT: Final = Shades("#373c44", "#c2c7d0")
#: Text on a button in the accent color.
ON_KEY: Final = Shades("#ffffff", "#0e131b")
#: Secondary text and error messages.
MUTED: Final = Shades("#596171", "#a3adbf")
ALARM: Final = Shades("#a3262a", "#ffa29b")
#: Lines between parts, and the borders of form fields (WCAG 2.2, 1.4.11: 3:1 against the page).
LINE: Final = Shades("#d9dde5", "#343c4b")
EDGE: Final = Shades("#768093", "#7d889e")
#: A letter's sheet of paper, and the text on it.
SHEET: Final = Shades("#fffefb", "#e8e5dd")
INK: Final = Shades("#1f1d1a", "#1f1d1a")
#: How much of the accent is in the background of tinted parts, from 0 to 1, on light and on dark screens.
TINTS: Final = (0.06, 0.09)
