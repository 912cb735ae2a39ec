import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.officials.store import Store
from honorable.publish.project import Project
from honorable.publish.site.build import build
from honorable.publish.site.output import check_replaceable, replace_folder
from tests.checkout import ROOT
from tests.unit.publish.conftest import TODAY, a_packed_file


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_site_has_every_file_that_its_page_needs(site: Path):
    wanted = """
        .nojekyll _headers index.html manifest.json sw.js share.png icon.svg icon-192.png icon-512.png icon-maskable.png
        embed.js embed-example.html embed-example.js
        app/style.css app/frame.js app/boot.js app/actions.js app/offline.js app/python.zip.gzip runtime/interpreter.js
        runtime/core.js runtime/pyodide.js runtime/pyodide.asm.js runtime/pyodide.asm.wasm
        runtime/pyodide.later.wasm runtime/python_stdlib.zip.gzip runtime/python_later.zip
        licenses/honorable.txt
    """
    names = {re.sub(r"^(app|runtime)-[0-9a-f]{10}/", r"\1/", name) for name in tree(site)}
    assert set(wanted.split()) <= names
    assert not names & {"interpreter.js", "app/interpreter.js", "app/sw.js"}


def test_hosts_that_hide_names_with_underscores_or_dots_serve_the_whole_page(site: Path):
    hidden = [name for name in tree(site) if any(part.startswith(("_", ".")) for part in name.split("/"))]
    assert sorted(hidden) == [".nojekyll", "_headers"]  # for hosts, not for the page


@pytest.mark.claim("two builds of the same sources are identical")
def test_each_run_of_python_builds_the_same_files(site: Path, tmp_path: Path):
    """The order of a set of texts is by chance: each process has another one."""
    again = f"""
from pathlib import Path
from tests.unit.publish.conftest import CAMPAIGN, ROOT, TODAY, TrialProject, build
build(CAMPAIGN, Path({str(tmp_path / "dist")!r}), TrialProject(ROOT), TODAY)"""
    subprocess.run([sys.executable, "-c", again], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": "1"}, check=True)
    assert tree(tmp_path / "dist") == tree(site)


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A folder with the two files by which an earlier build is known, and one that no build has now."""
    out = tmp_path / "sites" / "dist"
    replace_folder(dict.fromkeys(("index.html", ".nojekyll", "leftover.txt"), b"earlier"), out)
    return out


def test_a_build_reports_the_number_and_size_of_the_files(smallest: Path, project: Project, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    built = build(smallest, tmp_path / "empty", project, TODAY)
    files = tree(tmp_path / "empty")
    assert (built.files, built.size) == (len(files), sum(map(len, files.values())))
    assert built.warnings == ()
    assert [note.text for note in built.notes] == ["no list of officials: the page is built without the lookup"]


def test_without_a_list_of_officials_the_page_has_no_lookup(site: Path):
    assert not [*site.rglob("congress.dat")]
    assert 'id="lookup"' not in (site / "index.html").read_text("utf-8")


def test_with_a_list_of_officials_the_page_has_the_lookup(smallest: Path, project: Project, tmp_path: Path):
    packed = a_packed_file(TODAY)
    store = Store(tmp_path / "data")
    store.save(packed)
    built = build(smallest, tmp_path / "dist", project, TODAY, store)
    assert built.warnings == ()
    assert [note.text for note in built.notes] == [f"officials as of {TODAY} (0 days old), downloaded"]
    assert [path.read_bytes() for path in (tmp_path / "dist").glob("data-*/congress.dat")] == [packed]
    assert 'id="lookup"' in (tmp_path / "dist/index.html").read_text("utf-8")


def test_a_build_warns_of_an_outdated_list(smallest: Path, project: Project, tmp_path: Path):
    store = Store(tmp_path / "data")
    store.save(a_packed_file(TODAY))
    built = build(smallest, tmp_path / "dist", project, TODAY + timedelta(61), store)
    assert "the list of officials is 61 days old" in "\n".join(warning.text for warning in built.warnings)


def test_a_fresh_clone_without_network_has_the_lookup(smallest: Path, project: Project, tmp_path: Path):
    class FreshClone(Project):
        @property
        def data(self) -> Path:
            return tmp_path / "no download"

    built = build(smallest, tmp_path / "dist", FreshClone(project.root), TODAY)
    assert built.notes[0].text.endswith("embedded in Honorable")
    embedded = Project(project.root).embedded_officials.read_bytes()
    assert [path.read_bytes() for path in (tmp_path / "dist").glob("data-*/congress.dat")] == [embedded]
    assert 'id="lookup"' in (tmp_path / "dist/index.html").read_text("utf-8")


def test_a_damaged_list_is_not_published(smallest: Path, project: Project, tmp_path: Path):
    store = Store(tmp_path / "data")
    store.save(b"damaged")
    built = build(smallest, tmp_path / "dist", project, TODAY, store)
    assert "this version cannot read the downloaded list" in built.warnings[0].text
    assert not [*(tmp_path / "dist").rglob("congress.dat")]
    assert 'id="lookup"' not in (tmp_path / "dist/index.html").read_text("utf-8")


def test_a_build_replaces_the_whole_folder(smallest: Path, project: Project, earlier: Path):
    build(smallest, earlier, project, TODAY)
    assert not (earlier / "leftover.txt").exists()
    assert (earlier / "index.html").read_bytes() != b"earlier"
    assert list(earlier.parent.iterdir()) == [earlier]


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
def test_a_failed_build_leaves_the_last_site_and_no_stray_files(
    smallest: Path, project: Project, tmp_path: Path, earlier: Path, spoil: Callable[[Path], object]
):
    before = tree(earlier)
    (tmp_path / "templates").mkdir()
    spoil(smallest)
    with pytest.raises(UserError):
        build(smallest, earlier, project, TODAY)
    assert tree(earlier) == before
    assert list(earlier.parent.iterdir()) == [earlier]


def test_a_failed_write_leaves_the_last_site(tmp_path: Path):
    out = tmp_path / "dist"
    replace_folder({"a": b"1"}, out)
    with pytest.raises(UserError, match="dist: cannot be written: File name too long"):
        replace_folder({"a": b"2", "x" * 300: b""}, out)
    assert tree(tmp_path) == {"dist/a": b"1"}
    assert list(tmp_path.iterdir()) == [out]


def test_if_the_new_site_cannot_be_moved_into_place_the_last_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "dist"
    replace_folder({"a": b"1"}, out)
    rename = Path.rename

    def refuse_new(folder: Path, target: Path) -> Path:
        if folder.name == "new":
            raise OSError("Device or resource busy")
        return rename(folder, target)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(UserError, match="busy"):
        replace_folder({"a": b"2"}, out)
    assert tree(tmp_path) == {"dist/a": b"1"}
    assert list(tmp_path.iterdir()) == [out]


def test_every_user_can_read_the_site(tmp_path: Path):
    replace_folder({"a/b": b"1"}, tmp_path / "dist")
    assert (tmp_path / "dist").stat().st_mode & 0o055 == 0o055


def test_a_folder_with_other_files_is_not_replaced(smallest: Path, project: Project, tmp_path: Path):
    out = tmp_path / "photos"
    out.mkdir()
    (out / "summer.jpg").write_bytes(b"1")
    with pytest.raises(UserError, match="must be a new folder, an empty one or an earlier build"):
        build(smallest, out, project, TODAY)
    assert (out / "summer.jpg").read_bytes() == b"1"


def test_the_folder_of_the_campaign_is_not_replaced(smallest: Path, project: Project):
    with pytest.raises(UserError, match="must be a new folder"):
        build(smallest, smallest.parent, project, TODAY)
    assert smallest.exists()


def test_a_new_or_empty_folder_is_used(smallest: Path, project: Project, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    for out in (tmp_path / "empty", tmp_path / "a/b/new"):
        check_replaceable(out, [smallest], project)
        replace_folder({"a": b"1"}, out)
        assert tree(out) == {"a": b"1"}


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_the_picture_of_a_campaign_is_the_one_on_share_cards(
    campaign_file: Path, project: Project, tmp_path: Path, ending: str
):
    """Hosts choose the media type by the ending, and `nosniff` holds browsers to it."""
    (campaign_file.parent / "web").mkdir()
    (campaign_file.parent / f"web/share.{ending}").write_bytes(b"ours")
    text = campaign_file.read_text("utf-8").replace('site = ""', 'site = "https://example.org/"')
    campaign_file.write_text(text.replace("web/share.png", f"web/share.{ending}"), "utf-8")
    build(campaign_file, tmp_path / "dist", project, TODAY)
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "dist").glob("share.*")] == [
        (f"share.{ending}", b"ours")
    ]
    assert f'content="https://example.org/share.{ending}"' in (tmp_path / "dist/index.html").read_text("utf-8")
