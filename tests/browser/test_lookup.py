"""The lookup in a browser: loading the list, typing, choosing and reloading.

What is filled in and said for each kind of ZIP code is tested in tests/unit/letters/congress, the rest of the view in
tests/unit/page/test_lookup.py.
"""

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


def list_requests(site):
    return sum(path.endswith("/congress.dat") for path in site.asked)


def message(page):
    return page.locator("#lookup-said")


def names(page):
    return [page.locator(f"#{slot}_name").input_value() for slot in ("house", "senate1", "senate2")]


def options(page):
    return page.locator("#districts label")


def test_a_zip_code_fills_in_the_officials_the_state_and_the_letters(lookup_page):
    lookup_page.get_by_role("link", name="Enter my ZIP code").click()
    expect(lookup_page.get_by_label("ZIP code", exact=True)).to_be_focused()
    lookup_page.get_by_label("ZIP code", exact=True).fill("94601")
    expect(message(lookup_page)).to_have_text(
        "ZIP code 94601 is in the 12th district of California. Your letters go to Representative Lateefah Simon, "
        "Senator Alex Padilla, and Senator Adam Schiff."
    )
    assert names(lookup_page) == ["Lateefah Simon", "Alex Padilla", "Adam Schiff"]
    expect(lookup_page.get_by_label("State", exact=True)).to_have_value("CA")
    expect(lookup_page.locator("#districts")).to_be_hidden()
    expect(lookup_page.locator("[data-day]")).to_have_text("Members of Congress as of June 15, 2026.")
    assert writer.text_of(lookup_page).startswith(
        "The Honorable Lateefah Simon\n1023 Longworth House Office Building\nUnited States House of Representatives\n"
    )


@pytest.mark.claim("Typing, writing and delivering make no request")
def test_typing_a_zip_code_makes_no_request(lookup_page, watch):
    watch.requests.clear()
    box = lookup_page.get_by_label("ZIP code", exact=True)
    for zip_code in ("94601", "94504", "86515", "00601", "00000", "94599", "94601-1234"):
        box.fill("")
        box.press_sequentially(zip_code)
    box.press("Tab")
    expect(message(lookup_page)).to_contain_text("12th district of California")
    lookup_page.wait_for_timeout(300)
    assert [request.url for request in watch.requests] == []


def test_the_list_is_loaded_once_and_only_when_the_form_comes_into_view(page, dist, serve):
    site = serve(dist)
    page.set_viewport_size({"width": 800, "height": 150})
    page.goto(site.url)
    pages.wait_ready(page)
    page.wait_for_timeout(300)
    assert list_requests(site) == 0
    pages.wait_for_lookup(page)
    page.get_by_label("ZIP code", exact=True).fill("94601")
    expect(message(page)).to_contain_text("12th district")
    assert list_requests(site) == 1


def test_a_district_is_chosen_with_a_radio_button_and_is_there_after_a_reload_and_later(lookup_page, site):
    lookup_page.get_by_label("ZIP code", exact=True).fill("94504")
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
    lookup_page.reload()
    pages.wait_ready(lookup_page)
    assert names(lookup_page) == ["Mark Ten", "Alex Padilla", "Adam Schiff"]
    pages.wait_for_lookup(lookup_page)
    expect(lookup_page.get_by_label("Representative Mark Ten")).to_be_checked()
    later = lookup_page.context.new_page()
    later.goto(site.url)
    pages.wait_ready(later)
    assert "\n1 Cannon House Office Building\n" in writer.text_of(later)
    later.get_by_text("See what is saved").click()
    expect(later.locator("[data-kept]")).to_contain_text(
        "Mark Ten (Representative Ten), 1 Cannon House Office Building, 202-555-0100, https://example.house.gov"
    )
    pages.wait_for_lookup(later)
    assert names(later) == ["Mark Ten", "Alex Padilla", "Adam Schiff"]
    later.get_by_label("ZIP code", exact=True).fill("94601")
    assert names(later)[0] == "Lateefah Simon"


def test_if_the_list_does_not_load_the_names_can_be_typed_and_it_is_tried_again(page, site, watch):
    page.route("**/congress.dat", lambda route: route.fulfill(status=404, body="gone"))
    page.goto(site.url)
    pages.wait_ready(page)
    page.locator("#zip").scroll_into_view_if_needed()
    expect(message(page)).to_contain_text("The list of ZIP codes did not load.")
    writer.write(page)
    assert "Dear Representative Simon:" in writer.text_of(page)
    page.wait_for_timeout(500)
    assert watch.problems
    watch.forget()
    page.unroute("**/congress.dat")
    page.get_by_label("ZIP code", exact=True).focus()
    expect(message(page)).to_contain_text("12th district of California")


def test_without_a_list_the_form_asks_for_the_names(page, build_variant):
    page.goto(build_variant().url)
    pages.wait_ready(page)
    expect(page.locator("#lookup")).to_have_count(0)
    expect(page.get_by_role("link", name="Enter my ZIP code")).to_have_count(0)
    page.get_by_label("ZIP code", exact=True).fill("94601")
    assert names(page) == ["", "", ""]
