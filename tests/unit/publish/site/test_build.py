import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.officials.store import Sources, Store
from honorable.publish.project import Project
from honorable.publish.site.build import build, swap_in
from tests.unit.publish.conftest import ROOT, TODAY, a_packed_file


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_site_has_all_that_its_page_asks_for(site: Path):
    wanted = """
        .nojekyll _headers index.html manifest.json sw.js share.png icon.svg icon-192.png icon-512.png icon-maskable.png
        embed.js embed-example.html embed-example.js
        app/style.css app/frame.js app/boot.js app/actions.js app/offline.js app/python.zip runtime/interpreter.js
        runtime/core.js runtime/pyodide.js runtime/pyodide.asm.js runtime/pyodide.asm.wasm runtime/python_stdlib.zip
        licenses/honorable.txt
    """
    names = {re.sub(r"^(app|runtime)-[0-9a-f]{10}/", r"\1/", name) for name in tree(site)}
    assert set(wanted.split()) <= names
    assert not names & {"interpreter.js", "app/interpreter.js", "app/sw.js"}


def test_no_file_that_the_page_needs_is_hidden_by_hosts(site: Path):
    hidden = [name for name in tree(site) if any(part.startswith(("_", ".")) for part in name.split("/"))]
    assert sorted(hidden) == [".nojekyll", "_headers"]  # for hosts, not for the page


def test_the_site_names_no_package_index(site: Path):
    page = (site / "index.html").read_text("utf-8")
    assert "cdn" not in page


def test_two_builds_of_the_same_are_the_same(site: Path, project: Project, tmp_path: Path):
    build(ROOT / "campaign.toml", tmp_path / "dist", project, TODAY)
    assert tree(tmp_path / "dist") == tree(site)


def test_a_build_without_a_cache_is_the_same_too(smallest: Path, project: Project, tmp_path: Path):
    class Fresh(Project):
        @property
        def cache(self) -> Path:
            return tmp_path / "cache"

    build(smallest, tmp_path / "one", project, TODAY)
    build(smallest, tmp_path / "two", Fresh(project.root), TODAY)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_build_says_how_large_the_site_is(smallest: Path, project: Project, tmp_path: Path):
    built = build(smallest, tmp_path / "dist", project, TODAY)
    files = tree(tmp_path / "dist")
    assert (built.files, built.size) == (len(files), sum(map(len, files.values())))
    assert built.warnings == ()
    assert "is not there" in built.notes[0].text


def test_a_build_without_data_has_a_page_without_the_look_up(site: Path):
    assert not [*site.rglob("congress.dat")]
    assert 'id="lookup"' not in (site / "index.html").read_text("utf-8")


def test_a_build_with_data_ships_it_for_the_look_up(smallest: Path, project: Project, tmp_path: Path):
    packed = a_packed_file(TODAY)
    store = Store(tmp_path / "data")
    store.keep(Sources(b"", b"", TODAY), packed)
    built = build(smallest, tmp_path / "dist", project, TODAY, store)
    assert (built.warnings, built.notes) == ((), ())
    assert [path.read_bytes() for path in (tmp_path / "dist").glob("data-*/congress.dat")] == [packed]
    assert 'id="lookup"' in (tmp_path / "dist/index.html").read_text("utf-8")


def test_data_that_cannot_be_read_is_not_shipped(smallest: Path, project: Project, tmp_path: Path):
    store = Store(tmp_path / "data")
    store.keep(Sources(b"", b"", TODAY), b"damaged")
    built = build(smallest, tmp_path / "dist", project, TODAY, store)
    assert "cannot be read by this version" in built.warnings[0].text
    assert not [*(tmp_path / "dist").rglob("congress.dat")]
    assert 'id="lookup"' not in (tmp_path / "dist/index.html").read_text("utf-8")


def test_a_build_replaces_the_one_before_as_a_whole(smallest: Path, project: Project, tmp_path: Path):
    out = tmp_path / "dist"
    build(smallest, out, project, TODAY)
    (out / "left-over.txt").write_text("x", "utf-8")
    build(smallest, out, project, TODAY)
    assert not (out / "left-over.txt").exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_text("nonsense", "utf-8"),
        lambda file: (file.parent / "templates/letter.txt").write_text("{{ nobody }}", "utf-8"),
        lambda file: (file.parent / "templates/python.html").write_text("{{ nobody }}", "utf-8"),
        lambda file: file.unlink(),
    ],
    ids=["campaign", "letter", "page", "no campaign"],
)
def test_a_failed_build_leaves_the_site_as_it_was_and_nothing_beside_it(
    smallest: Path, project: Project, tmp_path: Path, spoil: Callable[[Path], object]
):
    out = tmp_path / "sites" / "dist"
    build(smallest, out, project, TODAY)
    before = tree(out)
    (tmp_path / "templates").mkdir()
    spoil(smallest)
    with pytest.raises(UserError):
        build(smallest, out, project, TODAY)
    assert tree(out) == before
    assert list(out.parent.iterdir()) == [out]


def test_a_disk_that_refuses_leaves_the_site_as_it_was(tmp_path: Path):
    out = tmp_path / "dist"
    swap_in({"a": b"1"}, out)
    with pytest.raises(OSError, match="File name too long"):
        swap_in({"a": b"2", "x" * 300: b""}, out)
    assert tree(tmp_path) == {"dist/a": b"1"}
    assert list(tmp_path.iterdir()) == [out]


def test_others_may_read_the_site(tmp_path: Path):
    swap_in({"a/b": b"1"}, tmp_path / "dist")
    assert (tmp_path / "dist").stat().st_mode & 0o055 == 0o055


def test_a_folder_of_somebodys_own_is_not_replaced(smallest: Path, project: Project, tmp_path: Path):
    out = tmp_path / "photos"
    out.mkdir()
    (out / "summer.jpg").write_bytes(b"1")
    with pytest.raises(UserError, match="must be a folder that is new, empty or was built before"):
        build(smallest, out, project, TODAY)
    assert (out / "summer.jpg").read_bytes() == b"1"


def test_the_campaigns_own_folder_is_not_replaced(smallest: Path, project: Project):
    with pytest.raises(UserError, match="must be a folder that is new"):
        build(smallest, smallest.parent, project, TODAY)
    assert smallest.exists()


def test_a_new_or_empty_folder_is_filled(smallest: Path, project: Project, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    build(smallest, tmp_path / "empty", project, TODAY)
    build(smallest, tmp_path / "a/b/new", project, TODAY)
    assert tree(tmp_path / "empty") == tree(tmp_path / "a/b/new")


def test_a_campaigns_own_picture_is_the_one_that_is_shared(campaign_file: Path, project: Project, tmp_path: Path):
    (campaign_file.parent / "web").mkdir()
    (campaign_file.parent / "web/share.png").write_bytes(b"ours")
    build(campaign_file, tmp_path / "dist", project, TODAY)
    assert (tmp_path / "dist/share.png").read_bytes() == b"ours"
    shutil.rmtree(tmp_path / "dist")
