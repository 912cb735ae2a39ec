"""Who is written to, given what was found, chosen and typed."""

import pytest

from honorable import letters
from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.congress.selection import candidates, choices, merged, officials, seat_of, told
from tests.unit.letters.congress.test_lookup import LOOKUP


def find(zip_code):
    return LOOKUP.find(zip_code)


def names(who):
    return {slot: to.full_name for slot, to in who.items()}


def test_where_there_is_one_seat_there_is_nothing_to_choose():
    found = find("94501")
    assert choices(found) == {}
    assert seat_of(found, "") == seat_of(found, "CA10") == found.seats[0]


def test_of_several_seats_none_is_the_visitors_until_they_choose():
    found = find("94504")
    assert list(choices(found)) == ["CA12", "CA10"]
    assert seat_of(found, "") is None
    assert seat_of(found, "TX1") is None
    assert seat_of(found, "CA10").district == "10"


def test_with_a_seat_there_are_three_recipients_in_the_forms_order():
    found = find("94501")
    assert names(officials(found, found.seats[0], {})) == {
        "house": "Lateefah Twelve",
        "senate-1": "Alex Senior",
        "senate-2": "Adam Junior",
    }


def test_before_the_choice_there_are_senators_only_where_all_the_seats_are_in_one_state():
    assert names(officials(find("94504"), None, {})) == {"senate-1": "Alex Senior", "senate-2": "Adam Junior"}
    assert officials(find("86515"), None, {}) == {}


def test_the_senators_are_those_of_the_chosen_seats_state():
    found = find("86515")
    assert names(officials(found, seat_of(found, "AZ2"), {})) == {
        "house": "Eli Two",
        "senate-1": "Ana Arizona",
        "senate-2": "Bo Arizona",
    }


@pytest.mark.parametrize("typed", ["Adam Junior", "Sen. Adam Junior (D-CA)", "ADAM JUNIOR", "Junior"])
def test_a_senator_who_was_typed_in_one_place_is_not_put_into_the_other(typed):
    found = find("94501")
    who = officials(found, found.seats[0], {"senate-1": typed})
    assert names(who) == {"house": "Lateefah Twelve", "senate-1": "Adam Junior", "senate-2": "Alex Senior"}


def test_a_typed_name_is_known_without_its_accents():
    found = find("86515")
    who = officials(found, found.seats[0], {"senate-2": "Ben Ray Nunez"})
    assert names(who)["senate-1"] == "Marta Nuevo"


def test_dc_has_a_delegate_alone():
    found = find("20001")
    assert names(officials(found, found.seats[0], {})) == {"house": "Eleanor Capital"}


def test_a_name_that_was_found_brings_what_is_known_of_the_person():
    to = merged(
        letters.recipient("senate-2", "Alex Senior", state="CA", legislature=CONGRESS), candidates(find("94501"))
    )
    assert (to.slot, to.office, to.phone) == ("senate-2", "331 Hart Senate Office Building", "202-555-0103")
    assert to.contact_page == "https://senior.senate.gov/contact"


def test_a_last_name_that_was_typed_stays():
    to = letters.recipient("senate-1", "Alex Senior", "Seniour", state="CA", legislature=CONGRESS)
    assert merged(to, candidates(find("94501"))).last_name == "Seniour"


@pytest.mark.parametrize(("slot", "name"), [("senate-1", "Lateefah Twelve"), ("house", "Alex Senior"), ("house", "")])
def test_another_name_or_another_chamber_brings_nothing(slot, name):
    to = letters.recipient(slot, name, state="CA", legislature=CONGRESS)
    assert merged(to, candidates(find("94501"))) == to


def sentences(zip_code, key="", typed=None, state=""):
    found = find(zip_code)
    seat = seat_of(found, key)
    return told(found, seat, officials(found, seat, typed or {}), typed or {}, state)


def test_the_visitor_is_told_who_is_written_to():
    assert sentences("94501") == (
        "ZIP code 94501 is in the 12th district of California. Your letters go to Representative Lateefah Twelve, "
        "Senator Alex Senior, and Senator Adam Junior."
    )
    assert sentences("00601").endswith("Your letter goes to Resident Commissioner Pablo José Hernández.")


def test_before_the_choice_the_visitor_is_told_who_is_filled_in_already():
    assert sentences("94504").endswith("Senator Alex Senior and Senator Adam Junior are filled in already.")


def test_after_the_choice_the_visitor_is_told_what_they_chose():
    assert sentences("94504", "CA10").startswith("You chose the 10th district of California. Your letters go to")
    assert "Its seat is vacant: nobody holds it now. You can write to the senators." in sentences("94507", "CA14")


def test_what_was_typed_is_told_to_stay_unless_it_is_the_same():
    assert sentences("94501", typed={"house": "Jane Doe"}).endswith(
        "Your letters go to Senator Alex Senior and Senator Adam Junior. What you typed yourself stays as it is."
    )
    assert "typed yourself" not in sentences("94501", typed={"house": "Lateefah Twelve"})


def test_another_state_than_the_zip_codes_is_told():
    assert "another one: please check both" in sentences("94501", state="TX")
    assert "another one" not in sentences("94501", state="CA")
