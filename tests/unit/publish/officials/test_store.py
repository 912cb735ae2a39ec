"""The last good list, and the embedded one to fall back on."""

import datetime as dt
import gzip

import pytest

from honorable.publish.officials.districts import Districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.pack import pack
from honorable.publish.officials.store import PACKED, Store
from tests.unit.publish.officials.made_up import DAY, members, person

MEMBERS = [holder.member for holder in read_members(members(person()), "x")]


def packed(day=DAY, congress=119, districts=119):
    return pack(MEMBERS, Districts(districts, {"94601": {"CA12": 1}}), (), congress, day)


@pytest.fixture
def both(tmp_path):
    """A store with an embedded list of June 15."""
    embedded = tmp_path / "embedded.dat"
    embedded.write_bytes(packed())
    return Store(tmp_path / "data", embedded)


def test_an_empty_store_without_an_embedded_list_has_nothing(store):
    assert (store.packed(), store.lookup(), store.newest(), store.downloaded()) == (None, None, None, None)
    assert store.describe(DAY) == "no list of officials: the page is built without the lookup"
    assert store.warnings(DAY, 119) == ()


def test_a_saved_list_comes_back(store):
    store.save(packed())
    assert store.packed() == packed()
    assert store.lookup().find("94601").representatives[0].state == "CA"
    assert store.describe(DAY + dt.timedelta(9)) == "officials as of 2026-06-15 (9 days old), downloaded"
    assert dt.datetime.now(dt.UTC) - store.downloaded() < dt.timedelta(minutes=10)


def test_before_any_download_the_embedded_list_is_used(both):
    assert both.packed() == packed()
    assert both.describe(DAY) == "officials as of 2026-06-15 (0 days old), embedded in Honorable"


@pytest.mark.parametrize(("days", "origin"), [(-1, "embedded in Honorable"), (0, "downloaded"), (1, "downloaded")])
def test_the_newer_list_is_used_by_its_own_day(both, days, origin):
    both.save(packed(DAY + dt.timedelta(days)))
    assert both.newest().origin == origin


def with_line(number, line):
    """Return the packed list with one of its lines replaced: a member is in line 2, the ZIP codes are in the last."""
    lines = gzip.decompress(packed()).split(b"\n")
    lines[number] = line
    return gzip.compress(b"\n".join(lines), mtime=0)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"<!doctype html>",
        packed()[:-9],
        b"honorable congress 1\n",
        with_line(2, b"CA12\tA B"),
        with_line(-1, b"946 CA12\t?"),
    ],
    ids=["empty", "a web page", "cut off", "an older version", "a member", "ZIP codes"],
)
def test_a_damaged_download_is_reported_and_the_embedded_list_is_used(both, damage):
    both.save(damage)
    assert both.newest().origin == "embedded in Honorable"
    assert "this version cannot read the downloaded list" in both.warnings(DAY, 119)[0]


def test_nothing_but_the_list_is_left_behind(store):
    for _ in range(2):
        store.save(packed())
    assert [path.name for path in store.folder.iterdir()] == [PACKED]


def test_a_failed_write_leaves_the_old_list(store, monkeypatch):
    store.save(packed())

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space"):
        store.save(packed(DAY + dt.timedelta(1)))
    monkeypatch.undo()
    assert store.lookup().day == DAY
    assert len(list(store.folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("today", "congress", "words"),
    [
        (DAY + dt.timedelta(60), 119, None),
        (DAY + dt.timedelta(61), 119, "the list of officials is 61 days old"),
        (dt.date(2027, 1, 3), 119, "Congress 119 ended on 2027-01-03"),
        (DAY, 120, "the list has the members of Congress 119; the bill is in Congress 120"),
        (DAY, 118, None),
    ],
)
def test_the_operator_is_warned_of_an_old_list(store, today, congress, words):
    store.save(packed())
    warnings = store.warnings(today, congress)
    assert len(warnings) == (words is not None)
    assert not words or words in warnings[0]


def test_the_operator_is_warned_of_a_list_with_the_districts_of_the_congress_before(store):
    store.save(packed(dt.date(2027, 1, 5), 120))
    assert store.warnings(dt.date(2027, 1, 6), 120) == (
        "the list has the members of Congress 120 on the districts of Congress 119",
    )
