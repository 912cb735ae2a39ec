"""Editing a letter by hand."""

from playwright.sync_api import expect

from tests.browser import writer


def test_an_edited_letter_says_so_the_form_leaves_it_alone_and_copy_takes_what_is_there_now(ready_page, clipboard_text):
    writer.write(ready_page)
    sheet = writer.letter(ready_page)
    editor = sheet.get_by_label("Letter text, edited by hand")
    writer.press(ready_page, "Edit by hand")
    editor.fill("Half a sen")
    expect(sheet.locator("[data-edited]")).to_be_visible()
    writer.press(ready_page, "Copy letter")
    assert clipboard_text(ready_page) == "Half a sen"
    editor.fill("Dear Lateefah,\n\nplease vote for it.")
    writer.press(ready_page, "Done editing")
    ready_page.get_by_label("City", exact=True).fill("Berkeley")
    assert writer.text_of(ready_page) == "Dear Lateefah,\n\nplease vote for it."
    assert "Berkeley" in writer.text_of(ready_page, "senate-1")
    writer.press(ready_page, "Copy letter")
    assert clipboard_text(ready_page).replace("\r\n", "\n") == "Dear Lateefah,\n\nplease vote for it."
