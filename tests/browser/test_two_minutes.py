"""From the first screen to the letters on a phone: how far a visitor scrolls, types and taps, at 360 by 640 pixels."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import pages, writer

SCREEN = {"width": 360, "height": 640}
FIELDS = "#letter-form :is(input, select, textarea)"


class Visitor:
    """Somebody with a phone. Counts the taps, and how many screens they scroll to what they tap."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.scrolled = 0.0

    def tap(self, selector: str) -> None:
        target = self.page.locator(selector)
        before = self._top()
        target.scroll_into_view_if_needed()
        target.click()
        self.taps += 1
        self.scrolled += abs(self._top() - before)

    def type(self, selector: str, text: str) -> None:
        before = self._top()
        self.page.locator(selector).fill(text)
        self.scrolled += abs(self._top() - before)

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
def test_the_first_screen_has_the_zip_code_and_the_button(phone):
    for part in (phone.get_by_label("ZIP code", exact=True), phone.get_by_role("button", name="Next: about you")):
        expect(part).to_be_in_viewport(ratio=1)
    assert visible_fields(phone) == ["zip"]
    assert screens(phone) <= 12


@pytest.mark.in_both_browsers
def test_nothing_is_wider_than_the_screen_even_with_what_is_said_offline(phone):
    phone.evaluate("document.documentElement.dataset.network = 'offline'")
    phone.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for stage in ("who", "you", "letters"):
        phone.locator(f'[data-stage-link="{stage}"]').click()
        assert phone.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"]


def test_the_zip_code_is_a_few_tabs_from_the_start(phone):
    focused = []
    for _press in range(6):
        phone.keyboard.press("Tab")
        focused.append(phone.evaluate("document.activeElement.id"))
    assert "zip" in focused


@pytest.mark.in_both_browsers
def test_three_letters_are_copied_with_few_taps_and_little_scrolling(phone, clipboard_text):
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
        assert "Ada Lovelace" in clipboard_text(phone)
        if not number:
            assert visitor.scrolled <= 6
            assert visitor.taps <= 9
    assert visitor.scrolled <= 10
    assert screens(phone) <= 14


@pytest.mark.in_both_browsers
def test_what_is_noted_of_a_sent_letter_and_the_next_one_are_in_view(phone):
    writer.write(phone)
    phone.locator('[data-letter="house"] [data-action="sent"]').click()
    expect(writer.said(phone)).to_contain_text("Noted in your record")
    for part in (writer.said(phone), phone.locator('[data-letter="house"] [data-next] a')):
        expect(part).to_be_in_viewport(ratio=1)


def test_on_the_second_visit_the_first_letter_is_copied_with_three_taps(phone, site, clipboard_text):
    phone.get_by_label("ZIP code", exact=True).fill("94601")
    phone.get_by_role("link", name="You", exact=True).click()
    for name in ("First name", "Street address", "City", "Email"):
        phone.get_by_label(name, exact=True).fill("ada@example.org")
    phone.get_by_role("button", name="Write my letters").click()
    phone.goto("about:blank")
    phone.goto(site.url)
    pages.wait_ready(phone)
    visitor = Visitor(phone)
    visitor.tap('[data-stage-link="letters"]')
    visitor.tap('[data-letter="house"] .main')
    assert "The Honorable Lateefah Simon" in clipboard_text(phone)
    assert visitor.taps <= 3


def test_an_error_is_shown_in_the_part_that_it_is_in(phone):
    phone.get_by_role("link", name="You", exact=True).click()
    phone.get_by_role("button", name="Write my letters").click()
    expect(phone.locator("[aria-invalid]:focus")).to_be_visible()
    phone.get_by_label("ZIP code", exact=True).fill("94507")  # in three districts
    phone.get_by_role("link", name="You", exact=True).click()
    phone.get_by_role("button", name="Write my letters").click()
    expect(phone.locator("#districts")).to_be_visible()


def test_back_and_forth_loses_nothing(phone):
    phone.get_by_label("ZIP code", exact=True).fill("94601")
    phone.get_by_role("link", name="You", exact=True).click()
    phone.get_by_label("First name", exact=True).fill("Ada")
    phone.evaluate("history.back()")  # Playwright's own way waits in Firefox for a page that need not load
    expect(phone.get_by_label("ZIP code", exact=True)).to_be_visible()
    phone.get_by_role("link", name="Type or change the names").click()
    expect(phone.get_by_label("Representative's full name")).to_have_value("Lateefah Simon")
    phone.get_by_role("link", name="You", exact=True).click()
    expect(phone.get_by_label("First name", exact=True)).to_have_value("Ada")


def test_the_reasons_that_are_picked_are_in_the_letters_and_come_back(phone):
    phone.get_by_role("link", name="You", exact=True).click()
    phone.locator(".reasons > summary").click()
    boxes = phone.locator(".reasons input")
    third, first = boxes.nth(2), boxes.first
    before = phone.locator("#letter-house-text").text_content()
    third.check()
    first.uncheck()
    expect(phone.locator("#letter-house-text")).not_to_have_text(before or "", use_inner_text=False)
    label = phone.locator(".reasons label span").nth(2).text_content() or ""
    expect(phone.locator("[data-reasons-picked]")).to_contain_text(label)
    after = phone.locator("#letter-house-text").text_content()
    phone.reload()
    pages.wait_ready(phone)
    expect(phone.locator("#letter-house-text")).to_have_text(after or "")
