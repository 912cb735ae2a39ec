"""The page's look: what a campaign may set, and the custom properties that follow from it.

Text stays readable whatever a campaign sets: a color that is too pale is replaced by its nearest readable shade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from honorable.publish.campaign.contrast import ENOUGH, contrast, mixed
from honorable.publish.campaign.fields import Color, LineOrEmpty, Table
from honorable.publish.campaign.palette import (
    ACCENT,
    ALARM,
    EDGE,
    INK,
    LINE,
    MUTED,
    ON_KEY,
    PAGE,
    SHEET,
    TEXT,
    TINTS,
    Shades,
)

Font = Literal["system", "serif", "humanist", "rounded", "mono"]

#: Fonts that devices have: nothing is loaded.
FONTS: dict[Font, str] = {
    "system": 'system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
    "serif": 'Charter, "Bitstream Charter", "Iowan Old Style", Georgia, Cambria, "Liberation Serif", serif',
    "humanist": 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
    "rounded": 'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Manjari, "Arial Rounded MT Bold", sans-serif',
    "mono": 'ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace',
}
_FONTS = "one of: " + ", ".join(FONTS)
_SHADE_TOWARDS = ("#000000", "#ffffff")


class Theme(Table):
    """Colors, fonts and logo. A color that would be hard to read is replaced by its nearest readable shade."""

    accent: Color = Field(
        default=ACCENT.light, title="buttons and links in light mode", description='a color, such as "#1d4f91"'
    )
    accent_dark: Color = Field(
        default=ACCENT.dark, title="buttons and links in dark mode", description='a color, such as "#8ab4f0"'
    )
    surface: Color = Field(
        default=PAGE.light, title="the background in light mode", description='a light color, such as "#fffaf0"'
    )
    surface_dark: Color = Field(
        default=PAGE.dark, title="the background in dark mode", description='a dark color, such as "#13171f"'
    )
    font: Font = Field(default="system", title="the font of the page's text", description=_FONTS)
    headings: Font = Field(default="serif", title="the font of its headings; letters keep theirs", description=_FONTS)
    radius: int = Field(
        default=8,
        title="how round buttons and boxes are",
        ge=0,
        le=24,
        description="a whole number of pixels from 0 to 24",
    )
    logo: LineOrEmpty = Field(
        default="",
        title="a logo above the heading; a file next to campaign.toml",
        description="the path of an .svg or .png file",
    )
    logo_alt: LineOrEmpty = Field(
        default="", title="what the logo says, for people who cannot see it", description="text on one line"
    )

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        for key, ground, text in (
            ("surface", self.surface, TEXT.light),
            ("surface_dark", self.surface_dark, TEXT.dark),
        ):
            if contrast(ground, text) < ENOUGH:
                raise ValueError(f"must have another {key}: the page's text is hard to read on {ground}")
        if self.logo and not self.logo.endswith((".svg", ".png")):
            raise ValueError("must have a logo that is an .svg or .png file")
        return self

    @property
    def grounds(self) -> tuple[str, str]:
        """The page's background on light and on dark screens."""
        return self.surface, self.surface_dark

    @property
    def accents(self) -> tuple[str, str]:
        """The accents as used: readable on the page and on its tinted parts, and under the text of buttons."""
        return self._used(0, self.accent), self._used(1, self.accent_dark)

    def colors(self) -> dict[str, str]:
        """Return the custom properties that hold the page's colors, by name."""
        light, dark = self.accents
        muted, alarm = (
            Shades(self._readable(0, color.light), self._readable(1, color.dark)) for color in (MUTED, ALARM)
        )
        return {
            "--campaign-accent": light,
            "--campaign-accent-dark": dark,
            "--page": str(Shades(*self.grounds)),
            "--on-key": str(ON_KEY),
            "--muted": str(muted),
            "--alarm": str(alarm),
            "--line": str(LINE),
            "--edge": str(EDGE),
            "--sheet": str(SHEET),
            "--ink": str(INK),
            "--tint": str(Shades(*(f"{tint:.0%}" for tint in TINTS))),
        }

    def look(self) -> dict[str, str]:
        """Return the custom properties of web/css/tokens.css that the campaign changes: fonts and corners."""
        usual = Theme()
        changed: dict[str, str] = {}
        if self.font != usual.font:
            changed["--pico-font-family"] = FONTS[self.font]
        if self.headings != usual.headings:
            changed["--headings"] = FONTS[self.headings]
        if self.radius != usual.radius:
            changed["--radius"] = f"{self.radius / 16:g}rem"
        return changed

    def hard_to_read(self) -> Iterator[str]:
        """Yield one line for each color that is replaced by another shade because it could not be read."""
        keys = (("accent", self.accent, self.surface), ("accent_dark", self.accent_dark, self.surface_dark))
        for (key, color, ground), used in zip(keys, self.accents, strict=True):
            if used != color.lower() and used != color:
                yield (
                    f'theme.{key}: "{color}" on "{ground}" has a contrast of {contrast(color, ground):.1f}:1; '
                    f'readable text needs {ENOUGH}:1, so the page uses "{used}"'
                )

    def _used(self, number: int, color: str) -> str:
        ground, on_key = self.grounds[number], (ON_KEY.light, ON_KEY.dark)[number]
        return _shade(
            color, _SHADE_TOWARDS[number], lambda shade: (ground, mixed(ground, shade, TINTS[number]), on_key)
        )

    def _readable(self, number: int, color: str) -> str:
        ground, accent = self.grounds[number], self.accents[number]
        grounds = (ground, mixed(ground, accent, TINTS[number]))
        return _shade(color, _SHADE_TOWARDS[number], lambda _: grounds)


def _shade(color: str, towards: str, grounds: Callable[[str], tuple[str, ...]]) -> str:
    """Return the color, or its nearest shade in the direction of `towards` that can be read on all its backgrounds."""
    for percent in range(101):
        shade = mixed(color, towards, percent / 100)
        if all(contrast(shade, ground) >= ENOUGH for ground in grounds(shade)):
            return shade if percent else color
    return towards
