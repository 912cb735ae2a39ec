"""Handing each office its letter: where it goes, the office's form line by line, the phone."""

from playwright.sync_api import expect

from tests.browser import writer


def way(page, name, slot="house"):
    return writer.letter(page, slot).locator(f'[data-way="{name}"]')


def open_way(page, name, slot="house"):
    writer.reveal(writer.letter(page, slot))
    way(page, name, slot).locator("summary").click()
    expect(way(page, name, slot)).to_have_attribute("open", "")
    return way(page, name, slot)


def chip(sheet, name):
    return sheet.locator(f'[data-chip="{name}"]')


def test_an_offices_form_is_handed_over_line_by_line_then_the_next_one_and_on_a_phone(
    lookup_page, clipboard_text, watch
):
    page = lookup_page
    page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(page, zip="94601-1234")
    page.wait_for_timeout(300)
    watch.requests.clear()
    sheet = open_way(page, "form")
    expect(chip(sheet, "phone")).to_be_hidden()
    sheet.get_by_role("link", name="Phone: not filled in yet").press("Enter")
    expect(page.get_by_label("Phone", exact=True)).to_be_focused()
    page.get_by_label("Phone", exact=True).fill("510-555-0100")
    expect(chip(sheet, "phone")).to_be_visible()
    expect(sheet.get_by_role("link", name="Phone: not filled in yet")).to_be_hidden()
    writer.press_write(page)

    for name, text in (("zip4", "1234"), ("state", "California"), ("topic-2", "Public Works"), ("message", None)):
        chip(sheet, name).click()
        expect(chip(sheet, name).locator("[data-chip-state]")).to_have_text("Copied")
        wanted = writer.text_of(page) if text is None else text
        assert clipboard_text(page).replace("\r\n", "\n") == wanted
    expect(sheet.locator("[data-copy-status]")).to_have_text("Copied: Message")
    expect(chip(sheet, "first").locator("[data-chip-state]")).to_have_text("")
    for name in ("paper", "call", "form"):
        open_way(page, name)

    for slot, following in (("house", "senate-1"), ("senate-1", "senate-2")):
        sheet = way(page, "form", slot)
        sheet.get_by_role("link", name="Next office").click()
        expect(way(page, "form", following)).to_have_attribute("open", "")
        expect(sheet).not_to_have_attribute("open", "")
        expect(way(page, "form", following).locator(".hint").first).to_be_in_viewport()
    last = way(page, "form", "senate-2").get_by_role("link", name="That was the last office")
    expect(last).to_have_attribute("href", "#spread")
    page.wait_for_timeout(300)
    # A browser may look for the page's icon again when the address gets another fragment.
    assert [request.url for request in watch.requests if not request.url.endswith("/icon.svg")] == []

    # On a phone each line is as wide as the screen, and tall enough for a thumb.
    page.set_viewport_size({"width": 320, "height": 640})
    sheet = open_way(page, "form")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        boxes = [one.bounding_box() for one in sheet.locator("[data-chip]:visible").all()]
        assert len(boxes) == 18  # all but the second line of the address
        for box in boxes:
            assert box
            assert box["height"] >= 44, width
            assert box["width"] >= width - 60, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
