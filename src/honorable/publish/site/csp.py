"""The page's Content-Security-Policy: nothing from anywhere else, no script but files of the site's own."""

from __future__ import annotations

from urllib.parse import urlsplit

from honorable.publish.campaign.model import Campaign


def policy(campaign: Campaign) -> str:
    """The policy for a <meta>. What the campaign's endpoints need is all that it adds.

    A <meta> cannot say frame-ancestors (CSP 3, section 3.3): a host that forbids framing says so in a header.
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
        # No text becomes a script or HTML. The one policy, in web/offline.js, makes one address: the worker's.
        "require-trusted-types-for": "'script'",
        "trusted-types": "worker",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def origin(address: str) -> str:
    """Scheme, host and port of an address; empty for an empty one.

    >>> origin("https://forms.example.org:8443/f/abc")
    'https://forms.example.org:8443'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
