"""The wheel in an environment of its own, without Node: a campaign that `honorable new` writes becomes a page."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from importlib.metadata import distribution
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from honorable.publish.project import find_checkout
from honorable.publish.site.output import replace_folder
from honorable.publish.wheel import wheel_files
from tests.browser import pages, writer
from tests.browser.serving import Site
from tests.checkout import ROOT

LOCKED = re.findall(r"^([\w.-]+)==\S+ \\$", (ROOT / "requirements" / "publish.txt").read_text(), re.MULTILINE)


@dataclass(frozen=True)
class Installed:
    """The installed wheel. `programs` holds the `honorable` command and a `node` that only records being called."""

    programs: Path
    home: Path

    @property
    def node_calls(self) -> Path:
        return self.home / "node was called"

    def run(self, *command: str, folder: Path) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.programs), "HOME": str(self.home)}
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def environment() -> Path:
    """A virtual environment with the wheel and its locked dependencies, which are copied from that of the tests.

    All workers, and later runs with the same files, share it.
    """
    files = wheel_files(find_checkout())
    digest = hashlib.sha256(
        "".join(f"{name} {hashlib.sha256(files[name]).hexdigest()}\n" for name in sorted(files)).encode()
    )
    folder = ROOT / ".cache" / "tests" / "wheel"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        finished = folder / "digest"
        if not finished.exists() or finished.read_text() != digest.hexdigest():
            finished.unlink(missing_ok=True)
            replace_folder(files, folder / "files")
            _build_and_install(folder)
            finished.write_text(digest.hexdigest())
    return folder / "environment"


@pytest.fixture(scope="session")
def installed(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    programs, home = tmp_path_factory.mktemp("programs"), tmp_path_factory.mktemp("home")
    for name in ("honorable", "python"):
        (programs / name).symlink_to(environment / "bin" / name)
    node = programs / "node"
    node.write_text(f"#!/bin/sh\necho called >> '{home}/node was called'\nexit 1\n")
    node.chmod(0o755)
    return Installed(programs, home)


@pytest.fixture(scope="session")
def new_campaign(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `honorable new` has written outside of any checkout."""
    folder = tmp_path_factory.mktemp("new")
    done = installed.run(
        *("honorable", "new", "benches", "--name", "Benches", "--sentence", "Write for benches."),
        *("--to", "congress", "--bill", "Bench Act", "--languages", "en"),
        folder=folder,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "benches"


@pytest.fixture
def campaign(new_campaign: Path, tmp_path: Path) -> Path:
    """The folder of a new campaign, for this test alone."""
    return shutil.copytree(new_campaign, tmp_path / "benches")


def test_without_node_a_campaign_becomes_the_page_that_a_checkout_builds_and_writes_letters(
    page: Page, installed: Installed, campaign: Path, serve: Callable[..., Site], tmp_path: Path
):
    """The same but for the letter's templates, which the wheel leaves as source."""
    letter = campaign / "templates" / "letter.txt"
    letter.write_text(letter.read_text("utf-8").replace("Sincerely,", "From the wheel, sincerely,"), "utf-8")
    built = installed.run("honorable", "build", folder=campaign)
    assert built.returncode == 0, built.stderr
    assert not installed.node_calls.exists()
    installed.run("node", "--version", folder=tmp_path)
    assert installed.node_calls.exists()  # A call would have been seen.
    installed.node_calls.unlink()

    data = ["--data", str(find_checkout().embedded_officials.parent)]
    command = [sys.executable, "-m", "honorable.publish", "build", "--out", str(tmp_path / "own"), *data]
    subprocess.run(command, cwd=campaign, check=True)
    assert _without_fingerprints(campaign / "dist") == _without_fingerprints(tmp_path / "own")

    page.goto(serve(campaign / "dist").url)
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    writer.fill_person(page)
    expect(page.locator("#house_name")).not_to_have_value("")
    writer.press_write(page)
    expect(writer.letter(page).locator("[data-letter-text]")).to_contain_text("From the wheel, sincerely,")
    text = writer.text_of(page)
    assert re.search(r"^Dear Representative \w+:$", text, re.MULTILINE)
    assert text.endswith("Dr. Ada Lovelace\n12 Byron Row\nOakland, CA 94601\nada@example.org")
    assert "[" not in text


def test_an_error_is_one_line_and_nothing_is_built_until_it_is_fixed(installed: Installed, campaign: Path):
    file = campaign / "campaign.toml"
    file.write_text(file.read_text("utf-8").replace('name = "Benches"', "name = “Benches”"), "utf-8")
    done = installed.run("honorable", "build", folder=campaign)
    assert done.returncode == 1
    assert "campaign.toml:6:8: a curly quote" in done.stderr
    assert not (campaign / "dist").exists()
    file.write_text(file.read_text("utf-8").replace("name = “Benches”", 'name = "Benches"'), "utf-8")
    checked = installed.run("honorable", "check", folder=campaign)
    assert (checked.returncode, checked.stdout) == (0, "campaign.toml: no errors\n"), checked.stderr


def test_the_lookup_is_tried_and_the_page_served_without_a_network(installed: Installed, campaign: Path):
    used = installed.run("honorable", "data", "update", "--offline", folder=campaign)
    assert "embedded in Honorable; no newer list: --offline downloads nothing" in used.stdout
    assert "Senator Alex Padilla" in installed.run("honorable", "data", "show", "94601", folder=campaign).stdout

    environment = {"PATH": str(installed.programs), "HOME": str(installed.home), "PYTHONUNBUFFERED": "1"}
    command = [str(installed.programs / "honorable"), "serve"]
    with subprocess.Popen(command, cwd=campaign, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        line = next(line for line in server.stdout if "The page is at" in line)
        (port,) = re.findall(r"http://localhost:(\d+)", line)
        browser = HTTPConnection("localhost", int(port), timeout=20)
        browser.request("GET", "/")
        assert b"<title>Benches: " in browser.getresponse().read()
        browser.close()
        server.terminate()
    assert not installed.node_calls.exists()


def test_what_only_a_checkout_can_do_says_so(installed: Installed, tmp_path: Path):
    done = installed.run("honorable", "words", folder=tmp_path)
    assert (done.returncode, done.stderr) == (
        1,
        "this needs a checkout of Honorable: run make in it, then .venv/bin/honorable\n",
    )


def _build_and_install(folder: Path) -> None:
    wheels, environment = folder / "wheels", folder / "environment"
    shutil.rmtree(wheels, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--quiet"]
    offline = ["--no-deps", "--no-index"]
    build = [*pip, "wheel", *offline, "--no-build-isolation", "--wheel-dir", str(wheels), str(folder / "files")]
    subprocess.run(build, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": "315532800"})
    venv.create(environment, clear=True, symlinks=True)
    target = next(environment.glob("lib/python*/site-packages"))
    for name in LOCKED:
        for file in distribution(name).files or ():
            if ".." not in file.parts:
                (target / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(str(file.locate()), target / file)
    own = [*pip, "--python", str(environment / "bin" / "python")]
    subprocess.run([*own, "install", *offline, *map(str, wheels.iterdir())], check=True)
    subprocess.run([*own, "check"], check=True)


def _without_fingerprints(site: Path) -> dict[str, bytes]:
    """Return the files without the fingerprint of the folder of our Python, and without those that have its hash."""
    own = next(site.glob("app-*")).name
    paths = {path.relative_to(site).as_posix().replace(own, "app"): path for path in site.rglob("*") if path.is_file()}
    differ = {"app/python.zip.gzip", "index.html", "sw.js"}
    return {name: path.read_bytes().replace(own.encode(), b"app") for name, path in paths.items() if name not in differ}
