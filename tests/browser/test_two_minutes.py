"""From the first screen to the letters on a phone: how far a visitor scrolls, types and taps, at 360 by 640 pixels."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import pages, writer

SCREEN = {"width": 360, "height": 640}
FIELDS = "#letter-form :is(input, select, textarea)"


class Visitor:
    """Somebody with a phone. Counts how many screens they scroll to what they tap or fill in.

    What the page scrolls by itself after a tap does not count.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.scrolled = 0.0

    def tap(self, selector: str) -> None:
        target = self.page.locator(selector)
        before = self._top()
        target.scroll_into_view_if_needed()
        self.scrolled += abs(self._top() - before)
        target.click()

    def type(self, selector: str, text: str) -> None:
        before = self._top()
        field = self.page.locator(selector)
        field.scroll_into_view_if_needed()
        self.scrolled += abs(self._top() - before)
        field.fill(text)

    def _top(self) -> float:
        return float(self.page.evaluate("scrollY / innerHeight"))


def screens(page: Page) -> float:
    return float(page.evaluate("document.documentElement.scrollHeight / innerHeight"))


def visible_fields(page: Page) -> list[str]:
    fields = page.locator(FIELDS).all()
    return [field.get_attribute("name") or "" for field in fields if field.is_visible()]


@pytest.fixture
def phone(page, site) -> Page:
    page.set_viewport_size(SCREEN)
    page.goto(site.url)
    pages.wait_ready(page)
    return page


@pytest.mark.in_both_browsers
def test_nothing_is_wider_than_the_screen_even_with_what_is_said_offline(page, site):
    page.set_viewport_size(SCREEN)
    page.add_init_script(pages.SAVES_DATA)
    page.goto(site.url)
    page.evaluate("document.documentElement.dataset.network = 'offline'")
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for part in (page.locator("#who"), page.locator("#you"), writer.letter(page)):
        expect(writer.reveal(part)).to_be_visible()  # A link to it would start Python.
        assert page.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"]


@pytest.mark.in_both_browsers
def test_three_letters_are_copied_with_little_scrolling(phone, clipboard_text):
    for part in (phone.get_by_label("ZIP code", exact=True), phone.get_by_role("button", name="Next: about you")):
        expect(part).to_be_in_viewport(ratio=1)
    assert visible_fields(phone) == ["zip"]
    assert screens(phone) <= 12
    focused = []
    while "zip" not in focused and len(focused) < 6:
        phone.keyboard.press("Tab")
        focused.append(phone.evaluate("document.activeElement.id"))
    assert "zip" in focused
    visitor = Visitor(phone)
    visitor.type("#zip", "94601")
    expect(phone.locator("[data-official]")).to_have_count(3)
    expect(phone.locator('[data-official="house"]')).to_contain_text("Lateefah Simon")
    visitor.tap('[data-to="you"]')
    assert len(visible_fields(phone)) <= 8
    assert screens(phone) <= 12
    for name, text in (
        ("first", "Ada"),
        ("last", "Lovelace"),
        ("street", "12 Byron Row"),
        ("city", "Oakland"),
        ("email", "ada@example.org"),
    ):
        visitor.type(f"#letter-form [name={name}]", text)
    visitor.tap(".finish > [type=submit]")
    expect(phone.locator("#letters-status")).to_be_in_viewport(ratio=1)
    expect(phone.locator("#letters-status")).to_contain_text("Your 3 letters are written. Your details are saved")
    for number, slot in enumerate(("house", "senate-1", "senate-2")):
        if number:
            visitor.tap(f'[data-tab="{slot}"]')
        visitor.tap(f'[data-letter="{slot}"] .main')
        expect(phone.locator(f'[data-letter="{slot}"] [data-letter-status]')).to_be_in_viewport(ratio=1)
        expect(writer.said(phone, slot)).to_have_text("Copied the letter.")
        if not number:
            assert visitor.scrolled <= 6
    assert visitor.scrolled <= 10
    assert screens(phone) <= 14
    text = clipboard_text(phone)
    assert text.startswith("The Honorable Adam Schiff")
    assert "Ada Lovelace" in text
    # What is noted of a letter that was sent is in view, and so is the next letter.
    phone.locator('[data-tab="house"]').click()
    phone.locator('[data-letter="house"] [data-action="sent"]').click()
    expect(writer.said(phone)).to_contain_text("Noted in your record")
    for part in (writer.said(phone), phone.locator('[data-letter="house"] [data-next] a')):
        expect(part).to_be_in_viewport(ratio=1)


def test_after_errors_and_back_and_forth_nothing_is_lost_and_the_next_visit_copies_with_two_taps(
    phone, site, clipboard_text
):
    phone.get_by_role("link", name="You", exact=True).click()
    phone.get_by_role("button", name="Write my letters").click()
    expect(phone.locator("[aria-invalid]:focus")).to_be_visible()
    phone.get_by_label("ZIP code", exact=True).fill("94507")  # in three districts
    phone.get_by_role("link", name="You", exact=True).click()
    phone.get_by_role("button", name="Write my letters").click()
    expect(phone.locator("#districts")).to_be_visible()
    phone.get_by_label("ZIP code", exact=True).fill("94601")
    phone.get_by_role("link", name="You", exact=True).click()
    phone.get_by_label("First name", exact=True).fill("Ada")
    phone.evaluate("history.back()")  # Playwright's own way waits in Firefox for a page that need not load
    expect(phone.get_by_label("ZIP code", exact=True)).to_be_visible()
    phone.get_by_role("link", name="Type or change the names").click()
    expect(phone.get_by_label("Representative's full name")).to_have_value("Lateefah Simon")
    phone.get_by_role("link", name="You", exact=True).click()
    expect(phone.get_by_label("First name", exact=True)).to_have_value("Ada")

    phone.locator(".reasons > summary").click()
    boxes = phone.locator(".reasons input")
    boxes.nth(2).check()
    expect(boxes.nth(3)).to_be_disabled()
    expect(phone.locator("[data-reasons-full]")).to_have_text("That is three. To pick another one, clear one first.")
    boxes.first.uncheck()
    picked = phone.locator(".reasons label span").nth(2).text_content() or ""
    expect(phone.locator("[data-reasons-picked]")).to_contain_text(picked)
    for name in ("Street address", "City", "Email"):
        phone.get_by_label(name, exact=True).fill("ada@example.org")
    phone.get_by_role("button", name="Write my letters").click()
    written = writer.text_of(phone)
    phone.goto("about:blank")
    phone.goto(site.url)
    pages.wait_ready(phone)
    visitor = Visitor(phone)
    visitor.tap('[data-stage-link="letters"]')
    visitor.tap('[data-letter="house"] .main')
    expect(writer.said(phone)).to_have_text("Copied the letter.")
    assert clipboard_text(phone) == written
    assert written.startswith("The Honorable Lateefah Simon")
    expect(phone.locator("[data-reasons-picked]")).to_contain_text(picked)

    # The letter on the screen goes with its official's name. Another one takes its place.
    phone.locator('[data-stage-link="who"]').click()
    phone.get_by_role("link", name="Type or change the names").click()
    phone.get_by_label("Representative's full name").fill("")
    phone.locator('[data-stage-link="letters"]').click()
    expect(phone.locator('[data-letter="senate-1"]')).to_be_visible()
    expect(phone.locator('[data-tab="senate-1"]')).to_have_attribute("aria-current", "step")
