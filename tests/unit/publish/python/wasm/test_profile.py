"""A profile belongs to one build of Pyodide."""

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import find_project
from honorable.publish.python.wasm.instrument import MEMORY, instrumented
from honorable.publish.python.wasm.module import Item, Module
from honorable.publish.python.wasm.profile import read_profile, write_profile
from tests.unit.publish.python.wasm.small_module import whole_module


def test_what_was_recorded_is_read(tmp_path):
    file = tmp_path / "profile.json"
    write_profile(b"module", {0, 7, 8, 1000}, file)
    assert read_profile(b"module", file) == {0, 7, 8, 1000}


def test_nothing_may_have_run(tmp_path):
    write_profile(b"module", set(), tmp_path / "profile.json")
    assert read_profile(b"module", tmp_path / "profile.json") == set()


def test_another_module_stops_the_build_and_says_what_to_do(tmp_path):
    file = tmp_path / "profile.json"
    write_profile(b"module", {1}, file)
    with pytest.raises(UserError, match="make profile"):
        read_profile(b"other", file)


def test_the_committed_profile_is_that_of_the_pinned_pyodide():
    wasm = (find_project().node_modules / "pyodide" / "pyodide.asm.wasm").read_bytes()
    used = read_profile(wasm)
    assert 2500 < len(used) < len(Module.parse(wasm).functions) / 3


def test_an_instrumented_module_has_a_byte_for_each_function():
    whole = instrumented(whole_module())
    assert whole.exports[-1].name == MEMORY
    assert whole.exports[-1].item == Item.MEMORY
    assert len(whole.memories) == 2
    assert Module.parse(whole.encode()) == whole
