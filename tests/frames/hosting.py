"""Pages of another site, with the letter page in a frame, on a server of their own.

Two servers on one machine are two sites where their hosts differ: the letter page is on localhost, the host's page on
127.0.0.1. Cookies do not care for ports, so another port alone would be the same site.
"""

from pathlib import Path

from tests.browser.serving import Site

# It writes down whatever the frame lets it hear.
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,">
<script>
  const heard = [];
  addEventListener("message", ({{ origin, data }}) => heard.push({{ origin, data }}));
  for (const type of ["ready", "written", "copied", "sent"])
    addEventListener("honorable:" + type, ({{ type, target, detail }}) =>
      heard.push({{ event: type, from: target.title, detail }}));
</script></head><body><h1>A host</h1>{body}<p>The host's own end.</p></body></html>
"""


def write_host(folder: Path, body: str, name: str = "index.html") -> None:
    """Puts a host's page into the folder."""
    (folder / name).write_text(_PAGE.format(body=body))


def script(page: str, **attributes: str) -> str:
    """The line that takes the letter page in: `script(url, theme="dark")`."""
    data = "".join(f' data-{name}="{text}"' for name, text in attributes.items())
    return f'<script src="{page}embed.js"{data}></script>'


def iframe(page: str, fragment: str = "") -> str:
    """A plain frame, as docs/embedding.md has it."""
    allow = "clipboard-write; web-share"
    return f'<iframe title="Letters" src="{page}{fragment}" allow="{allow}" width="600" height="700"></iframe>'


def on_another_site(host: Site) -> str:
    """The host's address on another site than that of all pages on localhost."""
    return host.url.replace("localhost", "127.0.0.1")
