from datetime import date
from pathlib import Path

from honorable.publish.project import Project
from honorable.publish.site.build import build
from honorable.publish.site.fingerprint import fingerprints, with_fingerprints
from tests.checkout import CAMPAIGN
from tests.unit.publish.conftest import TODAY

FILES = {"app/boot.js": b"1", "app/python.zip": b"2", "runtime/core.js": b"3"}


def folders(site: Path) -> dict[str, str]:
    return {path.name.partition("-")[0]: path.name for path in site.glob("*-*") if path.is_dir()}


def test_a_folder_is_named_after_its_content():
    names = fingerprints(FILES)
    assert names == fingerprints(dict(reversed(FILES.items())))
    assert names["app"].startswith("app-")
    assert set(with_fingerprints(FILES, names)) == {
        f"{names['app']}/boot.js",
        f"{names['app']}/python.zip",
        f"{names['runtime']}/core.js",
    }


def test_a_change_in_a_folder_changes_its_name_and_no_other():
    names = fingerprints(FILES)
    for change in ({"app/boot.js": b"x"}, {"app/new.js": b""}, {"app/boot.js": b"2", "app/python.zip": b"1"}):
        changed = fingerprints(FILES | change)
        assert changed["app"] != names["app"]
        assert changed["runtime"] == names["runtime"]


def test_another_campaign_has_the_same_address_of_the_runtime(
    site: Path, smallest: Path, project: Project, tmp_path: Path
):
    build(smallest, tmp_path / "dist", project, TODAY)
    ours, theirs = folders(site), folders(tmp_path / "dist")
    assert ours["runtime"] == theirs["runtime"]
    assert ours["app"] != theirs["app"]


def test_building_on_another_day_changes_no_address(site: Path, project: Project, tmp_path: Path):
    build(CAMPAIGN, tmp_path / "dist", project, date(2026, 12, 24))
    assert folders(tmp_path / "dist") == folders(site)
