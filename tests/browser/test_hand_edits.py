"""Editing a letter by hand."""

from playwright.sync_api import expect

from tests.browser import writer


def test_an_edited_letter_says_so_and_the_form_leaves_it_alone(ready_page, clipboard_text):
    writer.write(ready_page)
    sheet = writer.letter(ready_page)
    writer.press(ready_page, "Edit by hand")
    sheet.get_by_label("Letter text, edited by hand").fill("Dear Lateefah,\n\nplease vote for it.")
    expect(sheet.locator("[data-edited]")).to_be_visible()
    writer.press(ready_page, "Done editing")
    ready_page.get_by_label("City", exact=True).fill("Berkeley")
    assert writer.text_of(ready_page) == "Dear Lateefah,\n\nplease vote for it."
    assert "Berkeley" in writer.text_of(ready_page, "senate-1")
    writer.press(ready_page, "Copy letter")
    assert clipboard_text(ready_page).replace("\r\n", "\n") == "Dear Lateefah,\n\nplease vote for it."


def test_one_click_goes_back_to_the_forms_letter(ready_page):
    writer.write(ready_page)
    before = writer.text_of(ready_page)
    writer.press(ready_page, "Edit by hand")
    writer.letter(ready_page).locator("textarea").fill("Mine")
    writer.press(ready_page, "Go back to the form's letter")
    assert writer.text_of(ready_page) == before
    expect(writer.letter(ready_page).locator("[data-edited]")).to_be_hidden()
    ready_page.get_by_label("City", exact=True).fill("Berkeley")
    assert "I live in Berkeley" in writer.text_of(ready_page)


def test_looking_at_the_editor_changes_nothing(ready_page):
    writer.write(ready_page)
    before = writer.text_of(ready_page)
    writer.press(ready_page, "Edit by hand")
    writer.press(ready_page, "Done editing")
    expect(writer.letter(ready_page).locator("[data-edited]")).to_be_hidden()
    assert writer.text_of(ready_page) == before


def test_while_a_letter_is_being_edited_copy_takes_what_is_there_now(ready_page, clipboard_text):
    writer.write(ready_page)
    writer.press(ready_page, "Edit by hand")
    writer.letter(ready_page).locator("textarea").fill("Half a sen")
    writer.press(ready_page, "Copy letter")
    assert clipboard_text(ready_page) == "Half a sen"
