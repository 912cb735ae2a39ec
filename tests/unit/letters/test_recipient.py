"""Who is written to."""

import pytest

from honorable.letters import SLOTS, Draft, Person, draft_errors, house_title, recipient
from honorable.letters.congress.states import NO_SENATORS, STATES


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


def test_a_recipient_without_a_name_is_left_out():
    to = (recipient("house"), recipient("senate-1", "Alex Padilla"), recipient("senate-2", "  "))
    assert [one.slot for one in Draft(recipients=to).written_to] == ["senate-1"]


def test_somebody_must_be_written_to():
    assert "at least one name" in draft_errors(Draft())["house_name"]


def test_an_office_stands_above_the_chamber_in_the_address():
    assert recipient("house", "A B").address[0] == "United States House of Representatives"
