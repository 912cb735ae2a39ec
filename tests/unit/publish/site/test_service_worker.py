import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.site.service_worker import service_worker
from tests.unit.publish.site.test_pages import Page


def precached(script: bytes) -> dict[str, dict[str, str | None]]:
    """The files that the service worker keeps, by address."""
    found = re.search(rb'\[\s*\{\s*"url".*?\}\s*\]', script, re.DOTALL)
    assert found, script[-2000:]
    return {entry["url"]: entry for entry in json.loads(found[0])}


def test_the_page_and_everything_it_loads_is_kept(site: Path):
    page = Page((site / "index.html").read_text("utf-8"))
    loaded = {link["href"] for link in page.all("link") if link.get("rel") != "canonical"}
    loaded |= {script["src"] for script in page.all("script") if script.get("src")}
    assert loaded | {"./"} <= set(precached((site / "sw.js").read_bytes()))


def test_every_file_of_the_runtime_and_every_icon_is_kept(site: Path):
    files = [path.relative_to(site).as_posix() for path in (*site.glob("*-*/*"), *site.glob("icon*"))]
    assert len(files) > 10
    assert set(files) <= set(precached((site / "sw.js").read_bytes()))


def test_what_the_page_never_loads_is_not_kept(site: Path):
    names = " ".join(precached((site / "sw.js").read_bytes()))
    assert not re.search(r"licenses|share\.png|_headers|nojekyll|sw\.js|embed", names)


@pytest.mark.parametrize("code", ["es", "pt-BR", "zh-Hant-TW"])
def test_a_page_in_any_language_is_kept(project: Project, code: str):
    script = service_worker(project, {"index.html": b"", f"{code}/index.html": b"", f"{code}/manifest.json": b"{}"})
    assert precached(script).keys() == {"./", f"{code}/", f"{code}/manifest.json"}


def test_each_file_is_kept_with_its_hash(site: Path):
    for address, entry in precached((site / "sw.js").read_bytes()).items():
        file = site / (f"{address}index.html" if address.endswith("/") else address)
        digest = base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()
        assert entry["integrity"] == f"sha384-{digest}"


def test_only_files_without_a_fingerprint_have_a_revision(site: Path):
    for address, entry in precached((site / "sw.js").read_bytes()).items():
        assert (entry["revision"] is None) == address.startswith(("app-", "runtime-"))


def test_the_service_worker_is_small_and_imports_no_script(site: Path):
    script = (site / "sw.js").read_text("utf-8")
    assert "importScripts" not in script
    assert "process.env" not in script
    assert len(script) < 30_000


def test_a_changed_page_changes_the_service_worker(project: Project):
    files = {"index.html": b"1", "app-0/boot.js": b"", "manifest.json": b"{}", "icon.svg": b""}
    assert service_worker(project, files) == service_worker(project, files)
    assert service_worker(project, files) != service_worker(project, files | {"index.html": b"2"})


def test_a_missing_part_of_workbox_is_reported(project: Project):
    class Elsewhere(Project):
        @property
        def node_modules(self) -> Path:
            return self.root / "no such folder"

    with pytest.raises(UserError, match=r"workbox-core\.prod\.js: not found; run make, or npm ci"):
        service_worker(Elsewhere(project.root), {"index.html": b""})
