"""Who holds each seat, and which seats are vacant."""

from dataclasses import replace

import pytest

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.errors import UserError
from honorable.publish.officials.districts import read_districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.seats import HOUSE, fill_seats
from tests.unit.publish.officials.made_up import MORE_ZCTAS_THAN, VACANT, ZCTAS_OF_A_SEAT, census, members, person

pytestmark = pytest.mark.usefixtures("english")

VACANT_NOTES = (
    "14th district of California has no member, so the seat is vacant",
    "20th district of Florida has no member, so the seat is vacant",
    "13th district of Georgia has no member, so the seat is vacant",
    "23rd district of Texas has no member, so the seat is vacant",
)


@pytest.fixture(scope="module")
def everybody(congress):
    return read_members(congress.members, "members")


@pytest.fixture(scope="module")
def everywhere(congress):
    return read_districts(congress.districts, "districts")


def errors(holders, districts, settings):
    with pytest.raises(UserError) as caught:
        fill_seats(holders, districts, settings)
    return "\n".join(caught.value.lines)


def seat_of(holder):
    return holder.member.state, holder.member.district


def without(holders, *seats):
    return [holder for holder in holders if seat_of(holder) not in seats]


def with_more(holders, *people):
    return [*holders, *read_members(members(*people), "x")]


def only(districts, wanted):
    """The districts with only the ZCTAs that are wanted."""
    return replace(districts, land={zcta: spans for zcta, spans in districts.land.items() if wanted(zcta)})


def test_in_a_whole_congress_every_seat_has_a_member_or_is_vacant(everybody, everywhere, plain):
    seats = fill_seats(everybody, everywhere, plain)
    assert len(seats.members) == 100 + HOUSE - len(VACANT)
    assert seats.vacant == ("CA14", "FL20", "GA13", "TX23")
    assert seats.notes == VACANT_NOTES


def test_a_member_who_left_leaves_a_vacant_seat(everybody, everywhere, plain):
    seats = fill_seats(without(everybody, ("MA", "7")), everywhere, plain)
    assert "MA7" in seats.vacant
    assert "7th district of Massachusetts has no member, so the seat is vacant" in seats.notes


def test_a_delegate_who_left_leaves_a_vacant_seat_even_without_a_zcta(everybody, everywhere, plain):
    fewer = only(everywhere, lambda zcta: "GU0" not in everywhere.land[zcta])
    holders = [holder for holder in everybody if holder.member.state != "GU"]
    assert "GU0" in fill_seats(holders, fewer, DataSources(more_zctas_than=2_000)).vacant


def test_a_senator_who_left_leaves_a_vacant_seat(everybody, everywhere, plain):
    gone = next(holder for holder in everybody if seat_of(holder) == ("OH", "") and holder.senate_class)
    seats = fill_seats([holder for holder in everybody if holder is not gone], everywhere, plain)
    assert sum(one.chamber == "senate" for one in seats.members) == 99
    assert "a Senate seat of OH has no member, so the seat is vacant" in seats.notes


def test_a_dozen_vacancies_are_possible_and_thirteen_mean_a_broken_file(everybody, everywhere, plain):
    gone = [("NY", str(number)) for number in range(1, 9)]
    assert len(fill_seats(without(everybody, *gone), everywhere, plain).vacant) == 12
    assert "13 seats have no member, such as 14th district of California; at most 12 can be vacant" in errors(
        without(everybody, *gone, ("NY", "9")), everywhere, plain
    )


def test_vacancies_that_the_campaign_lists_do_not_count_as_unexpected(everybody, everywhere):
    gone = [("NY", str(number)) for number in range(1, 12)]
    settings = DataSources(more_zctas_than=MORE_ZCTAS_THAN, vacant=(*VACANT, "NY-01", "NY-2"))
    assert len(fill_seats(without(everybody, *gone), everywhere, settings).vacant) == 15


def test_a_seat_that_is_listed_as_vacant_and_filled_again_is_filled(everybody, everywhere):
    assert (
        "NY12"
        not in fill_seats(everybody, everywhere, DataSources(more_zctas_than=MORE_ZCTAS_THAN, vacant=("NY-12",))).vacant
    )


def test_of_two_people_in_one_seat_the_one_whose_term_began_later_holds_it(everybody, everywhere, plain):
    newer = person("rep", "NY", 12, name={"official_full": "New Member", "last": "Member"}, start="2026-04-20")
    for holders in (with_more(everybody, newer), [*read_members(members(newer), "x"), *everybody]):
        seats = fill_seats(holders, everywhere, plain)
        (holder,) = [one for one in seats.members if (one.state, one.district) == ("NY", "12")]
        assert holder.full_name == "New Member"
        assert any("12th district of New York has 2 members in the list, " in note for note in seats.notes)
        assert any("New Member is used, whose term began last" in note for note in seats.notes)


def test_of_two_people_in_one_seat_the_one_whose_term_has_a_first_day_holds_it(everybody, everywhere, plain):
    newer = person("rep", "NY", 12, name={"official_full": "New Member", "last": "Member"}, start="2026-04-20")
    *others, known = with_more(everybody, newer)
    others = [replace(holder, term_began=None) for holder in others]
    for holders in ([*others, known], [known, *others]):
        seats = fill_seats(holders, everywhere, plain)
        assert [one.full_name for one in seats.members if (one.state, one.district) == ("NY", "12")] == ["New Member"]


def test_two_people_whose_terms_began_on_the_same_day_in_one_seat_are_refused(everybody, everywhere, plain):
    twin = person("rep", "NY", 12, name={"official_full": "Twin Member", "last": "Member"})
    assert "12th district of New York has 2 members, Ana B. Núñez NY12 and Twin Member; it must have one" in errors(
        with_more(everybody, twin), everywhere, plain
    )


def test_of_two_senators_in_one_class_the_one_whose_term_began_later_holds_the_seat(everybody, everywhere, plain):
    newer = person("sen", "OH", "", name={"official_full": "New Senator", "last": "Senator"}, start="2026-02-02")
    newer["terms"][-1]["class"] = 3
    seats = fill_seats(with_more(everybody, newer), everywhere, plain)
    names = [one.full_name for one in seats.members if one.chamber == "senate" and one.state == "OH"]
    assert len(names) == 2
    assert "New Senator" in names
    assert any("the Senate seat of OH has 2 members in the list" in note for note in seats.notes)


def test_a_third_senator_of_unknown_class_is_refused(everybody, everywhere, plain):
    third = person("sen", "OH", "", name={"official_full": "Third Senator", "last": "Senator"}, start="2026-02-02")
    third["terms"][-1]["class"] = None
    assert "Ohio has 3 senators; it must have 2" in errors(with_more(everybody, third), everywhere, plain)


def test_a_member_without_any_zcta_is_refused(everybody, everywhere, plain):
    fewer = only(everywhere, lambda zcta: "NY12" not in everywhere.land[zcta])
    found = errors(everybody, fewer, plain)
    assert "12th district of New York has a member but no ZCTA" in found
    assert "districts: 440 House seats; there must be 441" in found


def test_territories_without_a_zcta_are_noted_because_the_lookup_knows_their_zip_codes(everybody, everywhere):
    islands = {"AS0", "GU0", "MP0", "VI0"}
    fewer = only(everywhere, lambda zcta: not islands & set(everywhere.land[zcta]))
    notes = fill_seats(everybody, fewer, DataSources(more_zctas_than=2_000)).notes
    assert "no ZCTA is in American Samoa, Guam, Northern Mariana Islands, U.S. Virgin Islands" in notes


def test_too_few_zctas_are_refused(everybody, everywhere, plain):
    left_out = set(list(everywhere.land)[:ZCTAS_OF_A_SEAT])
    fewer = only(everywhere, lambda zcta: zcta not in left_out)
    assert len(fewer.land) == MORE_ZCTAS_THAN
    assert "districts: 2,200 ZCTAs; there must be more than 2,200" in errors(everybody, fewer, plain)
    assert "there must be more than 33,000" in errors(everybody, everywhere, DataSources())


def test_missing_details_of_a_member_are_noted(everybody, everywhere, plain):
    bare = person(state="CA", district=1, office=None, phone=None, url=None, end=None)
    notes = fill_seats(with_more(without(everybody, ("CA", "1")), bare), everywhere, plain).notes
    assert notes[4:] == (
        "the list has no office, phone number, website, or end of the term for Representative Ana B. Núñez CA1",
    )


def test_two_small_files_give_a_list_of_errors_that_can_be_read(plain):
    few = read_members(members(*(person(district=number) for number in range(30))), "x")
    with pytest.raises(UserError) as caught:
        fill_seats(few, read_districts(census(("0650", "94601", 2)), "x"), plain)
    assert len(caught.value.lines) == 21
    assert caught.value.lines[-1].startswith("and ")
