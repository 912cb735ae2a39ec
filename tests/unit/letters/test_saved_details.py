"""What the cookie saves, and which values are refused."""

import json
import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from honorable.letters import Person, recipient
from honorable.letters.congress.legislature import CONGRESS, SLOTS
from honorable.letters.saved_details import COOKIE_BYTES, SavedDetails, dump, load

#: RFC 6265 section 4.1.1, cookie-octet.
COOKIE_OCTETS = re.compile(r"[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]*")

words = st.text(st.characters(codec="utf-8"), max_size=60)
persons = st.builds(Person, words, words, words, words, words, words, words, words, words)


def details_of(person, names=("", "", "")):
    to = tuple(
        recipient(slot, name, "", person.state, legislature=CONGRESS) for slot, name in zip(SLOTS, names, strict=True)
    )
    return SavedDetails(person, to)


def test_details_come_back_unchanged(draft):
    details = SavedDetails(draft.person, draft.recipients)
    assert load(dump(details), CONGRESS) == details


@given(persons, st.tuples(words, words, words))
def test_any_details_come_back_unchanged_or_are_too_long(person, names):
    details = details_of(person, names)
    try:
        value = dump(details)
    except ValueError as error:
        assume("bytes" in str(error))
        return
    assert COOKIE_OCTETS.fullmatch(value)
    assert load(value, CONGRESS) == details


def test_the_second_address_line_and_the_bioguide_id_come_back(draft):
    to = (replace(draft.recipients[0], bioguide="S001231"), *draft.recipients[1:])
    details = SavedDetails(replace(draft.person, street2="Apt 3"), to)
    assert load(dump(details), CONGRESS) == details


@pytest.mark.parametrize("reasons", [None, (), ("match", "promise")])
def test_the_reasons_picked_come_back(draft, reasons):
    details = SavedDetails(draft.person, draft.recipients, reasons)
    assert load(dump(details), CONGRESS).reasons == reasons


def test_details_that_do_not_fit_a_cookie_are_refused():
    with pytest.raises(ValueError, match=f"more than the {COOKIE_BYTES}"):
        dump(details_of(Person(first="🦋" * 500)))


def cookie(data):
    return quote(json.dumps(data), safe="")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "damaged"),
        ("%", "damaged"),
        ("%FF", "damaged"),
        ("nonsense", "damaged"),
        (quote("[" * 100_000), "damaged"),
        (cookie([]), "not an object"),
        (cookie({"person": {}, "to": []}), "no version"),
        (cookie({"v": "1", "person": {}, "to": []}), "no version"),
        (cookie({"v": True, "person": {}, "to": []}), "no version"),
        (cookie({"v": 2, "person": {}, "to": []}), "version 2"),
        (cookie({"v": 1}), "other parts"),
        (cookie({"v": 1, "person": {}, "to": [], "story": "x"}), "other parts"),
        (cookie({"v": 1, "person": {}, "to": [], "reasons": "match"}), "reasons"),
        (cookie({"v": 1, "person": {}, "to": [], "reasons": [7]}), "reasons"),
        (cookie({"v": 1, "person": {}, "to": [], "reasons": ["a"] * 4}), "reasons"),
        (cookie({"v": 1, "person": {"first": 7}, "to": []}), "person"),
        (cookie({"v": 1, "person": {"__class__": "x"}, "to": []}), "person"),
        (cookie({"v": 1, "person": None, "to": []}), "person"),
        (cookie({"v": 1, "person": {}, "to": {}}), "recipients"),
        (cookie({"v": 1, "person": {}, "to": [{"slot": "house"}] * 4}), "recipients"),
        (cookie({"v": 1, "person": {}, "to": [{"slot": "house"}] * 2}), "place"),
        (cookie({"v": 1, "person": {}, "to": [{"slot": "mayor"}]}), "place"),
        (cookie({"v": 1, "person": {}, "to": [{}]}), "place"),
        (cookie({"v": 1, "person": {}, "to": ["house"]}), "recipient"),
    ],
)
def test_a_damaged_newer_or_hand_made_cookie_is_refused_with_a_reason(value, reason):
    with pytest.raises(ValueError, match=reason):
        load(value, CONGRESS)


@given(st.text())
def test_any_other_text_is_refused(text):
    with pytest.raises(ValueError, match="it "):
        load(text, CONGRESS)


def test_a_hand_made_cookie_cannot_put_line_breaks_in_a_name():
    details = load(
        cookie({"v": 1, "person": {"first": "A\nBcc: x"}, "to": [{"slot": "house", "full_name": "B\nC"}]}), CONGRESS
    )
    assert details.person.first == "A Bcc: x"
    assert details.recipients[0].full_name == "B C"
