"""Each text of a corpus through the real page: typed into every field, and brought by a link."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from honorable.letters.plain_text import one_line
from tests.browser import writer
from tests.browser.injections import INJECTIONS

# As a visitor's keyboard does it, but all at once. The events of three fields are enough: each renders the letters.
# Gives, for each text, the letter and what is in the box of the first name.
TYPE = """([texts, fields]) => texts.map((text) => {
    const box = (field) => document.querySelector(`#letter-form [name="${field}"]`);
    for (const field of fields) box(field).value = text;
    for (const field of ["zip", "house_name", "story"])
        box(field).dispatchEvent(new InputEvent("input", { bubbles: true }));
    return [document.querySelector("article[data-letter=house] [data-letter-text]").textContent, box("first").value];
})"""
FIELDS = ["title", "first", "last", "street", "city", "zip", "email", "phone", "house_name", "house_last", "story"]
#: Those that are also compared with the clipboard, which takes another tab for each, and in which letter.
PASTED = {INJECTIONS[0]: "house", "👩🏽\u200d🚀🏳\ufe0f\u200d🌈🇺🇸": "senate-1"}


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


@pytest.mark.claim("Its values are text and never run")
@pytest.mark.claim("Text appears as typed and never runs")
def test_every_text_that_a_link_brings_or_somebody_types_is_text(ready_page, site, watch, clipboard_text):
    page = ready_page
    before = alive(page)
    fields = ["title", "first", "last", "street", "city", "house_name", "house_last", "senate1_name", "senate2_name"]
    for start in range(0, len(INJECTIONS), len(fields)):
        brought = dict(zip(fields, INJECTIONS[start:], strict=False))
        writer.fill(page, dict.fromkeys(fields, ""))
        page.goto(f"{site.url}#" + "&".join(f"{name}={quote(text)}" for name, text in brought.items()))
        expect(page).to_have_url(site.url)
        for name, text in brought.items():
            # A link's query that a mailing program has appended is dropped; the rest is text.
            expected = one_line(re.sub(r"(?s)\?[\w.-]+=.*", "", text))[:100]
            assert page.locator(f"#{name}").input_value() == expected, text
    watch.requests.clear()
    for text, (letter, first) in zip(INJECTIONS, page.evaluate(TYPE, [INJECTIONS, FIELDS]), strict=True):
        line = one_line(first)
        assert f"\n{line} {line} {line}\n{line}\n" in letter, text  # title, first and last name, and the street
        # Brackets, as in "(D)", and what follows a dash are left off, and "Last, First" is turned around.
        is_cut = any(sign in line for sign in ("(", ",", " – ", " | "))
        assert is_cut or letter.startswith(f"The Honorable {line}\n"), text
        assert f"\n\n{' '.join(first.split())}\n\n" in letter, text  # the story, with its marks of direction
    for text, slot in PASTED.items():
        page.evaluate(TYPE, [[text], FIELDS])
        writer.press(page, "Copy letter", slot)
        expect(writer.said(page, slot)).to_have_text("Copied the letter.")
        assert clipboard_text(page).replace("\r\n", "\n") == writer.text_of(page, slot)
    assert PASTED.keys() <= set(INJECTIONS)
    assert alive(page) == before
    assert watch.requests == []
