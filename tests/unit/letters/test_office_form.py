"""The fields of an office's form."""

from dataclasses import replace

import pytest

from honorable import letters
from honorable.letters.office_form import OFFICE_FIELDS, office_form
from honorable.letters.person import Person


@pytest.fixture
def fill(draft, campaign, templates):
    """Return a function that gives the fields for the draft, with changes to its person."""

    def filled(text=None, short="", **person):
        changed = replace(draft, person=replace(draft.person, **person))
        letter = letters.render(changed, campaign, templates)[0]
        return office_form(changed, letter, letter.text if text is None else text, short)

    return filled


def test_fields_are_in_the_usual_order_and_all_are_filled_in(fill):
    wanted = ["prefix", "first", "last", "street", "street2", "city", "state", "zip", "zip4", "email", "phone"]
    assert [field.name for field in OFFICE_FIELDS] == wanted
    assert list(fill())[: len(wanted)] == wanted


def test_each_field_is_filled_from_a_field_of_our_form(fill):
    assert {field.source for field in OFFICE_FIELDS} <= set(Person.__slots__)


def test_values_are_written_as_offices_ask_for_them(fill):
    form = fill(zip="946011234", phone="510-555-0100")
    assert (form["prefix"], form["first"], form["last"]) == ("Dr.", "Ada", "Lovelace")
    assert (form["street"], form["city"], form["state"]) == ("12 Byron Row", "Oakland", "California")
    assert (form["zip"], form["zip4"]) == ("94601", "1234")
    assert (form["email"], form["phone"]) == ("ada@example.org", "510-555-0100")
    assert form["subject"] == "Support the Example Act"


def test_a_military_address_has_no_state_of_the_union(fill):
    form = fill(street="PSC 1 Box 2", city="APO", zip="AE 09012")
    assert (form["city"], form["state"], form["zip"]) == ("APO", "AE", "09012")


def test_an_empty_field_stays_empty(fill):
    form = fill(title="", phone="", state="")
    assert (form["prefix"], form["zip4"], form["phone"], form["state"]) == ("", "", "", "")


def test_an_invalid_zip_code_is_left_as_typed(fill):
    assert (fill(zip="K1A 0B1")["zip"], fill(zip="K1A 0B1")["zip4"]) == ("K1A 0B1", "")


def test_the_message_is_the_text_that_would_be_sent_and_has_an_ascii_form(fill):
    form = fill("Dear Señora,\n\nI’d like “this”.")
    assert form["message"] == "Dear Señora,\n\nI’d like “this”."
    assert form["plain"] == 'Dear Senora,\n\nI\'d like "this".'


def test_a_short_version_is_offered_in_both_forms(fill):
    form = fill(short="Dear Señora: “hi”")
    assert (form["short"], form["short_plain"]) == ("Dear Señora: “hi”", 'Dear Senora: "hi"')


def test_an_apartment_is_a_line_of_its_own(fill):
    form = fill(street2="Apt 3")
    assert (form["street"], form["street2"]) == ("12 Byron Row", "Apt 3")
