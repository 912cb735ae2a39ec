"""Packing: what went in comes out, and it is small."""

import gzip
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honorable.letters.congress.lookup import Lookup
from honorable.publish.officials.districts import read_districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.pack import hundredths, pack
from tests.unit.publish.officials.made_up import DAY, VACANT, census, members, person

SEATS = [f"CA{number}" for number in range(1, 9)]
MEMBERS = read_members(members(*(person(district=number) for number in range(1, 8)), person("sen")), "x")


@settings(deadline=None)
@given(st.lists(st.integers(1, 10**10), min_size=1, max_size=26))
def test_hundredths_are_100_together_at_least_one_each_and_in_order(areas):
    areas.sort(reverse=True)
    parts = hundredths(areas)
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
def test_every_zip_code_comes_back_with_its_seats_the_largest_first(areas):
    lookup = Lookup.read(pack(MEMBERS, areas, ["CA-8"], 119, DAY))
    for zcta, parts in areas.items():
        found = lookup.find(zcta)
        assert not found.by_prefix
        lands = [parts[f"CA{seat.district}"] for seat in found.seats]
        assert lands == sorted(parts.values(), reverse=True)
        for seat, land in zip(found.seats, lands, strict=True):
            assert seat.share == pytest.approx(land / sum(lands), abs=0.08)
            assert (seat.member is None) == (seat.district == "8")


def test_members_come_back_as_they_went_in():
    lookup = Lookup.read(pack(MEMBERS, {"94601": {"CA1": 1}}, [], 119, DAY))
    found = lookup.find("94601")
    (house,) = found.representatives
    (senator,) = found.senators
    assert house in MEMBERS
    assert senator in MEMBERS
    assert (house.chamber, house.district, senator.chamber) == ("house", "1", "senate")
    assert (lookup.congress, lookup.day) == (119, DAY)


def test_the_same_data_gives_the_same_bytes():
    areas = {"94601": {"CA1": 1, "CA2": 1}, "94602": {"CA2": 1}}
    backwards = {zcta: dict(reversed(parts.items())) for zcta, parts in reversed(areas.items())}
    assert pack(MEMBERS, areas, [], 119, DAY) == pack(MEMBERS, backwards, [], 119, DAY)


def test_seats_of_equal_size_stand_in_the_order_of_their_numbers():
    lookup = Lookup.read(pack(MEMBERS, {"94601": {"CA7": 1, "CA2": 1, "CA10": 1}}, ["CA-10"], 119, DAY))
    assert [seat.district for seat in lookup.find("94601").seats] == ["2", "7", "10"]


def test_more_districts_than_letters_are_refused():
    areas = {"94601": {f"CA{number}": 1 for number in range(27)}}
    with pytest.raises(ValueError, match="27 districts share the ZIP codes that begin with 946"):
        pack(MEMBERS, areas, [], 119, DAY)


def test_a_whole_congress_is_small_and_can_be_read_with_zcat(congress):
    people = read_members(congress.members, "x")
    packed = pack(people, read_districts(congress.districts, 119, "x"), VACANT, 119, DAY)
    assert len(packed) <= 60_000
    assert gzip.decompress(packed).decode().startswith("honorable congress 1\n119 2026-06-15 541 ")


def test_one_split_zip_code_of_a_small_file_comes_through_from_text_to_answer():
    areas = read_districts(census(("0601", "94601", 900), ("0602", "94601", 100), ("06ZZ", "94601", 5)), 119, "x")
    found = Lookup.read(pack(MEMBERS, areas, [], 119, DAY)).find("94601")
    assert [(seat.district, seat.share) for seat in found.seats] == [("1", 0.9), ("2", 0.1)]
