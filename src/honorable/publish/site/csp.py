"""Write the page's Content-Security-Policy: no script and no connection except to the site's own files."""

from __future__ import annotations

from urllib.parse import urlsplit

from honorable.publish.campaign.model import Campaign


def policy(campaign: Campaign) -> str:
    """Return the policy for a <meta>; only the campaign's own endpoints are added to it.

    A <meta> cannot contain frame-ancestors (CSP 3, section 3.3). A host that forbids framing sends it in a header.
    """
    directives = {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
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
