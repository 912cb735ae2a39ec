"""Serve a folder over HTTP on this machine alone."""

from __future__ import annotations

from errno import EADDRINUSE
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from honorable.publish.errors import UserError

_HOST = "127.0.0.1"
_PORTS_TRIED = 100


class FileHandler(SimpleHTTPRequestHandler):
    """Serve files silently, with the media types that browsers insist on, to be revalidated each time."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".svg": "image/svg+xml",
    }
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Log nothing."""


def free_server(folder: Path, port: int, handler: type[FileHandler] = FileHandler) -> ThreadingHTTPServer:
    """Return a server for the folder at this port, or at the next free one of the hundred from there.

    Raises UserError if all of them are in use, or if this user may not use one.
    """
    in_folder = partial(handler, directory=str(folder.resolve()))
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            return ThreadingHTTPServer((_HOST, candidate), in_folder)
        except OSError as error:
            if error.errno != EADDRINUSE:
                raise UserError([f"--port {candidate}: {error.strerror}"]) from None
    raise UserError([f"--port {port}: must be a free port; this one and the next ones are in use"])
