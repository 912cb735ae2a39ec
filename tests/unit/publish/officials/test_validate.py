"""The checks before data is used."""

from dataclasses import replace

import pytest

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.errors import UserError
from honorable.publish.officials.districts import read_districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.validate import HOUSE, check, vacant_seats
from tests.unit.publish.officials.made_up import VACANT, census, members, person


@pytest.fixture(scope="module")
def everybody(congress):
    return read_members(congress.members, "members")


@pytest.fixture(scope="module")
def everywhere(congress):
    return read_districts(congress.districts, "districts")


def lines(some_members, areas, settings):
    with pytest.raises(UserError) as caught:
        check(some_members, areas, settings)
    return "\n".join(caught.value.lines)


def only(districts, wanted):
    """Return the districts with only the ZCTAs that are wanted."""
    return replace(districts, land={zcta: spans for zcta, spans in districts.land.items() if wanted(zcta)})


def without(all_members, *seats):
    return [one for one in all_members if (one.state, one.district) not in seats]


def test_a_whole_congress_passes_with_nothing_to_note(everybody, everywhere, plain):
    assert len(everybody) == 100 + HOUSE - len(VACANT)
    assert check(everybody, everywhere, plain) == ()


def test_vacant_seats_are_those_listed_that_nobody_holds(everybody):
    assert vacant_seats(everybody, (*VACANT, "CA-12", "OH")) == ["CA14", "FL20", "GA13", "TX23"]


def test_99_senators_fail_unless_the_vacancy_is_listed(everybody, everywhere, plain):
    gone = next(one for one in everybody if one.chamber == "senate" and one.state == "OH")
    one_left = list(everybody)
    one_left.remove(gone)
    problems = lines(one_left, everywhere, plain)
    assert "members: 99 senators; there must be 100" in problems
    assert 'Ohio has 1 senators; it must have 2, or "OH" must be listed as vacant' in problems
    check(one_left, everywhere, DataSources(vacant=(*VACANT, "OH")))


def test_a_third_senator_fails(everybody, everywhere, plain):
    third = next(one for one in everybody if one.chamber == "senate" and one.state == "OH")
    assert "Ohio has 3 senators" in lines([*everybody, third], everywhere, plain)


def test_a_seat_that_nobody_holds_fails_unless_it_is_listed(everybody, everywhere, plain):
    problems = lines(without(everybody, ("NY", "12")), everywhere, plain)
    assert '12th district of New York has no member; if its seat is vacant, list it as "NY-12"' in problems
    assert "436 seats in the House and 4 listed as vacant; there must be 441 together" in problems
    check(without(everybody, ("NY", "12")), everywhere, DataSources(vacant=(*VACANT, "NY-12")))


def test_a_listed_seat_that_is_filled_again_is_only_noted(everybody, everywhere):
    notes = check(everybody, everywhere, DataSources(vacant=(*VACANT, "NY-12")))
    assert notes == ('"NY-12" is listed as vacant, and somebody holds it; it can leave the list',)


def test_two_members_for_one_seat_fail(everybody, everywhere, plain):
    second = next(one for one in everybody if (one.state, one.district) == ("NY", "12"))
    assert "12th district of New York has 2 members, Ana B. Núñez NY12 and" in lines(
        [*everybody, second], everywhere, plain
    )


def test_a_district_of_a_state_without_any_zip_code_fails(everybody, everywhere, plain):
    fewer = only(everywhere, lambda zcta: "NY12" not in everywhere.land[zcta])
    assert "12th district of New York has a member but no ZCTA" in lines(everybody, fewer, plain)


def test_territories_without_zip_codes_are_noted_because_their_zip_codes_are_known_anyway(everybody, everywhere):
    islands = {"AS0", "GU0", "MP0", "VI0"}
    fewer = only(everywhere, lambda zcta: not islands & set(everywhere.land[zcta]))
    notes = check(everybody, fewer, DataSources(more_zctas_than=32_000))
    assert notes == ("no ZCTA is in American Samoa, Guam, Northern Mariana Islands, U.S. Virgin Islands",)


def test_too_few_zctas_fail(everybody, everywhere, plain):
    left_out = set(list(everywhere.land)[:75])
    fewer = only(everywhere, lambda zcta: zcta not in left_out)
    assert len(fewer.land) == 33_000
    assert "districts: 33,000 ZCTAs; there must be more than 33,000" in lines(everybody, fewer, plain)


def test_a_member_of_whom_little_is_known_is_noted(everybody, everywhere, plain):
    (bare,) = read_members(members(person(state="CA", district=1, office=None, phone=None, url=None)), "x")
    notes = check([*without(everybody, ("CA", "1")), bare], everywhere, plain)
    assert notes == ("Representative Ana B. Núñez CA1 has no office, no phone, no link",)


def test_small_files_fail_with_a_list_that_can_be_read(plain):
    some = read_members(members(person()), "x")
    with pytest.raises(UserError) as caught:
        check(some, read_districts(census(("0612", "94601", 1)), "x"), plain)
    assert len(caught.value.lines) == 21
    assert caught.value.lines[-1].startswith("and ")
