"""How the page looks: the tokens that a campaign may set, and the shades that are derived from them.

Text can be read whatever a campaign sets: a color that is too pale is used in the nearest shade that is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from honorable.publish.campaign.contrast import ENOUGH, contrast, mixed
from honorable.publish.campaign.fields import Color, LineOrEmpty, Table

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
# As in web/style.css: text on the accent, the parts of it that tint the ground, quiet text, text of warnings.
_ON_ACCENT = ("#ffffff", "#0e131b")
_TINTS = (0.06, 0.09)
_MUTED = ("#596171", "#a3adbf")
_ALARM = ("#a3262a", "#ffa29b")
_TEXT = ("#373c44", "#c2c7d0")
_TOWARDS = ("#000000", "#ffffff")


class Theme(Table):
    """The page's look, on light and on dark screens. Where a color is too pale to read, its nearest shade is used."""

    accent: Color = Field(
        default="#1d4f91", title="of buttons and links on light screens", description='a colour, such as "#1d4f91"'
    )
    accent_dark: Color = Field(
        default="#8ab4f0", title="the same on dark screens", description='a colour, such as "#8ab4f0"'
    )
    surface: Color = Field(
        default="#ffffff", title="the page's ground on light screens", description='a light colour, such as "#fffaf0"'
    )
    surface_dark: Color = Field(
        default="#13171f", title="the same on dark screens", description='a dark colour, such as "#13171f"'
    )
    font: Font = Field(default="system", title="of the page's text", description=_FONTS)
    headings: Font = Field(default="serif", title="of its headings; letters stay as they are", description=_FONTS)
    radius: int = Field(
        default=8, title="how round buttons and boxes are", ge=0, le=24, description="pixels, from 0 to 24"
    )
    logo: LineOrEmpty = Field(
        default="", title="above the heading", description="the path of an .svg or .png file beside the campaign"
    )
    logo_alt: LineOrEmpty = Field(default="", description="what the logo says, in one line")

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        for key, ground, text in (("surface", self.surface, _TEXT[0]), ("surface_dark", self.surface_dark, _TEXT[1])):
            if contrast(ground, text) < ENOUGH:
                raise ValueError(f"must have another {key}: the page's text cannot be read on {ground}")
        if self.logo and not self.logo.endswith((".svg", ".png")):
            raise ValueError("must have a logo that is an .svg or .png file")
        return self

    @property
    def grounds(self) -> tuple[str, str]:
        """The page's ground on light and on dark screens."""
        return self.surface, self.surface_dark

    @property
    def accents(self) -> tuple[str, str]:
        """The accents as they are used: they can be read on the page, on its tinted parts and under buttons' text."""
        return self._used(0, self.accent), self._used(1, self.accent_dark)

    def tokens(self) -> dict[str, str]:
        """The custom properties of web/style.css that differ from what stands there."""
        light, dark = self.accents
        usual = Theme()
        found = {"--campaign-accent": light, "--campaign-accent-dark": dark}
        if self.grounds != usual.grounds:
            found["--page"] = _light_and_dark(*self.grounds)
            for name, pair in (("--muted", _MUTED), ("--alarm", _ALARM)):
                light_shade, dark_shade = (self._on_ground(number, color) for number, color in enumerate(pair))
                found[name] = _light_and_dark(light_shade, dark_shade)
        if self.font != usual.font:
            found["--pico-font-family"] = FONTS[self.font]
        if self.headings != usual.headings:
            found["--headings"] = FONTS[self.headings]
        if self.radius != usual.radius:
            found["--radius"] = f"{self.radius / 16:g}rem"
        return found

    def pale(self) -> Iterator[str]:
        """A line for each color that is used in another shade, because it could not be read."""
        keys = (("accent", self.accent, self.surface), ("accent_dark", self.accent_dark, self.surface_dark))
        for (key, color, ground), used in zip(keys, self.accents, strict=True):
            if used != color.lower() and used != color:
                yield (
                    f"theme.{key}: {color!r} on {ground!r} has a contrast of {contrast(color, ground):.1f}:1; "
                    f"text needs {ENOUGH}:1 to be read, so the page uses {used!r}"
                )

    def _used(self, number: int, color: str) -> str:
        ground = self.grounds[number]
        return _shade(
            color, _TOWARDS[number], lambda shade: (ground, mixed(ground, shade, _TINTS[number]), _ON_ACCENT[number])
        )

    def _on_ground(self, number: int, color: str) -> str:
        ground, accent = self.grounds[number], self.accents[number]
        grounds = (ground, mixed(ground, accent, _TINTS[number]))
        return _shade(color, _TOWARDS[number], lambda _: grounds)


def _light_and_dark(light: str, dark: str) -> str:
    """A value of a custom property, as web/style.css chooses between the two."""
    return f"var(--light, {light}) var(--dark, {dark})"


def _shade(color: str, towards: str, grounds: Callable[[str], tuple[str, ...]]) -> str:
    for percent in range(101):
        shade = mixed(color, towards, percent / 100)
        if all(contrast(shade, ground) >= ENOUGH for ground in grounds(shade)):
            return shade if percent else color
    return towards
