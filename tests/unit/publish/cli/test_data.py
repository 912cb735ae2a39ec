"""`honorable data` as the operator uses it."""

import datetime as dt
import gzip
import json
import os
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.cli import data as cli
from honorable.publish.officials.contact_pages import Politeness, find_contact_pages
from honorable.publish.officials.download import Patience
from honorable.publish.officials.sources import from_network
from honorable.publish.officials.store import Store
from tests.unit.publish.officials.local_server import sends, stalls
from tests.unit.publish.officials.made_up import DAY, MORE_ZCTAS_THAN, census, members, person, whole_census

pytestmark = pytest.mark.usefixtures("english")

MODIFIED = {"Last-Modified": "Mon, 15 Jun 2026 22:30:00 GMT"}
TODAY = DAY + dt.timedelta(10)


@pytest.fixture
def store(tmp_path, monkeypatch):
    """The store that the command uses, in a project of the test's own, without an embedded list, ten days later."""
    project = SimpleNamespace(data=tmp_path / ".cache" / "data", embedded_officials=tmp_path / "default" / "list.dat")
    for find in ("find_project", "find_checkout"):
        monkeypatch.setattr(cli, find, lambda: project)
    monkeypatch.setattr(cli, "_today", lambda: TODAY)
    use_settings(monkeypatch, DataSources(more_zctas_than=MORE_ZCTAS_THAN))
    return Store(project.data, project.embedded_officials)


def use_settings(monkeypatch, settings):
    """Make these the settings of the campaign."""
    campaign = SimpleNamespace(bill=SimpleNamespace(congress=119), data=settings)
    monkeypatch.setattr(cli, "load_campaign", lambda _file: campaign)


@pytest.fixture
def files(tmp_path, congress):
    """Two good files, last changed on 2026-06-15."""
    paths = tmp_path / "members.json", tmp_path / "zcta.txt"
    for path, content in zip(paths, (congress.members, congress.districts), strict=True):
        path.write_bytes(content)
        os.utime(path, (dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC).timestamp(),) * 2)
    return paths


@pytest.fixture
def online(store, server, congress, monkeypatch):
    """Good sources on a server of the test's own, asked with little patience; a function that changes the settings."""

    def use(**words):
        settings = DataSources(
            members=server.at("/members.json", sends(congress.members, **MODIFIED)),
            districts=server.at("/zcta-119.txt", sends(congress.districts)).replace("119", "{congress}"),
            more_zctas_than=MORE_ZCTAS_THAN,
            **words,
        )
        use_settings(monkeypatch, settings)

    def impatient(settings, network, last):
        few = min(2, network.patience.attempts)
        return from_network(settings, replace(network, patience=Patience(few, 0.01, silence=0.5)), last)

    monkeypatch.setattr(cli, "from_network", impatient)
    use()
    return use


def on_districts_of_the_118th(packed):
    """Return the list as if its districts were those of the Congress before."""
    return gzip.compress(gzip.decompress(packed).replace(b"2026-06-15 119 119", b"2026-06-15 119 118"))


def run(*words):
    return CliRunner().invoke(cli.app, [str(word) for word in words])


def fetch_files(files, *words):
    return run("fetch", "--from", files[0], "--from", files[1], *words)


def test_local_files_are_checked_packed_and_saved(store, files):
    result = fetch_files(files)
    assert result.exit_code == 0, result.output
    assert "List of 2026-06-15: 537 members, 2,205 ZIP code areas, " in result.output
    assert store.lookup().day == DAY


def test_the_day_of_local_files_can_be_given(store, files):
    assert fetch_files(files, "--dated", "2026-05-04").exit_code == 0
    assert store.lookup().day == dt.date(2026, 5, 4)


def test_both_files_are_downloaded_and_the_list_has_its_own_day(store, server, online):
    result = run("fetch")
    assert result.exit_code == 0, result.output
    assert server.asked == ["/members.json", "/zcta-119.txt"]
    assert store.lookup().day == DAY


@pytest.mark.parametrize(
    "trouble",
    [
        ("/members.json", sends(b"no", 500), "answered 500"),
        ("/members.json", sends(b"no", 404), "answered 404"),
        ("/members.json", stalls(b"["), "was silent for 0.5 seconds"),
        ("/members.json", sends(b"[]" * 9, length=99), "it ended after 18 of 99 bytes"),
        ("/members.json", sends(b"<!doctype html><p>Sign in"), "must be the JSON list of members; it begins with"),
        ("/members.json", sends(members(person())), "at most 12 can be vacant"),
    ],
    ids=lambda trouble: trouble[2],
)
@pytest.mark.usefixtures("online")
def test_if_anything_goes_wrong_the_last_good_list_stays(store, congress, server, trouble):
    path, answer, words = trouble
    store.save(congress.packed)
    server.at(path, answer)
    result = run("fetch")
    assert result.exit_code == 1
    assert words in result.output
    assert "Still using the officials as of 2026-06-15 (10 days old), downloaded" in result.output
    assert store.packed() == congress.packed


@pytest.mark.parametrize(
    "trouble",
    [
        (sends(b"<!doctype html><p>Sorry"), "must be the Census Bureau's file"),
        (sends(b""), "must be the Census Bureau's text file"),
        (sends(b"no", 403), "answered 403"),
    ],
    ids=lambda trouble: trouble[1],
)
@pytest.mark.usefixtures("online")
def test_without_the_districts_new_members_are_put_on_the_last_ones(store, congress, server, trouble):
    answer, words = trouble
    server.at("/zcta-119.txt", answer)
    result = run("fetch")
    assert result.exit_code == 1
    assert words in result.output
    store.save(congress.packed)
    result = run("fetch")
    assert result.exit_code == 0, result.output
    assert words in result.output
    assert "the districts of Congress 119 in the last list are used instead" in result.output
    zip_code = congress.rows[0][1]
    assert store.lookup().find(zip_code).representatives


def test_one_file_alone_or_a_missing_one_is_refused(store, files, tmp_path):
    assert "--from: must be given twice" in run("fetch", "--from", files[0]).output
    result = fetch_files((files[0], tmp_path / "none.txt"))
    assert result.exit_code == 1
    assert "none.txt: cannot be read: No such file or directory" in result.output


def test_notes_are_printed(store, files, congress):
    bare = [one for one in congress.people if one["terms"][-1]["state"] != "GU"]
    bare.append(person("rep", "GU", 0, office=None))
    files[0].write_bytes(json.dumps(bare).encode())
    output = fetch_files(files).output
    assert "note: the list has no office for Delegate Ana B. Núñez GU0\n" in output
    assert "note: 14th district of California has no member, so the seat is vacant" in output


def test_contact_pages_are_found_only_if_asked_for(store, server, online, monkeypatch):
    site = server.at("/", sends(b"")).rstrip("/")
    server.at("/contact", sends(b""))
    monkeypatch.setattr(
        cli,
        "find_contact_pages",
        lambda found, _politeness, progress: {
            "https://example.house.gov": find_contact_pages(
                [replace(found[0], chamber="house", contact_page=site)], Politeness(pause=0), progress
            )[site].replace(site, "https://example.house.gov")
        },
    )
    assert run("fetch").exit_code == 0
    assert "/contact" not in server.asked
    assert run("fetch", "--contact-pages").exit_code == 0
    pages = {one.contact_page for one in store.lookup().members}
    assert pages == {"https://example.house.gov/contact"}


def test_an_update_downloads_the_list_and_says_which_one_is_used(store, server, online):
    result = run("update")
    assert result.exit_code == 0, result.output
    assert "Using the officials as of 2026-06-15 (10 days old), downloaded\n" in result.output


def test_without_a_download_an_update_uses_the_last_list_and_says_why(store, congress, server, online):
    store.save(congress.packed)
    server.at("/members.json", sends(b"no", 500))
    result = run("update")
    assert result.exit_code == 0, result.output
    assert "Using the officials as of 2026-06-15 (10 days old), downloaded; no newer list: http" in result.output
    assert "answered 500" in result.output


def test_without_any_network_an_update_uses_the_embedded_list(store, congress, server, online):
    store.embedded.parent.mkdir()
    store.embedded.write_bytes(congress.packed)
    result = run("update", "--offline")
    assert result.exit_code == 0, result.output
    assert "(10 days old), embedded in Honorable; no newer list: --offline downloads nothing" in result.output
    assert server.asked == []


def test_an_update_fails_without_any_list(store, server, online):
    server.at("/members.json", sends(b"no", 500))
    result = run("update")
    assert result.exit_code == 1
    assert "there is no list of officials to publish" in result.output


def test_an_update_fails_if_the_list_is_older_than_the_campaign_allows(store, congress, server, online):
    store.save(congress.packed)
    online(max_age_days=10)
    server.at("/members.json", sends(b"no", 500))
    assert run("update").exit_code == 0
    online(max_age_days=9)
    server.at("/members.json", sends(b"no", 500))
    result = run("update")
    assert result.exit_code == 1
    assert (
        "data.max_age_days: 9: the list is older; honorable data fetch downloads a newer one, or set a higher number"
        in result.output
    )
    server.at("/members.json", sends(b"no", 500))
    result = run("update", "--format", "github")
    assert result.exit_code == 1
    assert re.search(r"^::error file=\S*campaign\.toml::data\.max_age_days: 9: ", result.output, re.MULTILINE)


def test_a_quick_update_tries_once_and_never_fails(store, server, online):
    server.at("/members.json", sends(b"no", 500))
    result = run("update", "--quick")
    assert result.exit_code == 0
    assert "no list of officials: the page is built without the lookup; no newer list: " in result.output
    assert server.asked == ["/members.json"]


def test_a_quick_update_does_not_download_twice_a_day(store, congress, server, online):
    store.save(congress.packed)
    result = run("update", "--quick")
    assert "no newer list: the last download was less than a day ago" in result.output
    assert server.asked == []
    two_days_ago = dt.datetime.now(dt.UTC).timestamp() - 2 * 86_400
    os.utime(store.folder / "congress.dat", (two_days_ago,) * 2)
    assert run("update", "--quick").exit_code == 0
    assert server.asked == ["/members.json", "/zcta-119.txt"]


def test_a_campaign_that_writes_to_another_legislature_needs_no_list(store, server, online, monkeypatch):
    campaign = SimpleNamespace(bill=SimpleNamespace(congress=None), data=DataSources())
    monkeypatch.setattr(cli, "load_campaign", lambda _file: campaign)
    for command in ("fetch", "update"):
        result = run(command)
        assert (result.exit_code, server.asked) == (0, [])
        assert "writes to another legislature than Congress" in result.output


def test_the_embedded_list_is_made_from_local_files(store, files):
    files[1].write_bytes(census(*whole_census(75)))  # whatever a campaign allows
    result = run("embed", "--from", files[0], "--from", files[1], "--dated", "2026-06-15")
    assert result.exit_code == 0, result.output
    assert "list.dat is written" in result.output
    assert (store.newest().origin, store.newest().lookup.day) == ("embedded in Honorable", DAY)


def test_show_prints_what_the_page_finds(store, congress):
    store.save(congress.packed)
    zip_code = congress.rows[0][1]
    result = run("show", zip_code)
    assert result.exit_code == 0
    found = store.lookup().find(zip_code)
    assert found.sentence in result.output
    for member in (*found.representatives, *found.senators):
        assert f"{member.title} {member.full_name}" in result.output
        assert f"Dear {member.title} {member.last_name}:" in result.output
    assert "Members of Congress as of June 15, 2026." in result.output


def test_show_prints_what_the_page_will_say_when_the_terms_have_ended(store, congress):
    store.save(congress.packed)
    zip_code = next(zcta for district, zcta, _ in congress.rows if district == "3612")
    before = run("show", zip_code, "--on", "2027-01-03T16:59").output
    assert "Representative Ana B. Núñez NY12" in before
    assert "has ended" not in before
    for moment in ("2027-01-03", "2027-01-03T17:00", "2029-01-10"):
        after = run("show", zip_code, "--on", moment).output
        assert "Representative Ana B. Núñez NY12" not in after
        assert "A new Congress has begun, and this list is older than that." in after


def test_show_goes_by_the_states_in_the_campaign_whose_districts_changed(store, congress, monkeypatch):
    store.save(on_districts_of_the_118th(congress.packed))
    zip_code = next(zcta for district, zcta, _ in congress.rows if district == "3612")
    assert "The districts of New York have changed" not in run("show", zip_code, "--on", "2026-06-15").output
    use_settings(monkeypatch, DataSources(redrawn=["NY"]))
    assert "The districts of New York have changed" in run("show", zip_code, "--on", "2026-06-15").output


def test_show_links_to_the_list_of_vacant_seats(store, congress):
    store.save(congress.packed)
    vacant = next(zcta for district, zcta, _ in congress.rows if district == "0614")
    output = run("show", vacant).output
    assert "The seat of the 14th district of California is vacant" in output
    assert "https://clerk.house.gov/Members/ViewVacancies" in output


def test_show_explains_what_is_not_a_zip_code(store, congress):
    store.save(congress.packed)
    result = run("show", "K1A 0B1")
    assert result.exit_code == 1
    assert "Canadian" in result.output


def test_show_without_a_list_says_how_to_get_one(store):
    result = run("show", "10001")
    assert result.exit_code == 1
    assert "honorable data fetch" in result.output
