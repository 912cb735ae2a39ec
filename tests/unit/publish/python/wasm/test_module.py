"""A module that is parsed and encoded again is the same."""

from pathlib import Path

import pytest

from honorable.publish.project import find_project
from honorable.publish.python.wasm.instructions import Kind, references, renumber
from honorable.publish.python.wasm.module import Module
from tests.unit.publish.python.wasm.small_module import whole_module


@pytest.fixture(scope="module")
def pyodide() -> bytes:
    return Path(find_project().node_modules, "pyodide", "pyodide.asm.wasm").read_bytes()


def test_a_module_by_hand_comes_back(tmp_path):
    whole = whole_module()
    assert Module.parse(whole.encode()) == whole


def test_pyodide_comes_back_byte_for_byte(pyodide):
    assert Module.parse(pyodide).encode() == pyodide


def test_every_instruction_of_pyodide_is_known(pyodide):
    module = Module.parse(pyodide)
    same = {n: n for n in range(30_000)}
    for function in module.functions:
        found = references(function.body)
        assert renumber(function.body, found, same, same) == function.body


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not a WebAssembly module"),
        (b"\0asm\2\0\0\0", "not a WebAssembly module"),
        (b"\0asm\1\0\0\0\x08\1\0", r"unknown sections \[8\]"),
        (b"\0asm\1\0\0\0\1\5\1", "5 bytes expected"),
        (b"\0asm\1\0\0\0\1\2\1\x5f", "not a function's"),
        (b"\0asm\1\0\0\0\x0b\2\1\1", "data of kind 1"),
    ],
)
def test_what_is_no_supported_module_is_refused(content, message):
    with pytest.raises(ValueError, match=message):
        Module.parse(content)


def test_an_unknown_instruction_is_refused():
    with pytest.raises(ValueError, match="unknown instruction 0xff"):
        references(b"\0\xff\x0b")


def test_functions_and_globals_get_other_numbers_and_addresses_keep_theirs():
    body = b"\0\x41\x80\x10\x1a\x10\x05\x23\x81\x01\x1a\x0b"  # i32.const 2048, drop, call 5, global.get 129, drop
    assert [(r.kind, r.value) for r in references(body)] == [
        (Kind.NUMBER, 2048),
        (Kind.FUNCTION, 5),
        (Kind.GLOBAL, 129),
    ]
    assert renumber(body, references(body), {5: 200}, {129: 1}) == (b"\0\x41\x80\x10\x1a\x10\xc8\x01\x23\x01\x1a\x0b")


@pytest.mark.parametrize(
    ("code", "address"),
    [
        (b"\x41\0\x2d\0\x80\x10\x0b", {0, 2048}),  # i32.const 0, i32.load8_u offset=2048
        (b"\x41\x7f\x0b", {2**32 - 1}),  # i32.const -1
        (b"\x42\x80\x10\x0b", set()),  # i64.const 2048: addresses have 32 bits
        (b"\x20\0\x41\5\x36\2\x88\x10\x0b", {5, 2056}),  # local.get 0, i32.const 5, i32.store offset=2056
    ],
)
def test_whatever_may_be_an_address_is_found(code, address):
    assert {r.value for r in references(b"\0" + code)} == address


def test_another_memory_is_refused():
    with pytest.raises(ValueError, match="another memory"):
        references(b"\0\x41\0\x28\x42\1\0\x0b")


def test_a_reference_without_a_new_number_is_an_error():
    body = b"\0\x10\x05\x0b"
    with pytest.raises(KeyError):
        renumber(body, references(body), {}, {})
