"""The Spanish page is in Spanish, in every state that a visitor can bring it into."""

import re
from datetime import UTC, datetime
from functools import cache

import pytest

from honorable.page import lookup
from honorable.publish.i18n import Language, language, page_messages
from honorable.publish.project import find_project
from tests.unit.letters.congress.test_lookup import packed
from tests.unit.page.fake_document import Element, JsException, Response, Text
from tests.unit.page.test_delivery import ShareSheet, open_form, press
from tests.unit.page.test_hand_edits import edit, own_greeting, own_words, rename
from tests.unit.page.test_storage import send
from tests.unit.page.test_writing import fill, letter, press_write

#: A text of the page that is not shown, or in another language on purpose.
NOT_SPANISH = "[lang=en], [hidden], script, style, template, noscript, option, datalist"
SPOKEN_ATTRIBUTES = ("aria-label", "placeholder", "title")
#: A message that is shorter than this counts only if it is all of a text: "Email" is a part of names and addresses.
SHORT = 24


@cache
def read_language(code: str) -> Language:
    return language(code, find_project())


@pytest.fixture
def page_language(request) -> Language:
    return read_language(getattr(request, "param", "es"))


@cache
def english_messages() -> dict[str, re.Pattern[str]]:
    """Each message of the catalog whose translation differs, with a pattern for it with its blanks filled in."""
    spanish, found = read_language("es"), {}
    for one, message in page_messages(find_project()).items():
        for text in filter(None, (one, message.plural)):
            if spanish.catalog.get(one) and spanish.gettext(one) != one:
                literals = re.split(r"\{\w*\}|%\(\w+\)s|<[^>]*>", " ".join(text.split()))
                if max(map(len, literals)) > 3:
                    found[text] = re.compile(".+?".join(map(re.escape, literals)))
    return found


def texts(element):
    """Each text that a visitor sees or hears."""
    if element.matches(NOT_SPANISH):
        return
    yield from filter(None, map(element.getAttribute, SPOKEN_ATTRIBUTES))
    for node in element.childNodes:
        if isinstance(node, Text):
            yield " ".join(node.textContent.split())
        elif isinstance(node, Element):
            yield from texts(node)


@cache  # most texts are there in every state
def english_in(text):
    """The English messages in a text."""
    return [
        message
        for message, pattern in english_messages().items()
        if pattern.fullmatch(text) or (len(message) > SHORT and pattern.search(text))
    ]


def english_on(document):
    """The English messages on the page, with the texts that they are in."""
    return {message: text for text in set(filter(None, texts(document.body))) for message in english_in(text)}


def type_zip(document, text):
    document.getElementById("zip").type_text(text)


def written(start, window):
    document = start(packed())
    fill(document, zip="94501", house_name="")
    press_write(document, window)
    return document


def fresh(start, _window, _finish):
    start()


def empty_form(start, window, _finish):
    press_write(start(), window)


def wrong_entries(start, window, _finish):
    document = start(packed())
    fill(document, zip="9460", email="ada@", story="x" * 20_100)
    press_write(document, window)


def choice_of_districts(start, _window, _finish):
    type_zip(start(packed()), "94601")


def military_zip_code(start, _window, _finish):
    type_zip(start(packed()), "09012")


def unknown_zip_code(start, window, _finish):
    document = start(packed())
    type_zip(document, "00000")
    press_write(document, window)


def delegate(start, _window, _finish):
    document = start(packed())
    document.getElementById("state").type_text("DC")


def resident_commissioner(start, _window, _finish):
    document = start(packed())
    document.getElementById("state").type_text("PR")


def failed_list(start, window, finish):
    window.responses["data/congress.dat"] = JsException("TypeError: Failed to fetch")
    document = start()
    window.intersect(document.getElementById("letter-form"))
    finish()
    type_zip(document, "94601")
    press_write(document, window)
    finish()


def damaged_list(start, window, finish):
    window.responses["data/congress.dat"] = Response(b"damaged")
    document = start()
    window.intersect(document.getElementById("letter-form"))
    finish()
    type_zip(document, "94601")


def waiting_for_the_list(start, window, _finish):
    document = start()
    fill(document, house_name="")
    press_write(document, window)


def all_written(start, window, _finish):
    document = written(start, window)
    for slot in ("house", "senate-1", "senate-2"):
        open_form(document, window, slot)
        way = letter(document, slot).querySelector("[data-way=call]")
        way.open = True
        way.dispatchEvent(window.CustomEvent.new("toggle"))


def sent(start, window, _finish):
    document = written(start, window)
    for slot in ("house", "senate-1", "senate-2"):
        send(document, slot, "A-17", "2026-11-01")


def more_sent_than_is_saved(start, window, _finish):
    document = written(start, window)
    for day in range(1, 20):
        send(document, "house", "A" * 90, f"2026-11-{day:02}")


def copied(start, window, _finish):
    document = written(start, window)
    for button in (letter(document).querySelector("[data-part=message]"), document.querySelector("[data-chip=city]")):
        button.dispatchEvent(window.CustomEvent.new("honorable:copied", bubbles=True))


def edited(start, window, _finish):
    document = written(start, window)
    press(document, "edit")
    edit(document, own_words, "senate-1")
    rename(document, "Ann Lee", "senate1_name")
    edit(document, own_words, "senate-2")
    press(document, "revert", "senate-2")


def brought_back(start, window, _finish):
    document = start()
    fill(document)
    press_write(document, window)
    edit(document, own_greeting)
    rename(document, "Ann Lee")
    press(document, "bring-back")


def set_aside(start, window, _finish):
    document = start()
    fill(document)
    press_write(document, window)
    edit(document, own_greeting)
    rename(document, "Ann Lee")


def downloaded(start, window, _finish):
    document = written(start, window)
    press(document, "download")
    document.getElementById("story").type_text("Larga. " * 200)
    press(document, "email", "senate-1")
    document.querySelector('[data-action="download-record"]').click()


def mailed(start, window, _finish):
    document = written(start, window)
    edit(document, lambda _text: "Dear Lateefah, please.")
    press(document, "email")


def shared(start, window, finish):
    sheets = {slot: ShareSheet(error) for slot, error in (("house", ""), ("senate-1", "AbortError"), ("senate-2", "x"))}
    window.navigator.share, window.navigator.canShare = sheets["house"].share, lambda _data: True
    document = written(start, window)
    for slot, sheet in sheets.items():
        window.navigator.share = sheet.share
        press(document, "share-letter", slot)
        finish()


def too_long_to_save(start, window, _finish):
    document = start()
    fill(document, street="字" * 100, city="市" * 100, senate1_name="名" * 100)
    press_write(document, window)


def cookies_refused(start, window, _finish):
    from tests.unit.page.fake_document import document

    document.refuses_cookies_with = ("",)
    written(start, window)


def not_remembered(start, window, _finish):
    document = start()
    fill(document)
    document.getElementById("remember").choose()
    press_write(document, window)


def next_visit(start, window, _finish):
    written(start, window)
    start(packed(), later=True)


def forgotten(start, window, _finish):
    written(start, window).querySelector('[data-action="forget"]').click()


STATES = [
    *(fresh, empty_form, wrong_entries, choice_of_districts, military_zip_code, unknown_zip_code, delegate),
    *(resident_commissioner, failed_list, damaged_list, waiting_for_the_list, all_written, sent),
    *(more_sent_than_is_saved, copied, edited, brought_back, set_aside, downloaded, mailed, shared),
    *(too_long_to_save, cookies_refused, not_remembered, next_visit, forgotten),
]


@pytest.mark.parametrize("bring_into", STATES, ids=lambda state: state.__name__)
def test_nothing_is_in_english_but_letters_and_names(start, window, finish, document, bring_into):
    bring_into(start, window, finish)
    window.run_timers()
    assert document.documentElement.dataset.python == "ready"
    assert english_on(document) == {}


@pytest.mark.parametrize("bring_into", [choice_of_districts, all_written, sent], ids=lambda state: state.__name__)
@pytest.mark.parametrize("page_language", ["ar", "vi"], indirect=True)  # a fixture of all tests here
def test_nothing_is_in_english_in_the_other_languages(start, window, finish, document, bring_into):
    bring_into(start, window, finish)
    window.run_timers()
    same_word = {"Email"} if document.documentElement.lang == "vi" else set()
    assert english_on(document).keys() <= same_word


def test_nothing_is_in_english_once_terms_have_ended(start, window, document, monkeypatch):
    monkeypatch.setattr(lookup, "_now", lambda: datetime(2027, 1, 10, 15, 0, tzinfo=UTC))
    written(start, window)
    assert english_on(document) == {}


def test_an_english_message_would_be_found(start, document):
    start()
    document.getElementById("form-status").textContent = "Your 3 letters are written. Listo."
    letter(document).querySelector("[data-letter-status]").textContent = "Nothing was sent."
    document.querySelector("[data-letter-text]").setAttribute("aria-label", "Text of the letter")
    assert english_on(document).keys() == {
        "Your {count} letters are written.",
        "Nothing was sent.",
    }
