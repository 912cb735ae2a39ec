"""The real members and districts at full size, where they are beside the project (../shared/data)."""

import csv
import datetime as dt
import io
import json
from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest

from honorable.letters.congress.lookup import Lookup
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.officials.collect import from_files, gather
from honorable.publish.officials.store import Store

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
def store(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def gathered(store):
    return gather(from_files(MEMBERS, DISTRICTS, dt.date(2026, 6, 15)), DataSources(), 119, store)


@pytest.fixture(scope="module")
def lookup(gathered, store):
    return Lookup.read(store.packed())


@pytest.fixture(scope="module")
def everywhere(lookup, table):
    """What the look-up finds for every ZIP code in the file."""
    return {zip_code: lookup.find(zip_code) for zip_code in table}


@pytest.fixture(scope="module")
def people():
    """The members' file as it is, by seat: a second reading, that shares no code with the project's."""
    by_seat = {}
    for person in json.loads(MEMBERS.read_text("utf-8")):
        term = person["terms"][-1]
        by_seat.setdefault((term["state"], term.get("district", "senate")), []).append(person)
    return by_seat


@pytest.fixture(scope="module")
def table():
    """The districts' file as it is: each ZIP code with its seats."""
    rows = list(csv.reader(io.StringIO(DISTRICTS.read_text("utf-8-sig")), delimiter="|"))[1:]
    zip_codes = {}
    for row in rows:
        if row[8] and not row[1].endswith("ZZ"):
            seat = STATE_OF[row[1][:2]], int(row[1][2:]) % 98
            zip_codes.setdefault(row[8], set()).add(seat)
    return zip_codes


def test_the_data_passes_the_checks_as_they_come_and_says_what_it_lacks(gathered):
    assert (gathered.members, gathered.zctas) == (537, 33_774)
    assert gathered.notes == (
        "no ZCTA is in American Samoa, Guam, Northern Mariana Islands, U.S. Virgin Islands",
        "Representative James Gallagher has no office, no phone, no link",
    )


def test_the_packed_file_is_at_most_64_kib(gathered):
    assert gathered.size <= 64 * 1024


def test_every_zip_code_in_the_file_finds_the_members_that_the_data_names(everywhere, people, table):
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


def test_the_four_vacant_seats_are_said_to_be_vacant(everywhere):
    vacant = {(seat.state, seat.district) for found in everywhere.values() for seat in found.vacant}
    assert vacant == {("CA", "14"), ("TX", "23"), ("FL", "20"), ("GA", "13")}


def test_the_territories_that_the_table_lacks_are_found_by_their_zip_codes(lookup):
    for zip_code, state in (("96799", "AS"), ("96910", "GU"), ("96950", "MP"), ("00802", "VI")):
        (delegate,) = lookup.find(zip_code).representatives
        assert (delegate.state, delegate.title) == (state, "Delegate")


def test_titles_come_out_right_for_everybody(everywhere):
    titles = {member.state: member.title for found in everywhere.values() for member in found.representatives}
    assert titles.pop("PR") == "Resident Commissioner"
    assert titles.pop("DC") == "Delegate"
    assert set(titles.values()) == {"Representative"}


def test_a_look_up_takes_much_less_than_5_milliseconds(lookup, table):
    some = list(table)[::37]
    start = perf_counter()
    for zip_code in some:
        lookup.find(zip_code)
    assert (perf_counter() - start) / len(some) < 0.005
