import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from honorable.publish.campaign.contrast import contrast, mixed
from honorable.publish.campaign.theme import FONTS, Theme
from honorable.publish.project import Project
from honorable.publish.site.stylesheet import stylesheet

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
GROUNDS = COLOURS.map(lambda color: mixed(color, "#ffffff", 0.8))


@settings(deadline=None)
@given(COLOURS, COLOURS, GROUNDS)
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
    return " ".join(f"{name}: {value};" for name, value in theme.tokens().items())


def test_colours_that_can_be_read_stay_as_they_are():
    assert Theme().accents == ("#1d4f91", "#8ab4f0")
    assert list(Theme().pale()) == []


def test_the_usual_look_changes_no_token_of_the_page():
    assert list(Theme().tokens()) == ["--campaign-accent", "--campaign-accent-dark"]


def test_a_look_of_its_own_comes_last_in_the_style(project: Project):
    theme = Theme(surface="#fffaf0", font="humanist", headings="rounded", radius=0)
    sheet = stylesheet(project, theme)
    last = sheet[sheet.rindex(":root {") :]
    assert "--page: var(--light, #fffaf0) var(--dark, #13171f);" in last
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
