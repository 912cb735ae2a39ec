"""The record of letters sent and steps done."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.record import RECORD_BYTES, Confirmation, Record, dump_record, fitting_record, load_record
from honorable.letters.saved_details import DETAILS_BYTES, dump_cookie

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
    fits = fitting_record(Record(frozenset({"find"}), notes))
    assert len(dump_record(fits)) <= RECORD_BYTES
    assert fits.confirmations == notes[-len(fits.confirmations) :]
    assert fits.done == {"find"}


def notes(days, number="é" * 90):
    return tuple(Confirmation("house", "R" * 50, number, date(2026, 1, day)) for day in days)


def test_confirmations_that_did_not_fit_the_cookie_stay_with_what_another_tab_has_saved():
    tab = Record(frozenset({"find"}), notes(range(1, 11)))
    other = fitting_record(tab).noted(*notes([11])).step("find", done=False)
    assert fitting_record(tab) != tab
    assert fitting_record(other).with_unsaved(tab) == Record(confirmations=notes(range(1, 12)))


def test_a_step_that_another_tab_took_back_makes_room_and_deletes_nothing():
    steps = frozenset({"s" * 200, "t" * 200, "u" * 200})
    tab = Record(steps, notes(range(1, 11)))
    other = replace(fitting_record(tab), done=frozenset())
    assert fitting_record(replace(tab, done=frozenset())) != other
    assert other.with_unsaved(tab) == replace(tab, done=frozenset())


def test_a_confirmation_that_another_tab_has_corrected_stays_corrected():
    tab = Record(confirmations=notes(range(1, 4), "A-17"))
    other = tab.noted(*notes([2], "B-18"))
    assert other.with_unsaved(tab) == other


@pytest.mark.parametrize("since", [(), notes([1], "A-17"), notes([20], "A-17")])
def test_what_another_tab_has_deleted_does_not_come_back(since):
    tab = Record(frozenset({"find"}), notes(range(1, 11)))
    other = Record(confirmations=since)
    assert other.with_unsaved(tab) == other


def test_a_record_that_is_too_long_is_not_written():
    with pytest.raises(ValueError, match="more than"):
        dump_record(Record(frozenset({"字" * 200}), ()))


def test_nine_usual_confirmations_fit():
    notes = tuple(Confirmation("senate-1", "Senator Padilla", f"A-{day}", date(2026, 1, day)) for day in range(1, 10))
    done = frozenset({"find", "officials", "compose", "subject", "letter", "topic", "confirmation"})
    assert fitting_record(Record(done, notes)) == Record(done, notes)


def test_both_cookies_together_stay_under_4096_bytes():
    assert len("honorable=; honorable-record=") + DETAILS_BYTES + RECORD_BYTES < 4096


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"done": [], "sent": [{}]},
        {"done": 7, "sent": []},
        {"done": [7], "sent": []},
        {"done": [], "sent": [{"slot": "house", "to": "x", "number": "", "sent": "tomorrow"}]},
        {"done": [], "sent": [{"slot": "house", "to": "x", "number": 7, "sent": "2026-01-01"}]},
        {"done": [], "sent": ["x"]},
        {"done": ["x" * 500], "sent": []},
    ],
)
def test_a_damaged_record_is_refused(data):
    with pytest.raises(ValueError, match=r"it (is|holds)|isoformat"):
        load_record(dump_cookie(data, 4096))


def test_keys_that_a_later_version_saves_are_ignored():
    note = {"slot": "house", "to": "x", "number": "", "sent": "2026-01-01", "more": 7}
    assert load_record(dump_cookie({"done": [], "sent": [note], "more": 7}, 4096)).confirmations[0].to == "x"


@pytest.mark.claim("What such a page writes into cookies and storage does no harm")
@given(st.text())
def test_any_other_text_is_refused(text):
    with pytest.raises(ValueError, match="it "):
        load_record(text)
