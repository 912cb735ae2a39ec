"""Pyodide arrives in two halves, and nobody notices."""

import re

import pytest
from playwright.sync_api import expect

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


def ready(page):
    expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=60_000)


@pytest.mark.in_both_browsers
def test_the_second_half_is_fetched_once_the_page_is_ready(page, site):
    with page.expect_response(LATER, timeout=90_000) as answer:
        page.goto(site.url)
    assert answer.value.ok
    ready(page)


@pytest.mark.expects("net::ERR_FAILED")
@pytest.mark.only_browser("chromium")  # Firefox reports an aborted request in other words
def test_letters_are_written_without_the_second_half_and_the_rest_of_the_library(page, site):
    page.route(LATER, lambda route: route.abort())
    page.route(LATER_LIBRARY, lambda route: route.abort())
    page.goto(site.url)
    ready(page)
    page.get_by_label("First name", exact=True).fill("Ada")
    expect(page.locator("[data-letter-text]").first).to_contain_text("Ada")


def test_the_first_half_is_much_smaller_than_the_whole(dist):
    sizes = {path.name: path.stat().st_size for path in dist.glob("runtime-*/*.wasm")}
    assert sizes["pyodide.asm.wasm"] < 4_150_000
    assert sizes["pyodide.later.wasm"] > 5_200_000


def test_the_second_half_brings_the_data_of_its_functions(new_context, site):
    page = new_context(bypass_csp=True).new_page()
    page.goto(site.url)
    ready(page)
    run_python(page, DATA)
    expect(page.locator("html")).to_have_attribute("data-coded", "a4a4a4e5", timeout=60_000)
    expect(page.locator("html")).to_have_attribute("data-named", "LATIN SMALL LETTER E WITH ACUTEω")


@pytest.mark.parametrize(
    "arrives",
    [True, pytest.param(False, marks=pytest.mark.expects("net::ERR_FAILED"))],
    ids=["arrived", "not yet there"],
)
def test_modules_of_the_rest_of_the_library_are_found(new_context, site, arrives):
    page = new_context(bypass_csp=True).new_page()
    if not arrives:
        page.route(LATER_LIBRARY, lambda route: route.abort(), times=1)
    with page.expect_request(LATER_LIBRARY):
        page.goto(site.url)
    ready(page)
    run_python(page, MODULES)
    expect(page.locator("html")).to_have_attribute("data-found", "python_later.zip/zipfile python_later.zip/encodings")
