"""What the lookup fills in, what it leaves alone, and what it says, one input after the other."""

from dataclasses import replace

import pytest

from honorable.letters.congress.lookup_form import (
    FIELDS,
    Cleared,
    FormRead,
    ListArrived,
    ListFailed,
    ListRequested,
    LookupState,
    Restored,
    known_officials,
    update,
    view,
)
from tests.unit.letters.congress.test_lookup import LOOKUP


class Form:
    """A form that follows the lookup: what the page does with the document, without one."""

    def __init__(self, *, with_list=True):
        self.state = LookupState()
        self.texts = {}
        if with_list:
            self.do(ListArrived(LOOKUP))

    def do(self, input_):
        self.state, writes = update(self.state, input_)
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
    form = Form(with_list=False).type(zip="94501")
    assert (form.names, form.message) == (["", "", ""], "")
    form.do(ListRequested())
    form.do(ListArrived(LOOKUP))
    assert form.names[0] == "Lateefah Twelve"


def test_if_the_list_does_not_load_the_names_can_be_typed_and_it_can_be_tried_again():
    form = Form(with_list=False).do(ListRequested()).type(zip="94501")
    form.do(ListFailed())
    assert form.message.startswith("The list of ZIP codes did not load. Please type the names")
    form.type(house_name="Jane Doe")
    form.do(ListRequested())
    assert form.message == ""
    form.do(ListArrived(LOOKUP))
    assert form.names == ["Jane Doe", "Alex Senior", "Adam Junior"]


def test_a_damaged_list_is_reported_without_its_technical_reason():
    form = Form(with_list=False).do(ListFailed(is_damaged=True))
    assert form.message == "The list of ZIP codes cannot be read. Please type the names instead."


def test_a_zip_code_in_two_districts_waits_for_the_choice(form):
    form.type(zip="94504")
    assert form.options == ["CA12", "CA10"]
    assert view(form.state).chosen == ""
    assert form.names == ["", "Alex Senior", "Adam Junior"]
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
        assert form.message == ""


@pytest.mark.parametrize("typed", ["abc", "9450", "K1A 0B1"])
def test_an_incomplete_zip_code_takes_back_what_was_filled_in_once_the_field_is_left(form, typed):
    form.type(zip="20001").type(zip=typed)
    form.leave()
    assert (form.names, form.texts["state"]) == (["", "", ""], "")
    assert form.message


@pytest.mark.parametrize("typed", ["00000", "09012"])
def test_a_zip_code_that_nobody_is_found_for_takes_back_what_was_filled_in_at_once(form, typed):
    form.type(zip="94501").type(zip=typed)
    assert (form.names, form.texts["state"]) == (["", "", ""], "")
    assert form.message


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
    again = Form(with_list=False)
    again.texts = form.read()
    again.restore(filled=form.state.filled)
    del again.texts["district"]
    again.type(city="Alameda")
    assert again.names == form.names
    again.do(ListArrived(LOOKUP))
    assert view(again.state).chosen == "CA10"
    assert again.names == form.names
    again.type(zip="94501")
    assert again.names[0] == "Lateefah Twelve"


def test_on_the_next_visit_the_saved_officials_are_known_before_the_list_has_arrived(form):
    form.type(zip="94504").choose("CA10")
    saved = known_officials(form.state, form.texts).values()
    again = Form(with_list=False)
    again.texts = {name: text for name, text in form.read().items() if name != "district"}
    again.restore(officials=saved)
    assert known_officials(again.state, again.texts)["senate-1"].phone == "202-555-0103"
    again.do(ListArrived(LOOKUP))
    assert view(again.state).chosen == "CA10"


def test_a_saved_official_who_has_left_is_replaced_by_the_one_on_the_list(form):
    form.type(zip="94501")
    senior = known_officials(form.state, form.texts)["senate-1"]
    again = Form(with_list=False)
    again.texts = form.read() | {"senate1_name": "Former Senator", "senate1_last": "Senator"}
    again.restore(officials=[replace(senior, full_name="Former Senator", last_name="Senator")])
    again.do(ListArrived(LOOKUP))
    assert again.names[1] == "Alex Senior"


def test_cleared_details_leave_the_list_and_nothing_else(form):
    form.type(zip="94504").choose("CA10")
    form.do(Cleared())
    assert form.state == LookupState(lookup=LOOKUP, list_status="ready")
    form.texts = {}
    form.type(zip="94501")
    assert form.names[0] == "Lateefah Twelve"


def test_a_form_that_reads_as_before_changes_nothing(form):
    form.type(zip="94501")
    before = form.state
    form.type(story="A story that the lookup has nothing to do with")
    assert form.state is before
