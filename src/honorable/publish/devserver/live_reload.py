"""Reload the page in the browser after each build.

Nothing of this is in the built site. The server adds a script to the page on its way out, and replaces the service
worker, which would keep an old page, by one that unregisters itself. `honorable serve --offline` serves the site as
it is.
"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

from honorable.publish.devserver.file_server import FileHandler
from honorable.publish.site.service_worker import SERVICE_WORKER

#: The names that the server answers itself: the script, and the time of the last build.
RELOAD, BUILT = "honorable-live.js", "honorable-built"
_SCRIPT, _NO_WORKER = (Path(__file__).parent / name for name in ("live_reload.js", "no_service_worker.js"))


class LiveHandler(FileHandler):
    """Serve files like FileHandler, with a page that reloads after each build."""

    def do_GET(self) -> None:  # noqa: N802  http.server's name for it
        name = self.path.partition("?")[0].rpartition("/")[2]
        if name == RELOAD:
            self._send(_SCRIPT.read_text("utf-8"), "text/javascript")
        elif name == SERVICE_WORKER:
            self._send(_NO_WORKER.read_text("utf-8"), "text/javascript")
        elif name == BUILT:
            self._send(str(_stamp(Path(self.directory) / "index.html")), "text/plain")
        elif name in {"", "index.html"} and (html := _page(Path(self.translate_path(self.path)))):
            depth = self.path.partition("?")[0].count("/") - 1
            script = f'<script src="{"../" * depth or "./"}{RELOAD}"></script>\n</head>'
            self._send(html.replace("</head>", script, 1), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _send(self, text: str, media_type: str) -> None:
        content = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _page(path: Path) -> str:
    file = path / "index.html" if path.is_dir() else path
    try:
        return file.read_text("utf-8")
    except OSError:
        return ""


def _stamp(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0  # it is being replaced at this moment
