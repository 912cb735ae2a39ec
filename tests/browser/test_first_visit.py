"""From an empty profile to copied letters."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


def test_letters_follow_the_typing_before_any_button_is_pressed(ready_page):
    paper = writer.letter(ready_page).locator("[data-letter-text]")
    expect(paper).to_contain_text("Dear Representative [Last name]:")
    writer.fill_officials(ready_page)
    expect(paper).to_contain_text("Dear Representative Simon:")
    ready_page.get_by_label("City", exact=True).press_sequentially("Oakland")
    expect(paper).to_contain_text("I live in Oakland, [State]")


@pytest.mark.in_both_browsers
def test_a_visitor_gets_three_finished_letters_and_copies_each(ready_page, clipboard_text):
    writer.type_all(ready_page)
    for slot, greeting, bill in (
        ("house", "Dear Representative Simon:", "H.R. 9901"),
        ("senate-1", "Dear Senator Padilla:", "S. 8802"),
        ("senate-2", "Dear Senator Schiff:", "S. 8802"),
    ):
        text = writer.text_of(ready_page, slot)
        assert greeting in text
        assert bill in text.split("\n\n")[2]
        assert text.endswith("Dr. Ada Lovelace\n12 Byron Row\nOakland, CA 94601\nada@example.org")
        assert "[" not in text
        writer.press(ready_page, "Copy letter", slot)
        expect(writer.said(ready_page, slot)).to_have_text("Copied the letter.")
        assert clipboard_text(ready_page).replace("\r\n", "\n") == text


def test_the_subject_can_be_copied(ready_page, clipboard_text):
    writer.write(ready_page)
    writer.press(ready_page, "Copy subject")
    expect(writer.said(ready_page)).to_have_text("Copied the subject.")
    assert clipboard_text(ready_page) == "Support the Night Trains Act"


@pytest.mark.in_both_browsers
def test_where_the_clipboard_is_refused_the_letter_is_selected_and_the_keys_are_told(page):
    page.add_init_script(
        "if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
    )
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    writer.press(page, "Copy letter")
    expect(writer.said(page)).to_contain_text(re.compile("is selected: press (Ctrl|⌘)\\+C"))
    assert page.evaluate("getSelection().toString()").strip() == writer.text_of(page)


def test_where_there_is_no_clipboard_at_all_the_subject_is_selected(page):
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    page.goto("./")
    pages.wait_ready(page)
    writer.press(page, "Copy subject")
    expect(writer.said(page)).to_contain_text("is selected")
    assert page.evaluate("getSelection().toString()") == "Support the Night Trains Act"


def test_where_there_is_no_clipboard_a_line_of_an_offices_form_is_shown_to_copy_by_hand(page):
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    letter = writer.letter(page)
    letter.locator('[data-way="form"] summary').click()
    letter.locator('[data-chip="city"]').click()
    field = letter.get_by_label("Text to copy")
    expect(field).to_be_focused()
    expect(field).to_have_value("Oakland")
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [0, 7]
    expect(letter.locator('[data-chip="city"] [data-chip-state]')).to_have_text("")
    letter.locator('[data-chip="zip"]').click()
    expect(field).to_have_value("94601")


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


def test_after_a_translation_of_the_page_copy_takes_the_letter_as_written(ready_page, clipboard_text):
    writer.write(ready_page)
    text = writer.text_of(ready_page)
    ready_page.evaluate(TRANSLATE)
    ready_page.locator('[data-letter="house"] [data-copy$="-text"]').first.click()
    expect(writer.said(ready_page)).to_contain_text("Copied")
    assert clipboard_text(ready_page).replace("\r\n", "\n") == text
    ready_page.locator("#city").fill("Berkeley")
    assert writer.text_of(ready_page) == text.replace("Oakland", "Berkeley")


def test_inside_an_app_the_page_says_what_to_do(new_context, site):
    phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    for agent, is_shown in (
        (f"{phone} Mobile/15E148 Instagram 350.0", True),
        (f"{phone} Version/18.0 Safari/604.1", False),
    ):
        page = new_context(user_agent=agent).new_page()
        page.goto(site.url)
        expect(page.locator("[data-in-app]")).to_be_visible(visible=is_shown)


@pytest.mark.in_both_browsers
def test_a_letter_can_be_downloaded(ready_page, download):
    writer.write(ready_page)
    file = download(ready_page, lambda: writer.press(ready_page, "Download", "senate-1"))
    assert file.name == "letter-to-senator-padilla.txt"
    assert file.content.decode() == writer.text_of(ready_page, "senate-1")


def test_the_word_that_changed_is_lit(ready_page):
    ready_page.get_by_label("City", exact=True).fill("Oakland")
    expect(writer.letter(ready_page).locator('[data-field="city"]').first).to_have_class("lit")


@pytest.mark.only_browser("chromium")  # Firefox over BiDi does not print to PDF.
def test_each_letter_is_printed_on_one_page_of_its_own(ready_page, tmp_path):
    writer.write(ready_page)
    pdf = ready_page.pdf(format="Letter", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 3


@pytest.mark.only_browser("chromium")  # Firefox over BiDi has no print media to look at.
def test_print_asks_the_browser_to_print_this_letter_alone(page):
    page.add_init_script("window.print = () => { document.title = 'print ' + document.documentElement.dataset.print }")
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    writer.press(page, "Print", "senate-2")
    expect(page).to_have_title("print letter-senate-2")
    page.emulate_media(media="print")
    expect(writer.letter(page, "senate-2").locator("[data-letter-text]")).to_be_visible()
    expect(writer.letter(page, "house").locator("[data-letter-text]")).to_be_hidden()
    expect(page.get_by_role("button", name="Write my letters")).to_be_hidden()


@pytest.mark.only_browser("chromium")  # Firefox over BiDi has no print media to look at.
def test_a_phone_that_reports_the_end_of_printing_at_once_still_prints_this_letter_alone(page):
    page.add_init_script(
        "window.print = () => { for (const name of ['beforeprint', 'afterprint']) dispatchEvent(new Event(name)) }"
    )
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    before = page.locator("[data-done]:checked").count()
    writer.press(page, "Print", "senate-2")
    page.emulate_media(media="print")
    expect(writer.letter(page, "senate-2").locator("[data-letter-text]")).to_be_visible()
    expect(writer.letter(page, "house").locator("[data-letter-text]")).to_be_hidden()
    assert page.locator("[data-done]:checked").count() == before
    page.wait_for_timeout(1_200)  # It did begin, so the page does not say that the browser may refuse.
    expect(writer.said(page, "senate-2")).to_have_text("")
    page.keyboard.press("Control")  # The page is used again, and what is printed next is all of it.
    expect(writer.letter(page, "house").locator("[data-letter-text]")).to_be_visible()


@pytest.mark.expects("Ignored call to 'print()'")
def test_where_printing_is_refused_the_page_says_what_to_do_instead(page, site):
    page.goto(f"{site.url}embed-example.html")
    page.evaluate(
        "() => { const frame = document.createElement('iframe'); frame.title = 'Letters'; frame.id = 'mine';"
        " frame.sandbox = 'allow-scripts allow-same-origin allow-forms'; frame.src = './';"
        " document.body.replaceChildren(frame); }"
    )
    inside = page.frame_locator("#mine")
    inside.locator("html[data-python=ready]").wait_for(state="attached", timeout=pages.PYTHON_STARTS_WITHIN)
    writer.press(inside, "Print")
    expect(writer.said(inside)).to_contain_text("does not let the page print. Copy the text instead.")
