"""The page as `honorable serve` shows it while one works on it: it loads itself anew when it was built again.

Nothing of this is in the site. A script is put into the page on its way out, and the worker that would keep an old page
on the device is replaced by one that goes away; `honorable serve --offline` serves the site as it is.
"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

from honorable.publish.devserver.serve import Handler
from honorable.publish.site.service_worker import WORKER

RELOAD = "honorable-live.js"
_ASKED = "honorable-built"
_SCRIPT, _NO_WORKER = (Path(__file__).parent / name for name in ("live_reload.js", "no_service_worker.js"))


class LiveHandler(Handler):
    """The same server, with a page that follows the builds."""

    def do_GET(self) -> None:  # noqa: N802  http.server's own name for it
        name = self.path.partition("?")[0].rpartition("/")[2]
        if name == RELOAD:
            self._say(_SCRIPT.read_text("utf-8"), "text/javascript")
        elif name == WORKER:
            self._say(_NO_WORKER.read_text("utf-8"), "text/javascript")
        elif name == _ASKED:
            self._say(str(_stamp(Path(self.directory) / "index.html")), "text/plain")
        elif name in {"", "index.html"} and (html := _page(Path(self.translate_path(self.path)))):
            root = self.path.partition("?")[0].count("/") - 1
            script = f'<script src="{"../" * root or "./"}{RELOAD}"></script>\n</head>'
            self._say(html.replace("</head>", script, 1), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _say(self, text: str, media_type: str) -> None:
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
        return 0  # just being replaced
