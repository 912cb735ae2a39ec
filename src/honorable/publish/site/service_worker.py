"""The worker that keeps the page on the visitor's device: Workbox, web/sw.js, and the list of the site's files."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping

from honorable.publish.errors import UserError
from honorable.publish.project import Project

#: The worker's name in the site. A browser keeps to it, so it never changes.
WORKER = "sw.js"
# Workbox as it is made for pages, each part after those that it needs.
_WORKBOX = ("core", "routing", "strategies", "precaching")
# What the page itself asks for. What only others ask for stays out: share cards' picture, licences, embed.js.
_KEPT = re.compile(
    r"([a-zA-Z-]{2,11}/)?(index\.html|manifest\.json)|icon[^/]*|logo\.(?:svg|png)|(app|data|runtime)-[^/]+/.+"
)
# Folders that are named by their content: what lies there never changes.
_UNCHANGING = re.compile(r"(app|data|runtime)-[0-9a-f]+/")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def worker(project: Project, files: Mapping[str, bytes]) -> bytes:
    """The worker's script for a site of these files. Raises UserError where a part of Workbox is missing."""
    parts = [_workbox(project, name) for name in _WORKBOX]
    ours = (project.web / WORKER).read_text("utf-8")
    listed = json.dumps([_entry(name, files[name]) for name in sorted(files) if _KEPT.fullmatch(name)])
    return "\n".join((*parts, ours.replace("self.__WB_MANIFEST", listed))).encode()


def _workbox(project: Project, name: str) -> str:
    path = project.node_modules / f"workbox-{name}" / "build" / f"workbox-{name}.prod.js"
    if not path.is_file():
        raise UserError([f"{path.relative_to(project.root)}: is not there; run make, or npm ci"])
    return _SOURCE_MAP.sub("", path.read_text("utf-8")).strip()


def _entry(name: str, content: bytes) -> dict[str, str | None]:
    """A file as Workbox takes it down (PrecacheEntry).

    Each with its hash: the browser refuses a file that is cut off, is another build's, or is a host's word that there
    is no such file. The page by its folder's address: some hosts redirect index.html there.
    """
    return {
        "url": (name.removesuffix("index.html") or "./") if name.endswith("index.html") else name,
        "revision": None if _UNCHANGING.match(name) else hashlib.sha256(content).hexdigest()[:16],
        "integrity": f"sha384-{base64.b64encode(hashlib.sha384(content).digest()).decode()}",
    }
