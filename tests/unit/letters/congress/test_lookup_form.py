"""What the lookup fills in, what it leaves alone, and what it says, one input after the other."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from honorable.letters.congress.lookup import Lookup
from honorable.letters.congress.lookup_form import (
    FIELDS,
    Cleared,
    FormRead,
    ListArrived,
    ListFailed,
    ListRequested,
    LookupState,
    Restored,
    description,
    errors,
    is_pending,
    known_officials,
    update,
    view,
)
from tests.unit.letters.congress.test_lookup import LOOKUP, SEATS, packed, text_of

NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)


class Form:
    """A form that follows the lookup: what the page does with the document, without one."""

    def __init__(self, lookup=LOOKUP, now=NOW):
        self.state = LookupState()
        self.texts = {}
        self.now = now
        if lookup:
            self.do(ListArrived(lookup))

    def do(self, input_):
        self.state, writes = update(self.state, input_, self.now)
        assert set(writes) <= set(FIELDS) - {"zip", "district"}
        self.texts |= writes
        return self

    def type(self, **texts):
        self.texts |= texts
        self.do(FormRead(self.read()))
        self.texts.pop("district", None)
        return self

    def leave(self):
        return self.do(FormRead(self.read(), is_final=True))

    def choose(self, key):
        return self.type(district=key)

    def read(self):
        # A radio button stays checked until the options are replaced; without options there is none.
        shown = view(self.state)
        texts = {"district": shown.chosen if shown.options else ""} | self.texts
        return {name: text for name, text in texts.items() if text}

    def restore(self, filled=None, officials=()):
        return self.do(Restored(self.read(), filled or {}, tuple(officials)))

    @property
    def names(self):
        return [self.texts.get(f"{slot}_name", "") for slot in ("house", "senate1", "senate2")]

    @property
    def last_names(self):
        return [self.texts.get(f"{slot}_last", "") for slot in ("house", "senate1", "senate2")]

    @property
    def message(self):
        return view(self.state).message

    @property
    def zip_error(self):
        return view(self.state).zip_error

    @property
    def options(self):
        return [option.key for option in view(self.state).options]


@pytest.fixture
def form():
    return Form()


def test_a_zip_code_fills_in_the_officials_and_the_state(form):
    form.type(zip="94501")
    assert form.names == ["Lateefah Twelve", "Alex Senior", "Adam Junior"]
    assert form.last_names == ["Twelve", "Senior", "Junior"]
    assert form.texts["state"] == "CA"
    assert form.message == (
        "ZIP code 94501 is in the 12th district of California. Your letters go to Representative Lateefah Twelve, "
        "Senator Alex Senior, and Senator Adam Junior."
    )
    assert form.options == []


def test_before_the_list_has_arrived_nothing_is_filled_in_and_then_it_is():
    form = Form(lookup=None).type(zip="94501")
    assert (form.names, form.message) == (["", "", ""], "")
    form.do(ListRequested())
    form.do(ListArrived(LOOKUP))
    assert form.names[0] == "Lateefah Twelve"


def test_if_the_list_does_not_load_the_names_can_be_typed_and_it_can_be_tried_again():
    form = Form(lookup=None).do(ListRequested()).type(zip="94501")
    form.do(ListFailed())
    assert form.message.startswith("The list of ZIP codes did not load. Please type the names")
    form.type(house_name="Jane Doe")
    form.do(ListRequested())
    assert form.message == ""
    form.do(ListArrived(LOOKUP))
    assert form.names == ["Jane Doe", "Alex Senior", "Adam Junior"]


def test_a_damaged_list_is_reported_without_its_technical_reason():
    form = Form(lookup=None).do(ListFailed(is_damaged=True))
    assert form.message == "The list of ZIP codes cannot be read. Please type the names instead."


def test_a_zip_code_in_two_districts_waits_for_the_choice(form):
    form.type(zip="94504")
    assert form.options == ["CA12", "CA10"]
    assert view(form.state).chosen == ""
    assert form.names == ["", "Alex Senior", "Adam Junior"]
    assert form.texts["state"] == "CA"
    assert [option.share for option in view(form.state).options] == ["about 73% of its land", "about 27% of its land"]


def test_a_choice_fills_in_the_member_and_can_be_changed(form):
    form.type(zip="94504").choose("CA10")
    assert form.names == ["Mark Ten", "Alex Senior", "Adam Junior"]
    assert form.message.startswith("You chose the 10th district of California.")
    form.choose("CA12")
    assert form.names[0] == "Lateefah Twelve"
    assert view(form.state).chosen == "CA12"


def test_a_choice_ends_with_its_zip_code(form):
    form.type(zip="94504").choose("CA10")
    form.type(zip="94507")
    assert (view(form.state).chosen, form.names[0]) == ("", "")


def test_a_vacant_seat_can_be_chosen(form):
    form.type(zip="94507").choose("CA14")
    assert "Its seat is vacant." in form.message
    assert form.names == ["", "Alex Senior", "Adam Junior"]
    assert view(form.state).has_vacancy


def test_a_zip_code_in_two_states_waits_before_it_names_senators(form):
    form.type(zip="86515")
    assert form.names == ["", "", ""]
    assert form.texts.get("state", "") == ""
    form.choose("AZ2")
    assert form.names == ["Eli Two", "Ana Arizona", "Bo Arizona"]
    assert form.texts["state"] == "AZ"
    form.choose("NM3")
    assert form.names == ["Teresa De La Luz", "Ben Ray Núñez", "Marta Nuevo"]
    assert form.last_names == ["De La Luz", "Núñez", "Nuevo"]
    assert form.texts["state"] == "NM"


@pytest.mark.parametrize("state_first", [True, False])
def test_the_chosen_state_decides_a_zip_code_in_two_states(form, state_first):
    inputs = [{"state": "AZ"}, {"zip": "86515"}]
    for texts in inputs if state_first else reversed(inputs):
        form.type(**texts)
    assert form.names == ["Eli Two", "Ana Arizona", "Bo Arizona"]
    assert form.options == []


def test_a_state_that_does_not_fit_the_zip_code_is_pointed_out_and_stays(form):
    form.type(zip="94501").type(state="OH")
    assert "You chose a different state." in form.message
    assert form.texts["state"] == "OH"


def test_while_a_zip_code_is_being_typed_nothing_is_said_against_it(form):
    for length in range(1, 5):
        form.type(zip="94501"[:length])
        assert (form.message, form.zip_error) == ("", "")


@pytest.mark.parametrize("typed", ["abc", "9450", "K1A 0B1"])
def test_an_incomplete_zip_code_takes_back_what_was_filled_in_once_the_field_is_left(form, typed):
    form.type(zip="20001").type(zip=typed)
    form.leave()
    assert (form.names, form.texts["state"]) == (["", "", ""], "")
    assert form.zip_error
    assert form.message == ""


@pytest.mark.parametrize("typed", ["00000", "09012"])
def test_a_zip_code_that_nobody_is_found_for_takes_back_what_was_filled_in_at_once(form, typed):
    form.type(zip="94501").type(zip=typed)
    assert (form.names, form.texts["state"]) == (["", "", ""], "")
    assert form.zip_error
    assert form.message == ""


def test_the_same_zip_code_fills_in_again_after_one_that_nobody_is_found_for(form):
    form.type(zip="94501").type(zip="99999").type(zip="94501")
    assert form.names == ["Lateefah Twelve", "Alex Senior", "Adam Junior"]


def test_an_emptied_zip_code_takes_back_what_was_filled_in(form):
    form.type(zip="94501").type(zip="").leave()
    assert (form.names, form.message) == (["", "", ""], "")


def test_a_typed_name_wins_over_the_lookup_and_stays_for_every_zip_code(form):
    form.type(house_name="Jane Doe").type(zip="94501")
    assert form.names == ["Jane Doe", "Alex Senior", "Adam Junior"]
    assert "What you typed yourself stays as it is." in form.message
    form.type(zip="20001")
    assert form.names == ["Jane Doe", "", ""]


def test_a_name_that_was_filled_in_and_edited_is_the_visitors(form):
    form.type(zip="94501").type(senate1_name="Alejandro Senior-Ruiz", senate1_last="Senior-Ruiz")
    form.type(zip="86515", state="").choose("AZ2")
    assert form.names == ["Eli Two", "Alejandro Senior-Ruiz", "Bo Arizona"]


def test_an_emptied_state_is_filled_in_again(form):
    form.type(zip="94501").type(state="")
    assert form.texts["state"] == "CA"


def test_an_emptied_name_is_a_letter_to_skip_until_the_next_zip_code(form):
    form.type(zip="94501").type(senate2_name="", senate2_last="").type(city="Alameda")
    assert form.names == ["Lateefah Twelve", "Alex Senior", ""]
    form.type(zip="86515").choose("AZ2")
    assert form.names == ["Eli Two", "Ana Arizona", "Bo Arizona"]


def test_a_senator_whom_the_visitor_typed_is_not_filled_in_twice(form):
    form.type(senate1_name="Adam Junior").type(zip="94501")
    assert form.names == ["Lateefah Twelve", "Adam Junior", "Alex Senior"]


def test_a_member_whose_name_is_typed_is_the_choice(form):
    form.type(zip="94504").type(house_name="Mark Ten")
    assert view(form.state).chosen == "CA10"


def test_recipients_are_known_by_their_slot(form):
    form.type(zip="94501")
    known = known_officials(form.state, form.texts)
    assert [(slot, to.slot, to.phone) for slot, to in known.items()] == [
        ("house", "house", "202-555-0106"),
        ("senate-1", "senate-1", "202-555-0103"),
        ("senate-2", "senate-2", "202-555-0104"),
    ]


def test_a_typed_name_of_somebody_who_was_found_brings_what_is_known_of_them(form):
    form.type(zip="94501").type(senate2_name="Sen. Alex Senior (D-CA)")
    known = known_officials(form.state, form.texts)["senate-2"]
    assert (known.slot, known.full_name, known.phone) == ("senate-2", "Alex Senior", "202-555-0103")


@pytest.mark.parametrize(("field", "slot"), [("senate1_name", "senate-1"), ("house_name", "house")])
def test_another_name_brings_nothing_of_the_official_who_was_there(form, field, slot):
    form.type(zip="94501").type(**{field: "Somebody Else"})
    assert slot not in known_officials(form.state, form.texts)


def test_a_member_of_the_other_chamber_brings_nothing(form):
    form.type(zip="94501").type(house_name="Alex Senior")
    assert "house" not in known_officials(form.state, form.texts)


def test_after_a_reload_everything_is_as_it_was_and_follows_the_next_zip_code(form):
    form.type(zip="94504").choose("CA10")
    again = Form(lookup=None)
    again.texts = form.read()
    again.restore(filled=form.state.filled)
    del again.texts["district"]
    again.type(city="Alameda")
    assert again.names == form.names
    again.do(ListArrived(LOOKUP))
    assert view(again.state).chosen == "CA10"
    assert again.names == form.names
    assert again.names == form.names
    again.type(zip="94501")
    assert again.names[0] == "Lateefah Twelve"


@pytest.mark.parametrize("key", ["CA12", "CA10"], ids=["a member with a phone", "a member with a name alone"])
def test_on_the_next_visit_the_saved_officials_are_known_before_the_list_has_arrived(form, key):
    form.type(zip="94504").choose(key)
    saved = known_officials(form.state, form.texts).values()
    again = Form(lookup=None)
    again.texts = {name: text for name, text in form.read().items() if name != "district"}
    again.restore(officials=saved)
    assert known_officials(again.state, again.texts)["senate-1"].phone == "202-555-0103"
    again.do(ListArrived(LOOKUP))
    assert view(again.state).chosen == key
    assert again.names == form.names


@pytest.mark.parametrize("fact", ["office", "phone", "contact_page", "term_ends"])
def test_a_saved_official_who_has_left_is_replaced_by_the_one_on_the_list(form, fact):
    form.type(zip="94501")
    known = known_officials(form.state, form.texts)["senate-1"]
    left = replace(known, full_name="Former Senator", last_name="Senator")
    left = replace(left, **dict.fromkeys(("office", "phone", "contact_page", "term_ends"), "") | {fact: "2027-01-03"})
    again = Form(lookup=None)
    again.texts = form.read() | {"senate1_name": "Former Senator", "senate1_last": "Senator"}
    again.restore(officials=[left])
    again.do(ListArrived(LOOKUP))
    assert again.names[1] == "Alex Senior"


def test_a_saved_name_of_which_nothing_else_is_known_is_the_visitors_and_stays(form):
    form.type(zip="94501", senate1_name="Former Senator")
    again = Form(lookup=None)
    again.texts = form.read()
    again.restore()
    again.do(ListArrived(LOOKUP))
    assert again.names[1] == "Former Senator"


def test_a_saved_member_of_one_of_two_districts_follows_the_next_zip_code(form):
    form.type(zip="94504").choose("CA10")
    again = Form(lookup=None)
    again.texts = form.read()
    again.restore()
    del again.texts["district"]
    again.do(ListArrived(LOOKUP))
    assert again.names[0] == "Mark Ten"
    again.type(zip="94501")
    assert again.names[0] == "Lateefah Twelve"


def test_saved_officials_of_a_zip_code_that_the_list_does_not_know_are_taken_back(form):
    form.type(zip="94501")
    again = Form(lookup=None)
    again.texts = form.read() | {"zip": "99999"}
    again.restore(officials=known_officials(form.state, form.texts).values())
    again.do(ListArrived(LOOKUP))
    assert again.zip_error
    assert again.names == ["", "", ""]


def test_a_zip_code_that_nobody_is_found_for_asks_for_names_and_for_no_other_list(form):
    assert not view(form.state).needs_names
    form.type(zip="99999")
    shown = view(form.state)
    assert (shown.needs_names, shown.needs_finder, shown.as_of) == (True, False, LOOKUP.as_of)


def test_the_page_says_of_what_day_the_list_is_once_it_is_there(form):
    assert view(LookupState()).as_of == ""
    assert view(form.state).as_of == view(form.type(zip="94501").state).as_of == LOOKUP.as_of


def test_an_official_is_described_by_what_the_list_knows_of_them(form):
    form.type(zip="94501")
    known = known_officials(form.state, form.texts)
    assert [description(form.state, to) for to in known.values()] == [
        "Representative, Democrat, 12th district of California",
        "Senator, Democrat, California",
        "Senator, Democrat, California",
    ]
    # The list may not be there yet, or may have somebody of the same name in the other chamber.
    unknown = "Representative, 12th district of California"
    assert description(LookupState(), known["house"]) == unknown
    assert description(form.state, replace(known["house"], full_name=known["senate-1"].full_name)) == unknown


def test_cleared_details_leave_the_list_and_nothing_else(form):
    form.type(zip="94504").choose("CA10")
    form.do(Cleared())
    assert form.state == LookupState(lookup=LOOKUP, list_status="ready")
    form.texts = {}
    form.type(zip="94501")
    assert form.names[0] == "Lateefah Twelve"


def test_on_the_next_visit_what_the_lookup_had_filled_in_follows_another_zip_code(form):
    form.type(zip="20001")
    saved = known_officials(form.state, form.texts).values()
    again = Form(lookup=None)
    again.texts = form.read()
    again.restore(officials=saved)
    again.do(ListArrived(LOOKUP))
    again.type(zip="00601")
    assert again.names == ["Pablo José Hernández", "", ""]
    assert again.texts["state"] == "PR"


def test_a_zip_code_typed_before_the_list_has_arrived_replaces_the_saved_ones_officials(form):
    form.type(zip="20001")
    again = Form(lookup=None)
    again.texts = form.read()
    again.restore(officials=known_officials(form.state, form.texts).values())
    again.type(zip="00601")
    again.do(ListArrived(LOOKUP))
    assert again.names == ["Pablo José Hernández", "", ""]
    assert again.texts["state"] == "PR"


def test_after_a_saved_visit_something_else_than_a_zip_code_empties_the_state_too(form):
    form.type(zip="20001")
    again = Form(lookup=None)
    again.texts = form.read()
    again.restore(officials=known_officials(form.state, form.texts).values())
    again.do(ListArrived(LOOKUP))
    again.type(zip="abc").leave()
    assert (again.names, again.texts["state"]) == (["", "", ""], "")


# What keeps the letters from being written.


def test_several_districts_ask_for_a_choice_or_a_name(form):
    form.type(zip="94504")
    assert list(errors(form.state)) == ["districts"]
    assert errors(form.type(house_name="Jane Doe").state) == {}
    form.type(house_name="").choose("CA10")
    assert errors(form.state) == {}


def test_an_unknown_zip_code_is_an_error_unless_names_are_typed(form):
    form.type(zip="00000")
    assert list(errors(form.state)) == ["zip"]
    form.type(house_name="Jane Doe")
    assert errors(form.state) == {}


def test_text_that_is_not_a_zip_code_is_an_error_with_or_without_names(form):
    form.type(zip="abc", house_name="Jane Doe").leave()
    assert list(errors(form.state)) == ["zip"]


def test_letters_only_wait_for_a_list_that_is_on_its_way():
    form = Form(lookup=None).type(zip="94501")
    assert not is_pending(form.state)
    form.do(ListRequested())
    assert is_pending(form.state)
    assert not is_pending(form.type(house_name="Jane Doe").state)
    form.type(house_name="").do(ListFailed())
    assert not is_pending(form.state)


# ZIP codes without their leading zeros, and those of the armed forces.

ZEROS = Lookup.read(
    packed(
        text_of(
            SEATS + "\nMA7\tAnn Seven\tSeven\tDemocrat\t\t\t\t\t\nMA8\tBen Eight\tEight\tDemocrat\t\t\t\t\t",
            "006 PR0\t1a\n021 MA7 MA8\t19a14A50b",
        )
    )
)


@pytest.mark.parametrize("state", ["MA", ""])
@pytest.mark.parametrize("typed", ["2119", " 2119 ", "2119-0001"])
def test_a_lost_leading_zero_is_offered_back(typed, state):
    form = Form(ZEROS).type(state=state, zip=typed).leave()
    assert form.zip_error == "ZIP codes in Massachusetts begin with 0. Did you mean 02119?"


def test_two_lost_zeros_are_offered_back():
    form = Form(ZEROS).type(state="PR", zip="601").leave()
    assert form.zip_error == "ZIP codes in Puerto Rico begin with 0. Did you mean 00601?"


@pytest.mark.parametrize(("typed", "state"), [("2119", "CA"), ("9450", ""), ("9450", "CA"), ("2199", ""), ("12", "MA")])
def test_nothing_is_offered_if_the_zero_does_not_fit(typed, state):
    form = Form(ZEROS).type(state=state, zip=typed).leave()
    assert form.zip_error.startswith("Please check the ZIP code")


def test_somebody_with_military_mail_gets_the_members_of_the_state_where_they_vote(form):
    form.type(zip="09012")
    assert "choose its state" in form.zip_error
    form.type(state="CA")
    assert form.zip_error == ""
    assert form.names == ["", "Alex Senior", "Adam Junior"]
    assert form.options == ["CA10", "CA12", "CA14"]
    assert [option.share for option in view(form.state).options] == ["", "", ""]
    assert form.message.startswith(
        "ZIP code 09012 is for military or diplomatic mail, so your letters have AE 09012 in the address. These are "
        "the members of Congress of California, where you vote. Choose your district."
    )
    form.choose("CA12")
    assert form.names[0] == "Lateefah Twelve"


def test_a_military_zip_code_may_have_its_region_before_it(form):
    form.type(state="AK").type(zip="AP 96201")
    assert form.names[0] == "Nick North"
    assert "AP 96201" in form.message


def test_military_mail_and_a_state_with_one_seat_need_no_choice(form):
    form.type(state="AK").type(zip="96201")
    assert form.names == ["Nick North", "Lisa Example", "Dan Sample"]


# Days: before and after the end of the 119th Congress, with lists of the 119th, the 120th and both.

EVE = datetime(2026, 12, 31, 12, 0, tzinfo=UTC)
LAST_MINUTE = datetime(2027, 1, 3, 16, 59, tzinfo=UTC)
NOON = datetime(2027, 1, 3, 17, 0, tzinfo=UTC)
WEEK_AFTER = datetime(2027, 1, 10, 12, 0, tzinfo=UTC)
JUNE = datetime(2027, 6, 1, 12, 0, tzinfo=UTC)
NEXT_CONGRESS = datetime(2029, 1, 10, 12, 0, tzinfo=UTC)


def dated(seats, about="2026-06-15 119 119", **settings):
    codes = "432 OH3\t2a\n437 OH3 OH12\t0A60b\n875 NM3\t1a\n995 AK0\t1a\n865 AZ2 NM3\t11a3B61a"
    return Lookup.read(packed(text_of("\n".join(seats), codes, about=about)), **settings)


def member(key, name, ends=""):
    return f"{key}\t{name}\t{name.split()[-1]}\tDemocrat\t\t\t\t{ends}\t"


SENATORS = [
    member("AK", "Lisa Goes", "2027-01-03"),
    member("AK", "Dan Stays", "2029-01-03"),
    member("AZ", "Ana Arizona", "2029-01-03"),
    member("AZ", "Bo Arizona", "2031-01-03"),
    member("NM", "Ben Senior", "2027-01-03"),
    member("NM", "Marta Junior", "2031-01-03"),
    member("OH", "Bernie Elected", "2031-01-03"),
    member("OH", "Jon Appointed", "2026-11-03"),
]
OF_119 = dated(
    [
        *SENATORS,
        member("AK0", "Nick North", "2027-01-03"),
        member("AZ2", "Eli Two"),
        member("NM3", "Teresa Three", "2027-01-03"),
        member("OH3", "Joy Three", "2027-01-03"),
        member("OH12", "Troy Twelve", "2027-01-03"),
    ]
)
HOUSE_OF_120 = [
    member("AK0", "Nina North", "2029-01-03"),
    member("AZ2", "Eli Two", "2029-01-03"),
    member("NM3", "Tess Three", "2029-01-03"),
    member("OH1", "Amy One", "2029-01-03"),
    member("OH3", "Joe Three", "2029-01-03"),
    member("OH12", "Tom Twelve", "2029-01-03"),
]
SENATE_OF_120 = [
    member("AK", "Dan Stays", "2029-01-03"),
    member("AK", "Lena New", "2033-01-03"),
    *SENATORS[2:4],
    member("NM", "Marta Junior", "2031-01-03"),
    member("NM", "Nils New", "2033-01-03"),
    member("OH", "Bernie Elected", "2031-01-03"),
    member("OH", "Olga New", "2033-01-03"),
]
OF_120_ON_119 = dated(SENATE_OF_120 + HOUSE_OF_120, "2027-02-01 120 119")
OF_120 = dated(SENATE_OF_120 + HOUSE_OF_120, "2027-08-01 120 120")
MIXED = dated(SENATE_OF_120 + HOUSE_OF_120, "2027-01-04 119 119")


@pytest.mark.parametrize("now", [NOW, EVE, LAST_MINUTE])
def test_until_noon_on_january_3_the_members_of_the_119th_congress_are_filled_in(now):
    form = Form(OF_119, now).type(zip="99501")
    assert form.names == ["Nick North", "Lisa Goes", "Dan Stays"]
    assert not view(form.state).needs_finder


@pytest.mark.parametrize("now", [NOON, WEEK_AFTER, JUNE])
def test_from_noon_on_only_senators_whose_terms_go_on_are_filled_in_from_the_old_list(now):
    form = Form(OF_119, now).type(zip="99501")
    assert form.names == ["", "Dan Stays", ""]
    assert "A new Congress has begun, and this list is older than that." in form.message
    assert "The term of Senator Lisa Goes ended on January 3, 2027. This list is older than that." in form.message
    assert form.message.endswith("Your letter goes to Senator Dan Stays.")
    assert view(form.state).needs_finder
    assert not view(form.state).has_vacancy


def test_once_terms_have_ended_the_page_asks_for_names_and_another_list():
    shown = view(Form(OF_119, WEEK_AFTER).type(zip="99501").state)
    assert (shown.needs_names, shown.needs_finder) == (True, True)


def test_two_years_later_the_old_list_fills_in_fewer_still():
    assert Form(OF_119, NEXT_CONGRESS).type(zip="99501").names == ["", "", ""]
    assert Form(OF_119, NEXT_CONGRESS).type(zip="87501").names == ["", "Marta Junior", ""]


def test_after_the_congress_several_districts_are_not_offered_for_members_who_are_gone():
    form = Form(OF_119, WEEK_AFTER).type(zip="43700")
    assert form.options == []
    assert form.message.startswith("ZIP code 43700 is in Ohio. A new Congress has begun")
    assert errors(form.state) == {}


def test_after_the_congress_two_states_still_wait_for_the_choice_of_one():
    form = Form(OF_119, WEEK_AFTER).type(zip="86515")
    assert form.options == ["NM3", "AZ2"]
    assert [option.line for option in view(form.state).options] == [
        "3rd district of New Mexico",
        "2nd district of Arizona",
    ]
    form.choose("AZ2")
    assert form.names == ["", "Ana Arizona", "Bo Arizona"]


def test_an_appointed_senator_is_not_filled_in_once_the_appointment_has_ended():
    form = Form(OF_119).type(zip="43202")
    assert form.names == ["Joy Three", "Bernie Elected", ""]
    assert "The term of Senator Jon Appointed ended on November 3, 2026. This list is older than that." in form.message
    assert "vacant" not in form.message
    assert view(form.state).needs_finder
    form.type(senate2_name="Somebody New")
    assert form.names[2] == "Somebody New"


@pytest.mark.parametrize("lookup", [OF_120_ON_119, MIXED])
def test_on_old_districts_no_new_member_of_a_redrawn_state_is_named_by_zip_code(lookup):
    form = Form(lookup, WEEK_AFTER).type(zip="43700")
    assert form.names == ["", "Bernie Elected", "Olga New"]
    assert form.options == ["OH3", "OH12", "OH1"]
    assert [option.share for option in view(form.state).options] == ["", "", ""]
    assert "The districts of Ohio have changed since this list of ZIP codes was made" in form.message
    assert list(errors(form.state)) == ["districts"]
    form.choose("OH1")
    assert form.names[0] == "Amy One"


def test_which_states_are_redrawn_is_a_setting():
    house = [*HOUSE_OF_120, member("NM1", "Nia One", "2029-01-03")]
    form = Form(dated(SENATE_OF_120 + house, "2027-02-01 120 119", redrawn=["NM"]), WEEK_AFTER)
    assert form.type(zip="43202").names == ["Joe Three", "Bernie Elected", "Olga New"]
    form.type(zip="87501")
    assert form.names == ["", "Marta Junior", "Nils New"]
    assert "The districts of New Mexico have changed" in form.message


def test_one_former_district_in_a_redrawn_state_is_no_answer_either():
    form = Form(OF_120_ON_119, WEEK_AFTER).type(zip="43202")
    assert form.names[0] == ""
    assert form.options == ["OH3", "OH1", "OH12"]


@pytest.mark.parametrize("lookup", [OF_120_ON_119, OF_120])
def test_states_that_were_not_redrawn_are_looked_up_as_ever(lookup):
    form = Form(lookup, JUNE).type(zip="87501")
    assert form.names == ["Tess Three", "Marta Junior", "Nils New"]
    assert not view(form.state).needs_finder


def test_with_the_new_districts_redrawn_states_are_looked_up_as_ever():
    form = Form(OF_120, JUNE).type(zip="43202")
    assert form.names == ["Joe Three", "Bernie Elected", "Olga New"]


def test_the_120th_congress_ends_as_well():
    assert Form(OF_120, NEXT_CONGRESS).type(zip="99501").names == ["", "Lena New", ""]


def test_a_saved_official_whose_term_has_ended_is_not_written_to_even_without_the_list():
    form = Form(OF_119).type(zip="99501")
    again = Form(None, WEEK_AFTER)
    again.texts = form.read()
    again.restore(officials=known_officials(form.state, form.texts).values())
    assert again.names == ["", "", "Dan Stays"]
    assert again.last_names == ["", "", "Stays"]
    assert "The term of Representative Nick North ended on January 3, 2027." in again.message
    assert view(again.state).needs_finder
    again.do(ListArrived(OF_119))
    assert again.names == ["", "Dan Stays", ""]
    assert "Nick North" not in again.type(zip="00000").message


@pytest.mark.parametrize("ends", ["", "soon", "2027-99-99"])
def test_a_saved_term_that_is_no_date_changes_nothing(ends):
    form = Form(OF_119).type(zip="99501")
    officials = [replace(to, term_ends=ends, phone="1") for to in known_officials(form.state, form.texts).values()]
    again = Form(None, WEEK_AFTER)
    again.texts = form.read()
    assert again.restore(officials=officials).names == form.names


def test_a_form_that_reads_as_before_changes_nothing(form):
    form.type(zip="94501")
    before = form.state
    form.type(story="A story that the lookup has nothing to do with")
    assert form.state is before
