"""Letters that somebody else than the form has changed: the visitor by hand, or the browser's own translation."""

from playwright.sync_api import expect

from tests.browser import writer

TRANSLATE = """() => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (texts.nextNode()) nodes.push(texts.currentNode);
  for (const node of nodes) {
    const font = document.createElement("font");
    font.textContent = node.data.toUpperCase();
    node.replaceWith(font);
  }
}"""


def test_copy_takes_an_edited_letter_as_it_is_and_a_translated_one_as_written(ready_page, clipboard_text):
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
    writer.press(ready_page, "Copy letter")
    assert clipboard_text(ready_page).replace("\r\n", "\n") == "Dear Lateefah,\n\nplease vote for it."

    text = writer.text_of(ready_page, "senate-1")
    assert "Berkeley" in text
    ready_page.evaluate(TRANSLATE)
    ready_page.locator('[data-letter="senate-1"] [data-copy$="-text"]').first.click()
    expect(writer.said(ready_page, "senate-1")).to_contain_text("Copied")
    assert clipboard_text(ready_page).replace("\r\n", "\n") == text
    ready_page.locator("#city").fill("Oakland")
    assert writer.text_of(ready_page, "senate-1") == text.replace("Berkeley", "Oakland")
