"""The seven steps, the record, and what is offered next."""

from datetime import date

import pytest

from honorable.letters.record import Confirmation, Record, dump_record
from tests.unit.page.test_storage import send
from tests.unit.page.test_writing import fill, letter, press_write


@pytest.fixture
def written(start, window):
    document = start()
    fill(document, senate1_name="Alex Padilla", senate2_name="Adam Schiff")
    press_write(document, window)
    return document


def step(document, name):
    return document.querySelector(f'#steps > [data-step="{name}"]')


def tick(document, name):
    step(document, name).querySelector("input[data-done]").choose()


def state(document, name):
    return step(document, name).querySelector("[data-step-state]").textContent


def is_open(document, name):
    return step(document, name).querySelector("details").open


def copy(document, window, part, slot="house"):
    """Say what actions.js says once the clipboard has this part of the letter."""
    button = letter(document, slot).querySelector(f'[data-part="{part}"]')
    button.dispatchEvent(window.CustomEvent.new("honorable:copied", bubbles=True))


def offered(document, slot="house"):
    (link,) = letter(document, slot).querySelectorAll("[data-next] a")
    return link.textContent, link.href


def record(document):
    return [note.textContent for note in document.querySelectorAll("[data-record] li")]


def test_finished_steps_are_still_marked_on_the_next_visit(start):
    tick(start(), "find")
    document = start(later=True)
    assert state(document, "find") == "Done"
    assert not is_open(document, "find")
    assert is_open(document, "officials")


def test_a_tick_can_be_taken_away(start):
    document = start()
    tick(document, "find")
    tick(document, "find")
    assert state(document, "find") == ""
    assert state(start(later=True), "find") == ""


def test_steps_that_the_page_can_see_tick_themselves(written, window):
    assert [state(written, name) for name in ("letter", "subject", "confirmation")] == ["Done", "", ""]
    copy(written, window, "subject")
    assert state(written, "subject") == "Done"
    send(written, "house", "A-17", "2026-11-20")
    assert state(written, "confirmation") == "Done"


def test_after_each_action_the_next_one_is_offered(written, window, config):
    copy(written, window, "message")
    assert offered(written) == ("Open the contact page of Representative Simon", config.contact_page("house"))
    send(written, "house", "", "")
    assert offered(written) == ("Next: the letter to Senator Padilla", "#letter-senate-1")
    send(written, "senate-1", "", "")
    assert offered(written, "senate-1") == ("Next: the letter to Senator Schiff", "#letter-senate-2")
    send(written, "senate-2", "", "")
    assert offered(written, "senate-2") == ("All your letters are sent. Tell others", "#spread")


def test_confirmations_are_listed_and_kept(written, start):
    send(written, "house", " A-17 <b> ", "2026-11-20")
    noted = ["November 20, 2026: letter to Representative Simon, confirmation A-17 <b>"]
    assert record(written) == noted
    assert record(start(later=True)) == noted


def test_what_another_tab_has_noted_stays_noted(written, document):
    theirs = Confirmation("senate-1", "Senator Padilla", "B-18", date(2026, 11, 19))
    document.cookies["honorable-record"] = dump_record(Record(frozenset({"find"}), (theirs,)))
    send(written, "house", "A-17", "2026-11-20")
    assert record(written) == [
        "November 19, 2026: letter to Senator Padilla, confirmation B-18",
        "November 20, 2026: letter to Representative Simon, confirmation A-17",
    ]
    assert state(written, "find") == "Done"
