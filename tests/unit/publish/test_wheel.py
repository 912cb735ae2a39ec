import json
import re
from importlib.metadata import version

import pytest

from honorable.publish.project import Project, find_checkout, find_project
from honorable.publish.wheel import packaged_files, wheel_files


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return wheel_files(find_checkout())


def test_a_checkout_is_used_although_a_wheel_can_be_built_from_it():
    assert find_project() == find_checkout()


def test_the_wheel_needs_the_jinja2_that_its_half_for_the_page_comes_from(files: dict[str, bytes]):
    assert f'"jinja2=={version("jinja2")}"' in files["pyproject.toml"].decode()


def test_the_wheel_contains_the_package_and_no_caches(files: dict[str, bytes]):
    assert "src/honorable/publish/officials/default/congress.dat" in files
    assert not [name for name in files if "__pycache__" in name or name.startswith(("tests", ".cache"))]


def test_the_wheel_has_pyodide_once_in_the_halves_that_the_page_loads(files: dict[str, bytes]):
    assert sorted(name.rpartition("/")[2] for name in files if name.endswith(".wasm")) == [
        "pyodide.asm.wasm",
        "pyodide.later.wasm",
    ]


def test_the_wheel_has_the_packages_that_a_page_is_built_from_and_their_licenses(project: Project):
    names = set(packaged_files(project))
    packages = [json.loads(content)["name"] for name, content in packaged_files(project).items() if _is_package(name)]
    assert {"pyodide", "@pyscript/core", "@picocss/pico", "bootstrap-icons", "workbox-core"} <= set(packages)
    assert {"LICENSE", "node_modules/@pyscript/core/LICENSE", "node_modules/workbox-core/LICENSE"} <= names


def _is_package(name: str) -> bool:
    return re.fullmatch(r"node_modules/(@[\w-]+/)?[\w.-]+/package\.json", name) is not None
