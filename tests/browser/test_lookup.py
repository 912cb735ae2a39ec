"""The lookup in a browser: loading the list, typing, choosing and reloading.

What is filled in and said for each kind of ZIP code is tested in tests/unit/letters/congress, the rest of the view in
tests/unit/page/test_lookup.py.
"""

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


def list_requests(watch):
    return sum(request.url.endswith("/congress.dat") for request in watch.requests)


def message(page):
    return page.locator("#lookup-said")


def names(page):
    return [page.locator(f"#{slot}_name").input_value() for slot in ("house", "senate1", "senate2")]


def options(page):
    return page.locator("#districts label")


@pytest.mark.claim("Typing, writing and delivering make no request")
def test_a_zip_code_fills_in_all_without_a_request_a_district_is_chosen_and_the_next_visit_has_the_details(
    lookup_page, watch
):
    watch.requests.clear()
    box = lookup_page.get_by_label("ZIP code", exact=True)
    for zip_code in ("94504", "86515", "00601", "00000", "94599", "94601-1234", "94601"):
        box.fill("")
        box.press_sequentially(zip_code)
    expect(message(lookup_page)).to_have_text(
        "ZIP code 94601 is in the 12th district of California. Your letters go to Representative Lateefah Simon, "
        "Senator Alex Padilla, and Senator Adam Schiff."
    )
    assert names(lookup_page) == ["Lateefah Simon", "Alex Padilla", "Adam Schiff"]
    expect(lookup_page.get_by_label("State", exact=True)).to_have_value("CA")
    expect(lookup_page.locator("#districts")).to_be_hidden()
    expect(lookup_page.locator("[data-day]")).to_have_text("Members of Congress as of June 15, 2026.")
    box.press("Tab")
    assert writer.text_of(lookup_page).startswith(
        "The Honorable Lateefah Simon\n1023 Longworth House Office Building\nUnited States House of Representatives\n"
    )
    lookup_page.wait_for_timeout(300)
    assert [request.url for request in watch.requests] == []
    lookup_page.get_by_role("link", name="Enter my ZIP code").click()
    expect(box).to_be_focused()

    box.fill("94504")
    expect(message(lookup_page)).to_contain_text("ZIP code 94504 is in 2 districts of California. Choose yours")
    expect(options(lookup_page)).to_have_count(2)
    expect(lookup_page.locator("#districts :checked")).to_have_count(0)
    expect(lookup_page.get_by_role("link", name="Find your district by address")).to_have_attribute(
        "href", "https://www.house.gov/representatives/find-your-representative"
    )
    lookup_page.get_by_label("Representative Mark Ten").check()
    assert names(lookup_page) == ["Mark Ten", "Alex Padilla", "Adam Schiff"]
    writer.fill_person(lookup_page, zip="94504")
    writer.press_write(lookup_page)
    writer.press(lookup_page, "I sent this letter")

    # The first tab is still open: a crash would lose nothing, because nothing waits for its end.
    later = lookup_page.context.new_page()
    later.goto("./")
    pages.wait_ready(later)
    expect(later.locator("#welcome")).to_have_text("Welcome back, Ada")
    expect(later.get_by_label("Street address")).to_have_value("12 Byron Row")
    expect(later.get_by_label("State", exact=True)).to_have_value("CA")
    expect(later.locator("[data-record] li")).to_contain_text("letter to Representative Ten")
    assert "\n1 Cannon House Office Building\n" in writer.text_of(later)
    assert writer.text_of(later).endswith("ada@example.org")
    later.get_by_text("See what is saved").click()
    expect(later.locator("[data-kept]")).to_contain_text(
        "Mark Ten (Representative Ten), 1 Cannon House Office Building, 202-555-0100, https://example.house.gov"
    )
    pages.wait_for_lookup(later)
    assert names(later) == ["Mark Ten", "Alex Padilla", "Adam Schiff"]
    later.get_by_label("ZIP code", exact=True).fill("94601")
    assert names(later)[0] == "Lateefah Simon"


def test_the_list_is_asked_for_when_the_form_comes_into_view_and_if_it_does_not_load_once_more(page, watch):
    page.route("**/congress.dat", lambda route: route.fulfill(status=404, body="gone"))
    page.set_viewport_size({"width": 800, "height": 150})
    page.goto("./")
    pages.wait_ready(page)
    page.wait_for_timeout(300)
    assert list_requests(watch) == 0
    page.locator("#zip").scroll_into_view_if_needed()
    expect(message(page)).to_contain_text("The list of ZIP codes did not load.")
    assert list_requests(watch) == 1
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)
    assert watch.problems
    watch.pardon()
    page.unroute("**/congress.dat")
    page.get_by_label("ZIP code", exact=True).focus()
    expect(message(page)).to_contain_text("12th district of California")
    page.get_by_label("ZIP code", exact=True).fill("94601-1234")
    expect(message(page)).to_contain_text("12th district of California")
    assert list_requests(watch) == 1
