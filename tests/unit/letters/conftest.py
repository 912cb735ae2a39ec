"""A small campaign and a finished draft, for the tests of letters."""

import pytest
from jinja2 import FileSystemLoader

from honorable import letters
from honorable.letters.congress.legislature import CONGRESS, SLOTS
from honorable.letters.language import use_language
from honorable.publish.i18n import Language
from tests.checkout import TEMPLATES


@pytest.fixture(autouse=True)
def _in_english():
    """Write numbers, dates and lists as the page does in English."""
    with use_language({}, Language("en", {}).formats):
        yield


@pytest.fixture(scope="session")
def templates():
    return letters.environment(FileSystemLoader(TEMPLATES))


@pytest.fixture(scope="session")
def campaign():
    house = letters.Bill("H.R. 1", "Example Act", 119, "Representative One")
    senate = letters.Bill("S. 2", "Example Act", 119, "Senator Two")
    return letters.Campaign(
        "Example", "Support the Example Act", "Judiciary", {"house": house, "senate": senate}, CONGRESS
    )


@pytest.fixture(scope="session")
def person():
    return letters.Person("Dr.", "Ada", "Lovelace", "12 Byron Row", "Oakland", "CA", "94601", "ada@example.org")


@pytest.fixture(scope="session")
def draft(person):
    names = ("Lateefah Simon", "Alex Padilla", "Adam Schiff")
    to = tuple(
        letters.recipient(slot, name, "", "CA", legislature=CONGRESS) for slot, name in zip(SLOTS, names, strict=True)
    )
    return letters.Draft(person, to)
