"""The list that is part of the project."""

import datetime as dt

import pytest

from honorable.letters.congress.lookup import Lookup
from honorable.letters.congress.states import NO_SENATORS, STATES
from honorable.letters.congress.terms import in_office
from honorable.publish.officials.pack import unpack_districts
from honorable.publish.officials.store import Store
from honorable.publish.project import find_project

EMBEDDED = find_project().embedded_officials


@pytest.fixture(scope="module")
def lookup():
    return Lookup.read(EMBEDDED.read_bytes())


def test_a_fresh_clone_without_network_has_a_list(tmp_path, lookup):
    newest = Store(tmp_path / "nothing", EMBEDDED).newest()
    assert newest.origin == "embedded in Honorable"
    assert newest.lookup == lookup


def test_its_readme_has_its_day(lookup):
    assert f"| Day of the list | {lookup.day} |" in (EMBEDDED.parent / "README.md").read_text("utf-8")


def test_it_is_at_most_64_kib():
    assert len(EMBEDDED.read_bytes()) <= 64 * 1024


def test_it_finds_officials_for_every_zip_code_in_it(lookup):
    zip_codes = unpack_districts(lookup.packed).land
    assert len(zip_codes) > 33_000
    for zip_code in zip_codes:
        found = lookup.find(zip_code)
        assert not found.by_prefix
        assert len(found.representatives) + len(found.vacant) == len(found.seats)
        assert len(found.senators) == 2 * sum(state.code not in NO_SENATORS for state in found.states), zip_code


def test_it_has_a_seat_for_every_state_and_territory(lookup):
    seats = {key[:2] for key in lookup.packed.seats if len(key) > 2}
    assert seats == {state.code for state in STATES}


def test_it_claims_no_shares_because_its_source_has_no_areas(lookup):
    split = [found for found in map(lookup.find, ("22304", "94504", "86515")) if found.split]
    assert split
    assert {seat.share for found in split for seat in found.seats} == {None}


def test_after_the_congress_only_senators_whose_terms_go_on_are_found(lookup):
    moment = dt.datetime.combine(lookup.ends + dt.timedelta(days=7), dt.time(12), dt.UTC)
    for prefix in lookup.packed.prefixes:
        found = in_office(lookup.find(f"{prefix}01"), lookup.congress, moment)
        assert found.representatives == ()
        assert all(one.term_ends > moment.date() for one in found.senators)
        assert "A new Congress has begun" in found.sentence or found.vacant
