"""Counting without watching, where a campaign names an endpoint. Wishes not to be counted: tests/unit/page."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import pages, writer
from tests.browser.serving import Endpoint, Site

EXACTLY = [{"honorable": 1, "event": event} for event in ("opened", "written", "copied")]


@pytest.mark.claim("three kinds of event, nothing typed, and nothing from browsers that send *do not track*")
def test_only_events_are_counted_each_once_and_after_a_plain_notice(
    page: Page, build_variant: Callable[..., Site], endpoint: Endpoint
):
    page.goto(build_variant(counting={"endpoint": endpoint.url, "provider": "Example Counts"}).url)
    pages.wait_ready(page)
    expect(page.locator("#counting")).to_contain_text("Example Counts receives the counts, and nothing about you.")
    writer.write(page)
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    for _ in range(2):
        writer.press_write(page)
        page.get_by_role("button", name="Copy letter").first.click()
    expect(page.locator("[data-letter-status]").first).to_contain_text("Copied")
    page.wait_for_timeout(500)
    assert [json.loads(post) for post in endpoint.posts] == EXACTLY
