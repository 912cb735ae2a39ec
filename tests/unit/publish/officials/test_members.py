"""Reading the members of Congress, with everything that their file has in store for a naive reader."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honorable.publish.errors import UserError
from honorable.publish.officials.members import read_members
from tests.unit.publish.officials.made_up import members, person


def read(*people):
    return read_members(members(*people), "members.json")


def only(**words):
    (member,) = read(person(**words))
    return member


def lines(content):
    with pytest.raises(UserError) as caught:
        read_members(content, "members.json")
    return caught.value.lines


def test_the_last_term_is_the_one_that_counts():
    member = only(state="CA", district=12)
    assert (member.chamber, member.state, member.district) == ("house", "CA", "12")


def test_a_member_whose_term_seems_to_be_over_stays():
    assert only(end="2026-11-03").full_name == "Ana B. Núñez CA12"


@pytest.mark.parametrize(
    ("kind", "state", "title"),
    [
        ("sen", "OH", "Senator"),
        ("rep", "OH", "Representative"),
        ("rep", "AK", "Representative"),
        ("rep", "DC", "Delegate"),
        ("rep", "GU", "Delegate"),
        ("rep", "VI", "Delegate"),
        ("rep", "AS", "Delegate"),
        ("rep", "MP", "Delegate"),
        ("rep", "PR", "Resident Commissioner"),
    ],
)
def test_titles_follow_from_the_chamber_and_the_state(kind, state, title):
    assert only(kind=kind, state=state, district=0).title == title


def test_a_seat_at_large_has_no_number():
    assert only(state="WY", district=0).district == ""


def test_the_senior_senator_comes_first():
    people = [
        person("sen", "CA", state_rank="junior", name={"official_full": "Adam Two", "last": "Two"}),
        person("sen", "CA", state_rank="senior", name={"official_full": "Alex One", "last": "One"}),
        person("rep", "AZ", 2),
        person("rep", "AZ", 10),
    ]
    assert [(one.state, one.district or one.full_name) for one in read(*people)] == [
        ("AZ", "2"),
        ("AZ", "10"),
        ("CA", "Alex One"),
        ("CA", "Adam Two"),
    ]


def test_the_last_name_is_the_one_of_the_data_even_where_the_full_name_ends_otherwise():
    member = only(name={"first": "Pablo José", "last": "Hernández Rivera", "official_full": "Pablo José Hernández"})
    assert (member.full_name, member.last_name) == ("Pablo José Hernández", "Hernández Rivera")


@pytest.mark.parametrize(
    ("suffix", "full"), [(None, "Analilia Mejia"), ("Jr.", "Analilia Mejia, Jr."), ("III", "Analilia Mejia III")]
)
def test_a_missing_official_name_is_made_of_first_and_last_name(suffix, full):
    member = only(name={"first": "Analilia", "last": "Mejia"} | ({"suffix": suffix} if suffix else {}))
    assert (member.full_name, member.last_name) == (full, "Mejia")


def test_a_missing_last_name_is_guessed():
    assert only(name={"official_full": "Angus S. King, Jr."}).last_name == "King"


def test_accents_come_out_as_single_characters_and_line_breaks_as_spaces():
    assert (
        only(name={"official_full": "Nydia\nVela\u0301zquez", "last": "Vela\u0301zquez"}).full_name == "Nydia Velázquez"
    )


def test_a_member_without_office_phone_and_site_is_kept():
    member = only(office=None, phone=None, url=None, address=None, party=None)
    assert (member.office, member.phone, member.contact_page, member.party) == ("", "", "", "")


@pytest.mark.parametrize("phone", ["call me", "202", 2025550100, "javascript:alert(1)"])
def test_what_is_no_phone_number_is_left_out(phone):
    assert only(phone=phone).phone == ""


@pytest.mark.parametrize(
    ("form", "url", "link"),
    [
        ("https://a.senate.gov/contact", "https://a.senate.gov", "https://a.senate.gov/contact"),
        (None, "https://a.house.gov", "https://a.house.gov"),
        ("hhttps://a.house.gov/email", "https://a.house.gov", "https://a.house.gov"),
        ("hhttps://a.house.gov/email", None, ""),
        ("http://www.a.senate.gov/contact?x=1", None, "https://www.a.senate.gov/contact?x=1"),
        ("http://a.example.org/contact", "http://a.house.gov", "https://a.house.gov"),
        ("http://a.example.org/.gov", None, ""),
        ("http://gov.example.org?.gov/", None, ""),
        ("javascript:alert(1)", "data:text/html,x", ""),
        ("https://a.house.gov/a b", "//a.house.gov", ""),
        ("https://user@evil.example", "https://", ""),
        ('https://a.house.gov/"onclick="x', None, ""),
        (7, ["https://a.house.gov"], ""),
    ],
)
def test_only_a_secure_address_is_ever_a_link(form, url, link):
    assert only(contact_form=form, url=url).contact_page == link


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ({"state": "XX"}, "state 'XX' must be a state or territory with a seat in Congress"),
        ({"state": None}, "state None must be"),
        ({"kind": "mayor"}, 'type \'mayor\' must be "sen" or "rep"'),
        ({"kind": "sen", "state": "PR"}, "PR has no senators"),
        ({"district": "12"}, "district '12' must be a number"),
        ({"district": True}, "district True must be a number"),
        ({"district": -1}, "district -1 must be a number"),
        ({"district": None}, "district None must be a number"),
        ({"name": {}}, "must have a name"),
        ({"name": {"official_full": " "}}, "must have a name"),
    ],
)
def test_a_member_who_cannot_be_written_to_is_named_with_what_is_wrong(words, line):
    content = members(person(), person(**words))
    (found,) = lines(content)
    assert found.startswith("members.json: member 2")
    assert line in found


def test_every_mistake_is_told_at_once():
    assert len(lines(members(person(state="XX"), person(), person(state="YY")))) == 2


@pytest.mark.parametrize("broken", [None, "x", 7, [], {}, {"terms": 7}, {"terms": []}, {"terms": ["x"], "name": []}])
def test_what_is_no_member_is_named(broken):
    assert lines(json.dumps([broken]).encode()) == ("members.json: member 1: must have a term",)


@pytest.mark.parametrize("content", [b"", b"<!doctype html><p>Sorry", b'[{"id": {', b"\xff\xfe", b"[" * 100_000])
def test_another_file_is_refused_with_how_it_begins(content):
    (line,) = lines(content)
    assert line.startswith("members.json: must be the JSON list of members; it begins with ")


@pytest.mark.parametrize("content", [b"{}", b"[]", b"null", b'"x"'])
def test_json_that_is_no_list_of_members_is_refused(content):
    assert lines(content) == ("members.json: must be a list of members in JSON",)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "terms", "type", "state", "x"]), inner),
)


@settings(deadline=None)
@given(json_values)
def test_any_json_is_members_or_a_list_of_problems(value):
    with suppress(UserError):
        read_members(json.dumps(value).encode(), "x")
