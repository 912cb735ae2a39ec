"""The real members and districts at full size, if they are next to the project (../shared/data)."""

import csv
import datetime as dt
import io
import json
from collections import Counter
from pathlib import Path

import pytest

from honorable.letters.congress.lookup import Lookup
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.officials.prepare import prepare
from honorable.publish.officials.sources import from_files
from honorable.publish.project import find_project

SHARED = Path(__file__).parents[5] / "shared" / "data"
MEMBERS, DISTRICTS = SHARED / "legislators-current.json", SHARED / "zcta-cd119-standin.txt"

pytestmark = pytest.mark.skipif(not MEMBERS.is_file(), reason="the full-size data is not beside the project")

#: The Census Bureau's number of each state and its letters.
STATES = (
    "01AL02AK04AZ05AR06CA08CO09CT10DE11DC12FL13GA15HI16ID17IL18IN19IA20KS21KY22LA23ME24MD25MA26MI27MN"
    "28MS29MO30MT31NE32NV33NH34NJ35NM36NY37NC38ND39OH40OK41OR42PA44RI45SC46SD47TN48TX49UT50VT51VA53WA"
    "54WV55WI56WY60AS66GU69MP72PR78VI"
)
STATE_OF = {STATES[place : place + 2]: STATES[place + 2 : place + 4] for place in range(0, len(STATES), 4)}


@pytest.fixture(scope="module")
def prepared(english):
    return prepare(from_files(MEMBERS, DISTRICTS, dt.date(2026, 6, 15), DataSources()), DataSources())


@pytest.fixture(scope="module")
def lookup(prepared):
    return Lookup.read(prepared.packed)


@pytest.fixture(scope="module")
def everywhere(lookup, table):
    """What the lookup finds for every ZIP code in the file."""
    return {zip_code: lookup.find(zip_code) for zip_code in table}


@pytest.fixture(scope="module")
def people():
    """The members' file by seat, read by code that shares nothing with the project's."""
    by_seat = {}
    for person in json.loads(MEMBERS.read_text("utf-8")):
        term = person["terms"][-1]
        by_seat.setdefault((term["state"], term.get("district", "senate")), []).append(person)
    return by_seat


@pytest.fixture(scope="module")
def table():
    """The seats of each ZIP code in the districts' file, read by separate code, too."""
    rows = list(csv.reader(io.StringIO(DISTRICTS.read_text("utf-8-sig")), delimiter="|"))[1:]
    zip_codes = {}
    for row in rows:
        if row[8] and not row[1].endswith("ZZ"):
            seat = STATE_OF[row[1][:2]], int(row[1][2:]) % 98
            zip_codes.setdefault(row[8], set()).add(seat)
    return zip_codes


def test_the_data_passes_the_checks_and_its_gaps_are_noted(prepared):
    assert (prepared.members, prepared.zctas) == (537, 33_774)
    assert prepared.notes[0].startswith(f"{DISTRICTS}: is not the Census Bureau's file of 2026 (SHA-256 ")
    assert prepared.notes[1:] == (
        "14th district of California has no member, so the seat is vacant",
        "20th district of Florida has no member, so the seat is vacant",
        "13th district of Georgia has no member, so the seat is vacant",
        "23rd district of Texas has no member, so the seat is vacant",
        "no ZCTA is in American Samoa, Guam, Northern Mariana Islands, U.S. Virgin Islands",
        "the list has no office, phone number, or website for Representative James Gallagher",
    )


def test_the_packed_file_is_at_most_64_kib(prepared):
    assert len(prepared.packed) <= 64 * 1024


def test_the_embedded_list_is_what_the_command_makes_of_the_data(prepared):
    assert find_project().embedded_officials.read_bytes() == prepared.packed


def test_a_members_term_ends_as_the_data_says(lookup, people):
    ends = Counter(one.term_ends.isoformat() for one in lookup.members)
    assert ends == Counter(person["terms"][-1]["end"] for group in people.values() for person in group)


def test_every_zip_code_finds_the_members_in_the_data(everywhere, people, table):
    assert len(table) == 33_774
    for zip_code, seats in table.items():
        found = everywhere[zip_code]
        assert {(seat.state, int(seat.district or 0)) for seat in found.seats} == seats, zip_code
        assert not found.by_prefix
        for seat in found.seats:
            holders = people.get((seat.state, int(seat.district or 0)), [])
            assert len(holders) == (seat.member is not None), zip_code
            if seat.member:
                assert seat.member.last_name == holders[0]["name"]["last"], zip_code
        senators = Counter(
            one["name"]["last"] for state in {state for state, _ in seats} for one in people.get((state, "senate"), [])
        )
        assert Counter(one.last_name for one in found.senators) == senators, zip_code


def test_every_member_is_written_to_as_the_data_says(lookup, everywhere, people):
    seen = {}
    for found in [*everywhere.values(), *map(lookup.find, ("96799", "96910", "96950", "00802"))]:
        seen |= {(one.state, one.chamber, one.last_name, one.district): one for one in found.senators}
        seen |= {(one.state, one.chamber, one.last_name, one.district): one for one in found.representatives}
    assert len(seen) == 537
    for person in (person for group in people.values() for person in group):
        name, term = person["name"], person["terms"][-1]
        chamber = "senate" if term["type"] == "sen" else "house"
        member = seen[term["state"], chamber, name["last"], str(term.get("district") or "")]
        assert member.full_name == name.get("official_full", f"{name['first']} {name['last']}")
        assert member.office == term.get("office", "")
        assert member.phone == term.get("phone", "")
        assert member.party == term["party"]
        form, url = term.get("contact_form", ""), term.get("url", "")
        assert member.contact_page == (form if form.startswith("https://") else url)


def test_the_four_vacant_seats_are_vacant(everywhere):
    vacant = {(seat.state, seat.district) for found in everywhere.values() for seat in found.vacant}
    assert vacant == {("CA", "14"), ("TX", "23"), ("FL", "20"), ("GA", "13")}


def test_territories_without_rows_are_found_by_their_zip_codes(lookup):
    for zip_code, state in (("96799", "AS"), ("96910", "GU"), ("96950", "MP"), ("00802", "VI")):
        (delegate,) = lookup.find(zip_code).representatives
        assert (delegate.state, delegate.title) == (state, "Delegate")


def test_everybody_has_the_right_title(everywhere):
    titles = {member.state: member.title for found in everywhere.values() for member in found.representatives}
    assert titles.pop("PR") == "Resident Commissioner"
    assert titles.pop("DC") == "Delegate"
    assert set(titles.values()) == {"Representative"}
