"""`honorable data` as the operator uses it."""

import datetime as dt
import hashlib
import json
import os
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.cli import data as cli
from honorable.publish.officials.collect import from_network
from honorable.publish.officials.download import Patience
from honorable.publish.officials.store import Store
from tests.unit.publish.officials.local_server import sends, stalls
from tests.unit.publish.officials.made_up import members, person


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The store that the command uses, in a project of the test's own."""
    monkeypatch.setattr(cli, "find_project", lambda: SimpleNamespace(data=tmp_path / ".cache" / "data"))
    of_the_campaign(monkeypatch, DataSources())
    return Store(tmp_path / ".cache" / "data")


def of_the_campaign(monkeypatch, settings):
    """Makes these the settings of the campaign."""
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
def sources(kept, server, congress, monkeypatch):
    """Good sources on a server of the test's own, asked with little patience. Tests change what it answers."""

    def use(**words):
        settings = DataSources(
            members=server.at("/members.json", sends(congress.members)),
            districts=server.at("/zcta-119.txt", sends(congress.districts)).replace("119", "{congress}"),
            **words,
        )
        of_the_campaign(monkeypatch, settings)

    patience = Patience(attempts=2, pause=0.01, silence=0.5)
    monkeypatch.setattr(cli, "from_network", lambda *words: from_network(*words[:-1], patience))
    use()
    return use


def run(*words):
    return CliRunner().invoke(cli.app, [str(word) for word in words])


def fetch_files(files, *words):
    return run("fetch", "--from", files[0], "--from", files[1], *words)


def test_local_files_are_checked_packed_and_kept(kept, files):
    result = fetch_files(files)
    assert result.exit_code == 0, result.output
    assert "Data of 2026-06-15: 537 members, 33,075 ZIP code areas, " in result.output
    assert kept.date() == dt.date(2026, 6, 15)


def test_the_day_of_local_files_may_be_given(kept, files):
    assert fetch_files(files, "--dated", "2026-05-04").exit_code == 0
    assert kept.date() == dt.date(2026, 5, 4)


def test_both_files_are_downloaded(kept, server, sources):
    result = run("fetch")
    assert result.exit_code == 0, result.output
    assert server.asked == ["/members.json", "/zcta-119.txt"]
    assert kept.date() == dt.datetime.now(dt.UTC).date()


def test_nothing_is_downloaded_where_there_is_data_and_only_missing_data_is_wanted(kept, congress, server, sources):
    kept.keep(congress.sources, congress.packed)
    assert run("fetch", "--if-missing").exit_code == 0
    assert server.asked == []
    assert kept.date() == dt.date(2026, 6, 15)


def test_missing_data_is_downloaded_where_it_is_wanted(kept, server, sources):
    assert run("fetch", "--if-missing").exit_code == 0
    assert kept.packed()


def test_offline_nothing_is_downloaded_and_the_build_goes_on(kept, server, sources):
    result = run("fetch", "--if-missing", "--offline")
    assert result.exit_code == 0
    assert "There is no data, so the page is built without the look-up" in result.output
    assert server.asked == []
    assert run("fetch", "--offline").exit_code == 1


def test_offline_what_was_kept_is_packed_again(kept, congress, server, sources):
    kept.keep(congress.sources, congress.packed)
    (kept.folder / "congress.dat").write_bytes(b"of another version")
    assert run("fetch", "--offline").exit_code == 0
    assert kept.date() == dt.date(2026, 6, 15)
    assert server.asked == []


@pytest.mark.parametrize(
    "trouble",
    [
        ("/members.json", sends(b"no", 500), "answered 500"),
        ("/members.json", sends(b"no", 404), "answered 404"),
        ("/members.json", stalls(b"["), "was silent for 0.5 seconds"),
        ("/members.json", sends(b"[]" * 9, length=99), "it ended after 18 of 99 bytes"),
        ("/members.json", sends(b"<!doctype html><p>Sign in"), "must be the JSON list of members; it begins with"),
        ("/members.json", sends(members(person())), "there must be 100"),
        ("/zcta-119.txt", sends(b"<!doctype html><p>Sorry"), "must be the Census Bureau's file"),
        ("/zcta-119.txt", sends(b"", 200), "must be the Census Bureau's text file"),
    ],
    ids=lambda trouble: trouble[2],
)
@pytest.mark.usefixtures("sources")
def test_whatever_goes_wrong_keeps_the_last_good_data_and_says_so(kept, congress, server, trouble):
    path, answer, words = trouble
    kept.keep(congress.sources, congress.packed)
    before = kept.packed()
    server.at(path, answer)
    result = run("fetch")
    assert result.exit_code == 1
    assert words in result.output
    assert "The data of 2026-06-15 stays in use." in result.output
    assert kept.packed() == before


def test_a_failed_first_download_does_not_stop_the_page_from_being_built(kept, server, sources):
    server.at("/members.json", sends(b"no", 500))
    result = run("fetch", "--if-missing")
    assert result.exit_code == 0
    assert "the page is built without the look-up" in result.output


def test_a_download_that_nobody_asked_for_keeps_nobody_waiting(kept, server, sources, monkeypatch):
    asked_with = []
    monkeypatch.setattr(cli, "from_network", lambda *words: asked_with.append(words[-1]) or from_network(*words))
    server.at("/members.json", sends(b"no", 500))
    assert run("fetch", "--if-missing").exit_code == 0
    assert server.asked == ["/members.json"]
    assert asked_with[0].silence <= 5


def test_a_file_with_another_sum_is_refused(kept, congress, sources):
    sources(members_sha256="0" * 64, districts_sha256=hashlib.sha256(congress.districts).hexdigest())
    result = run("fetch")
    assert result.exit_code == 1
    assert f"its SHA-256 is {hashlib.sha256(congress.members).hexdigest()}; it must be {'0' * 64}" in result.output
    assert kept.packed() is None


def test_a_file_with_the_expected_sum_is_taken(kept, congress, sources):
    sources(members_sha256=hashlib.sha256(congress.members).hexdigest())
    assert run("fetch").exit_code == 0


def test_one_file_alone_or_a_missing_one_is_refused(kept, files, tmp_path):
    assert "--from: must be given twice" in run("fetch", "--from", files[0]).output
    result = fetch_files((files[0], tmp_path / "none.txt"))
    assert result.exit_code == 1
    assert "none.txt: cannot be read: No such file or directory" in result.output


def test_notes_are_told(kept, files, congress):
    bare = [one for one in congress.people if one["terms"][-1]["state"] != "GU"]
    bare.append(person("rep", "GU", 0, office=None))
    files[0].write_bytes(json.dumps(bare).encode())
    assert "note: Delegate Ana B. Núñez GU0 has no office" in fetch_files(files).output


def test_show_prints_what_the_page_finds(kept, congress):
    kept.keep(congress.sources, congress.packed)
    lookup = kept.lookup()
    zip_code = congress.rows[0][1]
    result = run("show", zip_code)
    assert result.exit_code == 0
    found = lookup.find(zip_code)
    assert found.sentence in result.output
    for member in (*found.representatives, *found.senators):
        assert f"{member.title} {member.full_name}" in result.output
        assert f"Dear {member.title} {member.last_name}:" in result.output
    assert "Members of Congress as of June 15, 2026." in result.output


def test_show_tells_of_a_vacant_seat_where_the_clerk_lists_them(kept, congress):
    kept.keep(congress.sources, congress.packed)
    vacant = next(zcta for district, zcta, _ in congress.rows if district == "0614")
    output = run("show", vacant).output
    assert "The seat of the 14th district of California is vacant" in output
    assert "https://clerk.house.gov/Members/ViewVacancies" in output


def test_show_says_what_is_no_zip_code(kept, congress):
    kept.keep(congress.sources, congress.packed)
    result = run("show", "K1A 0B1")
    assert result.exit_code == 1
    assert "Canadian" in result.output


def test_show_without_data_says_how_to_get_it(kept):
    result = run("show", "10001")
    assert result.exit_code == 1
    assert "make data" in result.output
