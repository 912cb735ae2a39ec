"""Write `_headers`, which tells Netlify and Cloudflare Pages what to send with each file. Other hosts ignore it.

Both read the same format: a path on its own line, then its headers, indented. The last part of a path may be `*`. No
two rules here set the same header for one file, because Cloudflare would join the values.
"""

from __future__ import annotations

from collections.abc import Iterable

from honorable.publish.site.service_worker import SERVICE_WORKER

#: The file name that both hosts look for. They do not publish the file.
HOST_HEADERS = "_headers"

_REVALIDATE = "Cache-Control: no-cache"
_IMMUTABLE = "Cache-Control: public, max-age=31536000, immutable"  # a year, the most that RFC 2616 §14.21 advises
# Letters are written inside other people's sites, too. To forbid that, use 'none' here: docs/hosting.md.
_FRAMES = "frame-ancestors *"


def host_headers(policy: str, immutable: Iterable[str], languages: Iterable[str] = ()) -> bytes:
    """Return the file. `policy` is the page's own Content-Security-Policy.

    `immutable` are the fingerprinted folders, `languages` the folders of other page versions.
    """
    page = (f"Content-Security-Policy: {policy}; {_FRAMES}", _REVALIDATE)
    rules = {
        "/*": ("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"),
        "/": page,
        "/index.html": page,
        **{f"/{folder}/{name}": page for folder in languages for name in ("", "index.html")},
        f"/{SERVICE_WORKER}": (_REVALIDATE,),
        # Browsers load a module from another origin only with this header (Fetch standard, CORS protocol).
        "/embed.js": ("Access-Control-Allow-Origin: *",),
        **{f"/{folder}/*": (_IMMUTABLE,) for folder in immutable},
    }
    return "".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in rules.items()).encode()
