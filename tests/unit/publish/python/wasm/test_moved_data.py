"""Only codecs for East Asian texts, and who asks for a character's name, read the data that the second half brings.

Pyodide runs twice in Node: as it is, and with other bytes in place of that data. Both must say the same of characters,
of numbers, dates and codecs, and write the same letters. `make audit` compares every character and 10,000 drafts, other
runs all characters of alphabets, one in 17 of the others, and 50 drafts.
"""

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from honorable.publish.project import find_project
from honorable.publish.python import bytecode
from honorable.publish.python.python_zip import page_python
from honorable.publish.python.split_runtime import LATER
from honorable.publish.python.wasm.memory import Memory
from honorable.publish.python.wasm.module import Data, Module
from tests.browser import building

WALK = Path(__file__).with_name("python_walk.py")
SCRIPT = Path(bytecode.__file__).with_name("bytecode.mjs")
PYODIDE = find_project().node_modules / "pyodide"


@pytest.fixture(scope="module")
def moved() -> Sequence[Data]:
    return Module.parse(page_python(find_project()).runtime[LATER]).data


def walked(folder: Path, wasm: bytes) -> subprocess.Popen[str]:
    """Starts the walk in a Pyodide with this WebAssembly. It starts with the page's library, which is compiled."""
    runtime, work = folder / "pyodide", folder / "work"
    shutil.copytree(PYODIDE, runtime, ignore=shutil.ignore_patterns("*.wasm", "*.zip"))
    (runtime / "pyodide.asm.wasm").write_bytes(wasm)
    (runtime / "stdlib.zip").write_bytes(page_python(find_project()).stdlib)
    work.mkdir()
    [archive] = building.default_dist().glob("app-*/python.zip.gzip")
    (work / "python.zip").write_bytes(gzip.decompress(archive.read_bytes()))
    size = {"drafts": int(os.environ.get("HONORABLE_DRAFTS", "50")), "all": "HONORABLE_DRAFTS" in os.environ}
    (work / "size.json").write_text(json.dumps(size), "utf-8")
    command = ["node", *map(str, (SCRIPT, runtime, runtime / "stdlib.zip", WALK, work))]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def digests(folder: Path, walking: subprocess.Popen[str]) -> Mapping[str, str]:
    _, errors = walking.communicate()
    assert walking.returncode == 0, errors
    return json.loads((folder / "work" / "digests.json").read_text("utf-8"))


def test_characters_and_letters_in_many_scripts_need_none_of_it(tmp_path, moved):
    whole = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    module = Module.parse(whole)
    # Later data overwrites earlier data. Zeros could be right by chance.
    other = tuple(replace(piece, content=b"\xa5" * len(piece.content)) for piece in moved)
    without = replace(module, data=(*module.data, *other)).encode()
    walks = {name: walked(tmp_path / name, wasm) for name, wasm in (("whole", whole), ("without", without))}
    said = {name: digests(tmp_path / name, walking) for name, walking in walks.items()}
    assert said["without"] == said["whole"]


def test_more_than_a_megabyte_arrives_later(moved):
    assert sum(len(piece.content) for piece in moved) > 1_000_000


def test_it_writes_nothing_between_its_pieces(moved):
    whole = Module.parse((PYODIDE / "pyodide.asm.wasm").read_bytes()).data
    memory, filled = Memory(whole), Memory([replace(piece, content=b"\1" * len(piece.content)) for piece in whole])
    for piece in moved:
        addresses = range(piece.offset, piece.offset + len(piece.content))
        assert memory.at(addresses) == piece.content
        assert filled.at(addresses) == b"\1" * len(piece.content)
