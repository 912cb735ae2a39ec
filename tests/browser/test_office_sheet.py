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


def test_each_letter_shows_where_it_goes(written):
    house, schiff = writer.letter(written), writer.letter(written, "senate-2")
    contact = house.get_by_role("link", name="Open the contact page of Representative Simon")
    expect(contact).to_have_attribute("href", "https://simon.example.gov")
    expect(contact).to_have_attribute("target", "_blank")
    expect(house.locator(".where [data-phone]")).to_have_text("202-555-0112")
    expect(house.locator(".where [data-phone]")).to_have_attribute("href", "tel:+12025550112")
    assert house.locator("[data-postal]").text_content() == (
        "The Honorable Lateefah Simon\n1023 Longworth House Office Building\n"
        "United States House of Representatives\nWashington, DC 20515"
    )
    expect(schiff.locator("[data-contact-page]")).to_have_attribute("href", "https://schiff.example.gov/form")


def test_an_office_of_which_nothing_is_known_has_the_list_of_offices_and_no_number(lookup_page):
    lookup_page.get_by_label("ZIP code", exact=True).fill("95901")
    house = writer.letter(lookup_page)
    expect(house.locator("[data-contact-words]")).to_have_text("Open the contact page of Representative Minimum")
    expect(house.locator("[data-contact-page]")).to_have_attribute(
        "href", "https://www.house.gov/representatives/find-your-representative"
    )
    expect(house.locator("[data-phone-line]")).to_be_hidden()
    call = open_way(lookup_page, "call")
    expect(call.locator("[data-call-number]")).to_be_hidden()
    expect(call.locator("[data-call-no-number]")).to_be_visible()


def test_somebody_whom_the_lookup_does_not_know_is_reached_through_the_list_of_offices(ready_page):
    writer.fill_person(ready_page)
    writer.reveal(ready_page.get_by_label("Representative's full name")).fill("Jane Newcomer")
    writer.press_write(ready_page)
    house = writer.letter(ready_page)
    expect(house.locator("[data-contact-page]")).to_have_attribute(
        "href", "https://www.house.gov/representatives/find-your-representative"
    )
    expect(house.locator("[data-postal]")).to_contain_text("The Honorable Jane Newcomer")


def test_after_copying_the_office_of_the_letter_is_offered(written):
    writer.press(written, "Copy letter")
    expect(writer.letter(written).locator("[data-next] a")).to_have_attribute("href", "https://simon.example.gov")


def test_the_offices_form_stands_there_line_by_line_in_the_usual_order(written):
    sheet = open_way(written, "form")
    lines = sheet.locator("[data-chip]").evaluate_all("all => all.map(one => one.dataset.chip)")
    assert lines == (
        [
            "prefix",
            "first",
            "last",
            "street",
            "street2",
            "city",
            "state",
            "zip",
            "zip4",
            "email",
            "phone",
            "topic-1",
            "topic-2",
            "topic-3",
            "subject",
            "message",
            "short",
            "plain",
            "short_plain",
        ]
    )
    said = {name: chip(sheet, name).locator(".chip-text").text_content() for name in lines}
    assert [said[name] for name in lines[:15]] == [
        *("Dr.", "Ada", "Lovelace", "12 Byron Row", "", "Oakland", "California", "94601", "1234"),
        *("ada@example.org", "510-555-0100", "Transportation", "Public Works", "Travel and Tourism"),
        "Support the Night Trains Act",
    ]
    assert said["message"] == f"{len(writer.text_of(written)) + writer.text_of(written).count(chr(10)):,} characters"


def test_one_touch_copies_a_line_and_the_line_shows_it(written, clipboard_text):
    sheet = open_way(written, "form")
    for name, text in (("zip4", "1234"), ("state", "California"), ("topic-2", "Public Works"), ("message", None)):
        chip(sheet, name).click()
        expect(chip(sheet, name).locator("[data-chip-state]")).to_have_text("Copied")
        wanted = writer.text_of(written) if text is None else text
        assert clipboard_text(written).replace("\r\n", "\n") == wanted
    expect(sheet.locator("[data-copy-status]")).to_have_text("Copied: Message")
    expect(chip(sheet, "first").locator("[data-chip-state]")).to_have_text("")


def test_a_line_that_changed_since_is_no_longer_copied(written):
    sheet = open_way(written, "form")
    chip(sheet, "city").click()
    expect(chip(sheet, "city")).to_have_attribute("data-copied", "")
    written.get_by_label("City", exact=True).fill("Berkeley")
    expect(chip(sheet, "city").locator(".chip-text")).to_have_text("Berkeley")
    expect(chip(sheet, "city").locator("[data-chip-state]")).to_have_text("")


def test_the_plain_message_has_no_curly_quotes(written, clipboard_text):
    written.get_by_label("Your story").fill("“My son” — Núñez — didn’t come home… 🦋")
    sheet = open_way(written, "form")
    chip(sheet, "plain").click()
    copied = clipboard_text(written).replace("\r\n", "\n")
    assert copied.isascii()
    assert '"My son" - Nunez - didn\'t come home... ?' in copied
    expect(chip(sheet, "plain").locator(".chip-text")).to_have_text(
        f"{len(copied) + copied.count(chr(10)):,} characters"
    )


def test_what_was_not_typed_leads_to_its_field(lookup_page):
    sheet = open_way(lookup_page, "form")
    expect(chip(sheet, "prefix")).to_be_hidden()
    sheet.get_by_role("link", name="Phone: not filled in yet").click()
    expect(lookup_page.get_by_label("Phone", exact=True)).to_be_focused()
    lookup_page.get_by_label("Phone", exact=True).fill("510-555-0100")
    expect(chip(sheet, "phone")).to_be_visible()
    expect(sheet.get_by_role("link", name="Phone: not filled in yet")).to_be_hidden()


def test_a_letter_edited_by_hand_is_what_the_office_gets(written, clipboard_text):
    writer.press(written, "Edit by hand")
    writer.letter(written).locator("textarea").fill("Dear Lateefah,\n\nplease.")
    sheet = open_way(written, "form")
    expect(chip(sheet, "message").locator(".chip-text")).to_have_text("25 characters")  # a line break counts as two
    chip(sheet, "message").click()
    assert clipboard_text(written).replace("\r\n", "\n") == "Dear Lateefah,\n\nplease."


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


def test_a_letter_that_is_skipped_is_no_next_office(written):
    writer.reveal(written.get_by_label("First senator's full name")).fill("")
    sheet = open_way(written, "form")
    expect(sheet.get_by_role("link", name="Next office")).to_have_text("Next office: Senator Schiff")


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_each_line_is_as_wide_as_the_screen_and_tall_enough_for_a_thumb(page, site, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(site.url)
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(page, zip="94601-1234", phone="510-555-0100")
    sheet = open_way(page, "form")
    for one in sheet.locator("[data-chip]:visible").all():
        box = one.bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= width - 60
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_phone_script_has_the_offices_number_and_the_bill(written):
    call = open_way(written, "call")
    expect(call.locator("[data-call-number] a")).to_have_attribute("href", "tel:+12025550112")
    expect(call.locator("[data-call]")).to_contain_text("My name is Ada Lovelace, and I live in Oakland, California.")
    expect(call.locator("[data-call]")).to_contain_text("ask Representative Simon to cosponsor the Night Trains Act")
    senator = open_way(written, "call", "senate-1")
    expect(senator.locator("[data-call]")).to_contain_text("ask Senator Padilla to cosponsor")
    expect(senator.locator("[data-call]")).to_contain_text("S. 8802")


def test_before_anything_is_typed_the_script_has_blanks(ready_page):
    call = open_way(ready_page, "call")
    expect(call.locator("[data-call]")).to_contain_text("My name is [First name] [Last name]")


def test_nothing_is_asked_for_while_an_office_is_handed_its_letter(written, watch):
    written.wait_for_timeout(300)
    watch.requests.clear()
    for name in ("form", "paper", "call"):
        open_way(written, name)
    chip(open_way(written, "form"), "email").click()
    written.wait_for_timeout(300)
    assert [request.url for request in watch.requests] == []
