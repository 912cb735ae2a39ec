"""Pyodide arrives in two halves, its library too, and nobody notices."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.imports import run_python

# What the codec for Traditional Chinese makes of two characters, and a character by its name. No page uses either.
DATA = r"""
import _codecs_tw
import unicodedata
from js import document
document.documentElement.dataset.coded = _codecs_tw.getcodec("big5").encode("中文")[0].hex()
document.documentElement.dataset.named = unicodedata.name("é") + unicodedata.lookup("Greek small letter omega")
"""
# A package of its own, and a part of a package that is in the other archive.
MODULES = """
import encodings.idna
import zipfile
from js import document
files = (zipfile.__file__, encodings.idna.__file__)
document.documentElement.dataset.found = " ".join(file.removeprefix("/lib/").rpartition("/")[0] for file in files)
"""
LATER = re.compile(r"pyodide\.later\.wasm$")
LATER_LIBRARY = re.compile(r"python_later\.zip$")


@pytest.fixture
def unguarded(new_context):
    """A page whose policy lets the test run Python in it."""
    return new_context(bypass_csp=True).new_page()


def run_both(page):
    """Runs Python that needs the second half, and Python that needs the rest of the library."""
    run_python(page, DATA)
    expect(page.locator("html")).to_have_attribute("data-coded", "a4a4a4e5", timeout=60_000)
    expect(page.locator("html")).to_have_attribute("data-named", "LATIN SMALL LETTER E WITH ACUTEω")
    run_python(page, MODULES)
    expect(page.locator("html")).to_have_attribute("data-found", "python_later.zip/zipfile python_later.zip/encodings")


@pytest.mark.expects("net::ERR_FAILED")
@pytest.mark.only_browser("chromium")  # Firefox over BiDi keeps to the page's policy
def test_letters_do_without_the_rest_which_is_fetched_when_it_is_needed_or_else_once_the_page_is_ready(
    unguarded, site, watch
):
    page = unguarded
    for file in (LATER, LATER_LIBRARY):
        page.route(file, lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: LATER.search(request.url)):
        page.goto(site.url)
        pages.wait_ready(page)
        page.get_by_label("First name", exact=True).fill("Ada")
        expect(page.locator("[data-letter-text]").first).to_contain_text("Ada")
    page.unroute(LATER)
    run_python(page, DATA)
    expect(page.locator("html")).to_have_attribute("data-coded", "a4a4a4e5", timeout=60_000)
    page.route(LATER_LIBRARY, lambda route: route.fulfill(status=503, body="<!doctype html>Busy"))
    watch.expect("503")
    with page.expect_event("console", lambda message: "python_later.zip: 503" in message.text):
        run_python(page, MODULES)
    page.unroute(LATER_LIBRARY)
    run_both(page)

    # Beside it, where the first half is compiled already.
    page = page.context.new_page()
    watch.requests.clear()
    with page.expect_response(LATER, timeout=90_000) as later, page.expect_response(LATER_LIBRARY) as library:
        page.goto(site.url)
    assert later.value.ok
    assert library.value.ok
    pages.wait_ready(page)
    run_both(page)
    assert sum(bool(LATER.search(request.url) or LATER_LIBRARY.search(request.url)) for request in watch.requests) == 2
    watch.expect("ModuleNotFoundError")
    with page.expect_event("console", lambda message: "pdb is left out" in message.text):
        run_python(page, "import pdb")
    assert any("make imports" in line for line in watch.console)


def test_the_first_half_is_much_smaller_than_the_whole(dist):
    sizes = {path.name: path.stat().st_size for path in dist.glob("runtime-*/*.wasm")}
    assert sizes["pyodide.asm.wasm"] < 4_150_000
    assert sizes["pyodide.later.wasm"] > 5_200_000
