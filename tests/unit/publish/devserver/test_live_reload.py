import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from honorable.publish.devserver.file_server import free_server
from honorable.publish.devserver.live_reload import RELOAD, LiveHandler


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "es").mkdir()
    for file in (tmp_path / "index.html", tmp_path / "es" / "index.html"):
        file.write_text("<head><title>é</title></head><body></body>", "utf-8")
    (tmp_path / "sw.js").write_text("keep everything", "utf-8")
    (tmp_path / "a.css").write_text("b {}", "utf-8")
    return tmp_path


@pytest.fixture
def served(page: Path) -> Iterator[str]:
    with free_server(page, 8000, LiveHandler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def get(address: str) -> str:
    with urllib.request.urlopen(address) as answer:  # noqa: S310  our own server
        return answer.read().decode()


@pytest.mark.parametrize(
    ("address", "script"),
    [("", "./"), ("index.html", "./"), ("?source=x", "./"), ("es/", "../"), ("es/index.html", "../")],
)
def test_the_page_gets_the_reload_script(served: str, address: str, script: str):
    html = get(served + address)
    assert f'<title>é</title><script src="{script}{RELOAD}"></script>\n</head>' in html


def test_the_script_sees_each_build(served: str, page: Path):
    assert "location.reload()" in get(served + RELOAD)
    before = get(f"{served}honorable-built")
    (page / "index.html").write_text("<head></head>", "utf-8")
    assert get(f"{served}honorable-built") != before


def test_the_service_worker_unregisters_itself(served: str):
    assert "unregister" in get(f"{served}sw.js")


def test_other_files_are_served_unchanged(served: str, page: Path):
    assert get(f"{served}a.css") == "b {}"
    assert "honorable-live" not in (page / "index.html").read_text("utf-8")
