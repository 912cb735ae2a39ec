"""Nothing that is typed leaves the device."""

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer

MARK = "zq7word"


@pytest.mark.claim("A visit requests only the page's own origin")
@pytest.mark.claim("Typing, writing and delivering make no request")
@pytest.mark.claim("The page works without a network")
@pytest.mark.in_both_browsers
def test_after_a_visit_to_its_own_origin_alone_the_page_delivers_everything_without_a_network_or_a_request(
    page, dist, serve, watch, download
):
    site = serve(dist)
    page.goto(site.url)
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    assert watch.requests
    assert {request.url for request in watch.requests if not request.url.startswith((site.origin, "blob:"))} == set()

    site.stop()
    page.wait_for_timeout(500)
    watch.requests.clear()
    for box in page.locator("#letter-form input:not([type=checkbox], [type=email]), #story").all():
        writer.reveal(box).fill(f"{MARK} 94601" if box.get_attribute("name") != "zip" else "94601")
    # Too long for a mail link, so that the copy comes as a file.
    page.get_by_label("Your story", exact=True).fill(f"{MARK} was late, and no train came. " * 60)
    page.get_by_label("Email", exact=True).fill(f"{MARK}@example.org")
    page.get_by_label("State", exact=True).select_option("CA")
    writer.press_write(page)
    for slot in ("house", "senate-1", "senate-2"):
        writer.press(page, "Copy letter", slot)
        expect(writer.said(page, slot)).to_have_text("Copied the letter.")
        writer.press(page, "I sent this letter", slot)
    text = writer.text_of(page, "senate-2")
    assert pages.clipboard_text(page).replace("\r\n", "\n") == text
    file = download(page, lambda: writer.press(page, "Download", "senate-2"))
    assert file.content.decode() == text
    download(page, lambda: writer.press(page, "Email me a copy", "senate-2"))
    asked = [request.url for request in watch.requests if not request.url.startswith("blob:")]
    assert asked == []
    assert MARK not in page.url + page.title()
    assert not [line for line in watch.console if MARK in line]
