"""Fixtures for the tests of the list of officials."""

from types import SimpleNamespace

import pytest

from honorable.letters.language import use_language
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.i18n import Language
from honorable.publish.officials.districts import read_districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.pack import pack
from honorable.publish.officials.store import Store
from tests.unit.publish.officials.local_server import running
from tests.unit.publish.officials.made_up import (
    DAY,
    MORE_ZCTAS_THAN,
    VACANT,
    census,
    members,
    whole_census,
    whole_members,
)


@pytest.fixture(scope="session", name="congress")
def whole_congress():
    """A whole made-up Congress as two files that pass all the checks."""
    people, rows = whole_members(), whole_census()
    members_file, districts_file = members(*people), census(*rows)
    everybody = [holder.member for holder in read_members(members_file, "members")]
    vacant = [name.replace("-", "") for name in VACANT]
    return SimpleNamespace(
        people=people,
        rows=rows,
        members=members_file,
        districts=districts_file,
        packed=pack(everybody, read_districts(districts_file, "districts"), vacant, 119, DAY),
    )


@pytest.fixture(scope="module")
def english():
    """Ordinals, dates and lists as in English, for a module."""
    with use_language({}, Language("en", {}).formats):
        yield


@pytest.fixture
def plain():
    """The default settings, for a small file of districts."""
    return DataSources(more_zctas_than=MORE_ZCTAS_THAN)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "kept" / "data")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    # A proxy of the machine must not get requests to the machine itself.
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server():
    with running() as one:
        yield one
