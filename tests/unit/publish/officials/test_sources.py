"""Getting the members and the districts: which files, of which day and of which Congress."""

import datetime as dt
import json

import pytest

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.errors import UserError
from honorable.publish.officials import sources as module
from honorable.publish.officials.districts import Districts
from honorable.publish.officials.download import Patience
from honorable.publish.officials.prepare import prepare
from honorable.publish.officials.sources import Network, from_files, from_network
from tests.unit.publish.officials.local_server import sends
from tests.unit.publish.officials.made_up import DAY, MORE_ZCTAS_THAN

NETWORK = Network(dt.date(2026, 11, 25), lambda _title: lambda _so_far, _size: None, Patience(2, 0.01, 0.5))
MODIFIED = {"Last-Modified": "Mon, 15 Jun 2026 22:30:00 GMT"}


@pytest.fixture
def settings(server, congress):
    """The settings for a server of the test's own, which has both files."""
    return DataSources(
        members=server.at("/members.json", sends(congress.members, **MODIFIED)),
        districts=server.at("/zcta-119.txt", sends(congress.districts)).replace("119", "{congress}"),
        more_zctas_than=MORE_ZCTAS_THAN,
    )


def of_the_120th(members):
    """The same people, whose House terms are those of the 120th Congress."""
    people = json.loads(members)
    for person in people:
        if person["terms"][-1]["type"] == "rep":
            person["terms"][-1] |= {"start": "2027-01-03", "end": "2029-01-03"}
    return json.dumps(people).encode()


def test_the_list_has_the_day_of_its_last_change(settings):
    found = from_network(settings, NETWORK)
    assert (found.day, found.congress, found.districts.congress) == (dt.date(2026, 6, 15), 119, 119)


@pytest.mark.parametrize("header", [{}, {"Last-Modified": "yesterday"}])
def test_without_last_modified_the_list_has_the_day_of_its_newest_term(settings, server, congress, header):
    server.at("/members.json", sends(congress.members, **header))
    found = from_network(settings, NETWORK)
    assert found.day == dt.date(2025, 1, 3)
    assert any("sends no Last-Modified" in note for note in found.notes)


def test_a_list_is_never_dated_in_the_future(settings, server, congress):
    server.at("/members.json", sends(congress.members, **{"Last-Modified": "Mon, 15 Jun 2037 22:30:00 GMT"}))
    assert from_network(settings, NETWORK).day == NETWORK.today


def test_members_of_a_new_congress_get_its_districts(settings, server, congress):
    server.at("/members.json", sends(of_the_120th(congress.members), **MODIFIED))
    server.at("/zcta-120.txt", sends(congress.districts.replace(b"CD119", b"CD120")))
    found = from_network(settings, NETWORK)
    assert (found.congress, found.districts.congress) == (120, 120)


def test_until_the_new_districts_are_published_the_old_ones_are_used_and_the_list_says_so(settings, server, congress):
    server.at("/members.json", sends(of_the_120th(congress.members), **MODIFIED))
    server.at("/zcta-120.txt", sends(b"no", 404))
    found = from_network(settings, NETWORK)
    assert (found.congress, found.districts.congress) == (120, 119)
    notes = prepare(found, settings).notes
    assert any("the members sit in Congress 120, the districts are those of Congress 119" in note for note in notes)
    assert any("AL, CA, FL, LA, MO, NC, OH, TN, TX, UT" in note for note in notes)


@pytest.mark.parametrize("code", [403, 500])
def test_if_the_districts_cannot_be_downloaded_those_of_the_last_list_are_used(settings, server, code):
    server.at("/zcta-119.txt", sends(b"no", code))
    last = Districts(119, {"94601": {"CA12": 1}}, areas_known=False)
    found = from_network(settings, NETWORK, last)
    assert found.districts == last
    assert any(f"answered {code}" in note for note in found.notes)
    assert "/zcta-118.txt" not in server.asked


def test_districts_of_another_congress_do_not_replace_a_failed_download(settings, server):
    server.at("/zcta-119.txt", sends(b"no", 403))
    for last in (None, Districts(117, {"94601": {"CA12": 1}}), Districts(120, {"94601": {"CA12": 1}})):
        with pytest.raises(UserError, match="answered 403"):
            from_network(settings, NETWORK, last)


def test_another_file_than_the_known_one_is_noted(settings, congress, monkeypatch):
    assert any("is not the Census Bureau's file of 2026" in note for note in from_network(settings, NETWORK).notes)
    import hashlib

    monkeypatch.setitem(module.KNOWN_DISTRICTS, 119, hashlib.sha256(congress.districts).hexdigest())
    assert from_network(settings, NETWORK).notes == ()


def test_a_file_with_another_hash_than_the_settings_is_refused(settings):
    for key in ("members_sha256", "districts_sha256"):
        with pytest.raises(UserError, match=f"its SHA-256 is [0-9a-f]{{64}}; it must be {'0' * 64}"):
            from_network(settings.model_copy(update={key: "0" * 64}), NETWORK)


def test_newer_districts_than_members_are_refused(settings, server, congress):
    server.at("/zcta-119.txt", sends(congress.districts.replace(b"CD119", b"CD120")))
    with pytest.raises(UserError, match="the members sit in Congress 119, but the districts are those of Congress 120"):
        prepare(from_network(settings, NETWORK), settings)


def test_members_without_any_end_of_a_term_are_refused(settings, server, congress):
    people = json.loads(congress.members)
    for person in people:
        del person["terms"][-1]["end"]
    server.at("/members.json", sends(json.dumps(people).encode()))
    with pytest.raises(UserError, match="must have the end of at least one House term"):
        from_network(settings, NETWORK)


def test_local_files_have_the_given_day_or_that_of_their_last_change(tmp_path, congress):
    paths = tmp_path / "members.json", tmp_path / "zcta.txt"
    for path, content in zip(paths, (congress.members, congress.districts), strict=True):
        path.write_bytes(content)
    assert from_files(*paths, DAY, DataSources()).day == DAY
    assert from_files(*paths, None, DataSources()).day == dt.datetime.now(dt.UTC).date()
