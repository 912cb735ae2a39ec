"""A web server on this machine for one folder, and a form's endpoint that remembers what it was sent."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

# Resolves to this machine in both browsers, but is not "localhost": browsers treat its http pages as insecure,
# as they do a page that an operator serves without https.
INSECURE_HOST = "insecure.test"


@dataclass
class Site:
    """A folder that is being served. `url` ends with a slash; `asked` lists the paths that were asked for."""

    folder: Path
    url: str
    server: ThreadingHTTPServer
    asked: list[str]
    #: Browsers keep them open, and ask on.
    connections: list[socket.socket]
    #: What the page's worker alone asked for.
    asked_by_worker: list[str]
    #: What goes wrong for the worker alone: a pattern for the path, and what is done. Where that gives True, it has
    #: answered; else the file is served.
    faults: dict[str, Callable[[SimpleHTTPRequestHandler], object]]

    @property
    def origin(self) -> str:
        """As browsers write it: scheme, host and port."""
        return f"http://localhost:{self.server.server_port}"

    @property
    def insecure_origin(self) -> str:
        """The same on a host where browsers withhold the clipboard, as on http without a certificate."""
        return self.origin.replace("localhost", INSECURE_HOST)

    def stop(self) -> None:
        """From now on the connection is refused: the nearest thing to being offline that reaches every request."""
        self.server.shutdown()
        self.server.server_close()
        for connection in self.connections:
            with suppress(OSError):  # the browser has closed it
                connection.shutdown(socket.SHUT_RDWR)


class _Files(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    under: str
    asked: list[str]
    connections: list[socket.socket]
    asked_by_worker: list[str]
    faults: dict[str, Callable[[SimpleHTTPRequestHandler], object]]

    def setup(self) -> None:
        super().setup()
        self.connections.append(self.connection)

    def do_GET(self) -> None:
        # The page sends no Referer; a worker sends its own address.
        if self.headers.get("Referer", "").endswith("/sw.js"):
            self.asked_by_worker.append(self.path)
            for pattern, fault in self.faults.items():
                if fnmatchcase(self.path, pattern) and fault(self):
                    return
        super().do_GET()

    def translate_path(self, path: str) -> str:
        self.asked.append(path)
        inside = path.removeprefix(self.under) if path.startswith(self.under) else "no such file"
        return super().translate_path("/" + inside)

    def log_message(self, *_: Any) -> None:
        """Nothing: the tests' own output is what one reads."""


@contextmanager
def serve(folder: Path, under: str = "/") -> Iterator[Site]:
    """The folder on a free port, below the path `under` (which begins and ends with a slash), until the block ends."""
    kept: dict[str, Any] = {"asked": [], "connections": [], "asked_by_worker": [], "faults": {}}
    handler = type("Files", (_Files,), {"under": under, **kept})
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: handler(*args, directory=str(folder)))
    site = Site(folder, f"http://localhost:{server.server_port}{under}", server, **kept)
    with _running(server):
        yield site


@dataclass
class Endpoint:
    """A stand-in for a form backend or a mailing list: answers every POST, and keeps the bodies in `posts`."""

    url: str
    posts: list[str] = field(default_factory=list)
    visits: list[str] = field(default_factory=list)
    # Set to 500, say, to see what the page makes of a failure.
    status: int = 200
    # Where a status of 303 leads.
    location: str = ""

    def forget(self) -> None:
        """Answers as at first, and has been asked for nothing."""
        self.posts, self.visits = [], []
        self.status, self.location = 200, ""


@contextmanager
def endpoint() -> Iterator[Endpoint]:
    """An endpoint on another origin than the page's, open to every origin, as such services are."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            answers.posts.append(self.rfile.read(length).decode())
            self._answer(answers.status)

        def do_GET(self) -> None:
            answers.visits.append(self.path)
            # A browser asks for an icon of the page that a form's answer is.
            self._answer(204 if self.path == "/favicon.ico" else 200)

        def do_OPTIONS(self) -> None:
            self._answer(204)

        def _answer(self, status: int) -> None:
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", answers.location)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "*")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Nothing, as above."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    answers = Endpoint(f"http://localhost:{server.server_port}/")
    with _running(server):
        yield answers


@contextmanager
def _running(server: ThreadingHTTPServer) -> Iterator[None]:
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        # A test may have stopped it already; both calls do no harm then.
        server.shutdown()
        server.server_close()
        thread.join()
