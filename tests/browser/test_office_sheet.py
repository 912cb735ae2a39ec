"""Handing each office its letter: where it goes, the office's form line by line, the phone."""

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


@pytest.fixture
def written(lookup_page):
    """The page with three letters that were written from a ZIP code."""
    lookup_page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(lookup_page, zip="94601-1234", phone="510-555-0100")
    writer.press_write(lookup_page)
    return lookup_page


def way(page, name, slot="house"):
    return writer.letter(page, slot).locator(f'[data-way="{name}"]')


def open_way(page, name, slot="house"):
    writer.reveal(writer.letter(page, slot))
    way(page, name, slot).locator("summary").click()
    expect(way(page, name, slot)).to_have_attribute("open", "")
    return way(page, name, slot)


def chip(sheet, name):
    return sheet.locator(f'[data-chip="{name}"]')


def test_one_touch_copies_a_line_and_the_line_shows_it(written, clipboard_text):
    sheet = open_way(written, "form")
    for name, text in (("zip4", "1234"), ("state", "California"), ("topic-2", "Public Works"), ("message", None)):
        chip(sheet, name).click()
        expect(chip(sheet, name).locator("[data-chip-state]")).to_have_text("Copied")
        wanted = writer.text_of(written) if text is None else text
        assert clipboard_text(written).replace("\r\n", "\n") == wanted
    expect(sheet.locator("[data-copy-status]")).to_have_text("Copied: Message")
    expect(chip(sheet, "first").locator("[data-chip-state]")).to_have_text("")


def test_what_was_not_typed_leads_to_its_field(lookup_page):
    sheet = open_way(lookup_page, "form")
    expect(chip(sheet, "prefix")).to_be_hidden()
    sheet.get_by_role("link", name="Phone: not filled in yet").click()
    expect(lookup_page.get_by_label("Phone", exact=True)).to_be_focused()
    lookup_page.get_by_label("Phone", exact=True).fill("510-555-0100")
    expect(chip(sheet, "phone")).to_be_visible()
    expect(sheet.get_by_role("link", name="Phone: not filled in yet")).to_be_hidden()


def test_the_next_office_is_one_touch_away_and_after_the_last_one_tells_others(written):
    for slot, following in (("house", "senate-1"), ("senate-1", "senate-2")):
        sheet = way(written, "form", slot)
        if slot == "house":
            open_way(written, "form")
        sheet.get_by_role("link", name="Next office").click()
        expect(way(written, "form", following)).to_have_attribute("open", "")
        expect(sheet).not_to_have_attribute("open", "")
        expect(way(written, "form", following).locator(".hint").first).to_be_in_viewport()
    last = way(written, "form", "senate-2").get_by_role("link", name="That was the last office")
    expect(last).to_have_attribute("href", "#spread")


def test_on_a_phone_each_line_is_as_wide_as_the_screen_and_tall_enough_for_a_thumb(page, site):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site.url)
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(page, zip="94601-1234", phone="510-555-0100")
    sheet = open_way(page, "form")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        boxes = [one.bounding_box() for one in sheet.locator("[data-chip]:visible").all()]
        assert len(boxes) == 18  # all but the second line of the address
        for box in boxes:
            assert box
            assert box["height"] >= 44
            assert box["width"] >= width - 60
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_asked_for_while_an_office_is_handed_its_letter(written, watch):
    written.wait_for_timeout(300)
    watch.requests.clear()
    for name in ("form", "paper", "call"):
        open_way(written, name)
    chip(open_way(written, "form"), "email").click()
    written.wait_for_timeout(300)
    assert [request.url for request in watch.requests] == []
