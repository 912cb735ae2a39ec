"""Real web servers, started with the lines of docs/hosting.md, on this machine alone."""

import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.checkout import ROOT
from tests.hosts.programs import Programs

DOCUMENT = ROOT / "docs" / "hosting.md"
_READY_WITHIN = 20.0  # seconds
# What the document's lines name.
_PORT, _FOLDER = "8000", "dist"


@dataclass
class Host:
    """A folder that is being served by a real server. `url` ends with a slash."""

    url: str
    _process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return self.url.split("/", 3)[0] + "//" + self.url.split("/", 3)[2]

    def stop(self) -> None:
        """Ends the server. From now on nobody answers."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def documented(heading: str) -> str:
    """The block of code below a heading of docs/hosting.md. AssertionError where there is none."""
    found = re.search(rf"^## {re.escape(heading)}\n+```\w+\n(.*?)^```$", DOCUMENT.read_text(), re.MULTILINE | re.DOTALL)
    assert found, f"docs/hosting.md has no block of code right below its heading {heading}"
    return found[1]


def _python(place: "_Place", programs: Programs) -> Sequence[str | Path]:
    words = documented("Python").split()
    assert words[:3] == ["python3", "-m", "http.server"]
    return [sys.executable, *place.put_into(words[1:])]


def _nginx(place: "_Place", programs: Programs) -> Sequence[str | Path]:
    block = documented("nginx").replace("/srv/honorable/dist", str(place.root))
    block = block.replace(f"listen {_PORT}", f"listen 127.0.0.1:{place.port}")
    if not place.compressed:
        block = block.replace("gzip on", "gzip off")
    folders = "".join(
        f"{name}_temp_path {place.work}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = place.work / "nginx.conf"
    # Around the document's block: Debian's own list of types, and all that is written kept in the test's folder.
    config.write_text(
        f"daemon off; master_process off; pid {place.work}/pid; error_log {place.work}/error.log;\n"
        f"events {{}}\nhttp {{\ninclude {programs.nginx_types};\ndefault_type application/octet-stream;\n"
        f"log_format sent '$bytes_sent $status $uri';\naccess_log {place.work}/sent.log sent;\n{folders}{block}}}\n"
    )
    return [programs.nginx, "-p", place.work, "-e", place.work / "error.log", "-c", config]


def _caddy(place: "_Place", programs: Programs) -> Sequence[str | Path]:
    block = documented("Caddy").replace("/srv/honorable/dist", str(place.root))
    block = block.replace(f":{_PORT} {{", f"http://:{place.port} {{\n    bind 127.0.0.1")
    if not place.compressed:
        block = block.replace("    encode gzip\n", "")
    config = place.work / "Caddyfile"
    config.write_text("{\n    admin off\n    auto_https off\n}\n" + block)
    return [programs.caddy, "run", "--config", config, "--adapter", "caddyfile"]


def _serve(place: "_Place", programs: Programs) -> Sequence[str | Path]:
    words = place.put_into(documented("serve").split(), port=f"tcp://127.0.0.1:{place.port}")
    assert words[:2] == ["npx", "serve"]
    quiet = ["--no-clipboard", "--no-request-logging", "--no-port-switching"]
    return [_node_command("serve"), *words[2:], *quiet, *([] if place.compressed else ["--no-compression"])]


def _http_server(place: "_Place", programs: Programs) -> Sequence[str | Path]:
    words = place.put_into(documented("http-server").split())
    assert words[:2] == ["npx", "http-server"]
    if place.compressed:
        for path in [path for path in place.root.rglob("*") if path.suffix in {".js", ".css", ".html", ".wasm"}]:
            path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 1))
    return [_node_command("http-server"), *words[2:], "-a", "127.0.0.1", *(["--gzip"] if place.compressed else [])]


#: By name: the command that starts it.
SERVERS: dict[str, Callable[["_Place", Programs], Sequence[str | Path]]] = {
    "http.server": _python,
    "nginx": _nginx,
    "Caddy": _caddy,
    "serve": _serve,
    "http-server": _http_server,
}


@dataclass(frozen=True)
class _Place:
    """Where a server finds its files, which it may add to, and where it may write."""

    root: Path
    work: Path
    port: int
    compressed: bool

    def put_into(self, words: Sequence[str], port: str = "") -> list[str]:
        """The words of a command, with this place's folder and port."""
        assert {_PORT, _FOLDER} <= set(words)
        changes = {_PORT: port or str(self.port), _FOLDER: str(self.root)}
        return [changes.get(word, word) for word in words]


@contextmanager
def start(
    server: str, dist: Path, work: Path, programs: Programs, *, under: str = "/", compressed: bool = False
) -> Iterator[Host]:
    """The server with a copy of the site below the path `under`, until the block ends.

    AssertionError with what the server said where it does not answer.
    """
    root = work / "root"
    shutil.copytree(dist, root / under.strip("/"))
    place = _Place(root, work, _free_port(), compressed)
    log = work / "said.txt"
    environment = os.environ | {"HOME": str(work), "XDG_DATA_HOME": str(work), "NO_UPDATE_CHECK": "1"}
    with log.open("wb") as said:
        process = subprocess.Popen(
            SERVERS[server](place, programs), stdout=said, stderr=said, cwd=work, env=environment
        )
    host = Host(f"http://localhost:{place.port}{under}", process)
    try:
        _wait_until_it_answers(place.port, process, log)
        yield host
    finally:
        host.stop()


def _wait_until_it_answers(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _READY_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"{process.args!r} does not answer:\n{log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _node_command(name: str) -> Path:
    return ROOT / "node_modules" / ".bin" / name
