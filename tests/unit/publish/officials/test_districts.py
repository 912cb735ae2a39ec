"""Reading which districts each ZIP code is in."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honorable.publish.errors import UserError
from honorable.publish.officials.districts import read_districts
from tests.unit.publish.officials.made_up import HEADER, census, row


def read(*rows):
    return read_districts(census(*rows), "zcta.txt").land


def lines(content):
    with pytest.raises(UserError) as caught:
        read_districts(content, "zcta.txt")
    return caught.value.lines


def test_each_zcta_has_its_seats_with_their_land_areas():
    areas = read(("0612", "94601", 300), ("0610", "94601", 100), ("3612", "10001", 5))
    assert areas == {"10001": {"NY12": 5}, "94601": {"CA12": 300, "CA10": 100}}
    assert list(areas) == ["10001", "94601"]


@pytest.mark.parametrize(
    ("district", "seat"), [("0200", "AK0"), ("1198", "DC0"), ("7298", "PR0"), ("6698", "GU0"), ("5600", "WY0")]
)
def test_seats_of_states_with_one_seat_and_of_delegates_have_no_number(district, seat):
    assert read((district, "12345", 1)) == {"12345": {seat: 1}}


def test_water_and_rows_without_a_zcta_or_without_land_are_left_out():
    assert read(("12ZZ", "33154", 1), ("0601", "", 1), ("0612", "94601", 0), ("0612", "94602", 1)) == {
        "94602": {"CA12": 1}
    }


def test_a_row_without_a_zcta_may_have_a_column_too_many():
    stray = "0|0601|Congressional District 1|1|0|G5200|N||||||||||1|0"
    assert stray.count("|") == 17
    assert read(stray, ("0612", "94602", 1)) == {"94602": {"CA12": 1}}


def test_two_rows_for_the_same_pair_are_added_up():
    assert read(("0612", "94602", 1), ("0612", "94602", 2)) == {"94602": {"CA12": 3}}


def test_the_byte_order_mark_and_windows_line_ends_do_not_matter():
    content = census(("0612", "94602", 1))
    for other in (content.replace(b"\n", b"\r\n"), content.removeprefix("\ufeff".encode())):
        assert read_districts(other, "x").land == {"94602": {"CA12": 1}}


def test_the_header_names_the_congress_of_the_districts():
    content = census(("0612", "94602", 1))
    assert read_districts(content, "x").congress == 119
    assert read_districts(content.replace(b"CD119", b"CD120"), "x").congress == 120


def test_a_file_in_which_every_area_is_1_has_no_areas():
    assert not read_districts(census(("0612", "94601", 1), ("0610", "94601", 1), ("0612", "94601", 1)), "x").areas_known
    assert read_districts(census(("0612", "94601", 1), ("0610", "94601", 2)), "x").areas_known


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        ("0612|94601", "has 2 columns; it must have 17"),
        (row("0612", "94601", 1) + "|", "has 18 columns; it must have 17"),
        (row("0612", "94601", "much"), "land area 'much' must be a number of square meters"),
        (row("0612", "94601", -1), "land area '-1' must be"),
        (row("0612", "9460", 1), "ZCTA '9460' must be five digits"),
        (row("0612", "٩٤٦٠١", 1), "must be five digits"),
        (row("9912", "94601", 1), "district '9912' must be two digits for the state and two for the district"),
        (row("06AB", "94601", 1), "district '06AB' must be"),
        (row("612", "94601", 1), "district '612' must be"),
        ("", "has 1 columns"),
    ],
)
def test_the_error_names_the_line_of_a_bad_row(bad, line):
    (found,) = lines(census(("0610", "94601", 1), bad, ("0610", "94602", 1)))
    assert found.startswith("zcta.txt:3: ")
    assert line in found


def test_a_file_full_of_errors_names_the_first_five():
    assert len(lines(census(*["x"] * 50))) == 5


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"<!doctype html>\n<p>Sorry", b"a|b|c\n1|2|3", HEADER.replace("AREALAND_PART", "X").encode()],
)
def test_another_kind_of_file_is_refused(content):
    (line,) = lines(content)
    assert "must be the Census Bureau's" in line


def test_bytes_that_are_not_text_are_refused():
    assert lines(b"\xff\xfe\x00") == ("zcta.txt: must be the Census Bureau's text file of districts, in UTF-8",)


@settings(deadline=None)
@given(st.binary() | st.text(st.characters(codec="utf-8")).map(census))
def test_any_content_gives_districts_or_a_list_of_errors(content):
    with suppress(UserError):
        read_districts(content, "x")
