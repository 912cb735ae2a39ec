"""What is asked of the person who writes, and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.person import Person, person_errors, postal_code


def test_nothing_is_wrong_with_a_whole_person(person):
    assert person_errors(person) == {}


def test_an_empty_form_has_a_sentence_for_each_field_that_is_needed():
    assert list(person_errors(Person())) == ["first", "last", "street", "city", "state", "zip", "email"]


def test_title_and_phone_may_be_left_out(person):
    assert person.phone == ""
    assert "phone" not in person_errors(person)


@pytest.mark.parametrize("typed", ["10001", " 10001 ", "10001-2345", "10001 2345", "100012345", "10001–2345", "١٠٠٠١"])
def test_usual_ways_to_type_a_zip_code_are_taken(typed, person):
    assert postal_code(typed).startswith("10001")


@pytest.mark.parametrize(
    "typed", ["1000", "100011", "K1A 0B1", "ABCDE", "10001-23", "10001-23456", "1 0001", "-10001", "²0001"]
)
def test_what_is_no_zip_code_gets_a_sentence(typed):
    assert "five digits" in person_errors(Person(zip=typed))["zip"]


@pytest.mark.parametrize(
    "typed", ["ada", "ada@", "@example.org", "ada@example", "a da@example.org", "ada@@example.org", "ada@example..org"]
)
def test_what_is_no_email_address_gets_a_sentence(typed):
    assert "name@example.org" in person_errors(Person(email=typed))["email"]


@pytest.mark.parametrize("typed", ["ada@example.org", "a+b@x.co.uk", "o'brien@example.org", "jörg@bücher.example"])
def test_usual_email_addresses_are_taken(typed):
    assert "email" not in person_errors(Person(email=typed))


def test_a_state_that_is_none_gets_a_sentence():
    assert "state" in person_errors(Person(state="XX"))


@given(st.text())
def test_any_text_in_any_field_becomes_one_line_and_raises_nothing(text):
    person = Person(text, text, text, text, text, text, text, text, text)
    assert len(person.full_name.splitlines()) <= 1
    person_errors(person)
