from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.site.build import build_all
from tests.checkout import ROOT
from tests.unit.publish.conftest import TODAY

BENCHES = ROOT / "campaigns" / "benches" / "campaign.toml"


def test_each_campaign_has_a_folder_and_a_link_to_it(smallest: Path, tmp_path: Path, project: Project):
    small = smallest.rename(tmp_path / "small.toml")
    built = build_all([small, BENCHES], tmp_path / "dist", project, TODAY)
    assert built.files == sum(path.is_file() for path in (tmp_path / "dist").rglob("*"))
    index = (tmp_path / "dist" / "index.html").read_text("utf-8")
    assert '<a href="benches/">A Bench in Every Park</a>' in index
    assert '<a href="small/">Small</a>' in index
    assert "<h1>Small</h1>" in (tmp_path / "dist" / "small" / "index.html").read_text("utf-8")


def test_errors_of_all_campaigns_are_reported_and_nothing_is_built(smallest: Path, tmp_path: Path, project: Project):
    smallest.write_text("x = 1", "utf-8")
    with pytest.raises(UserError) as raised:
        build_all([smallest, tmp_path / "none.toml"], tmp_path / "dist", project, TODAY)
    assert any("x: unknown key" in line for line in raised.value.lines)
    assert (
        f"{tmp_path}/none.toml: no such file; name another with --campaign, or write one with honorable new"
        in raised.value.lines
    )
    assert not (tmp_path / "dist").exists()


def test_two_campaigns_with_the_same_folder_name_are_refused(tmp_path: Path, project: Project):
    files = [tmp_path / folder / "parks" / "campaign.toml" for folder in ("one", "two")]
    with pytest.raises(UserError, match="would be built into 'parks'"):
        build_all(files, tmp_path / "dist", project, TODAY)
