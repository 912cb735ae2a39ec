"""The whole visit without a mouse."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser import writer


def focused(page):
    return page.evaluate(
        "[document.activeElement.id || document.activeElement.textContent.trim(), document.activeElement.tagName]"
    )


def tab_to(page, id_or_text, limit=80):
    for _ in range(limit):
        page.keyboard.press("Tab")
        if focused(page)[0].startswith(id_or_text):
            return
    raise AssertionError(f"no way to {id_or_text!r} with the Tab key")


def test_from_the_top_of_the_page_to_a_copied_letter_by_keyboard(ready_page, clipboard_text):
    page = ready_page
    page.keyboard.press("Tab")
    assert focused(page)[0].startswith("Skip")
    expect(page.get_by_role("link", name="Skip to the letter form")).to_be_in_viewport()
    page.keyboard.press("Enter")
    for field, text in (
        ("zip", "94601"),
        ("first", "Ada"),
        ("last", "Lovelace"),
        ("street", "12 Byron Row"),
        ("city", "Oakland"),
        ("state", "Cali"),
        ("email", "ada@example.org"),
    ):
        tab_to(page, field)
        page.keyboard.type(text)
    tab_to(page, "Write my letters")
    page.keyboard.press("Enter")
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    expect(writer.letter(page).locator("[data-letter-heading]")).to_be_focused()
    tab_to(page, "Copy letter")
    page.keyboard.press("Enter")
    expect(writer.said(page)).to_have_text("Copied the letter.")
    assert clipboard_text(page).startswith("The Honorable Lateefah Simon")


@pytest.mark.in_both_browsers
def test_from_a_zip_code_to_three_copied_letters_by_keyboard_in_under_a_minute(lookup_page, clipboard_text):
    page = lookup_page
    page.locator("body").focus()
    began = time.monotonic()
    page.get_by_role("link", name="Enter my ZIP code").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#zip")).to_be_focused()
    page.keyboard.type("94601")
    for field, text in (
        ("first", "Ada"),
        ("last", "Lovelace"),
        ("street", "12 Byron Row"),
        ("city", "Oakland"),
        ("email", "ada@example.org"),
    ):
        tab_to(page, field)
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    for slot, name in (("house", "Lateefah Simon"), ("senate-1", "Alex Padilla"), ("senate-2", "Adam Schiff")):
        tab_to(page, "Copy letter")
        page.keyboard.press("Enter")
        expect(writer.said(page, slot)).to_have_text("Copied the letter.")
        assert clipboard_text(page).startswith(f"The Honorable {name}")
    assert time.monotonic() - began < 60


@pytest.mark.in_both_browsers
def test_every_focused_element_shows_that_it_is_focused(ready_page):
    unseen = []
    for _ in range(60):
        ready_page.keyboard.press("Tab")
        style = ready_page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, s.boxShadow, document.activeElement.outerHTML.slice(0, 80)] })()"
        )
        if style[0] == "none" and style[1] == "none":
            unseen.append(style[2])
    assert unseen == []
