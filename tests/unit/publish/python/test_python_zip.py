import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from honorable.letters import blank_letters, environment
from honorable.publish.campaign.load import load_campaign
from honorable.publish.project import Project
from honorable.publish.python import python_zip
from honorable.publish.python.archive import unzip
from tests.checkout import CAMPAIGN, TEMPLATES

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, bytes]:
    return unzip(gzip.decompress(next(site.glob("app-*/python.zip.gzip")).read_bytes()))


def test_the_page_gets_letters_and_page_but_not_publish(files: dict[str, bytes]):
    assert {"honorable/__init__.pyc", "honorable/letters/letter.pyc", "honorable/page/main.pyc"} <= set(files)
    assert not [name for name in files if name.startswith("honorable/publish")]


def test_the_page_gets_the_pure_python_markupsafe(files: dict[str, bytes]):
    assert {name for name in files if name.startswith("markupsafe/")} == {
        "markupsafe/__init__.pyc",
        "markupsafe/_native.pyc",
    }


def test_the_page_gets_the_library_of_pyscript(files: dict[str, bytes]):
    assert {"pyscript/__init__.pyc", "pyscript/context.pyc"} <= set(files)


def test_the_page_gets_bytecode_and_json_only(files: dict[str, bytes]):
    assert {name.rpartition(".")[2] for name in files} == {"pyc", "json"}


def test_the_page_gets_the_campaign_and_its_templates_in_each_language(files: dict[str, bytes]):
    data = json.loads(files["site/campaign.json"])
    assert data["campaign"]["name"] == "Bring Back the Night Trains"
    names = [name.removeprefix("site/") for name in files if name.startswith("site/")]
    assert len([name for name in names if "/" not in name]) == 1 + len(python_zip.TEMPLATES)
    assert len([name for name in names if name.startswith("es/")]) == 2 + len(python_zip.TEMPLATES)


def test_jinja2_without_its_compiler_writes_the_same_letters(project: Project, tmp_path: Path):
    campaign = load_campaign(CAMPAIGN).letter_campaign()
    whole = blank_letters(campaign, environment(FileSystemLoader(TEMPLATES)))
    sources = python_zip.jinja2_sources() | python_zip.package_sources(project.source)
    for name, content in (sources | python_zip.compiled_templates([TEMPLATES])).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "campaign.json").write_text(json.dumps(load_campaign(CAMPAIGN).for_page()), "utf-8")
    done = subprocess.run(
        [sys.executable, HERE / "write_compiled.py", tmp_path], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == [letter.text for letter in whole]
