"""What a screen reader finds in the page's main states: landmarks, headings, names of controls, live regions."""

import re
from itertools import pairwise

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


def test_before_python_the_page_is_one_main_landmark_with_named_sections_and_a_complete_form(waiting_page):
    page = waiting_page
    check_tree(page)
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("navigation", name="Language")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(1)
    expect(page.get_by_role("form", name="Your details")).to_have_count(1)
    for name in ("Stay connected", "Spread the word", "Make your voice heard", "My record", "About the bill"):
        expect(page.get_by_role("region", name=name)).to_have_count(1)
    expect(page.locator("#python-status")).to_have_attribute("role", "status")
    expect(page.locator("#python-failed")).to_have_attribute("role", "alert")
    for label in ("First name", "City", "ZIP code", "Email", "Your story"):
        expect(page.get_by_label(label, exact=True)).to_have_count(1)


LISTEN = """() => {
    globalThis.announced = [];
    const live = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], output";
    new MutationObserver((changes) => {
        const regions = new Set(changes.map(({ target }) =>
            (target.nodeType === 1 ? target : target.parentElement)?.closest(live)).filter(Boolean));
        for (const region of regions) {
            const text = region.textContent.trim();
            if (text && region.checkVisibility()) announced.push(text);
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def test_from_errors_to_a_copied_letter_each_thing_has_its_name_and_is_announced_once(lookup_page):
    page = lookup_page
    writer.press_write(page)
    expect(page.locator("#city")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#zip")).to_be_focused()  # the first that is invalid
    for invalid in page.locator("[aria-invalid=true]").all():
        described_by = (invalid.get_attribute("aria-describedby") or "").split()
        messages = [page.locator(f"#{name}").text_content() for name in described_by if name.endswith("-problem")]
        assert [message for message in messages if message], invalid.get_attribute("id")
    assert page.context.cookies() == []
    check_tree(page)

    page.get_by_label("ZIP code", exact=True).fill("94601")
    expect(page.locator("#lookup-said")).to_have_role("status")
    expect(page.locator("#lookup-said")).not_to_be_empty()
    check_tree(page)

    # Live regions: a screen reader says each change, so one event may change one of them, and once.
    page.evaluate(LISTEN)
    writer.write(page)
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    said = page.evaluate("announced.splice(0)")
    assert [text for text in said if "letters are written" in text] == [said[-1]]
    writer.press(page, "Copy letter")
    expect(writer.said(page)).to_have_text("Copied the letter.")
    assert page.evaluate("announced.splice(0)") == ["Copied the letter."]

    check_tree(page)
    for slot, heading in (("house", "Lateefah Simon"), ("senate-1", "Alex Padilla"), ("senate-2", "Adam Schiff")):
        letter = writer.letter(page, slot)
        last_name = heading.rpartition(" ")[2]
        expect(letter).to_have_accessible_name(re.compile(f"^Letter to .*{last_name}"))
        for name in ("Copy letter", "Copy subject", "Download", "Print", "Email me a copy"):
            expect(letter.get_by_role("button", name=name, exact=True)).to_have_count(1)
        expect(letter.get_by_label("Confirmation", exact=True)).to_have_count(1)
        expect(writer.said(page, slot)).to_have_role("status")
