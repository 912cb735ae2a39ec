"""The recipients, given what was found, chosen and typed."""

import pytest

from honorable.letters.congress.selection import candidates, choices, message, officials, seat_of
from tests.unit.letters.congress.test_lookup import LOOKUP


def find(zip_code):
    return LOOKUP.find(zip_code)


def names(who):
    return {slot: to.full_name for slot, to in who.items()}


def test_with_one_seat_there_is_nothing_to_choose():
    found = find("94501")
    assert choices(found) == {}
    assert seat_of(found, "") == seat_of(found, "CA10") == found.seats[0]


def test_of_several_seats_none_is_the_visitors_until_they_choose():
    found = find("94504")
    assert list(choices(found)) == ["CA12", "CA10"]
    assert seat_of(found, "") is None
    assert seat_of(found, "TX1") is None
    assert seat_of(found, "CA10").district == "10"


def test_a_seat_has_three_recipients_in_the_order_of_the_form():
    found = find("94501")
    assert names(officials(found, found.seats[0], {})) == {
        "house": "Lateefah Twelve",
        "senate-1": "Alex Senior",
        "senate-2": "Adam Junior",
    }


def test_before_the_choice_there_are_senators_only_if_all_seats_are_in_one_state():
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
def test_a_senator_typed_into_one_slot_is_not_put_into_the_other(typed):
    found = find("94501")
    who = officials(found, found.seats[0], {"senate-1": typed})
    assert names(who) == {"house": "Lateefah Twelve", "senate-1": "Adam Junior", "senate-2": "Alex Senior"}


def test_a_typed_name_is_recognized_without_its_accents():
    found = find("86515")
    who = officials(found, found.seats[0], {"senate-2": "Ben Ray Nunez"})
    assert names(who)["senate-1"] == "Marta Nuevo"


def test_dc_only_has_a_delegate():
    found = find("20001")
    assert names(officials(found, found.seats[0], {})) == {"house": "Eleanor Capital"}


def test_everybody_who_was_found_is_a_candidate_with_all_that_is_known_of_them():
    house, senior, _junior = candidates(find("94501"))
    assert (house.slot, house.full_name, house.phone) == ("house", "Lateefah Twelve", "202-555-0106")
    assert (senior.chamber, senior.office, senior.phone) == (
        "senate",
        "331 Hart Senate Office Building",
        "202-555-0103",
    )
    assert senior.contact_page == "https://senior.senate.gov/contact"


def sentences(zip_code, key="", typed=None, state=""):
    found = find(zip_code)
    seat = seat_of(found, key)
    return message(found, seat, officials(found, seat, typed or {}), typed or {}, state)


def test_the_message_names_who_is_written_to():
    assert sentences("94501") == (
        "ZIP code 94501 is in the 12th district of California. Your letters go to Representative Lateefah Twelve, "
        "Senator Alex Senior, and Senator Adam Junior."
    )
    assert sentences("00601").endswith("Your letter goes to Resident Commissioner Pablo José Hernández.")


def test_before_the_choice_the_message_names_who_is_already_filled_in():
    assert sentences("94504").endswith("Senator Alex Senior and Senator Adam Junior are already filled in.")


def test_after_the_choice_the_message_names_the_district():
    assert sentences("94504", "CA10").startswith("You chose the 10th district of California. Your letters go to")
    assert "Its seat is vacant. You can write to the senators." in sentences("94507", "CA14")


def test_the_message_says_that_typed_names_stay_unless_they_are_the_same():
    assert sentences("94501", typed={"house": "Jane Doe"}).endswith(
        "Your letters go to Senator Alex Senior and Senator Adam Junior. What you typed yourself stays as it is."
    )
    assert "typed yourself" not in sentences("94501", typed={"house": "Lateefah Twelve"})


def test_the_message_points_out_a_state_that_does_not_fit_the_zip_code():
    assert "You chose a different state." in sentences("94501", state="TX")
    assert "different state" not in sentences("94501", state="CA")
