"""Pyodide arrives in two halves, and nobody notices."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.imports import run_python

# What the codec for Traditional Chinese makes of two characters. No page uses it.
CODEC = """
import _codecs_tw
from js import document
document.documentElement.dataset.coded = _codecs_tw.getcodec("big5").encode("中文")[0].hex()
"""
LATER = re.compile(r"pyodide\.later\.wasm$")


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
def test_letters_are_written_without_the_second_half(page, site):
    page.route(LATER, lambda route: route.abort())
    page.goto(site.url)
    ready(page)
    page.get_by_label("First name", exact=True).fill("Ada")
    expect(page.locator("[data-letter-text]").first).to_contain_text("Ada")


def test_the_first_half_is_much_smaller_than_the_whole(dist):
    sizes = {path.name: path.stat().st_size for path in dist.glob("runtime-*/*.wasm")}
    assert sizes["pyodide.asm.wasm"] < 4_600_000
    assert sizes["pyodide.later.wasm"] > 4_500_000


def test_the_second_half_brings_the_data_of_its_functions(new_context, site):
    page = new_context(bypass_csp=True).new_page()
    page.goto(site.url)
    ready(page)
    run_python(page, CODEC)
    expect(page.locator("html")).to_have_attribute("data-coded", "a4a4a4e5", timeout=60_000)
