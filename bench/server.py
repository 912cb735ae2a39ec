"""Serve all pages of the benchmark like a static host, with gzip and caching, and count the bytes sent."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".toml": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
}
# Like GitHub Pages: fresh for ten minutes, then revalidated by ETag.
_CACHED = "max-age=600"


@dataclass(frozen=True)
class _File:
    content: bytes
    zipped: bytes
    kind: str
    tag: str


@dataclass
class Server:
    """The running server. `url` ends with a slash; `sent` has the time (s), path and size (bytes) of each response."""

    url: str
    sent: list[tuple[float, str, int]] = field(default_factory=list)

    def forget(self) -> None:
        """Start counting from zero."""
        self.sent.clear()

    def until(self, when: float) -> list[int]:
        """Return the sizes of the responses that had begun by then, in bytes, headers included."""
        return [size for began, _, size in self.sent if began <= when]


@contextmanager
def serving(folders: dict[str, Path]) -> Iterator[Server]:
    """Serve each folder under /name/ until the block ends. Files are read and compressed once, at the start.

    A file is sent compressed if that is smaller, as hosts do with text and WebAssembly. A zip or a wheel gains nothing
    and is sent as it is.
    """
    files = {
        f"/{name}/{path.relative_to(folder).as_posix()}": _read(path)
        for name, folder in folders.items()
        for path in folder.rglob("*")
        if path.is_file()
    }
    state = Server("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body go out as two packets. The second must not wait for the first to be acknowledged.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            found = files.get(path + "index.html" if path.endswith("/") else path)
            if found is None:
                self._answer(404, b"", {})
            elif self.headers.get("If-None-Match") == found.tag:
                self._answer(304, b"", {"ETag": found.tag, "Cache-Control": _CACHED})
            else:
                takes_gzip = "gzip" in self.headers.get("Accept-Encoding", "")
                zipped = takes_gzip and len(found.zipped) < len(found.content) * 0.95
                head = {
                    "Content-Type": found.kind,
                    "ETag": found.tag,
                    "Cache-Control": _CACHED,
                    "Vary": "Accept-Encoding",
                }
                if zipped:
                    head["Content-Encoding"] = "gzip"
                self._answer(200, found.zipped if zipped else found.content, head)

        def _answer(self, status: int, body: bytes, head: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in head.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            size = sum(len(line) for line in self._headers_buffer) + len(body) + 2  # type: ignore[attr-defined, misc]
            state.sent.append((time.time(), self.path, size))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://localhost:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _read(path: Path) -> _File:
    content = path.read_bytes()
    kind = _TYPES.get(path.suffix, "application/octet-stream")
    zipped = gzip.compress(content, 6, mtime=0)
    return _File(content, zipped, kind, f'"{hashlib.sha256(content).hexdigest()[:20]}"')
