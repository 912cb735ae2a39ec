"""The ways that a letter leaves the page, and what is said about them: never more than the page knows."""

import asyncio
import sys
from dataclasses import replace

import pytest

from honorable.page.config import Endpoint
from tests.unit.page.fake_document import JsException, JsObject, Response
from tests.unit.page.test_writing import fill, letter, press_write, text_of


@pytest.fixture
def written(start, window):
    document = start()
    fill(document, first="Zoë")
    press_write(document, window)
    return document


def press(document, action, slot="house"):
    letter(document, slot).querySelector(f'[data-action="{action}"]').click()


def said(document, slot="house"):
    return letter(document, slot).querySelector("[data-letter-status]").textContent


def offers(document, slot="house"):
    return [way.textContent for way in letter(document, slot).querySelector("[data-next]").childNodes]


def open_form(document, window, slot="house"):
    way = letter(document, slot).querySelector('[data-way="form"]')
    way.open = True
    way.dispatchEvent(window.CustomEvent.new("toggle"))
    return way


def chip(way, name):
    return way.querySelector(f'[data-chip="{name}"]')


def copied(window, button):
    """What actions.js would copy: None leaves it to the text in the document."""
    asked = window.CustomEvent.new("honorable:text", bubbles=True, detail=JsObject([("text", None)]))
    button.dispatchEvent(asked)
    return asked.detail.text


class ShareSheet:
    """The device's share sheet, which ends as a test says."""

    def __init__(self, error=""):
        self.error, self.shared = error, []

    def share(self, data):
        self.shared.append(data.to_py())
        ended = asyncio.get_event_loop().create_future()
        ended.set_exception(JsException(self.error)) if self.error else ended.set_result(None)
        return ended


@pytest.fixture
def sheet(window):
    """A device with a share sheet."""
    sheet = ShareSheet()
    window.navigator.share, window.navigator.canShare = sheet.share, lambda _data: True
    return sheet


# Files


def test_a_download_claims_only_that_the_browser_was_asked(written, window):
    press(written, "download")
    assert said(written) == (
        "Your browser was asked to save letter-to-representative-simon.txt. "
        "If no file appears, copy the letter instead."
    )
    assert window.blobs[-1].content.decode() == text_of(written)


def test_the_records_download_claims_only_that_the_browser_was_asked(written, window):
    written.querySelector('[data-action="download-record"]').click()
    assert window.blobs[-1].content.startswith(b"My letters: ")
    assert "was asked to save my-record.txt" in written.querySelector("[data-record-status]").textContent


def test_a_draft_message_claims_only_that_the_browser_was_asked(written, window):
    written.getElementById("story").type_text("A long story. " * 100)
    press(written, "email")
    assert said(written).startswith(
        "Your browser was asked to save letter-to-representative-simon.eml, a draft message"
    )
    assert said(written).endswith("If no file appears, copy the letter instead.")
    assert window.blobs[-1].type == "message/rfc822"


# Email


@pytest.fixture
def short(written):
    """A letter short enough for a mail link."""
    press(written, "edit")
    letter(written).querySelector("[data-letter-edit]").type_text("Dear Lateefah, please.")
    return written


def test_a_short_letter_opens_the_mail_program_and_offers_other_ways(short, window):
    press(short, "email")
    link = window.clicked[-1]
    assert link.href.startswith("mailto:ada@example.org?")
    assert link.target == ""
    assert "should open now" in said(short)
    assert offers(short) == ["Download a draft message", "Copy it instead"]


def test_copying_instead_says_that_the_letter_was_copied(short):
    press(short, "email")
    main, instead = letter(short).querySelectorAll('[data-part="message"]:not([data-chip])')
    assert instead.textContent == "Copy it instead"
    assert instead.dataset.said == main.dataset.said == "Copied the letter."


def test_a_mail_link_in_a_frame_opens_outside_of_it(short, window):
    short.documentElement.setAttribute("data-framed", "")
    press(short, "email")
    assert window.clicked[-1].target == "_top"


def test_a_long_letter_goes_to_the_share_sheet_where_there_is_one(written, window, sheet, finish):
    written.getElementById("story").type_text("A long story. " * 100)
    press(written, "email")
    assert sheet.shared == [
        {"title": written.querySelector("[data-letter-subject]").textContent, "text": text_of(written)}
    ]
    assert window.blobs == []
    assert "Did nothing open?" in said(written)
    assert offers(written) == ["Download a draft message", "Copy it instead"]
    finish()
    assert said(written).startswith("Handed to the app that you chose.")


def test_a_letter_that_the_share_sheet_does_not_take_comes_as_a_draft(written, window, sheet):
    window.navigator.canShare = lambda _data: False
    written.getElementById("story").type_text("A long story. " * 100)
    press(written, "email")
    assert sheet.shared == []
    assert window.blobs[-1].type == "message/rfc822"


ENDPOINT = "https://forms.example.org/f/abc"


def test_closing_the_email_dialog_sends_nothing_even_if_an_earlier_copy_was_sent(start, visit, window, finish):
    visit.config = replace(visit.config, email_copy=Endpoint(ENDPOINT, "Example Forms"))
    window.responses[ENDPOINT] = Response()
    document = start()
    dialog, who = document.createElement("dialog"), document.createElement("p")
    dialog.setAttribute("id", "email-dialog")
    who.setAttribute("data-email-who", "")
    dialog.append(who)
    document.body.append(dialog)
    fill(document)

    async def ask_and_close(value):
        press(document, "email")
        await asyncio.sleep(0)  # The page opens the dialog.
        assert dialog.open
        dialog.close(value)

    finish(ask_and_close("send"))
    finish()
    assert said(document).startswith("Sent to Example Forms")
    finish(ask_and_close(""))  # The Escape key closes a dialog without a value.
    finish()
    assert said(document) == "Nothing was sent."
    assert [url for url, _options in window.requests] == [ENDPOINT]


# The share sheet


def test_a_button_whose_part_of_python_cannot_be_loaded_says_so(written, monkeypatch):
    monkeypatch.setitem(sys.modules, "honorable.letters.email_copy", None)
    with pytest.raises(ImportError):
        press(written, "email")
    assert said(written) == "A part of this page did not load. Try again, or copy the letter."


def test_without_a_share_sheet_there_is_no_button_for_it(start):
    document = start()
    assert letter(document).querySelector('[data-action="share-letter"]').hidden


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("", "Handed to the app that you chose. Whether it was sent, only that app knows."),
        ("AbortError", "Nothing was shared."),
        ("NotAllowedError", "This browser does not let the page share. Copy the letter instead."),
    ],
)
def test_sharing_says_what_is_known_of_it(sheet, start, finish, error, words):
    sheet.error = error
    document = start()
    fill(document)
    button = letter(document).querySelector('[data-action="share-letter"]')
    assert not button.hidden
    button.click()
    finish()
    assert said(document) == words
    assert sheet.shared[-1]["text"] == text_of(document)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("AbortError", "Nothing was shared."),
        ("NotAllowedError", "This browser does not let the page share. Copy the link instead."),
    ],
)
def test_sharing_the_page_says_what_is_known_of_it_beside_the_link(sheet, start, finish, error, words):
    sheet.error = error
    document = start()
    document.querySelector('[data-action="share"]').click()
    finish()
    assert document.querySelector("#spread .address [data-copy-status]").textContent == words


# Copying


def test_copy_takes_what_was_rendered_and_not_what_a_translation_left_in_the_document(written, window):
    text, subject = text_of(written), letter(written).querySelector("[data-letter-subject]").textContent
    for node in written.querySelectorAll("[data-letter-text], [data-letter-subject], .chip-text"):
        font = written.createElement("font")
        font.textContent = "Traducido"
        node.replaceChildren(font)
    way = open_form(written, window)
    assert copied(window, letter(written).querySelector("[data-part=message]")) == text
    assert copied(window, letter(written).querySelector("[data-part=subject]")) == subject
    assert copied(window, chip(way, "message")) == text
    assert copied(window, chip(way, "city")) == "Oakland"


def test_copy_takes_a_letter_as_edited_by_hand(short, window):
    assert copied(window, letter(short).querySelector("[data-part=message]")) == "Dear Lateefah, please."


@pytest.mark.parametrize("selector", ["#diy [data-copy]", "[data-chip=topic-1]", "#spread [data-copy]"])
def test_texts_of_the_build_are_copied_from_the_document(written, window, selector):
    assert copied(window, written.querySelector(selector)) is None


def test_letters_names_and_lines_of_forms_are_not_to_be_translated(written):
    marked = (
        "[data-letter-text], [data-letter-heading], [data-tab], [data-postal], [data-diy-text], .chip-text, [data-line]"
    )
    found = written.querySelectorAll(marked)
    assert len(found) > 30
    assert {one.getAttribute("translate") for one in found} == {"no"}


# The office's form


def length(text):
    return f"{len(text) + text.count(chr(10)):,} characters"


def test_the_offices_form_offers_both_versions_with_their_lengths(written, window):
    way = open_form(written, window)
    for name in ("message", "short", "plain", "short_plain"):
        text = copied(window, chip(way, name))
        assert chip(way, name).querySelector(".chip-text").textContent == length(text)


def test_the_short_version_is_short_and_names_the_recipient(written, window):
    short = copied(window, chip(open_form(written, window), "short"))
    assert short.startswith("Dear Representative Simon:\n")
    assert len(short) + short.count("\n") <= 500
    assert short.endswith("Zoë Lovelace")


def test_each_version_has_a_plain_form(written, window):
    way = open_form(written, window)
    for name, plain in (("message", "plain"), ("short", "short_plain")):
        assert not copied(window, chip(way, name)).isascii()
        assert copied(window, chip(way, plain)).isascii()
        assert "Zoe Lovelace" in copied(window, chip(way, plain))


def test_the_versions_follow_the_form_while_they_are_open(written, window):
    way = open_form(written, window)
    before = chip(way, "short").querySelector(".chip-text").textContent
    written.getElementById("city").type_text("San Buenaventura")
    window.run_timers()
    assert chip(way, "short").querySelector(".chip-text").textContent != before
