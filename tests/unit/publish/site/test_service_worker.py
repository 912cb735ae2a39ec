import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.site.service_worker import worker
from tests.unit.publish.site.test_pages import Page


def kept(script: bytes) -> dict[str, dict[str, str | None]]:
    """The worker's list, by address."""
    found = re.search(rb'\[\s*\{\s*"url".*?\}\s*\]', script, re.DOTALL)
    assert found, script[-2000:]
    return {entry["url"]: entry for entry in json.loads(found[0])}


def test_the_page_and_all_that_it_asks_for_is_kept(site: Path):
    page = Page((site / "index.html").read_text("utf-8"))
    asked = {link["href"] for link in page.all("link") if link.get("rel") != "canonical"}
    asked |= {script["src"] for script in page.all("script") if script.get("src")}
    assert asked | {"./"} <= set(kept((site / "sw.js").read_bytes()))


def test_every_file_of_the_runtime_and_every_icon_is_kept(site: Path):
    files = [path.relative_to(site).as_posix() for path in (*site.glob("*-*/*"), *site.glob("icon*"))]
    assert len(files) > 10
    assert set(files) <= set(kept((site / "sw.js").read_bytes()))


def test_what_the_page_never_asks_for_is_not_kept(site: Path):
    names = " ".join(kept((site / "sw.js").read_bytes()))
    assert not re.search(r"licenses|share\.png|_headers|nojekyll|sw\.js|embed", names)


def test_each_file_is_kept_with_its_hash(site: Path):
    for address, entry in kept((site / "sw.js").read_bytes()).items():
        file = site / (f"{address}index.html" if address.endswith("/") else address)
        digest = base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()
        assert entry["integrity"] == f"sha384-{digest}"


def test_only_a_file_that_keeps_its_address_has_a_revision(site: Path):
    for address, entry in kept((site / "sw.js").read_bytes()).items():
        assert (entry["revision"] is None) == address.startswith(("app-", "runtime-"))


def test_the_worker_is_small_and_fetches_no_script(site: Path):
    script = (site / "sw.js").read_text("utf-8")
    assert "importScripts" not in script
    assert "process.env" not in script
    assert len(script) < 30_000


def test_a_changed_page_makes_another_worker(project: Project):
    files = {"index.html": b"1", "app-0/boot.js": b"", "manifest.json": b"{}", "icon.svg": b""}
    assert worker(project, files) == worker(project, files)
    assert worker(project, files) != worker(project, files | {"index.html": b"2"})


def test_a_missing_part_of_workbox_is_told(project: Project):
    class Elsewhere(Project):
        @property
        def node_modules(self) -> Path:
            return self.root / "no such folder"

    with pytest.raises(UserError, match=r"workbox-core\.prod\.js: is not there; run make, or npm ci"):
        worker(Elsewhere(project.root), {"index.html": b""})
