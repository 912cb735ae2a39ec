"""Write the page's Content-Security-Policy: no script and no connection except to the site's own files."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import urlsplit

from honorable.publish.campaign.model import Campaign
from honorable.publish.project import Project

#: The one script in web/ that is part of the HTML. The policy allows it by its hash.
INLINE_SCRIPT = "python-files.js"


def inline_script(project: Project) -> str:
    """Return the text of the inline script, as it is between its tags."""
    return (project.web / INLINE_SCRIPT).read_text("utf-8").strip()


def policy(campaign: Campaign, script: str) -> str:
    """Return the policy for a <meta>. It allows this inline script and the campaign's own endpoints.

    A <meta> cannot contain frame-ancestors (CSP 3, section 3.3). A host that forbids framing sends it in a header.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    directives = {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' 'sha256-{digest}'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": " ".join(dict.fromkeys(("'self'", *map(origin, campaign.connections)))),
        "form-action": " ".join(dict.fromkeys(map(origin, campaign.form_targets))) or "'none'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        # Text never becomes a script or HTML. The one policy, in web/offline.js, makes the service worker's address.
        "require-trusted-types-for": "'script'",
        "trusted-types": "worker",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def origin(address: str) -> str:
    """Return scheme, host and port of an address; empty for an empty one.

    >>> origin("https://forms.example.org:8443/f/abc")
    'https://forms.example.org:8443'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
