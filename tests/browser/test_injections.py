"""Each text of a corpus through the real page: typed into every field, and brought by a link."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from honorable.letters.plain_text import one_line
from tests.browser import pages, writer
from tests.browser.injections import INJECTIONS

# As a visitor's keyboard does it, but all at once.
TYPE = """([text, fields]) => {
    for (const field of fields) {
        const box = document.querySelector(`#letter-form [name="${field}"]`);
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
}"""
FIELDS = ["title", "first", "last", "street", "city", "zip", "email", "phone", "house_name", "house_last", "story"]


def alive(page):
    """What a text that runs, or becomes markup, would change."""
    return page.evaluate(
        """() => ({
            ran: globalThis.ran ?? Object.prototype.ran ?? null,
            address: location.href,
            title: document.title,
            elements: ["script", "img", "iframe", "form", "base", "meta", "link", "style", "svg script"]
                .map((name) => document.querySelectorAll(name).length),
        })"""
    )


@pytest.mark.claim("Text appears as typed and never runs")
def test_every_text_typed_into_every_field_is_text_in_the_letters(ready_page, watch):
    before = alive(ready_page)
    watch.requests.clear()
    for text in INJECTIONS:
        ready_page.evaluate(TYPE, [text, FIELDS])
        letter = writer.text_of(ready_page)
        line = one_line(ready_page.locator("#first").input_value())
        assert f"\n{line} {line} {line}\n{line}\n" in letter, text  # title, first and last name, and the street
        # Brackets, as in "(D)", are left off, and "Last, First" is turned around.
        assert any(sign in line for sign in "(,") or letter.startswith(f"The Honorable {line}\n"), text
        assert f"\n\n{line}\n\n" in letter, text  # the story
    assert alive(ready_page) == before
    assert watch.requests == []


@pytest.mark.claim("Its values are text and never run")
def test_every_text_that_a_link_brings_is_text_in_the_form(page, site):
    fields = ["title", "first", "last", "street", "city", "house_name", "house_last", "senate1_name", "senate2_name"]
    page.goto(site.url)
    pages.wait_ready(page)
    before = alive(page)
    for start in range(0, len(INJECTIONS), len(fields)):
        brought = dict(zip(fields, INJECTIONS[start:], strict=False))
        writer.fill(page, dict.fromkeys(fields, ""))
        page.goto(f"{site.url}#" + "&".join(f"{name}={quote(text)}" for name, text in brought.items()))
        expect(page).to_have_url(site.url)
        for name, text in brought.items():
            # A link's query that a mailing program has appended is dropped; the rest is text.
            expected = one_line(re.sub(r"(?s)\?[\w.-]+=.*", "", text))[:100]
            assert page.locator(f"#{name}").input_value() == expected, text
        assert alive(page) == before
