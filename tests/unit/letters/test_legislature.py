"""Letters to other legislatures than Congress: other places, titles, addresses and postal codes."""

import json
from dataclasses import asdict

import pytest
from jinja2 import DictLoader

from honorable.letters import (
    CONGRESS,
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


def test_a_letter_is_addressed_as_there():
    (letter,) = render(Draft(ADA, (recipient("mp", "Jane Smith", legislature=COMMONS),)), CAMPAIGN, TEMPLATES)
    assert letter.slot == "mp"
    assert letter.text == "Jane Smith MP\nHouse of Commons\nLondon\nSW1A 0AA\nLondon SW1Y 4JH"


def test_an_empty_form_has_one_letter_with_the_fields_own_names():
    (letter,) = render(blank_draft(COMMONS), CAMPAIGN, TEMPLATES)
    assert letter.text.endswith("[Town or city] [Postcode]")


def test_the_letter_to_fill_in_by_hand_leaves_only_the_name_open():
    assert diy_letter(CAMPAIGN, TEMPLATES).text.startswith("[Full name] MP\nHouse of Commons\nLondon\nSW1A 0AA\n")


def test_what_the_form_does_not_ask_for_is_not_missed():
    assert person_errors(ADA, COMMONS) == {}
    assert person_errors(Person(zip="10001"), COMMONS)["zip"] == "Please check the postcode."
    assert person_errors(Person(), COMMONS)["zip"] == "Please type your postcode."
    assert "state" not in person_errors(Person(), COMMONS)
    assert list(draft_errors(blank_draft(COMMONS))) == ["mp_name"]


def test_the_page_speaks_of_a_member_as_there():
    assert recipient("mp", "Jane Smith", legislature=COMMONS).spoken == "Jane Smith MP"
    assert recipient("mp", legislature=COMMONS).spoken == "your MP"


def test_an_envelope_is_addressed_as_there():
    assert folded("Dear Jane", recipient("mp", "Jane Smith", legislature=COMMONS))[0].startswith("Jane Smith MP\nHouse")


def test_an_offices_form_has_no_zip_4_and_no_state():
    assert {"zip4", "state"}.isdisjoint(field.name for field in office_fields(COMMONS))
    assert {"zip4", "state"} <= {field.name for field in office_fields(CONGRESS)}
    draft = Draft(ADA, (recipient("mp", "Jane Smith", legislature=COMMONS),))
    (letter,) = render(draft, CAMPAIGN, TEMPLATES)
    assert office_form(draft, letter, letter.text)["zip"] == "SW1Y 4JH"


def test_the_details_come_back_for_the_same_places():
    memory = SavedDetails(ADA, (recipient("mp", "Jane Smith", legislature=COMMONS),))
    assert load(dump(memory), COMMONS) == memory
    with pytest.raises(ValueError, match="has no place in the form"):
        load(dump(memory))


@pytest.mark.parametrize("legislature", [COMMONS, CONGRESS])
def test_a_legislature_survives_the_way_into_the_page(legislature: Legislature):
    assert Legislature.from_json(json.loads(json.dumps(asdict(legislature)))) == legislature


def test_a_place_that_is_none_is_named():
    with pytest.raises(ValueError, match="'senate-3' is no place on the form; these are: house, senate-1, senate-2"):
        CONGRESS.place("senate-3")


@pytest.mark.parametrize("typed", ["SW1A 0AA", "sw1a0aa", " sw1a  0aa "])
def test_a_postcode_is_written_as_on_an_envelope(typed: str):
    assert COMMONS.postal_code.cleaned(typed) == "SW1A 0AA"


@pytest.mark.parametrize("typed", ["", "10001", "SW1A 0A", "SW1A-0AA", "SW1A 0AA1"])
def test_what_is_no_postcode_is_none(typed: str):
    with pytest.raises(ValueError, match="is not a postal code"):
        COMMONS.postal_code.cleaned(typed)


def test_without_a_rule_any_postal_code_is_taken():
    assert PostalCode().cleaned(" k1a 0b1 ") == "K1A 0B1"
