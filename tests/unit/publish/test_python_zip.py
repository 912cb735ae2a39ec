import json
from pathlib import Path

import jinja2
import pytest

from honorable.publish.archive import unzipped

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, bytes]:
    return unzipped(next(site.glob("app-*/python.zip")).read_bytes())


def test_the_rooms_that_run_in_the_page_are_in_it_and_the_other_is_not(files: dict[str, bytes]):
    assert {"honorable/__init__.pyc", "honorable/letters/letter.pyc", "honorable/page/main.pyc"} <= set(files)
    assert not [name for name in files if name.startswith("honorable/publish")]


def test_jinja2_is_the_builds_own_and_markupsafe_is_pure(files: dict[str, bytes]):
    folder = Path(jinja2.__file__).parent
    assert {f"jinja2/{path.stem}.pyc" for path in folder.glob("*.py")} == {
        name for name in files if name.startswith("jinja2/")
    }
    assert {name for name in files if name.startswith("markupsafe/")} == {
        "markupsafe/__init__.pyc",
        "markupsafe/_native.pyc",
    }


def test_it_holds_no_source(files: dict[str, bytes]):
    assert {name.rpartition(".")[2] for name in files} == {"pyc", "json", "txt"}


def test_pyscripts_own_bytecode_lies_where_python_looks_for_it(files: dict[str, bytes]):
    assert "pyscript/__pycache__/__init__.cpython-314.pyc" in files


def test_the_campaign_and_its_templates_are_in_it(files: dict[str, bytes]):
    data = json.loads(files["site/campaign.json"])
    assert data["campaign"]["name"] == "End Qualified Immunity"
    for name in ("letter.txt", "subject.txt"):
        assert files[f"site/{name}"] == (ROOT / "templates" / name).read_bytes()
