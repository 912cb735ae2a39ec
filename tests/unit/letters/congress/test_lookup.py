"""From a ZIP code to the members of Congress who represent it, and what is said if that is not so simple."""

import gzip
import zlib
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honorable.letters.congress.lookup import DamagedDataError, Lookup, UnknownZipError
from honorable.letters.congress.lookup_result import LookupResult
from honorable.letters.congress.selection import officials
from honorable.letters.congress.states import STATES

SEATS = """\
AK|Lisa Example|Example|Republican|522 Hart Senate Office Building|202-555-0101|https://example.senate.gov/contact||
AK|Dan Sample|Sample|Republican|706 Hart Senate Office Building|202-555-0102|https://sample.senate.gov||
AZ|Ana Arizona|Arizona|Democrat|||||
AZ|Bo Arizona|Arizona|Democrat|||||
CA|Alex Senior|Senior|Democrat|331 Hart Senate Office Building|202-555-0103|https://senior.senate.gov/contact|2029-01-03|P000145
CA|Adam Junior|Junior|Democrat|112 Hart Senate Office Building|202-555-0104|https://junior.senate.gov||
NM|Ben Ray Núñez|Núñez|Democrat|||||
NM|Marta Nuevo|Nuevo|Democrat|||||
OH|Only One|One|Republican|||||
AK0|Nick North|North|Republican|153 Cannon House Office Building|202-555-0105|https://north.house.gov||
AS0|Aumua Island|Island|Republican|||||
AZ2|Eli Two|Two|Republican|||||
CA10|Mark Ten|Ten|Democrat|||||
CA12|Lateefah Twelve|Twelve|Democrat|1023 Longworth House Office Building|202-555-0106|https://twelve.house.gov|2027-01-03|S001231
CA14
DC0|Eleanor Capital|Capital|Democrat|||||
GU0|James Guam|Guam|Republican|||||
NM3|Teresa De La Luz|De La Luz|Democrat|||||
OH1|Greg One|One|Independent|||||
PR0|Pablo José Hernández|Hernández Rivera|Democrat|||||
VI0""".replace("|", "\t")
CODES = """\
006 PR0|1a
200 DC0|1a
452 OH1|1a
865 AZ2 NM3|11a3B61a
945 CA12 CA10 CA14|1aa1A73b2A50B49c57c
946 CA12 CA14|aB99a
967 AK0|1a
995 AK0|1aaaa""".replace("|", "\t")


def text_of(seats=SEATS, codes=CODES, first="honorable congress 2", about="2026-06-15 119 119"):
    counts = f"{about} {len(seats.splitlines())} {len(codes.splitlines())}"
    return f"{first}\n{counts}\n{seats}\n{codes}"


def packed(text=None):
    return gzip.compress((text_of() if text is None else text).encode())


LOOKUP = Lookup.read(packed())


@pytest.fixture
def lookup():
    return LOOKUP


def names(members):
    return [member.full_name for member in members]


def recipients(found, seat):
    """Who is written to from a seat, as long as the visitor has typed no name."""
    return [member.recipient(slot) for slot, member in officials(found, seat, {}).items()]


def test_a_zip_code_in_one_district_gives_the_representative_and_both_senators(lookup):
    found = lookup.find("94501")
    assert names(found.representatives) == ["Lateefah Twelve"]
    assert names(found.senators) == ["Alex Senior", "Adam Junior"]
    assert [state.name for state in found.states] == ["California"]
    assert (found.split, found.by_prefix, found.vacant) == (False, False, ())
    assert found.sentence == "ZIP code 94501 is in the 12th district of California."


def test_all_that_is_known_of_a_member_goes_to_the_recipient(lookup):
    found = lookup.find("94501")
    house, senior, junior = recipients(found, found.seats[0])
    assert (house.slot, house.chamber, house.title) == ("house", "house", "Representative")
    assert (house.full_name, house.last_name, house.state, house.district) == (
        "Lateefah Twelve",
        "Twelve",
        "CA",
        "12",
    )
    assert house.phone == "202-555-0106"
    member = found.seats[0].member
    assert (member.term_ends, member.bioguide) == (date(2027, 1, 3), "S001231")
    assert house.contact_page == "https://twelve.house.gov"
    assert house.address[0] == "1023 Longworth House Office Building"
    assert [(to.slot, to.title, to.last_name) for to in (senior, junior)] == [
        ("senate-1", "Senator", "Senior"),
        ("senate-2", "Senator", "Junior"),
    ]


def test_a_zip_code_in_two_districts_lists_both_with_the_larger_share_first_and_chooses_none(lookup):
    found = lookup.find("94504")
    assert [(seat.district, seat.share) for seat in found.seats] == [("12", 0.73), ("10", 0.27)]
    assert [found.share_text(seat) for seat in found.seats] == ["about 73% of its land", "about 27% of its land"]
    assert found.split
    assert found.sentence.startswith("ZIP code 94504 is in 2 districts of California. Choose yours")
    assert [seat.line for seat in found.seats] == [
        "Representative Lateefah Twelve, Democrat, 12th district of California",
        "Representative Mark Ten, Democrat, 10th district of California",
    ]


def test_a_zip_code_in_two_states_lists_the_senators_of_both_until_the_state_is_known(lookup):
    found = lookup.find("86515")
    assert [state.code for state in found.states] == ["NM", "AZ"]
    assert names(found.senators) == ["Ben Ray Núñez", "Marta Nuevo", "Ana Arizona", "Bo Arizona"]
    assert "2 districts of New Mexico and Arizona" in found.sentence
    assert [to.full_name for to in recipients(found, found.seats[1])] == ["Eli Two", "Ana Arizona", "Bo Arizona"]
    arizona = found.within("AZ")
    assert names(arizona.representatives) == ["Eli Two"]
    assert names(arizona.senators) == ["Ana Arizona", "Bo Arizona"]
    assert found.within("TX") == found


def test_a_vacant_seat_is_named_and_the_letters_go_to_the_senators(lookup):
    found = lookup.find("94565")
    assert found.representatives == ()
    assert [seat.name for seat in found.vacant] == ["14th district of California"]
    assert "The seat of the 14th district of California is vacant. You can write to the senators." in found.sentence
    assert [to.slot for to in recipients(found, found.seats[0])] == ["senate-1", "senate-2"]


def test_a_vacant_seat_among_several_is_listed_with_the_others(lookup):
    found = lookup.find("94507")
    assert [seat.line for seat in found.seats][2] == "Vacant seat, 14th district of California"
    assert len(found.representatives) == 2


def test_a_state_with_one_seat_has_no_district_number(lookup):
    found = lookup.find("99501")
    assert found.sentence == "ZIP code 99501 is in Alaska."
    assert [(seat.district, seat.member.title) for seat in found.seats] == [("", "Representative")]


@pytest.mark.parametrize(
    ("zip_code", "title", "sentence"),
    [
        ("20001", "Delegate", "A Delegate represents the District of Columbia in the House."),
        (
            "00601",
            "Resident Commissioner",
            "A Resident Commissioner represents Puerto Rico in the House.",
        ),
    ],
)
def test_dc_and_the_territories_have_one_member_in_the_house_and_no_senators(lookup, zip_code, title, sentence):
    found = lookup.find(zip_code)
    assert [member.title for member in found.representatives] == [title]
    assert found.senators == ()
    assert f"{sentence} There are no senators." in found.sentence
    assert len(recipients(found, found.seats[0])) == 1


def test_names_keep_their_accents_and_the_last_name_of_the_data(lookup):
    member = lookup.find("00601").representatives[0]
    assert (member.full_name, member.last_name) == ("Pablo José Hernández", "Hernández Rivera")


def test_a_vacant_seat_in_a_territory_offers_no_senators(lookup):
    sentence = lookup.find("00801").sentence
    assert "The seat of the U.S. Virgin Islands in the House is vacant." in sentence
    assert "A Delegate represents the U.S. Virgin Islands" in sentence
    assert "write to the senators" not in sentence


def test_a_vacant_seat_in_the_senate_is_named(lookup):
    found = lookup.find("45201")
    assert "A Senate seat of Ohio is vacant." in found.sentence
    assert [to.slot for to in recipients(found, found.seats[0])] == ["house", "senate-1"]


def test_an_unlisted_zip_code_falls_back_to_its_first_three_digits(lookup):
    found = lookup.find("94599")
    assert found.by_prefix
    assert found.split
    assert [seat.district for seat in found.seats] == ["12", "14", "10"]
    assert sum(seat.share for seat in found.seats) == pytest.approx(1)
    assert found.sentence.startswith(
        "This page does not know ZIP code 94599. ZIP codes that begin with 945 are in 3 districts"
    )
    assert found.share_text(found.seats[0]).endswith("% of the ZIP codes that begin with 945")


def test_without_areas_the_seats_are_in_the_order_of_their_numbers_and_nothing_is_claimed(lookup):
    lookup = Lookup.read(packed(text_of(codes=CODES.replace("A73b", "Ba").replace("A50B49c", "BAc"))))
    for zip_code in ("94504", "94599"):
        found = lookup.find(zip_code)
        assert {seat.share for seat in found.seats} == {None}
        assert {found.share_text(seat) for seat in found.seats} == {""}
        assert "districts of California. Choose yours." in found.sentence
        assert "land" not in found.sentence
    assert [seat.district for seat in found.seats] == ["10", "12", "14"]


def test_falling_back_to_a_territory_with_one_seat_needs_no_choice(lookup):
    found = lookup.find("00699")
    assert found.sentence.startswith(
        "This page does not know ZIP code 00699. ZIP codes that begin with 006 are in Puerto Rico."
    )
    assert found.share_text(found.seats[0]) == ""


@pytest.mark.parametrize(("zip_code", "state"), [("96799", "AS"), ("96913", "GU"), ("00840", "VI"), ("20500", "DC")])
def test_islands_and_offices_that_the_list_lacks_are_known_by_their_zip_codes(lookup, zip_code, state):
    found = lookup.find(zip_code)
    assert [one.code for one in found.states] == [state]
    assert not found.by_prefix


def test_an_island_without_a_seat_line_is_not_guessed(lookup):
    with pytest.raises(UnknownZipError, match="does not know ZIP code 96950"):
        lookup.find("96950")


@pytest.mark.parametrize("zip_code", ["09012", "09899", "34001", "96201", "96699"])
def test_military_zip_codes_get_their_own_message(lookup, zip_code):
    with pytest.raises(UnknownZipError, match="military or diplomatic"):
        lookup.find(zip_code)


def test_countries_with_us_mail_get_their_own_message(lookup):
    with pytest.raises(UnknownZipError, match="independent country"):
        lookup.find("96940")


@pytest.mark.parametrize("zip_code", ["00000", "99999", "10001"])
def test_an_unknown_zip_code_gets_a_message_that_says_what_to_do(lookup, zip_code):
    with pytest.raises(UnknownZipError, match=f"does not know ZIP code {zip_code}.* type the names"):
        lookup.find(zip_code)


@pytest.mark.parametrize(
    "typed", [" 94501 ", "94501-1234", "94501 1234", "945011234", "94501–1234", "٩٤٥٠١", "９４５０１", "94501\n"]
)
def test_any_usual_spelling_of_a_zip_code_is_understood(lookup, typed):
    assert lookup.find(typed).zip == "94501"


@pytest.mark.parametrize("typed", ["9450", "945011", "ABCDE", "94501-12", "9 4501", "-94501", "²4501", "9450l"])
def test_text_that_is_not_a_zip_code_gets_a_message(lookup, typed):
    with pytest.raises(UnknownZipError, match="Please check the ZIP code: five digits"):
        lookup.find(typed)


@pytest.mark.parametrize("typed", ["", " ", "\n"])
def test_an_empty_field_gets_a_message(lookup, typed):
    with pytest.raises(UnknownZipError, match="Enter your ZIP code"):
        lookup.find(typed)


@pytest.mark.parametrize("typed", ["K1A 0B1", "k1a0b1", " K1A-0B1 "])
def test_a_canadian_postal_code_gets_its_own_message(lookup, typed):
    with pytest.raises(UnknownZipError, match="Canadian"):
        lookup.find(typed)


@settings(deadline=None)
@given(
    st.text()
    | st.from_regex(r"\d{5}", fullmatch=True)
    | st.builds("{}{:02}".format, st.sampled_from(sorted(LOOKUP.packed.prefixes)), st.integers(0, 99))
)
def test_any_text_gives_a_result_or_a_message(typed):
    with suppress(UnknownZipError):
        found = LOOKUP.find(typed)
        assert found.seats
        assert found.sentence.endswith(".")
        assert [seat.share for seat in found.seats] == sorted((seat.share for seat in found.seats), reverse=True)


def test_the_message_says_how_old_the_list_is(lookup):
    assert (lookup.congress, lookup.day, lookup.ends) == (119, date(2026, 6, 15), date(2027, 1, 3))
    assert lookup.as_of == "Members of Congress as of June 15, 2026."


def test_a_member_is_never_put_into_a_slot_of_the_other_chamber(lookup):
    with pytest.raises(ValueError, match="not a slot for Representative Lateefah Twelve"):
        lookup.find("94501").representatives[0].recipient("senate-1")


# Damaged data: an error, never a wrong answer.


@settings(deadline=None)
@given(st.binary())
def test_any_other_bytes_are_refused(content):
    with pytest.raises(DamagedDataError):
        Lookup.read(content)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_other_text_in_the_file_is_refused(text):
    with pytest.raises(DamagedDataError):
        Lookup.read(gzip.compress(text.encode()))


def _unpack_to_the_same(changed, whole):
    """Flags, time and system are not content of a gzip file, nor are the bits after its last code (RFC 1951)."""
    try:
        return gzip.decompress(changed) == gzip.decompress(whole)
    except (OSError, EOFError, zlib.error):
        return False


@settings(deadline=None)
@given(st.data())
def test_a_file_with_any_changed_or_missing_byte_is_refused(data):
    whole = packed()
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[place] ^= data.draw(st.integers(1, 255))
    if not _unpack_to_the_same(bytes(changed), whole):
        with pytest.raises(DamagedDataError):
            Lookup.read(bytes(changed))
    for other in (whole[:place], whole + whole[: place + 1]):
        with pytest.raises(DamagedDataError):
            Lookup.read(other)


def test_a_web_page_in_place_of_the_file_is_refused():
    with pytest.raises(DamagedDataError):
        Lookup.read(b"<!doctype html><title>404 Not Found</title>")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "another kind of file"),
        (text_of(first="another file 2"), "another kind of file"),
        (text_of(first="honorable congress 1"), "version 1, and this page reads version 2"),
        (text_of(first="honorable congress 3"), "version 3, and this page reads version 2"),
        (text_of(about="2026-06-31 119 119"), "its date"),
        (text_of(about="2026-06-15 CXIX 119"), "damaged"),
        (text_of() + "\nmore", "damaged"),
        (text_of().rsplit("\n", 1)[0], "damaged"),
        ("honorable congress 2", "damaged"),
    ],
)
def test_an_older_newer_or_truncated_file_is_refused_with_the_reason(text, reason):
    with pytest.raises(DamagedDataError, match=reason):
        Lookup.read(packed(text))


def test_a_decompression_bomb_is_refused():
    with pytest.raises(DamagedDataError, match="too long"):
        Lookup.read(gzip.compress(b"honorable congress 2\n" + b"0" * 20_000_000))


def test_text_in_another_encoding_is_refused():
    with pytest.raises(DamagedDataError):
        Lookup.read(gzip.compress(text_of().encode("utf-16")))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("945 CA12 CA10 CA14", "945"),
        ("945 CA12 CA10 CA14", "945 CA13 CA10 CA14"),
        ("945 CA12 CA10 CA14", "945 XX1 CA10 CA14"),
        ("945 CA12 CA10 CA14", "945 nobody CA10 CA14"),
        ("1aa1A73b2A50B49c57c", ""),
        ("1aa1A73b2A50B49c57c", "1aa1A73b2A50B49c98c"),
        ("1aa1A73b2A50B49c57c", "1aa1A73b2A50B50c57c"),
        ("1aa1A73b2A50B49c57c", "1aa1A73b2A50B49c57c!"),
        ("1aa1A73b2A50B49c57c", "!1aa1A73b2A50B49c57c"),
        ("1aa1A73b2A50B49c57c", "1٣aa1A73b2A50B49c57c"),
        ("Lateefah Twelve\tTwelve", "Lateefah Twelve"),
        ("Lateefah Twelve", ""),
        ("https://twelve.house.gov", "hhttps://twelve.house.gov"),
        ("https://twelve.house.gov", "javascript:alert(1)"),
        ("2027-01-03", "2027-02-30"),
        ("2027-01-03", "20270103"),
        ("S001231", "S1231"),
    ],
)
def test_a_damaged_line_is_refused_when_it_is_read(right, wrong):
    lookup = Lookup.read(packed(text_of().replace(right, wrong)))
    with pytest.raises(DamagedDataError):
        lookup.find("94501")
    assert lookup.find("99501").zip == "99501"


@settings(deadline=None)
@given(st.data())
def test_a_handmade_file_gives_a_result_or_an_error(data):
    text = text_of()
    place = data.draw(st.integers(0, len(text) - 1))
    character = data.draw(st.sampled_from("\n\t aA0zZ9é ") | st.characters(codec="utf-8"))
    with suppress(DamagedDataError, UnknownZipError):
        lookup = Lookup.read(packed(text[:place] + character + text[place + 1 :]))
        for zip_code in ("94501", "94504", "94599", "86515", "00601", "96799"):
            found = lookup.find(zip_code)
            assert isinstance(found, LookupResult)
            assert found.sentence


def test_each_state_and_territory_is_named_in_its_message():
    for state in STATES:
        seats = f"{state.code}0\tA B\tB\t\t\t\t\t\t"
        found = Lookup.read(packed(text_of(seats, f"123 {state.code}0\ta"))).find("12300")
        assert state.name in found.sentence
        assert found.states == (state,)
