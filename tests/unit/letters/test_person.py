"""The validation errors of the person who writes."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.person import Person, person_errors


def test_a_complete_person_has_no_errors(person):
    assert person_errors(person, CONGRESS) == {}


def test_an_empty_form_has_an_error_for_each_required_field():
    assert list(person_errors(Person(), CONGRESS)) == ["first", "last", "street", "city", "state", "zip", "email"]


@pytest.mark.parametrize("name", [{"first": "Sukarno", "last": ""}, {"first": "", "last": "Sukarno"}])
def test_one_name_is_enough(person, name):
    assert person_errors(replace(person, **name), CONGRESS) == {}


REQUIRED = {"first", "last", "street", "city", "state", "zip", "email"}


@pytest.mark.parametrize("name", [field.name for field in fields(Person) if field.name not in REQUIRED])
def test_all_else_is_optional(person, name):
    assert person_errors(replace(person, **{name: "something"}), CONGRESS) == {}
    assert person_errors(replace(person, **{name: ""}), CONGRESS) == {}


@pytest.mark.parametrize(
    "typed",
    [
        *("10001", " 10001 ", "10001-2345", "10001 2345", "100012345", "10001–2345", "١٠٠٠١", "\u200e10001"),
        *("10001.", "10001-", "10001,", "NY 10001", "ny10001", "NY, 10001-2345", "10001 NY", "10001-2345, NY"),
    ],
)
def test_a_zip_code_may_be_typed_in_any_usual_way(typed):
    assert CONGRESS.postal_code.cleaned(typed).startswith("10001")


@pytest.mark.parametrize(
    "typed",
    [
        "1000",
        "100011",
        "K1A 0B1",
        "ABCDE",
        "10001-23",
        "10001-23456",
        "1 0001",
        "-10001",
        "²0001",
        "N 10001",
        "NYC 10001",
    ],
)
def test_other_texts_are_not_zip_codes(typed):
    assert "five digits" in person_errors(Person(zip=typed), CONGRESS)["zip"]


@pytest.mark.parametrize(
    "typed",
    [
        *("ada", "ada@", "@example.org", "ada@example", "a da@example.org", "ada@@example.org", "ada@example..org"),
        *("mailto:ada@example.org", "Ada <ada@example.org>", "ada@example.org,bob@example.org", "ada@example.org;"),
    ],
)
def test_other_texts_are_not_email_addresses(typed):
    assert "name@example.org" in person_errors(Person(email=typed), CONGRESS)["email"]


@pytest.mark.parametrize("typed", ["ada@example.org", "a+b@x.co.uk", "o'brien@example.org", "jörg@bücher.example"])
def test_usual_email_addresses_are_accepted(typed):
    assert "email" not in person_errors(Person(email=typed), CONGRESS)


def test_an_unknown_state_is_an_error():
    assert "state" in person_errors(Person(state="XX"), CONGRESS)


@given(st.text())
def test_any_text_in_any_field_becomes_one_line_and_never_raises(text):
    person = Person(*[text] * len(fields(Person)))
    assert len(person.full_name.splitlines()) <= 1
    person_errors(person, CONGRESS)
