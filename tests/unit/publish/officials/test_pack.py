"""Packing: everything comes out as it went in, and the file is small."""

import gzip
import string
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honorable.letters.congress.district_file import read_district_file
from honorable.letters.congress.lookup import Lookup
from honorable.publish.officials.districts import Districts, read_districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.pack import pack, percentages, unpack_districts
from tests.unit.publish.officials.made_up import DAY, census, members, person

SEATS = [f"CA{number}" for number in range(1, 9)]
HOLDERS = read_members(members(*(person(district=number) for number in range(1, 8)), person("sen")), "x")
MEMBERS = [holder.member for holder in HOLDERS]


@settings(deadline=None)
@given(st.lists(st.integers(1, 10**10), min_size=1, max_size=26))
def test_percentages_are_100_together_at_least_one_each_and_in_order(areas):
    areas.sort(reverse=True)
    parts = percentages(areas)
    assert sum(parts) == 100
    assert min(parts) >= 1
    assert parts == sorted(parts, reverse=True)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.text(string.digits, min_size=5, max_size=5),
        st.dictionaries(st.sampled_from(SEATS), st.integers(1, 10**10), min_size=1),
        min_size=1,
    )
)
def test_every_zip_code_comes_back_with_its_seats_largest_first(areas):
    lookup = Lookup.read(pack(MEMBERS, Districts(119, areas), ["CA8"], 119, DAY))
    for zcta, parts in areas.items():
        found = lookup.find(zcta)
        assert not found.by_prefix
        lands = [parts[f"CA{seat.district}"] for seat in found.seats]
        assert lands == sorted(parts.values(), reverse=True)
        for seat, land in zip(found.seats, lands, strict=True):
            assert seat.share == pytest.approx(land / sum(lands), abs=0.08)
            assert (seat.member is None) == (seat.district == "8")


def test_members_come_back_as_they_went_in():
    lookup = Lookup.read(pack(MEMBERS, Districts(119, {"94601": {"CA1": 1}}), [], 119, DAY))
    found = lookup.find("94601")
    (house,) = found.representatives
    (senator,) = found.senators
    assert house in MEMBERS
    assert senator in MEMBERS
    assert (house.chamber, house.district, senator.chamber) == ("house", "1", "senate")
    assert (house.term_ends, house.bioguide) == (date(2027, 1, 3), "N000147")
    assert (lookup.congress, lookup.districts_congress, lookup.day) == (119, 119, DAY)


def test_members_of_a_new_congress_can_come_with_the_districts_of_the_old_one():
    lookup = Lookup.read(pack(MEMBERS, Districts(119, {"94601": {"CA1": 1}}), [], 120, DAY))
    assert (lookup.congress, lookup.districts_congress) == (120, 119)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.text(string.digits, min_size=5, max_size=5),
        st.sets(st.sampled_from(SEATS), min_size=1).map(lambda seats: dict.fromkeys(seats, 1)),
        min_size=1,
    )
)
def test_without_areas_every_zip_code_has_its_seats_by_number_and_no_shares(land):
    lookup = Lookup.read(pack(MEMBERS, Districts(119, land, areas_known=False), ["CA8"], 119, DAY))
    for zcta, seats in land.items():
        found = lookup.find(zcta)
        assert [f"CA{seat.district}" for seat in found.seats] == sorted(seats)
        assert {seat.share for seat in found.seats} == {None if len(seats) > 1 else 1.0}


def test_a_file_without_areas_claims_no_percentages():
    areas = read_districts(census(("0602", "94601", 1), ("0601", "94601", 1), ("0601", "94602", 1)), "x")
    found = Lookup.read(pack(MEMBERS, areas, [], 119, DAY)).find("94601")
    assert [(seat.district, seat.share, found.share_text(seat)) for seat in found.seats] == [
        ("1", None, ""),
        ("2", None, ""),
    ]
    assert found.sentence.startswith("ZIP code 94601 is in 2 districts of California. Choose yours. A Senate seat")


def test_the_same_data_gives_the_same_bytes():
    areas = {"94601": {"CA1": 1, "CA2": 1}, "94602": {"CA2": 1}}
    backwards = {zcta: dict(reversed(parts.items())) for zcta, parts in reversed(areas.items())}
    assert pack(MEMBERS, Districts(119, areas), [], 119, DAY) == pack(MEMBERS, Districts(119, backwards), [], 119, DAY)


def test_seats_of_equal_size_are_in_the_order_of_their_numbers():
    districts = Districts(119, {"94601": {"CA7": 1, "CA2": 1, "CA10": 1}})
    lookup = Lookup.read(pack(MEMBERS, districts, ["CA10"], 119, DAY))
    assert [seat.district for seat in lookup.find("94601").seats] == ["2", "7", "10"]


def test_more_districts_than_letters_are_refused():
    areas = {"94601": {f"CA{number}": 1 for number in range(27)}}
    with pytest.raises(ValueError, match="27 districts share the ZIP codes that begin with 946"):
        pack(MEMBERS, Districts(119, areas), [], 119, DAY)


def test_a_whole_congress_can_be_read_with_zcat(congress):
    assert gzip.decompress(congress.packed).decode().startswith("honorable congress 2\n2026-06-15 119 119 541 ")


def test_a_split_zip_code_goes_from_the_source_to_the_answer():
    areas = read_districts(census(("0601", "94601", 900), ("0602", "94601", 100), ("06ZZ", "94601", 5)), "x")
    found = Lookup.read(pack(MEMBERS, areas, [], 119, DAY)).find("94601")
    assert [(seat.district, seat.share) for seat in found.seats] == [("1", 0.9), ("2", 0.1)]


@settings(deadline=None)
@given(
    st.dictionaries(
        st.text(string.digits, min_size=5, max_size=5),
        st.dictionaries(st.sampled_from(SEATS), st.integers(1, 10**10), min_size=1),
        min_size=1,
    ),
    st.booleans(),
)
def test_the_districts_of_a_packed_list_can_be_packed_again(land, areas_known):
    packed = pack(MEMBERS, Districts(119, land, areas_known=areas_known), ["CA8"], 119, DAY)
    again = pack(MEMBERS, unpack_districts(read_district_file(packed)), ["CA8"], 119, DAY)
    first, second = Lookup.read(packed), Lookup.read(again)
    for zcta in land:
        shares = [{seat.district: seat.share for seat in lookup.find(zcta).seats} for lookup in (first, second)]
        assert shares[0] == shares[1]
