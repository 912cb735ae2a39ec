import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from honorable.publish.campaign.contrast import ENOUGH, contrast, mixed
from honorable.publish.campaign.palette import ALARM, EDGE, INK, MUTED, PAGE, SHEET, TEXT
from honorable.publish.campaign.theme import FONTS, Theme
from honorable.publish.project import Project
from honorable.publish.site.stylesheet import stylesheet

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
GROUNDS = COLORS.map(lambda color: mixed(color, "#ffffff", 0.8))


@settings(deadline=None)
@given(COLORS, COLORS, GROUNDS)
def test_whatever_a_campaign_sets_its_text_can_be_read(accent: str, accent_dark: str, surface: str):
    theme = Theme(accent=accent, accent_dark=accent_dark, surface=surface)
    light, dark = theme.accents
    assert contrast(light, surface) >= 4.5
    assert contrast(light, mixed(surface, light, 0.06)) >= 4.5
    assert contrast("#ffffff", light) >= 4.5
    assert contrast(dark, theme.surface_dark) >= 4.5
    assert contrast("#0e131b", dark) >= 4.5
    for pair in re.findall(r"--(?:muted|alarm): var\(--light, (#\w+)\) var\(--dark, (#\w+)\)", style(theme)):
        assert contrast(pair[0], surface) >= 4.5
        assert contrast(pair[1], theme.surface_dark) >= 4.5


def style(theme: Theme) -> str:
    return " ".join(f"{name}: {value};" for name, value in theme.colors().items())


def test_colors_that_can_be_read_stay_as_they_are():
    assert Theme().accents == ("#1d4f91", "#8ab4f0")
    assert list(Theme().hard_to_read()) == []


def test_a_campaign_that_sets_nothing_changes_no_font_and_no_corner():
    assert Theme().look() == {}


def test_every_color_of_the_palette_is_in_the_style_sheet_and_readable(project: Project):
    for color in (TEXT, MUTED, ALARM):
        assert contrast(color.light, PAGE.light) >= ENOUGH
        assert contrast(color.dark, PAGE.dark) >= ENOUGH
    assert contrast(EDGE.light, PAGE.light) >= 3  # WCAG 2.2, 1.4.11
    assert contrast(EDGE.dark, PAGE.dark) >= 3
    assert contrast(INK.light, SHEET.light) >= ENOUGH
    assert contrast(INK.dark, SHEET.dark) >= ENOUGH
    sheet = stylesheet(project, Theme())
    for color in (MUTED, ALARM, EDGE, PAGE, SHEET, INK):
        assert str(color) in sheet


def test_the_campaigns_fonts_and_corners_come_last_in_the_style_sheet(project: Project):
    theme = Theme(surface="#fffaf0", font="humanist", headings="rounded", radius=0)
    sheet = stylesheet(project, theme)
    assert "--page: var(--light, #fffaf0) var(--dark, #13171f);" in sheet
    last = sheet[sheet.rindex(":root {") :]
    assert f"--pico-font-family: {FONTS['humanist']};" in last
    assert f"--headings: {FONTS['rounded']};" in last
    assert "--radius: 0rem;" in last


@pytest.mark.parametrize(
    "wrong",
    [
        {"surface": "#777777"},
        {"surface_dark": "#ffffff"},
        {"font": "Comic Sans"},
        {"radius": 99},
        {"logo": "logo.exe"},
        {"accent": "red; }"},
    ],
)
def test_a_look_that_cannot_be_is_refused(wrong: dict[str, str]):
    with pytest.raises(ValidationError):
        Theme.model_validate(wrong)
