"""What the cookie saves, and which values are refused."""

import json
import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters import Person, recipient
from honorable.letters.congress.legislature import CONGRESS, SLOTS
from honorable.letters.saved_details import DETAILS_BYTES, OFFICIALS, SavedDetails, dump, fitting, load

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
        if "bytes" not in str(error):
            raise
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
    with pytest.raises(ValueError, match=f"more than the {DETAILS_BYTES}"):
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
        (cookie({"v": 1}), "recipients"),
        (cookie({"v": 1, "person": {}, "to": [], "reasons": "match"}), "reasons"),
        (cookie({"v": 1, "person": {}, "to": [], "reasons": [7]}), "reasons"),
        (cookie({"v": 1, "person": {}, "to": [], "reasons": ["a"] * 4}), "reasons"),
        (cookie({"v": 1, "person": {}, "to": [], "reasons": ["a" * 51]}), "reasons"),
        (cookie({"v": 1, "person": {"first": 7}, "to": []}), "person"),
        (cookie({"v": 1, "person": None, "to": []}), "person"),
        (cookie({"v": 1, "person": {}, "to": {}}), "recipients"),
        (cookie({"v": 1, "person": {}, "to": [{"slot": "house"}] * 4}), "recipients"),
        (cookie({"v": 1, "person": {}, "to": [{"slot": "house"}] * 2}), "place"),
        (cookie({"v": 1, "person": {}, "to": [{"slot": "mayor"}]}), "place"),
        (cookie({"v": 1, "person": {}, "to": [{}]}), "place"),
        (cookie({"v": 1, "person": {}, "to": ["house"]}), "recipient"),
        (cookie({"v": 1, "person": {}, "to": [{"slot": "house", "contact_page": "javascript:x"}]}), "contact page"),
        (cookie({"v": 1, "person": {}, "to": [{"slot": "house", "contact_page": "http://x.org"}]}), "contact page"),
    ],
)
def test_a_damaged_newer_or_hand_made_cookie_is_refused_with_a_reason(value, reason):
    with pytest.raises(ValueError, match=reason):
        load(value, CONGRESS)


def test_keys_that_a_later_version_saves_are_ignored():
    person = {"first": "Ada", "__class__": "x", "a later field": ["she"]}
    saved = {"v": 1, "person": person, "to": [{"slot": "house", "full_name": "Ann Lee", "party": 7}], "story": "x"}
    details = load(cookie(saved), CONGRESS)
    assert details.person == Person(first="Ada")
    assert details.recipients[0].full_name == "Ann Lee"


@pytest.mark.parametrize("character", ["a", "é", "ا", "字", "🦋", "%"])
def test_the_longest_details_in_any_script_fit_and_what_is_left_out_is_named(character):
    person = Person(*[character * 100 for _field in range(10)])
    to = tuple(replace(one, office=character * 100) for one in details_of(person, [character * 100] * 3).recipients)
    details, left_out = fitting(SavedDetails(person, to, ("match", "promise")))
    assert len(dump(details)) <= DETAILS_BYTES
    assert details.reasons == ("match", "promise")
    assert details.person != Person()
    texts = {field: getattr(details.person, field) for field in ("first", "street2", "email")}
    assert {field for field, text in texts.items() if not text} == set(left_out) & set(texts)
    for one in details.recipients:
        assert bool(one.full_name) != (f"{one.slot.replace('-', '')}_name" in left_out)


def test_the_facts_about_officials_go_before_anything_that_was_typed():
    person = Person(first="Ada", street="字" * 100)
    to = tuple(replace(one, office="x" * 800) for one in details_of(person, ["Ann Lee"] * 3).recipients)
    details, left_out = fitting(SavedDetails(person, to))
    assert left_out == (OFFICIALS,)
    assert details.person == person
    assert {one.office for one in details.recipients} == {""}


def test_the_longest_text_goes_first():
    person = Person(first="Ada", street="字" * 300, city="字" * 90)
    details, left_out = fitting(details_of(person, ["Ann Lee"] * 3))
    assert left_out == ("street",)
    assert details.person == replace(person, street="")


def test_usual_details_are_left_whole(draft):
    details = SavedDetails(draft.person, draft.recipients, ("match", "promise"))
    assert fitting(details) == (details, ())


@given(persons, st.tuples(words, words, words))
def test_any_details_fit(person, names):
    details, left_out = fitting(details_of(person, names))
    assert load(dump(details), CONGRESS) == details
    assert left_out or details == details_of(person, names)


@pytest.mark.claim("What such a page writes into cookies and storage does no harm")
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
