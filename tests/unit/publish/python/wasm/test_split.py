"""A module in two halves does what the whole does."""

import os
import subprocess
import sys

import pytest

from honorable.publish.python.wasm.module import Item
from honorable.publish.python.wasm.split import LOAD, split
from tests.checkout import ROOT
from tests.unit.publish.python.wasm.small_module import ADD_ONE, CALLS_DOUBLE, READ_NEAR, run, whole_module

EXPORTS = {"add_one", "calls_double", "read_table", "by_slot", "report", "read_near", "memory", "calls"}
USED = {ADD_ONE - 1, CALLS_DOUBLE - 1, READ_NEAR - 1}
CALLS = [
    *(("add_one", 4), ("read_near", 1), ("calls_double", 21), ("by_slot", 8), ("read_table", 0)),
    *(("read_table", 199), ("read_table", 250), ("report", 3), ("calls_double", -1), ("add_one", -1)),
]


@pytest.fixture
def whole():
    return whole_module()


@pytest.mark.parametrize("used", [USED, set(), {0}, set(range(7))], ids=["profile", "nothing", "one", "everything"])
def test_every_call_returns_what_it_returns_in_the_whole(tmp_path, whole, used):
    halves = split(whole, used, EXPORTS)
    as_whole = run(tmp_path, CALLS, whole)
    as_halves = run(tmp_path, CALLS, whole, (halves.primary, halves.secondary))
    assert as_halves["results"] == as_whole["results"]
    assert as_halves["calls"] == as_whole["calls"]


def test_calls_of_kept_functions_load_nothing(tmp_path, whole):
    halves = split(whole, USED, EXPORTS)
    done = run(tmp_path, [("add_one", 1), ("read_near", 0)], whole, (halves.primary, halves.secondary))
    assert done == {"results": [2, ord("n")], "loads": 0, "calls": 40}


@pytest.mark.parametrize("call", ["calls_double", "by_slot", "read_table", "report"])
def test_the_first_call_of_a_moved_function_loads_once(tmp_path, whole, call):
    halves = split(whole, USED, EXPORTS)
    done = run(tmp_path, [(call, 1), (call, 1), (call, 2)], whole, (halves.primary, halves.secondary))
    assert done["loads"] == 1


def test_unused_exports_are_gone(whole):
    names = {export.name for export in split(whole, USED, EXPORTS).primary.exports}
    assert names >= EXPORTS
    assert "unused" not in names


def test_the_counts_add_up(whole):
    halves = split(whole, USED, EXPORTS)
    assert (halves.kept, halves.moved) == (3, 4)
    assert halves.stubs == 4


def test_all_data_is_in_the_primary_half(whole):
    halves = split(whole, USED, EXPORTS)
    assert halves.primary.data == whole.data
    assert halves.secondary.data == ()


def test_the_primary_half_asks_for_the_other_by_one_import(whole):
    added = set(split(whole, USED, EXPORTS).primary.imported(Item.FUNCTION)) - set(whole.imported(Item.FUNCTION))
    assert {(one.module, one.name) for one in added} == {("env", LOAD)}


@pytest.mark.parametrize(
    ("exports", "message"),
    [({"memory", "nope"}, "does not have: nope"), ({"add_one"}, "memory must stay exported")],
)
def test_exports_that_cannot_be_kept_stop_the_build(whole, exports, message):
    with pytest.raises(ValueError, match=message):
        split(whole, USED, exports)


def test_the_halves_are_the_same_in_each_run_of_python():
    """The order of a set of texts is by chance: each process has another one."""
    print_halves = f"""
from honorable.publish.python.wasm.split import split
from tests.unit.publish.python.wasm.small_module import whole_module
halves = split(whole_module(), {USED}, {EXPORTS})
print(halves.primary.encode().hex(), halves.secondary.encode().hex())"""
    command = [sys.executable, "-c", print_halves]
    first, second = (
        subprocess.check_output(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}) for seed in "12"
    )
    assert first == second
