"""Fixtures for the tests of the look-up's data."""

from types import SimpleNamespace

import pytest

from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.officials.districts import read_districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.pack import pack
from honorable.publish.officials.store import Sources, Store
from tests.unit.publish.officials.local_server import running
from tests.unit.publish.officials.made_up import DAY, VACANT, census, members, whole_census, whole_members


@pytest.fixture(scope="session", name="congress")
def whole_congress():
    """A whole made-up Congress as two files, which pass all the checks."""
    people, rows = whole_members(), whole_census()
    sources = Sources(members(*people), census(*rows), DAY)
    read = read_members(sources.members, "members"), read_districts(sources.districts, "districts")
    return SimpleNamespace(
        people=people,
        rows=rows,
        members=sources.members,
        districts=sources.districts,
        sources=sources,
        packed=pack(*read, VACANT, 119, DAY),
    )


@pytest.fixture
def plain():
    """The settings as they come."""
    return DataSources()


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "kept" / "data")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    # A proxy of the machine's has no part in what is asked of this machine itself.
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server():
    with running() as one:
        yield one
