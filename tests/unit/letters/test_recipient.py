"""Who is written to."""

import pytest

from honorable.letters import Draft, Person, blank_draft, draft_errors
from honorable.letters import recipient as recipient_in
from honorable.letters.congress.legislature import CONGRESS, SLOTS, house_title
from honorable.letters.congress.states import NO_SENATORS, STATES


def recipient(slot, full_name="", last="", state=""):
    return recipient_in(slot, full_name, last, state, legislature=CONGRESS)


def test_a_typed_last_name_wins_over_the_guess():
    assert recipient("senate-1", "Ben Ray Luján", "Ray Luján").last_name == "Ray Luján"


@pytest.mark.parametrize("state", sorted(NO_SENATORS))
def test_dc_and_the_territories_have_no_senators(state):
    to = tuple(recipient(slot, "A B", "", state) for slot in SLOTS)
    assert [one.slot for one in Draft(Person(state=state), to).written_to] == ["house"]
    assert house_title(state) in ("Delegate", "Resident Commissioner")


def test_every_state_has_a_representative_and_senators():
    states = [state for state in STATES if state.code not in NO_SENATORS]
    assert len(states) == 50
    assert {house_title(state.code) for state in states} == {"Representative"}


def test_a_recipient_without_a_name_gets_no_letter():
    to = (recipient("house"), recipient("senate-1", "Alex Padilla"), recipient("senate-2", "  "))
    assert [one.slot for one in Draft(recipients=to).written_to] == ["senate-1"]


def test_a_draft_without_a_name_has_no_one_to_write_to():
    assert "at least one name" in draft_errors(blank_draft(CONGRESS))["house_name"]


def test_an_address_begins_with_the_chamber_if_the_office_is_unknown():
    assert recipient("house", "A B").address[0] == "United States House of Representatives"
