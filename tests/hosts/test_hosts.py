"""The page on every host that docs/hosting.md names. `make hosts` runs all of it, `make test` a few cells."""

import re
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer
from tests.checkout import ROOT
from tests.hosts import servers


@dataclass(frozen=True)
class Cell:
    """A server, whether it compresses, and the path that it has the site under."""

    server: str
    compressed: bool
    under: str

    @property
    def row(self) -> str:
        """Its row in the table."""
        return f"{self.server}, {'gzip' if self.compressed else 'plain'}"

    def __str__(self) -> str:
        return f"{self.row} {self.under}"


SUB_PATH = "/our/letters/"
# Python's own server has no compression.
CELLS = [
    Cell(server, compressed, under)
    for server in servers.SERVERS
    for compressed in ((False,) if server == "http.server" else (False, True))
    for under in ("/", SUB_PATH)
]
# Those with the surprises, each in one browser: a type that is missing, and addresses that are rewritten.
IN_FIREFOX = Cell("nginx", True, SUB_PATH)
QUICK = {IN_FIREFOX: [pytest.mark.only_browser("firefox")], Cell("serve", True, "/"): []}
on_every_host = pytest.mark.parametrize(
    "cell",
    [
        *(pytest.param(cell, marks=QUICK.get(cell, [pytest.mark.every_host]), id=str(cell)) for cell in CELLS),
        pytest.param(
            IN_FIREFOX,
            marks=[pytest.mark.skip_browser("firefox"), pytest.mark.every_host],
            id=f"{IN_FIREFOX} in other browsers",
        ),
    ],
)


def _open_without_python(context, url: str) -> None:
    """The page and its scripts arrive. Python is the same at both addresses, and most of what a visit costs."""
    page = context.new_page()
    page.add_init_script(pages.WITHOUT_PYTHON)
    page.goto(url)
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    page.close()


@on_every_host
def test_python_starts_on_this_host_and_a_letter_is_written_when_it_is_gone(cell, start, keeping_page, watch, request):
    column = f"{request.getfixturevalue('browser_name')}, {'/' if cell.under == '/' else 'sub-path'}"
    request.node.user_properties.append(("cell", ("Hosts", cell.row, column)))
    host = start(cell.server, under=cell.under, compressed=cell.compressed)
    page = keeping_page
    page.goto(host.url)
    pages.wait_ready(page)
    pages.wait_kept(page)
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")  # this page as well, not only the next one
    _open_without_python(page.context, host.url + "index.html")
    assert [problem for problem in watch.problems if "no WebAssembly" not in problem] == []
    host.stop()
    _open_without_python(page.context, host.url)
    page.goto(host.url + "index.html?source=poster&utm_source=x#write")
    pages.wait_ready(page)
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)
    watch.pardon()  # browsers report that the host does not answer


@on_every_host
def test_this_host_compresses_where_the_table_says_so(cell, start):
    host = start(cell.server, under=cell.under, compressed=cell.compressed)
    connection = HTTPConnection("127.0.0.1", urlsplit(host.url).port, timeout=20)
    connection.request("GET", cell.under)
    style = re.search(rb'href="(app-\w+/style\.css)"', connection.getresponse().read())
    connection.request("GET", cell.under + style[1].decode(), headers={"Accept-Encoding": "gzip"})
    assert (connection.getresponse().headers["Content-Encoding"] == "gzip") is cell.compressed
    connection.close()


def test_the_document_has_a_line_for_every_host_that_is_tested():
    headings = re.findall(r"^## (.+)$", servers.DOCUMENT.read_text(), re.MULTILINE)
    named = {"http.server": "Python"}
    assert {named.get(server, server) for server in servers.SERVERS} <= set(headings)


def test_what_the_document_says_of_the_other_hosts_is_there(dist):
    text = servers.DOCUMENT.read_text()
    for file in re.findall(r"`dist/([\w.]+)`", text):
        assert (dist / file).exists(), file
    assert (dist / ".nojekyll").exists()
    assert (ROOT / ".github/workflows/pages.yml").exists()
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(re.findall(r"`make (\w+)`", text)) <= set(targets)
    headers = (dist / "_headers").read_text()
    for header in ("Cache-Control: no-cache", "max-age=31536000, immutable", "frame-ancestors *"):
        assert header in text
        assert header in headers
