"""The last good data."""

import datetime as dt

import pytest

from honorable.publish.officials.districts import read_districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.pack import pack
from honorable.publish.officials.store import PACKED, Sources
from tests.unit.publish.officials.made_up import DAY, census, members, person

SOURCES = Sources(members(person()), census(("0612", "94601", 1)), DAY)


def packed(day=DAY):
    return pack(read_members(SOURCES.members, "x"), read_districts(SOURCES.districts, "x"), [], 119, day)


def test_an_empty_store_has_nothing_and_says_so(store):
    assert (store.packed(), store.date(), store.lookup(), store.sources()) == (None, None, None, None)
    assert store.state() == "There is no data, so the page is built without the look-up by ZIP code."
    assert "is not there" in store.notes()[0]
    assert store.warnings(DAY, 119) == ()


def test_what_is_kept_comes_back(store):
    store.keep(SOURCES, packed())
    assert store.packed() == packed()
    assert store.date() == DAY
    assert store.notes() == ()
    assert store.sources() == SOURCES
    assert store.lookup().find("94601").representatives[0].state == "CA"
    assert store.state() == "The data of 2026-06-15 stays in use."


def test_nothing_but_the_files_is_left_behind(store):
    for _ in range(2):
        store.keep(SOURCES, packed())
    assert sorted(path.name for path in store.folder.iterdir()) == ["congress.dat", "districts.txt", "members.json"]


@pytest.mark.parametrize("damage", [b"", b"<!doctype html>", packed()[:-9]])
def test_data_that_cannot_be_read_counts_as_none(store, damage):
    store.keep(SOURCES, packed())
    (store.folder / PACKED).write_bytes(damage)
    assert (store.packed(), store.date()) == (None, None)
    assert "cannot be read by this version" in store.warnings(DAY, 119)[0]


def test_a_failed_write_leaves_the_old_data(store, monkeypatch):
    store.keep(SOURCES, packed())

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space"):
        store.keep(SOURCES, packed(DAY + dt.timedelta(1)))
    monkeypatch.undo()
    assert store.date() == DAY
    assert len(list(store.folder.iterdir())) == 3


@pytest.mark.parametrize(
    ("today", "congress", "words"),
    [
        (DAY + dt.timedelta(60), 119, None),
        (DAY + dt.timedelta(61), 119, "the members' data is 61 days old"),
        (dt.date(2027, 1, 3), 119, "Congress 119 ended on 2027-01-03"),
        (DAY, 120, "the data is of Congress 119, the campaign's bill of Congress 120"),
    ],
)
def test_the_operator_is_warned_of_old_data(store, today, congress, words):
    store.keep(SOURCES, packed())
    warnings = store.warnings(today, congress)
    assert len(warnings) == (words is not None)
    assert not words or words in warnings[0]
