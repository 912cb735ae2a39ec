"""A member as the recipient of a letter."""

from dataclasses import replace

from honorable.letters.campaign import Bill
from honorable.letters.congress.member import Member

MEMBER = Member("house", "MA", "7", "Ayanna Pressley", "Pressley", bioguide="P000617")
BILL = Bill("H.R. 1", "Example Act", 119, "Representative Ayanna Pressley", sponsor_id="P000617")


def test_the_sponsor_that_a_lookup_found_is_known_as_the_sponsor():
    assert MEMBER.recipient("house").stance(BILL) == "sponsor"


def test_another_member_is_asked_to_cosponsor():
    assert replace(MEMBER, bioguide="S001234").recipient("house").stance(BILL) == "none"
