"""A second visit, a reload, and being forgotten."""

import time
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


@pytest.mark.claim("Cookies are limited to the page's path")
@pytest.mark.claim("The story is in no cookie")
@pytest.mark.in_both_browsers
def test_what_is_typed_outlives_a_reload_and_details_are_in_one_cookie_under_the_pages_path(dist, serve, page):
    site = serve(dist, under="/@ada/letters/")
    page.goto(site.url)
    pages.wait_ready(page)
    page.get_by_label("City", exact=True).fill("Oakland")
    page.get_by_label("Your story").press_sequentially("A story")
    page.reload()
    pages.wait_ready(page)
    expect(page.get_by_label("City", exact=True)).to_have_value("Oakland")
    expect(page.get_by_label("Your story")).to_have_value("A story")
    assert "A story" in writer.text_of(page)

    writer.write(page)
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert {cookie["path"] for cookie in cookies.values()} == {"/@ada/letters/"}
    cookie = cookies["honorable"]
    assert cookie["sameSite"] == "Lax"
    assert len(cookie["value"]) < 4096
    assert "Ada" in cookie["value"]
    assert not [name for name, one in cookies.items() if "story" in unquote(one["value"]).lower()]
    days = (cookie["expires"] - time.time()) / 86_400
    assert 364 < days < 366


@pytest.mark.claim("*Forget my details* leaves nothing, in a frame too")
def test_forget_my_details_deletes_every_trace(ready_page, site):
    writer.write(ready_page)
    writer.letter(ready_page).get_by_label("Confirmation").fill("No. 12")
    writer.press(ready_page, "I sent this letter")
    writer.press(ready_page, "Edit by hand")
    writer.letter(ready_page).locator("textarea").fill("Mine")
    ready_page.get_by_role("button", name="Forget my details").click()
    expect(ready_page.locator("#form-status")).to_contain_text("forgotten")
    expect(ready_page.locator("#form-status")).to_be_in_viewport(ratio=1)
    assert ready_page.context.cookies() == []
    assert ready_page.evaluate("sessionStorage.length + localStorage.length") == 0
    expect(ready_page.get_by_label("First name")).to_have_value("")
    assert "Lovelace" not in ready_page.content()
    expect(ready_page.locator("[data-record] li")).to_have_count(0)
    expect(writer.letter(ready_page).get_by_label("Confirmation")).to_have_value("")
    ready_page.goto(f"{site.url}icon.svg")  # What waits is saved when the page is left.
    assert ready_page.context.cookies() == []
    assert ready_page.evaluate("sessionStorage.length + localStorage.length") == 0


# Every other kind of damage is tried in tests/unit/letters/test_saved_details.py.
@pytest.mark.claim("What such a page writes into cookies and storage does no harm")
def test_a_hand_made_cookie_cannot_run_anything(page, site):
    cookie = '{"v":1,"person":{"first":"<img src=x onerror=alert(1)>"},"to":[{"slot":"house","full_name":"{{7*7}}"}]}'
    page.context.add_cookies([{"name": "honorable", "value": quote(cookie), "url": site.url}])
    page.goto("./")
    pages.wait_ready(page)
    expect(page.locator("#welcome")).to_have_text("Welcome back, <img src=x onerror=alert(1)>")
    assert "The Honorable {{7*7}}" in writer.text_of(page)
