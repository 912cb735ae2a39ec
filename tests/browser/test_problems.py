"""Typing something wrong, or something hostile."""

import pytest
from playwright.sync_api import expect

from tests.browser import writer


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [("zip", "9460", "Please check the ZIP code"), ("email", "ada@", "Enter an email address")],
)
def test_a_wrong_entry_gets_a_sentence_beside_its_field(ready_page, field, typed, words):
    writer.fill_person(ready_page, **{field: typed})
    writer.fill_officials(ready_page)
    writer.press_write(ready_page)
    box = ready_page.locator(f"#{field}")
    expect(ready_page.locator(f"#{field}-problem")).to_contain_text(words)
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-invalid", "true")
    assert f"{field}-problem" in (box.get_attribute("aria-describedby") or "")
    expect(ready_page.locator("#form-status")).to_contain_text("Nothing is lost")
    expect(box).to_have_value(typed)
    expect(ready_page.get_by_label("City", exact=True)).to_have_value("Oakland")


def test_the_sentence_goes_away_as_soon_as_the_entry_is_mended(ready_page):
    writer.fill_person(ready_page, zip="9460")
    writer.fill_officials(ready_page)
    writer.press_write(ready_page)
    ready_page.locator("#zip").fill("94601")
    expect(ready_page.locator("#zip-problem")).to_have_text("")
    expect(ready_page.locator("#zip")).not_to_have_attribute("aria-invalid", "true")


def test_an_empty_form_says_what_is_missing_in_each_field(ready_page):
    writer.press_write(ready_page)
    expect(ready_page.locator("#first-problem")).to_have_text("Enter your first name.")
    expect(ready_page.locator("#state-problem")).to_have_text("Choose your state.")
    expect(ready_page.locator("#house_name-problem")).to_contain_text("at least one name")
    expect(ready_page.locator("#form-status")).to_contain_text("There are 8 problems in the form")
    assert ready_page.context.cookies() == []


NAMES = [
    "O'Brien-Núñez",
    "محمد",
    "李小龍",
    "🦋",
    "<script>document.title = 'run'</script>",
    "<img src=x onerror=\"document.title = 'run'\">",
    "{{ 7*7 }}",
    "%0ABcc: x@y.z",
    "\\n{% for %}",
]


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
        writer.press(ready_page, "Copy letter")
        assert clipboard_text(ready_page).replace("\r\n", "\n") == text
    assert ready_page.title() == title
    # Too long for a mail link, so that the copy comes as a file.
    ready_page.get_by_label("Your story", exact=True).fill("It was late, and no train came. " * 60)
    draft = download(ready_page, lambda: writer.press(ready_page, "Email me a copy")).content
    headers = draft.split(b"\r\n\r\n")[0].lower()
    assert b"bcc" not in headers


def test_pasted_line_breaks_in_a_story_stay_lines(ready_page):
    ready_page.get_by_label("Your story").fill("One\ntwo\n\n\n\nthree %0D%0A")
    assert "\n\nOne\ntwo\n\nthree %0D%0A\n\n" in writer.text_of(ready_page)
