"""The lookup with all of the real data, where it is beside the project (../shared/data): some ZIP codes of each kind.

All of them are compared with the data in tests/unit/publish/officials/test_full_size.py.
"""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from honorable.letters.congress.lookup import Lookup
from honorable.letters.language import use_language
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.i18n import Language
from honorable.publish.officials.prepare import prepare
from honorable.publish.officials.sources import from_files
from honorable.publish.officials.store import Store
from tests.browser import pages, writer

SHARED = Path(__file__).parents[3] / "shared" / "data"
MEMBERS, DISTRICTS = SHARED / "legislators-current.json", SHARED / "zcta-cd119-standin.txt"
OF_EACH_KIND = 3
#: The day of the list, on which no term in it has ended; the page's clock stands still on it.
DAY = dt.date(2026, 6, 15)

pytestmark = pytest.mark.skipif(not MEMBERS.is_file(), reason="the full-size data is not beside the project")


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Write what the page is compared with as the page does in English."""
    with use_language({}, Language("en", {}).formats):
        yield


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("data"))
    store.save(prepare(from_files(MEMBERS, DISTRICTS, DAY, DataSources()), DataSources()).packed)
    return store


@pytest.fixture(scope="module")
def sample(store: Store) -> list[str]:
    """ZIP codes in one district, in several, in two states, with a vacant seat, without senators: some of each."""
    lookup = Lookup.read(store.packed() or b"")
    rows = (row.split("|") for row in DISTRICTS.read_text("utf-8-sig").splitlines()[1:])
    zip_codes = sorted({row[8] for row in rows if row[8] and not row[1].endswith("ZZ")})
    kinds: dict[tuple[bool, ...], list[str]] = {}
    for zip_code in zip_codes:
        found = lookup.find(zip_code)
        kind = (found.split, len(found.states) > 1, bool(found.vacant), not found.senators)
        kinds.setdefault(kind, []).append(zip_code)
    choose = random.Random(119)  # noqa: S311 - the same each time is what is wanted
    return [one for each in kinds.values() for one in choose.sample(each, min(OF_EACH_KIND, len(each)))]


@pytest.fixture
def full_page(page: Page, store: Store) -> Page:
    """The default campaign's page with the whole list. That such a list is built in is in test_wheel.py."""
    page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
    page.route("**/congress.dat", lambda route: route.fulfill(body=store.packed()))
    page.goto("./")
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    return page


def expected(found, seat):
    """The names for a seat: its member and the senators."""
    senators = [one.full_name for one in found.within(seat.state).senators]
    member = seat.member.full_name if seat.member else ""
    return [member, *senators, "", ""][:3]


def names(page):
    return [page.locator(f"#{slot}_name").input_value() for slot in ("house", "senate1", "senate2")]


def test_the_page_finds_for_each_sampled_zip_code_what_the_data_says_and_writes_to_whom_one_chooses(
    full_page, store, sample
):
    lookup = Lookup.read(store.packed() or b"")
    assert len(sample) > 3 * OF_EACH_KIND
    for zip_code in sample:
        found = lookup.find(zip_code)
        full_page.locator("#zip").fill(zip_code)
        expect(full_page.locator("#lookup-said")).to_contain_text(found.sentence)
        shown = full_page.locator("#districts [data-line]").all_text_contents() if found.split else []
        assert shown == ([seat.line for seat in found.seats] if found.split else []), zip_code
        if not found.split:
            assert names(full_page) == expected(found, found.seats[0]), zip_code
        elif len(found.states) > 1:
            assert names(full_page) == ["", "", ""], zip_code
        else:
            assert names(full_page) == ["", *expected(found, found.seats[0])[1:]], zip_code

    for zip_code in [one for one in sample if lookup.find(one).split][:OF_EACH_KIND]:
        full_page.locator("#zip").fill(zip_code)
        for place, seat in enumerate(lookup.find(zip_code).seats):
            full_page.locator("#districts input").nth(place).check()
            assert names(full_page) == expected(lookup.find(zip_code), seat), zip_code

    # The territories that the table of ZIP codes lacks.
    delegates = set()
    for zip_code, state in (("96799", "AS"), ("96910", "GU"), ("96950", "MP"), ("00802", "VI")):
        full_page.locator("#zip").fill(zip_code)
        expect(full_page.locator("#state")).to_have_value(state)
        delegate, *senators = names(full_page)
        assert senators == ["", ""], zip_code
        assert "Dear Delegate " in writer.text_of(full_page), zip_code
        delegates.add(delegate)
    assert len(delegates - {""}) == 4
