"""The record of letters sent and steps done."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.record import Confirmation, Record, dump_record, load_record
from honorable.letters.saved_details import COOKIE_BYTES, dump_cookie

NOTE = Confirmation("house", "Representative Simon", "A-17", date(2026, 11, 23))


def test_a_confirmation_reads_as_one_line():
    assert str(NOTE) == "November 23, 2026: letter to Representative Simon, confirmation A-17"


def test_a_record_comes_back_as_it_was():
    record = Record(frozenset({"find"}), (NOTE,))
    assert load_record(dump_record(record)) == record


def test_a_second_confirmation_for_the_same_letter_and_day_replaces_the_first():
    better = Confirmation("house", "Representative Simon", "A-18", NOTE.sent)
    assert Record().noted(NOTE).noted(better).confirmations == (better,)


def test_a_letter_on_another_day_is_another_confirmation():
    later = Confirmation("house", "Representative Simon", "", date(2026, 12, 1))
    assert len(Record().noted(NOTE).noted(later).confirmations) == 2


def test_a_step_can_be_done_and_undone():
    assert Record().step("find", done=True).step("find", done=False) == Record()


def test_the_oldest_confirmations_are_dropped_when_the_cookie_is_full():
    notes = tuple(Confirmation("house", "R" * 50, "é" * 90, date(2026, 1, day)) for day in range(1, 31))
    value = dump_record(Record(confirmations=notes))
    assert len(value) <= COOKIE_BYTES
    assert load_record(value).confirmations[-1] == notes[-1]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"done": [], "sent": [{}]},
        {"done": 7, "sent": []},
        {"done": [7], "sent": []},
        {"done": [], "sent": [{"slot": "house", "to": "x", "number": "", "sent": "tomorrow"}]},
        {"done": [], "sent": [{"slot": "house", "to": "x", "number": 7, "sent": "2026-01-01"}]},
        {"done": [], "sent": [{"slot": "house", "to": "x", "number": "", "sent": "2026-01-01", "more": "x"}]},
        {"done": ["x" * 500], "sent": []},
    ],
)
def test_a_damaged_record_is_refused(data):
    with pytest.raises(ValueError, match=r"it (is|holds)|isoformat"):
        load_record(dump_cookie(data))


@given(st.text())
def test_any_other_text_is_refused(text):
    with pytest.raises(ValueError, match="it "):
        load_record(text)
