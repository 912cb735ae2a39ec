import json
import struct
from pathlib import Path

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.i18n import Language
from honorable.publish.site.manifest import web_manifest
from tests.checkout import CAMPAIGN


@pytest.fixture(scope="module")
def manifest(site: Path) -> dict:
    return json.loads((site / "manifest.json").read_text("utf-8"))


def test_the_app_has_the_name_and_color_of_the_campaign(manifest: dict):
    assert manifest["short_name"] == "Bring Back the Night Trains"
    assert manifest["theme_color"] == load_campaign(CAMPAIGN).theme.accent


def test_the_app_opens_at_the_page_under_any_path(manifest: dict):
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert "id" not in manifest  # it is relative to the host, so two pages on one host would be one app


def test_each_icon_exists_and_has_its_declared_size(manifest: dict, site: Path):
    for icon in manifest["icons"]:
        content = (site / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", content[16:24])
            assert icon["sizes"] == f"{width}x{height}"
        else:
            assert content.startswith(b"<svg")
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    assert "maskable" in {icon.get("purpose") for icon in manifest["icons"]}


def test_quotes_and_accents_in_the_name_are_kept(smallest: Path):
    smallest.write_text(smallest.read_text("utf-8").replace('"Small"', "'¡Sí! \"now\"'"), "utf-8")
    assert json.loads(web_manifest(load_campaign(smallest), Language("en", {})))["short_name"] == '¡Sí! "now"'
