import subprocess
from pathlib import Path

import pytest

from honorable.publish.archive import unzipped
from honorable.publish.project import Project
from honorable.publish.runtime import read_runtime
from honorable.publish.stdlib import CODECS, LEFT_OUT, PARTS_LEFT_OUT, needed

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def stock(project: Project) -> dict[str, bytes]:
    return unzipped(read_runtime(project).stdlib)


def test_what_a_page_can_never_use_stays_out(stock: dict[str, bytes]):
    names = set(needed(stock))
    assert {"email/message.py", "json/__init__.py", "asyncio/base_events.py", "pyodide/ffi/__init__.py"} <= names
    assert not {"pdb.py", "xml/sax/__init__.py", "encodings/big5.py", "site-packages/README.txt"} & names


def test_all_that_is_left_out_was_there(stock: dict[str, bytes]):
    tops = {name.partition("/")[0].removesuffix(".py") for name in stock}
    assert tops >= LEFT_OUT
    assert {f"{part}.py" for part in PARTS_LEFT_OUT} <= set(stock)
    assert {f"encodings/{codec}.py" for codec in CODECS} <= set(stock)


def test_python_starts_with_it_and_imports_what_a_page_may_use(site: Path, project: Project):
    done = subprocess.run(
        [
            "node",
            HERE / "import_in_pyodide.mjs",
            project.node_modules / "pyodide",
            next(site.glob("runtime-*/python_stdlib.zip")),
        ],
        input=(HERE / "import_all.py").read_text("utf-8"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == "all imported\n"


def test_it_is_smaller_than_the_stock_one(site: Path, project: Project):
    stock = (project.node_modules / "pyodide/python_stdlib.zip").stat().st_size
    assert next(site.glob("runtime-*/python_stdlib.zip")).stat().st_size < stock
