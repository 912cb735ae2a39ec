"""Ask the campaign's endpoints whether they redirect, for `honorable check --online`.

The page's Content-Security-Policy names the hosts that it may send to. Redirects are checked against it too: those of
requests by the Fetch standard (section 4.1), those of forms by Chromium. So an endpoint that
redirects to another host does not work unless the campaign names that host in `also_allow`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urljoin, urlsplit

from honorable import __version__
from honorable.publish.campaign.model import Campaign

_SECONDS = 10
#: As many as browsers follow (Fetch standard, HTTP-redirect fetch).
_MOST_REDIRECTS = 20
_REDIRECTS = {301, 302, 303, 307, 308}


def redirect_warnings(campaign: Campaign) -> Iterator[str]:
    """Yield a line, beginning with its key, for each endpoint that redirects to a host that the page may not send to.

    Only the addresses themselves are requested, without any data. A provider may redirect only what is really sent, so
    silence is no proof.
    """
    for key, (endpoint, allowed) in _endpoints(campaign).items():
        try:
            target = _final_address(endpoint)
        except (OSError, HTTPException, ValueError) as error:
            yield f'{key}: "{endpoint}" cannot be reached: {str(error) or type(error).__name__}'
            continue
        if _origin(target) not in {_origin(endpoint), *map(_origin, allowed)}:
            table = key.rpartition(".")[0]
            yield (
                f'{key}: "{endpoint}" redirects to "{target}", which browsers block; use that address, or add '
                f'also_allow = ["{_origin(target)}"] to [{table}]'
            )


def _endpoints(campaign: Campaign) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    tables = {"join": campaign.join, "email_copy": campaign.email_copy, "counting": campaign.counting}
    return {
        f"{name}.endpoint": (table.endpoint, table.also_allow)
        for name, table in tables.items()
        if table and table.endpoint
    }


def _final_address(address: str) -> str:
    """Return the address where the redirects of an address end."""
    for _ in range(_MOST_REDIRECTS):
        response = _response(address)
        location = response.headers.get("Location")
        if response.status not in _REDIRECTS or not location:
            return address
        address = urljoin(address, location)
    raise ValueError("redirects in a circle")


def _response(address: str) -> HTTPResponse:
    parts = urlsplit(address)
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        raise ValueError(f"redirects to {address}")
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=_SECONDS)
    try:
        # RFC 9112 §3.2.1: an empty path is sent as "/", before the query too.
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"User-Agent": f"Honorable/{__version__}"})
        return connection.getresponse()
    finally:
        connection.close()


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
