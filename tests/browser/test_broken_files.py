"""Each file of the site in turn is missing, empty, cut off, another page, or slow: the page works, or says so in words.

`make audit` prints the table; `make test` tries a few.
"""

import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import pages, writer

# What a first visit asks for, as Playwright's patterns.
FILES = [
    "*/style.css",
    "*/frame.js",
    "*/actions.js",
    "*/boot.js",
    "*/offline.js",
    "*/python.zip.gzip",
    "*/core.js",
    "*/interpreter.js",
    "*/pyodide.js",
    "*/pyodide.asm.js",
    "*/pyodide.asm.wasm",
    "*/python_stdlib.zip.gzip",
    "*/congress.dat",
    "manifest.json",
    "icon.svg",
]
FAULTS = ["missing", "empty", "cut off", "another page", "slow"]
OFTEN = {
    ("*/python.zip.gzip", "cut off"),
    ("*/pyodide.asm.wasm", "another page"),
    ("*/pyodide.js", "empty"),
    ("*/core.js", "slow"),
}
_DISPENSABLE = ("style.css", "frame.js", "actions.js", "offline.js", "congress.dat")
# Without these, a letter is written all the same.
DISPENSABLE = {"manifest.json", "icon.svg", *(f"*/{name}" for name in _DISPENSABLE)}


def spoil(page: Page, address: str, fault: str) -> list[str]:
    """Breaks what the host answers at an address. The list gets each address that was asked for."""
    asked = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if fault == "missing":
            route.fulfill(status=404, body="Not here")
            return
        if fault == "another page":
            route.fulfill(status=200, body="<!doctype html><title>Our page</title>", content_type="text/html")
            return
        if fault == "slow":
            time.sleep(3)
            route.continue_()
            return
        whole = route.fetch()
        body = whole.body()
        route.fulfill(response=whole, body=body[: len(body) // 2] if fault == "cut off" else b"")

    page.route(address, answer)
    return asked


def _cell(file: str, fault: str) -> object:
    return pytest.param((file, fault), marks=() if (file, fault) in OFTEN else pytest.mark.every_host)


@pytest.mark.parametrize("broken", [_cell(file, fault) for file in FILES for fault in FAULTS], ids=" ".join)
def test_with_a_file_broken_the_page_works_or_says_so(page, site, watch, record_property, broken):
    file, fault = broken
    record_property("cell", ("Broken files", file, fault))
    asked = spoil(page, f"{site.url}{file}", fault)
    page.goto(site.url, wait_until="domcontentloaded")
    said = what_a_visitor_gets(page)
    record_property("cell", ("Broken files", file, fault, said))
    if said == "works":
        page.locator("#zip").scroll_into_view_if_needed()
        writer.write(page)
        assert "Dear Representative Simon:" in writer.text_of(page)
    else:
        expect(page.locator("[data-diy-text]")).to_be_visible()
        assert file not in DISPENSABLE
        assert fault != "slow"
    assert asked or file in DISPENSABLE
    page.close()
    watch.pardon()  # browsers report what the test has broken


def what_a_visitor_gets(page: Page) -> str:
    """As the table says it. AssertionError where the page neither works nor says anything."""
    page.wait_for_function(
        """() => document.documentElement.dataset.python !== "loading" || (performance.now() > 20_000
            && document.querySelector("[data-status-slow]").checkVisibility({ visibilityProperty: true }))""",
        timeout=pages.PYTHON_STARTS_WITHIN,
    )
    state = page.locator("html").get_attribute("data-python")
    if state == "failed":
        expect(page.locator("#python-failed")).to_be_visible()
    return {"ready": "works", "failed": "says so"}.get(state or "", "says so after 20 s")
