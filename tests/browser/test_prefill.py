"""A link to a place in the page, and one that fills in the form.

One that fills in the form from the start: test_embed.py, and tests/unit/page/test_writing.py.
"""

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer

LINK = (
    "zip=94601&first=Mary+Ann&last=%3Cimg%20src=x%20onerror=alert(1)%3E&state=California&city=Albany"
    "&house_name=Lateefah%20Simon&email=a%2Bb@example.org"
)


@pytest.mark.claim("Its values are not sent to the host")
def test_a_link_to_a_place_stays_and_one_that_fills_in_what_is_empty_leaves_the_address_and_is_seen_by_no_server(
    page, site, watch
):
    site.asked.clear()
    page.goto("./#write")
    pages.wait_ready(page)
    assert page.url == f"{site.url}#write"
    expect(page.locator("#write")).to_be_in_viewport()
    page.get_by_label("City", exact=True).fill("Oakland")
    before = page.evaluate("history.length")
    page.evaluate("link => { location.hash = link }", LINK)
    expect(page.get_by_label("ZIP code")).to_have_value("94601")
    expect(page.get_by_label("City", exact=True)).to_have_value("Oakland")
    expect(page.get_by_label("First name")).to_have_value("Mary Ann")
    expect(page.get_by_label("State", exact=True)).to_have_value("CA")
    expect(page.get_by_label("Email", exact=True)).to_have_value("a+b@example.org")
    expect(page.locator("#house_last")).to_have_value("Simon")
    assert "Dear Representative Simon:" in writer.text_of(page)
    assert "Mary Ann <img src=x onerror=alert(1)>" in writer.text_of(page)
    assert page.url == site.url
    assert page.evaluate("history.length") <= before + 1
    page.evaluate("dispatchEvent(new Event('pagehide'))")  # What waits is saved now, for a reload.
    assert page.evaluate("JSON.parse(sessionStorage.honorable).typed.first") == "Mary Ann"
    assert site.asked
    assert not [asked for asked in site.asked if "Mary" in asked]
    assert not [request.url for request in watch.requests if "?" in request.url]
