"""The tests' campaign, a copy of it to break, and its site, built once."""

import gzip
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from honorable.letters.congress.district_file import FIRST_LINE, VERSION
from honorable.publish.project import Project
from honorable.publish.site.build import build
from tests.checkout import CAMPAIGN, ROOT, TEMPLATES
from tests.unit.publish.officials.fixtures import (  # noqa: F401  a fixture is there where its name is
    english,
    no_proxy,
    plain,
    server,
    store,
    whole_congress,
)

# More than sixty days before the bill lapses.
TODAY = date(2026, 10, 1)


class ShippedProject(Project):
    """The checkout without any list of officials."""

    @property
    def data(self) -> Path:
        return self.cache / "no data"

    @property
    def embedded_officials(self) -> Path:
        return self.cache / "no list"


class TrialProject(ShippedProject):
    """The same with the templates of the tests' campaign in front of the project's own."""

    def template_folders(self, campaign_file: Path) -> list[Path]:
        *own, shipped = super().template_folders(campaign_file)
        return [*own, TEMPLATES, shipped]


@pytest.fixture(scope="session")
def project() -> Project:
    return TrialProject(ROOT)


@pytest.fixture(scope="session")
def shipped() -> Project:
    """The project as operators have it, for campaigns that have not all templates of their own."""
    return ShippedProject(ROOT)


def a_packed_file(day: date, congress: int | None = None) -> bytes:
    """The look-up's data of that day, with one ZIP code in it; of the Congress of that day, unless one is named."""
    number = congress or (day.year - 1787) // 2
    lines = (f"{FIRST_LINE} {VERSION}", f"{day} {number} {number} 1 1", "VT0\tA B\tB\t\t\t\t\t\t", "056 VT0\t2a")
    return gzip.compress("\n".join(lines).encode(), mtime=0)


@pytest.fixture
def campaign_file(tmp_path: Path) -> Path:
    """A copy of the tests' campaign, with its templates, in a folder of its own."""
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    return Path(shutil.copy(CAMPAIGN, tmp_path))


@pytest.fixture
def change(campaign_file: Path) -> Callable[[str, str], None]:
    """`change("old", "new")` replaces text in the copied campaign."""

    def replace(old: str, new: str) -> None:
        text = campaign_file.read_text("utf-8")
        assert old in text
        campaign_file.write_text(text.replace(old, new, 1), "utf-8")

    return replace


@pytest.fixture
def smallest(tmp_path: Path) -> Path:
    """A campaign that leaves out all that can be left out."""
    file = tmp_path / "campaign.toml"
    file.write_text(
        """
        name = "Small"
        sentence = "Write."
        summary = "A cause."
        [letter]
        subject = "Please"
        topic = "Judiciary"
        [bill]
        title = "A Bill"
        congress = 119
        house = { number = "H.R. 1", sponsor = "Representative A" }
        senate = { number = "S. 1", sponsor = "Senator B" }
        """,
        "utf-8",
    )
    return file


@pytest.fixture(scope="session")
def site(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the tests' campaign."""
    out = tmp_path_factory.mktemp("site") / "dist"
    build(CAMPAIGN, out, project, TODAY)
    return out
