from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.site.icons import icon_reader


@pytest.fixture
def icons(project: Project) -> Path:
    return project.node_modules / "bootstrap-icons" / "icons"


def test_an_icon_is_inline_and_hidden_from_screen_readers(icons: Path):
    svg = icon_reader(icons)("printer")
    assert svg.startswith('<svg class="icon" viewBox="0 0 16 16"')
    assert 'aria-hidden="true"' in svg
    assert svg.endswith("</svg>")
    assert "<path" in svg


def test_networks_have_icons_under_their_own_names(icons: Path):
    icon = icon_reader(icons)
    assert icon("x") == icon("twitter-x")
    assert icon("email") == icon("envelope")
    for network in ("facebook", "instagram", "bluesky", "threads", "whatsapp", "reddit", "mastodon"):
        assert icon(network)


def test_every_network_that_a_campaign_can_follow_has_an_icon(icons: Path):
    from honorable.publish.campaign.sharing import Follow, Network

    for network in Network.__args__:  # type: ignore[attr-defined]
        assert icon_reader(icons)(Follow(network=network, label="@a", url="https://example.org").icon)


def test_the_error_names_a_missing_icon(icons: Path):
    with pytest.raises(UserError, match=r"icon\('nope'\): there is no nope.svg in "):
        icon_reader(icons)("nope")


def test_the_error_names_a_file_that_is_not_an_icon(tmp_path: Path):
    (tmp_path / "bad.svg").write_text("<svg></svg>", "utf-8")
    with pytest.raises(UserError, match=r"bad.svg: must be an SVG"):
        icon_reader(tmp_path)("bad")
