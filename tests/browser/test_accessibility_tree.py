"""What a screen reader finds in the page's main states: landmarks, headings, names of controls, live regions."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser import writer

# The tree is the page's; Chromium's is the one that Playwright reads without a stand-in.

_CONTROL = re.compile(r"^\s*- (button|link|textbox|combobox|checkbox|radio|spinbutton|searchbox)\b(.*)$", re.MULTILINE)
_HEADING = re.compile(r"^\s*- heading\b.*\[level=(\d)\]", re.MULTILINE)


def nameless_controls(tree: str) -> list[str]:
    """Return each control of an ARIA snapshot that has no accessible name (WCAG 2.2, 4.1.2)."""
    return [match[0].strip() for match in _CONTROL.finditer(tree) if not match[2].lstrip().startswith(('"', "/"))]


def skipped_levels(tree: str) -> list[tuple[int, int]]:
    """Return each pair of headings that follow each other and skip a level (WCAG 2.2, 1.3.1)."""
    levels = [int(level) for level in _HEADING.findall(tree)]
    return [(one, following) for one, following in pairwise(levels) if following > one + 1]


def check_tree(page: Page) -> str:
    """Return the page's ARIA snapshot once its headings are in order and every control has a name."""
    tree = page.locator("body").aria_snapshot()
    assert nameless_controls(tree) == []
    assert skipped_levels(tree) == []
    assert tree.count("[level=1]") == 1
    return tree


def test_the_page_is_one_main_landmark_with_named_sections(ready_page):
    check_tree(ready_page)
    expect(ready_page.get_by_role("main")).to_have_count(1)
    expect(ready_page.get_by_role("navigation", name="Language")).to_have_count(1)
    expect(ready_page.get_by_role("contentinfo")).to_have_count(1)
    expect(ready_page.get_by_role("form", name="Your details")).to_have_count(1)
    for name in ("Stay connected", "Spread the word", "Make your voice heard", "My record", "About the bill"):
        expect(ready_page.get_by_role("region", name=name)).to_have_count(1)


@pytest.mark.usefixtures("held")
def test_while_python_loads_the_form_is_complete_and_its_state_is_a_live_region(page):
    check_tree(page)
    expect(page.locator("#python-status")).to_have_attribute("role", "status")
    expect(page.locator("#python-failed")).to_have_attribute("role", "alert")
    for label in ("First name", "City", "ZIP code", "Email", "Your story"):
        expect(page.get_by_label(label, exact=True)).to_have_count(1)


def test_each_invalid_field_is_announced_with_its_message(ready_page):
    writer.press_write(ready_page)
    expect(ready_page.locator("#city")).to_have_attribute("aria-invalid", "true")
    for invalid in ready_page.locator("[aria-invalid=true]").all():
        described_by = (invalid.get_attribute("aria-describedby") or "").split()
        messages = [ready_page.locator(f"#{name}").text_content() for name in described_by if name.endswith("-problem")]
        assert [message for message in messages if message], invalid.get_attribute("id")
    check_tree(ready_page)


def test_each_letter_is_an_article_with_its_own_buttons_and_a_live_region(ready_page):
    writer.write(ready_page)
    expect(ready_page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    check_tree(ready_page)
    for slot, heading in (("house", "Lateefah Simon"), ("senate-1", "Alex Padilla"), ("senate-2", "Adam Schiff")):
        letter = writer.letter(ready_page, slot)
        last_name = heading.rpartition(" ")[2]
        expect(letter).to_have_accessible_name(re.compile(f"^Letter to .*{last_name}"))
        for name in ("Copy letter", "Copy subject", "Download", "Print", "Email me a copy"):
            expect(letter.get_by_role("button", name=name, exact=True)).to_have_count(1)
        expect(letter.get_by_label("Confirmation", exact=True)).to_have_count(1)
        expect(writer.said(ready_page, slot)).to_have_role("status")


def test_the_officials_of_a_zip_code_are_announced(lookup_page):
    lookup_page.get_by_label("ZIP code", exact=True).fill("94601")
    expect(lookup_page.locator("#lookup-said")).to_have_role("status")
    expect(lookup_page.locator("#lookup-said")).not_to_be_empty()
    check_tree(lookup_page)


def test_a_dialog_has_a_name_and_a_way_out(with_endpoint):
    writer.press(with_endpoint, "Email me a copy")
    dialog = with_endpoint.get_by_role("dialog", name="Send a copy to yourself?")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
