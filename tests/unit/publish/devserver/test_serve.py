import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from errno import EACCES
from pathlib import Path
from queue import Empty, Queue

import pytest

from honorable.publish.devserver import file_server
from honorable.publish.devserver.file_server import free_server
from honorable.publish.devserver.serve import Site, rebuild
from honorable.publish.devserver.watch import start_watching
from honorable.publish.errors import UserError
from honorable.publish.project import Project


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that is in use."""
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    for name in ("index.html", "a.js", "a.mjs", "a.wasm", "a.svg", "a.zip", "a.css"):
        (tmp_path / name).write_bytes(b"x")
    with free_server(tmp_path, 8000) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Project, "Queue[set[Path]]"]]:
    """A small project that is watched, and the changes that were seen. The campaign is named as `make serve` does."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path.resolve())
    for folder in (project.templates, project.web, project.source, project.node_modules):
        folder.mkdir(parents=True)
    for file in (project.index, project.pyscript, tmp_path / "campaign.toml", tmp_path / "notes.txt"):
        file.write_text("x", "utf-8")
    changes: Queue[set[Path]] = Queue()
    stop = threading.Event()
    threads = start_watching(Path("campaign.toml"), project, changes.put, stop)
    _until_seen(project.web / "warm.css", changes)
    yield project, changes
    stop.set()
    for thread in threads:
        thread.join()


def _until_seen(file: Path, changes: "Queue[set[Path]]") -> None:
    """Write to the file until the watcher notices."""
    for _attempt in range(200):
        file.write_text("x", "utf-8")
        threading.Event().wait(0.1)
        if not changes.empty():
            break
    while not changes.empty():
        changes.get()
        threading.Event().wait(0.3)


def _until_noticed(file: Path, changes: "Queue[set[Path]]") -> None:
    """Write to the file until its own change arrives; a folder that has just appeared is watched within a second."""
    for _ in range(100):
        file.write_text("x", "utf-8")
        with suppress(Empty):
            if file in changes.get(timeout=0.2):
                return
    pytest.fail(f"no change to {file} was noticed")


def test_files_have_the_media_types_that_browsers_insist_on(served: str):
    kinds = {
        "index.html": "text/html",
        "a.js": "text/javascript",
        "a.mjs": "text/javascript",
        "a.wasm": "application/wasm",
        "a.svg": "image/svg+xml",
        "a.css": "text/css",
        "a.zip": "application/zip",
    }
    for name, kind in kinds.items():
        with urllib.request.urlopen(f"{served}/{name}") as response:  # noqa: S310  our own server
            assert response.headers.get_content_type() == kind, name
            assert response.headers["Cache-Control"] == "no-cache"


def test_only_this_machine_is_served(tmp_path: Path):
    with free_server(tmp_path, 8000) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_the_next_free_port_is_used(tmp_path: Path, taken: int):
    with free_server(tmp_path, taken) as server:
        assert taken < server.server_port <= taken + 100


def test_without_a_free_port_there_is_an_error(tmp_path: Path):
    with closing(socket.socket()) as last:
        last.bind(("127.0.0.1", 65535))
        last.listen()
        with pytest.raises(UserError, match="--port 65535: must be a free port"):
            free_server(tmp_path, 65535)


def test_a_port_that_needs_other_rights_is_an_error_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(EACCES, "Permission denied")

    monkeypatch.setattr(file_server, "ThreadingHTTPServer", refuse)
    with pytest.raises(UserError) as raised:
        free_server(tmp_path, 80)
    assert raised.value.lines == ("--port 80: Permission denied",)


def test_a_build_that_is_killed_says_so(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """As by a system that is out of memory, before the build can write anything."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], -signal.SIGKILL, "", ""))
    assert list(rebuild(Site(tmp_path / "campaign.toml", tmp_path / "dist", project), set())) == [
        "the build was killed by signal 9",
        "Build failed; still serving the last good page.",
    ]


def test_a_change_to_any_source_is_noticed(watched: tuple[Project, "Queue[set[Path]]"]):
    project, changes = watched
    names = ("campaign.toml", "index.html", "pyscript.toml", "web/style.css", "templates/letter.txt")
    written, noticed = set(), set()
    for path in map(project.root.joinpath, (*names, "src/honorable/a.py")):
        path.write_text("changed", "utf-8")
        written.add(path)
        while path not in noticed:
            noticed |= changes.get(timeout=20)
        assert noticed == written


def test_a_file_that_an_editor_replaces_is_noticed_each_time(watched: tuple[Project, "Queue[set[Path]]"]):
    project, changes = watched
    for words in ("one", "two"):
        (project.root / "notes.txt").write_text(words, "utf-8")
        (project.root / "notes.txt").rename(project.root / "campaign.toml")
        assert project.root / "campaign.toml" in changes.get(timeout=20)


def test_a_change_in_a_folder_that_is_new_is_noticed(watched: tuple[Project, "Queue[set[Path]]"]):
    project, changes = watched
    (project.root / "locale").mkdir()
    assert changes.get(timeout=20) == {project.root / "locale"}
    _until_noticed(project.root / "locale/es.po", changes)


def test_a_change_to_the_logo_or_the_share_picture_is_noticed(
    watched: tuple[Project, "Queue[set[Path]]"], smallest: Path
):
    project, changes = watched
    (project.root / "art").mkdir()
    images = '[theme]\nlogo = "logo.svg"\n[share]\ntext = "Look"\npicture = "art/card.jpg"\n'
    smallest.write_text(smallest.read_text("utf-8") + images, "utf-8")
    _until_noticed(project.root / "logo.svg", changes)
    _until_noticed(project.root / "art/card.jpg", changes)


def test_changes_to_other_files_are_ignored(watched: tuple[Project, "Queue[set[Path]]"]):
    project, changes = watched
    (project.root / "notes.txt").write_text("changed", "utf-8")
    (project.node_modules / "a.js").write_text("x", "utf-8")
    (project.web / "style.css~").write_text("x", "utf-8")
    (project.web / ".style.css.swp").write_text("x", "utf-8")
    wanted = {project.web / "style.css", project.root / "campaign.toml"}
    for path in wanted:
        path.write_text("y", "utf-8")
    noticed: set[Path] = set()
    while not wanted <= noticed:
        noticed |= changes.get(timeout=20)
    assert noticed == wanted


def test_a_change_to_the_server_itself_asks_for_a_restart(project: Project, tmp_path: Path):
    site = Site(tmp_path / "no campaign.toml", tmp_path / "dist", project)
    *_, last = rebuild(site, {project.source / "publish/devserver/serve.py"})
    assert last == "honorable serve itself has changed; restart it (Ctrl-C, then the same command)."


@pytest.fixture
def ctrl_c_enabled() -> Iterator[None]:
    """Let programs that the test starts receive Ctrl-C, even if the tests run in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c_enabled")
def test_the_last_good_page_is_served_until_ctrl_c(smallest: Path, tmp_path: Path, taken: int):
    good = smallest.read_text("utf-8")
    command = [sys.executable, "-m", "honorable.publish", "serve", "--port", str(taken)]
    command += ["--campaign", str(smallest), "--out", str(tmp_path / "dist")]
    with (
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        ) as process,
        ExitStack() as at_the_end,
    ):
        at_the_end.callback(process.kill)  # otherwise a failing test would wait forever
        assert process.stdout
        assert process.stderr
        lines = iter(process.stdout.readline, "")

        def line_with(words: str) -> str:
            return next(line for line in lines if words in line)

        def title() -> str:
            with urllib.request.urlopen(address) as response:  # noqa: S310  our own server
                return response.read().decode().partition("<title>")[2].partition(":")[0]

        address = line_with("The page is at").split()[4]
        assert title() == "Small"
        smallest.write_text(good.replace('"Small"', "3"), "utf-8")
        assert line_with("must be the campaign's name").startswith(f"{smallest}:2:16: name: 3 must be")
        assert title() == "Small"
        smallest.write_text(good.replace('"Small"', '"Other"'), "utf-8")
        assert next(lines) == "Build failed; still serving the last good page.\n"
        assert next(lines).startswith(f"{smallest}: rebuilt in ")
        assert title() == "Other"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
        assert process.stderr.read() == ""
