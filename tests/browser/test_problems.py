"""Typing something wrong, or something hostile."""

from email import message_from_bytes, policy

import pytest
from playwright.sync_api import expect

from tests.browser import writer


def test_an_empty_form_says_what_is_missing_in_each_field(ready_page):
    writer.press_write(ready_page)
    expect(ready_page.locator("#first-problem")).to_have_text("Enter your first name.")
    expect(ready_page.locator("#state-problem")).to_have_text("Choose your state.")
    expect(ready_page.locator("#house_name-problem")).to_contain_text("at least one name")
    expect(ready_page.locator("#form-status")).to_contain_text("There are 8 problems in the form")
    first_invalid = ready_page.locator("#letter-form [aria-invalid=true]").first
    expect(first_invalid).to_have_id("zip")
    expect(first_invalid).to_be_focused()
    assert "zip-problem" in (first_invalid.get_attribute("aria-describedby") or "").split()
    expect(ready_page.locator("#zip-problem")).to_have_text("Enter your ZIP code.")
    assert ready_page.context.cookies() == []


# More of them are in tests/unit/page/test_writing.py.
NAMES = [
    "محمد",
    "🦋",
    "<script>document.title = 'run'</script>",
    "<img src=x onerror=\"document.title = 'run'\">",
    "%0ABcc: x@y.z",  # the last one, for it is in the headers of the draft message
]
#: Those whose letters are compared with the clipboard, which takes another tab for each.
PASTED = {"🦋", "<script>document.title = 'run'</script>"}


@pytest.mark.claim("Text appears as typed and never runs")
def test_hostile_and_unusual_names_appear_as_typed_and_run_nothing(ready_page, download, clipboard_text):
    title = ready_page.title()
    for name in NAMES:
        writer.fill_person(ready_page, first=name)
        writer.reveal(ready_page.locator("#house_name")).fill(name)
        ready_page.locator("#house_last").fill(name)
        text = writer.text_of(ready_page)
        assert text.startswith(f"The Honorable {name}\n")
        assert f"Dear Representative {name}:\n" in text
        assert f"\n\nDr. {name} Lovelace\n" in text
        writer.press_write(ready_page)
        if name in PASTED:
            writer.press(ready_page, "Copy letter")
            assert clipboard_text(ready_page).replace("\r\n", "\n") == text
    assert ready_page.title() == title
    # Too long for a mail link, so that the copy comes as a file.
    ready_page.get_by_label("Your story", exact=True).fill("It was late, and no train came. " * 60)
    draft = download(ready_page, lambda: writer.press(ready_page, "Email me a copy")).content
    message = message_from_bytes(draft, policy=policy.default)
    assert message["Bcc"] is None
    assert message["From"] == f'"Dr. {NAMES[-1]} Lovelace" <ada@example.org>'
