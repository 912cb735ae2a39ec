"""The whole visit without a mouse."""

import pytest
from playwright.sync_api import expect

from tests.browser import writer

FOCUSED = """() => {
    const element = document.activeElement;
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    const name = element.id || element.textContent.trim();
    return [name, outlineStyle !== "none" || boxShadow !== "none", element.outerHTML.slice(0, 80)];
}"""


def tab(page):
    """Presses the Tab key once. The id or the text of what has the focus then, which must show it."""
    page.keyboard.press("Tab")
    name, is_seen, html = page.evaluate(FOCUSED)
    assert is_seen, html
    return name


def tab_to(page, id_or_text, limit=80):
    for _ in range(limit):
        if tab(page).startswith(id_or_text):
            return
    raise AssertionError(f"no way to {id_or_text!r} with the Tab key")


@pytest.mark.in_both_browsers
def test_from_the_top_of_the_page_to_three_copied_letters_by_keyboard_seeing_where_one_is(lookup_page, clipboard_text):
    page = lookup_page
    assert tab(page).startswith("Skip")
    skip = page.get_by_role("link", name="Skip to the letter form")
    expect(skip).to_be_in_viewport()
    tab_to(page, "Write my letters")
    skip.focus()
    page.keyboard.press("Enter")
    tab_to(page, "zip", limit=2)
    page.get_by_role("link", name="Enter my ZIP code").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#zip")).to_be_focused()
    page.keyboard.type("94601")
    for field, text in (
        ("first", "Ada"),
        ("last", "Lovelace"),
        ("street", "12 Byron Row"),
        ("city", "Oakland"),
        ("state", "Cali"),
        ("email", "ada@example.org"),
    ):
        tab_to(page, field)
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    expect(writer.letter(page).locator("[data-letter-heading]")).to_be_focused()
    for slot in ("house", "senate-1", "senate-2"):
        tab_to(page, "Copy letter")
        page.keyboard.press("Enter")
        expect(writer.said(page, slot)).to_have_text("Copied the letter.")
    assert clipboard_text(page).startswith("The Honorable Adam Schiff")
