"""A second visit, a reload, and being forgotten."""

import time
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


def again(page):
    """A later visit in the same profile: another tab, which has none of the first one's storage."""
    later = page.context.new_page()
    page.close()
    later.goto("./")
    pages.wait_ready(later)
    return later


def cookies(page):
    return {cookie["name"]: cookie for cookie in page.context.cookies()}


@pytest.mark.in_both_browsers
def test_details_come_back_on_the_next_visit(ready_page):
    writer.write(ready_page)
    later = again(ready_page)
    expect(later.locator("#welcome")).to_have_text("Welcome back, Ada")
    expect(later.get_by_label("Street address")).to_have_value("12 Byron Row")
    expect(later.get_by_label("State", exact=True)).to_have_value("CA")
    expect(later.get_by_label("Second senator's full name")).to_have_value("Adam Schiff")
    assert writer.text_of(later).endswith("ada@example.org")


@pytest.mark.claim("Cookies are limited to the page's path")
@pytest.mark.claim("The story is in no cookie")
@pytest.mark.in_both_browsers
def test_the_cookie_is_one_for_a_year_under_the_pages_own_path(dist, serve, page):
    site = serve(dist, under="/letters/")
    page.goto(site.url)
    pages.wait_ready(page)
    page.get_by_label("Your story").fill("A story")
    writer.write(page)
    cookie = cookies(page)["honorable"]
    assert cookie["path"] == "/letters/"
    assert cookie["sameSite"] == "Lax"
    assert len(cookie["value"]) < 4096
    assert "story" not in unquote(cookie["value"]).lower()
    days = (cookie["expires"] - time.time()) / 86_400
    assert 364 < days < 366


@pytest.mark.claim("*Forget my details* leaves nothing, in a frame too")
def test_forget_my_details_deletes_every_trace(ready_page):
    writer.write(ready_page)
    writer.letter(ready_page).get_by_label("Confirmation").fill("No. 12")
    writer.press(ready_page, "I sent this letter")
    writer.press(ready_page, "Edit by hand")
    writer.letter(ready_page).locator("textarea").fill("Mine")
    ready_page.get_by_role("button", name="Forget my details").click()
    expect(ready_page.locator("#form-status")).to_contain_text("forgotten")
    assert ready_page.context.cookies() == []
    assert ready_page.evaluate("sessionStorage.length + localStorage.length") == 0
    expect(ready_page.get_by_label("First name")).to_have_value("")
    assert "Ada" not in ready_page.locator("#letters").inner_text()
    expect(ready_page.locator("[data-record] li")).to_have_count(0)
    expect(writer.letter(ready_page).get_by_label("Confirmation")).to_have_value("")
    ready_page.reload()
    pages.wait_ready(ready_page)
    expect(ready_page.get_by_label("First name")).to_have_value("")
    expect(ready_page.locator("#welcome")).to_have_text("")


# Every other kind of damage is tried in tests/unit/letters/test_saved_details.py.
@pytest.mark.claim("What such a page writes into cookies and storage does no harm")
def test_a_hand_made_cookie_cannot_run_anything(page, site):
    cookie = '{"v":1,"person":{"first":"<img src=x onerror=alert(1)>"},"to":[{"slot":"house","full_name":"{{7*7}}"}]}'
    page.context.add_cookies([{"name": "honorable", "value": quote(cookie), "url": site.url}])
    page.goto("./")
    pages.wait_ready(page)
    expect(page.locator("#welcome")).to_have_text("Welcome back, <img src=x onerror=alert(1)>")
    assert "The Honorable {{7*7}}" in writer.text_of(page)


@pytest.mark.in_both_browsers
def test_what_is_typed_survives_a_reload_before_anything_is_written(ready_page):
    ready_page.get_by_label("City", exact=True).fill("Oakland")
    ready_page.reload()
    pages.wait_ready(ready_page)
    expect(ready_page.get_by_label("City", exact=True)).to_have_value("Oakland")


@pytest.mark.in_both_browsers
def test_where_storage_is_refused_letters_are_written_all_the_same(page):
    page.add_init_script(
        "for (const name of ['sessionStorage', 'localStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } });"
        " Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} })"
    )
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    expect(page.locator("#form-status")).to_contain_text("does not let the page save your details")
    assert "Dear Representative Simon:" in writer.text_of(page)


def test_details_too_long_for_a_cookie_are_written_and_what_is_not_saved_is_named(ready_page):
    writer.fill_person(ready_page, city="🦋" * 50, street="🦋" * 50, first="🦋" * 50, last="🦋" * 50)
    writer.reveal(ready_page.locator("#house_name")).fill("🦋" * 50)
    writer.reveal(ready_page.locator("#senate1_name")).fill("🦋" * 50)
    writer.press_write(ready_page)
    expect(ready_page.locator("#form-status")).to_contain_text("Too long to be saved: ")
    assert "🦋" * 50 in writer.text_of(ready_page)
    assert len(ready_page.evaluate("document.cookie")) < 4096
