"""Who is written to."""

from dataclasses import replace

import pytest

from honorable.letters import Draft, Person, blank_draft, draft_errors
from honorable.letters import recipient as recipient_in
from honorable.letters.congress.legislature import CONGRESS, SLOTS, house_title
from honorable.letters.congress.states import NO_SENATORS, STATES
from honorable.letters.language import use_language


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


@pytest.mark.parametrize(
    ("bioguide", "stance"), [("P000617", "sponsor"), ("M000133", "cosponsor"), ("W000817", "none"), ("", "none")]
)
def test_a_recipients_stance_is_known_by_their_id(campaign, bioguide, stance):
    bill = replace(campaign.bills["house"], sponsor_id="P000617", cosponsors=("M000133",))
    assert replace(recipient("house", "Ann Lee"), bioguide=bioguide).stance(bill) == stance


def test_a_bill_without_a_sponsor_id_has_no_sponsor_among_recipients_without_an_id(campaign):
    assert recipient("house", "Ann Lee").stance(campaign.bills["house"]) == "none"


@pytest.mark.parametrize(("state", "votes"), [("DC", False), ("PR", False), ("GU", False), ("VT", True), ("", True)])
def test_delegates_and_the_resident_commissioner_have_no_vote_on_the_floor(state, votes):
    assert recipient("house", "Ann Lee", state=state).votes is votes


def test_a_name_is_typed_as_news_sites_print_it():
    to = recipient("senate-1", "Sen. Tammy Duckworth, D-Ill.")
    assert (to.full_name, to.last_name) == ("Tammy Duckworth", "Duckworth")


def test_the_page_calls_a_member_what_its_language_does():
    member = recipient_in("senate-1", "Ben Ray Luján", "", "NM", legislature=CONGRESS)
    assert member.spoken == "Senator Luján"
    with use_language({"Senator {name}": "{name} (Senado)"}):
        assert member.spoken == "Luján (Senado)"
    assert member.title == "Senator"
