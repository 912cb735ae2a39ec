"""*Forget my details*: nothing that was typed is left, where it is saved or anywhere in the page."""

import pytest

from tests.person import PERSON
from tests.unit.letters.congress.test_lookup import packed
from tests.unit.page.fake_document import Element, Event, Text
from tests.unit.page.test_delivery import press
from tests.unit.page.test_hand_edits import edit, own_words
from tests.unit.page.test_writing import fill, letter, press_write, status, text_of

STORY = "My night train."
CONFIRMATION = "No. 12"
#: What the page takes up from the writer, and what it finds by it.
TYPED = {*PERSON.values(), "Simon", "representative-simon", STORY.strip("."), CONFIRMATION, "In my own words"}


def forget(document):
    document.querySelector('[data-action="forget"]').click()


def everything_in(node):
    """Each text, attribute and value in the document, shown or not."""
    yield from node.attributes.values()
    yield str(node.value or "")
    for child in node.childNodes:
        if isinstance(child, Text):
            yield child.textContent
        elif isinstance(child, Element):
            yield from everything_in(child)


def left_of(document):
    """What was typed, or found by it, that is still somewhere in the document."""
    whole = "\n".join(everything_in(document.documentElement))
    return {text for text in TYPED if text in whole}


@pytest.fixture
def used(start, window, finish):
    """A page on which everything was typed, written, edited, opened, copied, sent and noted."""
    document = start(packed())
    fill(document, story=STORY)
    press_write(document, window)
    finish()
    for way in document.querySelectorAll("[data-letter] [data-way]"):
        way.open = True
        way.dispatchEvent(Event("toggle"))
    document.documentElement.dataset.print = "envelope-house"
    window.dispatchEvent(Event("beforeprint"))
    edit(document, own_words, "senate-1")
    press(document, "edit", "senate-2")
    for slot in ("house", "senate-1"):
        press(document, "email", slot)
        letter(document, slot).querySelector("[data-confirmation]").type_text(CONFIRMATION)
    press(document, "sent", "senate-1")
    press(document, "download")
    by_hand = document.createElement("textarea")  # as actions.js does where it must not copy
    by_hand.dataset.byHand, by_hand.value = "", text_of(document)
    letter(document).append(by_hand)
    assert left_of(document) == TYPED
    return document


def test_nothing_that_was_typed_is_left_in_the_page(used):
    forget(used)
    assert left_of(used) == set()
    assert not letter(used, "senate-1").hidden
    assert "forgotten" in status(used)


def test_in_a_frame_on_another_site_the_cookies_are_deleted_too(start, window, document):
    document.refuses_cookies_with = ("SameSite=Lax",)
    fill(start(), first="Ada")
    press_write(document, window)
    assert "Partitioned" in document.cookie_attributes["honorable"]
    forget(document)
    assert document.cookies == {}


def test_nothing_is_left_in_cookies_and_storage(used, window):
    forget(used)
    window.run_timers()
    assert used.cookies == {}
    assert window.sessionStorage.items == {}
