"""From an empty profile to copied letters."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


def test_the_letters_follow_the_typing_and_the_three_finished_ones_are_copied_with_their_subject_and_downloaded(
    ready_page, clipboard_text, download
):
    letter = writer.letter(ready_page)
    own_words = ready_page.locator("#letter-form [data-own-words]")
    expect(letter.locator("[data-letter-text]")).to_contain_text("Dear Representative [Last name]:")
    expect(ready_page.locator("#story-prompts li:visible")).to_have_count(3)
    expect(own_words.locator("meter")).to_have_js_property("value", 1)
    writer.fill_officials(ready_page)
    expect(letter.locator("[data-letter-text]")).to_contain_text("Dear Representative Simon:")
    ready_page.get_by_label("City", exact=True).press_sequentially("Oakland")
    expect(letter.locator("[data-letter-text]")).to_contain_text("I live in Oakland, [State]")
    expect(letter.locator('[data-field="city"]').first).to_have_class("lit")
    ready_page.get_by_label("Your story").fill("My son was seventeen when it happened to him. " * 4)
    expect(own_words).to_contain_text("of this letter is the campaign's text. The rest is yours.")
    assert 0.8 < own_words.locator("meter").evaluate("meter => meter.value") < 0.95

    # Now by the button. How Firefox copies is in test_keyboard.py and test_two_minutes.py.
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
    writer.press(ready_page, "Copy subject")
    expect(writer.said(ready_page)).to_have_text("Copied the subject.")
    assert clipboard_text(ready_page) == "Support the Night Trains Act"
    file = download(ready_page, lambda: writer.press(ready_page, "Download", "senate-1"))
    assert file.name == "letter-to-senator-padilla.txt"
    assert file.content.decode() == writer.text_of(ready_page, "senate-1")


@pytest.mark.in_both_browsers
def test_where_the_clipboard_is_refused_the_text_is_selected_and_the_page_names_the_keys(page):
    page.add_init_script(pages.SAVES_DATA)
    page.add_init_script(
        "if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
    )
    page.goto("./")
    diy = page.locator("#diy")
    diy.get_by_role("button", name="Copy").click()
    expect(diy.locator("[data-copy-status]")).to_contain_text(re.compile("is selected: press (Ctrl|⌘)\\+C"))
    assert page.evaluate("getSelection().toString()").strip() == diy.locator("[data-diy-text]").text_content()


def test_where_there_is_no_clipboard_all_can_be_copied_by_hand(page):
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    writer.press(page, "Copy letter")
    expect(writer.said(page)).to_contain_text("is selected")
    assert page.evaluate("getSelection().toString()").strip() == writer.text_of(page)
    writer.press(page, "Copy subject")
    expect(writer.said(page)).to_contain_text("is selected")
    assert page.evaluate("getSelection().toString()") == "Support the Night Trains Act"

    # A line of an office's form is inside a button, which no one can select from.
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


def test_inside_an_app_the_page_says_what_to_do(page):
    phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    page.add_init_script(pages.SAVES_DATA)
    for agent, is_shown in (
        (f"{phone} Mobile/15E148 Instagram 350.0", True),
        (f"{phone} Version/18.0 Safari/604.1", False),
    ):
        page.add_init_script(
            f"Object.defineProperty(navigator, 'userAgent', {{ value: '{agent}', configurable: true }})"
        )
        page.goto("./")
        expect(page.locator("[data-in-app]")).to_be_visible(visible=is_shown)


@pytest.mark.only_browser("chromium")  # Firefox over BiDi does not print to PDF, and has no print media to look at.
def test_each_letter_is_printed_on_one_page_and_print_prints_one_letter_alone(page):
    # Phones report the end of printing at once, before the pages are drawn.
    page.add_init_script(
        "window.print = () => {"
        " document.title = 'print ' + document.documentElement.dataset.print;"
        " for (const name of ['beforeprint', 'afterprint']) dispatchEvent(new Event(name)) }"
    )
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    pdf = page.pdf(format="Letter", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 3

    done = page.locator("[data-done]:checked").count()
    writer.press(page, "Print", "senate-2")
    expect(page).to_have_title("print letter-senate-2")
    page.emulate_media(media="print")
    expect(writer.letter(page, "senate-2").locator("[data-letter-text]")).to_be_visible()
    expect(writer.letter(page, "house").locator("[data-letter-text]")).to_be_hidden()
    expect(page.get_by_role("button", name="Write my letters")).to_be_hidden()
    assert page.locator("[data-done]:checked").count() == done
    page.wait_for_timeout(1_200)  # It did begin, so the page does not say that the browser may refuse.
    expect(writer.said(page, "senate-2")).to_have_text("")
    page.keyboard.press("Control")  # The page is used again, and what is printed next is all of it.
    expect(writer.letter(page, "house").locator("[data-letter-text]")).to_be_visible()


@pytest.mark.expects("Ignored call to 'print()'")
def test_where_printing_is_refused_the_page_says_what_to_do_instead(page, site):
    page.add_init_script(pages.SAVES_DATA)
    page.goto(f"{site.url}embed-example.html")
    page.evaluate(
        "() => { const frame = document.createElement('iframe'); frame.title = 'Letters'; frame.id = 'mine';"
        " frame.sandbox = 'allow-scripts allow-same-origin allow-forms'; frame.src = './#sections=diy';"
        " document.body.replaceChildren(frame); }"
    )
    diy = page.frame_locator("#mine").locator("#diy")
    diy.get_by_role("button", name="Print", exact=True).press("Enter")
    expect(diy.locator("[data-copy-status]")).to_contain_text("does not let the page print. Copy the text instead.")
