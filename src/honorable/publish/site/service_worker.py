"""Write the service worker that keeps the page on the visitor's device: Workbox, web/sw.js and the list of files."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping

from honorable.publish.errors import UserError
from honorable.publish.project import Project

#: The service worker's name in the site. Browsers look for it there, so it never changes.
SERVICE_WORKER = "sw.js"
# The Workbox modules for pages, each after those that it needs.
_WORKBOX = ("workbox-core", "workbox-routing", "workbox-strategies", "workbox-precaching")
#: The module with which the page registers its worker and offers a new version.
WORKBOX_WINDOW = "workbox-window"
# Files that the page itself loads. What only others load stays out: the share card's picture, licenses, embed.js.
_PRECACHED = re.compile(
    r"([a-zA-Z-]{2,11}/)?(index\.html|manifest\.json)|icon[^/]*|logo\.(?:svg|png)|(app|data|runtime)-[^/]+/.+"
)
_FINGERPRINTED = re.compile(r"(app|data|runtime)-[0-9a-f]+/")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def service_worker(project: Project, files: Mapping[str, bytes]) -> bytes:
    """Return the script for a site of these files. Raises UserError if a Workbox module is missing."""
    modules = [workbox(project, name, "js") for name in _WORKBOX]
    own = (project.web / SERVICE_WORKER).read_text("utf-8")
    entries = json.dumps([_entry(name, files[name]) for name in sorted(files) if _PRECACHED.fullmatch(name)])
    return "\n".join((*modules, own.replace("self.__WB_MANIFEST", entries))).encode()


def workbox(project: Project, name: str, ending: str) -> str:
    """Return a Workbox package as a classic script ("js") or a module ("mjs"). Raises UserError if it is not there."""
    path = project.node_modules / name / "build" / f"{name}.prod.{ending}"
    if not path.is_file():
        raise UserError([f"{path.relative_to(project.root)}: not found; run make, or npm ci"])
    return _SOURCE_MAP.sub("", path.read_text("utf-8")).strip()


def _entry(name: str, content: bytes) -> dict[str, str | None]:
    """Return a file in Workbox's format (PrecacheEntry).

    With the hash, the browser refuses a file that is cut off, belongs to another build or is a host's error page. The
    page is listed by the address of its folder, because some hosts redirect index.html there.
    """
    return {
        "url": (name.removesuffix("index.html") or "./") if name.endswith("index.html") else name,
        "revision": None if _FINGERPRINTED.match(name) else hashlib.sha256(content).hexdigest()[:16],
        "integrity": f"sha384-{base64.b64encode(hashlib.sha384(content).digest()).decode()}",
    }
