"""Reading the members of Congress, with every trap that their file holds."""

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honorable.publish.errors import UserError
from honorable.publish.officials.members import congress_of, read_members
from tests.unit.publish.officials.made_up import members, person


def read(*people):
    return [holder.member for holder in read_members(members(*people), "members.json")]


def only(**words):
    (member,) = read(person(**words))
    return member


def lines(content):
    with pytest.raises(UserError) as caught:
        read_members(content, "members.json")
    return caught.value.lines


def test_the_last_term_is_the_current_one():
    member = only(state="CA", district=12)
    assert (member.chamber, member.state, member.district) == ("house", "CA", "12")


def test_a_member_whose_term_has_ended_stays_in_the_list_with_the_date():
    assert only(end="2026-11-03").term_ends == date(2026, 11, 3)


@pytest.mark.parametrize("end", [None, "", "soon", "2027-02-30", 2027])
def test_a_member_with_an_unknown_end_of_the_term_stays_in_the_list(end):
    assert only(end=end).term_ends is None


@pytest.mark.parametrize("bioguide", [None, "", "x000001", "N147", 7, "N0001470"])
def test_a_malformed_bioguide_id_is_left_out(bioguide):
    one = person()
    assert read(one)[0].bioguide == "N000147"
    one["id"]["bioguide"] = bioguide
    assert read(one)[0].bioguide == ""
    del one["id"]
    assert read(one)[0].bioguide == ""


def test_what_decides_between_two_people_in_one_seat_is_known():
    (holder,) = read_members(members(person("sen", "OH", "", start="2025-01-21")), "x")
    assert (holder.term_began, holder.senate_class) == (date(2025, 1, 21), 1)


@pytest.mark.parametrize("senate_class", [None, 0, 4, "1", True, [1]])
def test_a_malformed_class_is_unknown(senate_class):
    one = person("sen", "OH", "")
    one["terms"][-1]["class"] = senate_class
    assert read_members(members(one), "x")[0].senate_class == 0


def test_the_congress_is_the_one_in_which_most_house_members_sit():
    few = [person(district=1, end="2026-12-31"), person("sen", end="2031-01-03")]
    for end, congress in (("2027-01-03", 119), ("2029-01-03", 120)):
        people = [person(district=number, end=end) for number in (2, 3, 4)]
        assert congress_of(read_members(members(*few, *people), "x")) == congress
    assert congress_of(read_members(members(person("sen")), "x")) is None


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


def test_the_last_name_is_that_of_the_list_even_if_the_full_name_ends_differently():
    member = only(name={"first": "Pablo José", "last": "Hernández Rivera", "official_full": "Pablo José Hernández"})
    assert (member.full_name, member.last_name) == ("Pablo José Hernández", "Hernández Rivera")


@pytest.mark.parametrize(
    ("suffix", "full"), [(None, "Analilia Mejia"), ("Jr.", "Analilia Mejia, Jr."), ("III", "Analilia Mejia III")]
)
def test_a_missing_official_name_is_made_from_first_and_last_name(suffix, full):
    member = only(name={"first": "Analilia", "last": "Mejia"} | ({"suffix": suffix} if suffix else {}))
    assert (member.full_name, member.last_name) == (full, "Mejia")


def test_a_missing_last_name_is_guessed():
    assert only(name={"official_full": "Angus S. King, Jr."}).last_name == "King"


def test_accents_are_composed_and_line_breaks_become_spaces():
    assert (
        only(name={"official_full": "Nydia\nVela\u0301zquez", "last": "Vela\u0301zquez"}).full_name == "Nydia Velázquez"
    )


def test_a_member_without_office_phone_and_site_stays_in_the_list():
    member = only(office=None, phone=None, url=None, address=None, party=None)
    assert (member.office, member.phone, member.contact_page, member.party) == ("", "", "", "")


@pytest.mark.parametrize("phone", ["call me", "202", 2025550100, "javascript:alert(1)"])
def test_a_malformed_phone_number_is_left_out(phone):
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
def test_only_a_secure_address_becomes_a_link(form, url, link):
    assert only(contact_form=form, url=url).contact_page == link


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ({"state": "XX"}, "state 'XX' must be a state or territory with a seat in Congress"),
        ({"state": None}, "state None must be"),
        ({"kind": "mayor"}, 'type \'mayor\' must be "sen" or "rep"'),
        ({"type": ["sen"]}, "type ['sen'] must be"),
        ({"kind": "sen", "state": "PR"}, "PR has no senators"),
        ({"district": "12"}, "district '12' must be a number"),
        ({"district": True}, "district True must be a number"),
        ({"district": -1}, "district -1 must be a number"),
        ({"district": None}, "district None must be a number"),
        ({"name": {}}, "must have a name"),
        ({"name": {"official_full": " "}}, "must have a name"),
    ],
)
def test_the_error_names_a_member_who_cannot_be_written_to(words, line):
    content = members(person(), person(**words))
    (found,) = lines(content)
    assert found.startswith("members.json: member 2")
    assert line in found


def test_all_errors_are_reported_at_once():
    assert len(lines(members(person(state="XX"), person(), person(state="YY")))) == 2


@pytest.mark.parametrize("broken", [None, "x", 7, [], {}, {"terms": 7}, {"terms": []}, {"terms": ["x"], "name": []}])
def test_an_entry_that_is_not_a_member_is_reported(broken):
    assert lines(json.dumps([broken]).encode()) == ("members.json: member 1: must have a term",)


@pytest.mark.parametrize("content", [b"", b"<!doctype html><p>Sorry", b'[{"id": {', b"\xff\xfe", b"[" * 100_000])
def test_another_kind_of_file_is_refused_with_its_first_characters(content):
    (line,) = lines(content)
    assert line.startswith("members.json: must be the JSON list of members; it begins with ")


@pytest.mark.parametrize("content", [b"{}", b"[]", b"null", b'"x"'])
def test_json_that_is_not_a_list_of_members_is_refused(content):
    assert lines(content) == ("members.json: must be a list of members in JSON",)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "terms", "type", "state", "x"]), inner),
)


@settings(deadline=None)
@given(json_values)
def test_any_json_gives_members_or_a_list_of_errors(value):
    with suppress(UserError):
        read_members(json.dumps(value).encode(), "x")
