"""Legislatures other than Congress: other places, titles, addresses and postal codes."""

import json
from dataclasses import asdict

import pytest
from jinja2 import DictLoader

from honorable.letters import (
    Bill,
    Campaign,
    Draft,
    Legislature,
    Person,
    blank_draft,
    diy_letter,
    draft_errors,
    environment,
    person_errors,
    recipient,
    render,
)
from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.envelope import folded
from honorable.letters.legislature import Body, Place, PostalCode
from honorable.letters.office_form import office_fields, office_form
from honorable.letters.saved_details import SavedDetails, dump, load

COMMONS = Legislature(
    heading="A letter to Parliament",
    invitation="write to your MP",
    officials="your MP",
    chambers={"house": Body("House of Commons", "MP", ("House of Commons", "London", "SW1A 0AA"))},
    places=(Place("mp", "house", "Your MP's full name", "Your MP", "your MP"),),
    honorific="{name} MP",
    spoken="{name} MP",
    asks_last_name=False,
    labels={"city": "Town or city", "zip": "Postcode"},
    postal_code=PostalCode("([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2})", " ", wrong="Please check the postcode."),
)
ADA = Person("", "Ada", "Lovelace", "12 St James's Square", "London", "", "sw1y4jh", "ada@example.org")
CAMPAIGN = Campaign("Benches", "Benches, please", "", {"house": Bill("Bill 0", "Benches Bill", None, "")}, COMMONS)
TEMPLATES = environment(
    DictLoader(
        {
            "subject.txt": "{{ campaign.subject }}",
            "letter.txt": "{{ recipient.before_name }}{{ recipient.full_name }}{{ recipient.after_name }}\n"
            "{% for line in recipient.address %}{{ line }}\n{% endfor %}\n{{ person.city }} {{ person.zip }}",
        }
    )
)


def test_a_letter_has_the_legislatures_address():
    (letter,) = render(Draft(ADA, (recipient("mp", "Jane Smith", legislature=COMMONS),)), CAMPAIGN, TEMPLATES)
    assert letter.slot == "mp"
    assert letter.text == "Jane Smith MP\nHouse of Commons\nLondon\nSW1A 0AA\nLondon SW1Y 4JH"


def test_blanks_have_the_legislatures_labels():
    (letter,) = render(blank_draft(COMMONS), CAMPAIGN, TEMPLATES)
    assert letter.text.endswith("[Town or city] [Postcode]")


def test_the_letter_to_fill_in_by_hand_leaves_only_the_name_open():
    assert diy_letter(CAMPAIGN, TEMPLATES).text.startswith("[Full name] MP\nHouse of Commons\nLondon\nSW1A 0AA\n")


def test_a_field_that_the_form_does_not_have_is_not_required():
    assert person_errors(ADA, COMMONS) == {}
    assert person_errors(Person(zip="10001"), COMMONS)["zip"] == "Please check the postcode."
    assert person_errors(Person(), COMMONS)["zip"] == "Fill this in: Postcode."
    assert "state" not in person_errors(Person(), COMMONS)
    assert list(draft_errors(blank_draft(COMMONS))) == ["mp_name"]


def test_the_page_calls_a_member_as_the_legislature_does():
    assert recipient("mp", "Jane Smith", legislature=COMMONS).spoken == "Jane Smith MP"
    assert recipient("mp", legislature=COMMONS).spoken == "your MP"


def test_an_envelope_has_the_legislatures_address():
    assert folded("Dear Jane", recipient("mp", "Jane Smith", legislature=COMMONS))[0].startswith("Jane Smith MP\nHouse")


def test_an_offices_form_has_no_zip_4_and_no_state():
    assert {"zip4", "state"}.isdisjoint(field.name for field in office_fields(COMMONS))
    assert {"zip4", "state"} <= {field.name for field in office_fields(CONGRESS)}
    draft = Draft(ADA, (recipient("mp", "Jane Smith", legislature=COMMONS),))
    (letter,) = render(draft, CAMPAIGN, TEMPLATES)
    assert office_form(draft, letter, letter.text, "")["zip"] == "SW1Y 4JH"


def test_saved_details_fit_only_the_legislature_they_were_saved_for():
    details = SavedDetails(ADA, (recipient("mp", "Jane Smith", legislature=COMMONS),))
    assert load(dump(details), COMMONS) == details
    with pytest.raises(ValueError, match="has no place on the form"):
        load(dump(details), CONGRESS)


@pytest.mark.parametrize("legislature", [COMMONS, CONGRESS])
def test_a_legislature_is_unchanged_in_the_page(legislature: Legislature):
    assert Legislature.from_json(json.loads(json.dumps(asdict(legislature)))) == legislature


def test_an_unknown_place_is_named_with_those_there_are():
    with pytest.raises(
        ValueError, match="'senate-3' is not a place on the form, must be one of: house, senate-1, senate-2"
    ):
        CONGRESS.place("senate-3")


@pytest.mark.parametrize("typed", ["SW1A 0AA", "sw1a0aa", " sw1a  0aa "])
def test_a_postcode_is_written_as_on_an_envelope(typed: str):
    assert COMMONS.postal_code.cleaned(typed) == "SW1A 0AA"


@pytest.mark.parametrize("typed", ["", "10001", "SW1A 0A", "SW1A-0AA", "SW1A 0AA1"])
def test_other_texts_are_not_postcodes(typed: str):
    with pytest.raises(ValueError, match="is not a postal code"):
        COMMONS.postal_code.cleaned(typed)


def test_without_a_pattern_any_postal_code_is_accepted():
    assert PostalCode().cleaned(" k1a 0b1 ") == "K1A 0B1"
