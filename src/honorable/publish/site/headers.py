"""`_headers`: what Netlify and Cloudflare Pages are to say with each file. Other hosts do not read it.

Both read the same form: a path on its line, then its headers, indented. A path's last part may be `*`. No two rules
here say the same header for one file, because Cloudflare would join their values.
"""

from __future__ import annotations

from collections.abc import Iterable

from honorable.publish.campaign.model import Campaign
from honorable.publish.site.csp import policy
from honorable.publish.site.service_worker import WORKER

#: The name that both hosts look for. They do not publish it.
HOST_HEADERS = "_headers"

_ASK_AGAIN = "Cache-Control: no-cache"
_KEEP = "Cache-Control: public, max-age=31536000, immutable"  # a year, the most that RFC 2616 (14.21) advises
# Letters are written inside other people's sites too. Whoever does not want that says 'none' here: docs/hosting.md.
_FRAMES = "frame-ancestors *"


def host_headers(campaign: Campaign, unchanging: Iterable[str], others: Iterable[str] = ()) -> bytes:
    """The file for a site whose folders `unchanging` are named by their content, and the folders of other languages."""
    page = (f"Content-Security-Policy: {policy(campaign)}; {_FRAMES}", _ASK_AGAIN)
    rules = {
        "/*": ("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"),
        "/": page,
        "/index.html": page,
        **{f"/{folder}/{name}": page for folder in others for name in ("", "index.html")},
        f"/{WORKER}": (_ASK_AGAIN,),
        **{f"/{folder}/*": (_KEEP,) for folder in unchanging},
    }
    return "".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in rules.items()).encode()
