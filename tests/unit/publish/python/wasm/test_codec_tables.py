"""Tables of codecs move to the second half where only the second half can find them."""

import struct

import pytest

from honorable.publish.python.wasm.codec_tables import codec_tables
from honorable.publish.python.wasm.memory import Memory
from honorable.publish.python.wasm.module import Data

TABLE, FIRST, SECOND = 4096, 8192, 9000
ADDRESSES = [range(TABLE, TABLE + 2048), range(FIRST, FIRST + 20), range(SECOND, SECOND + 2)]


def entries(**of):
    """256 entries, empty but for some: `_33=(address, lowest, highest)`."""
    given = {int(name.removeprefix("_")): entry for name, entry in of.items()}
    return b"".join(struct.pack("<IBBH", *given.get(n, (0, 0, 0)), 0) for n in range(256))


GOOD = entries(_33=(FIRST, 0x21, 0x2A), _34=(SECOND, 0x7E, 0x7E))


def memory(table=GOOD, other=b""):
    content = {1024: b"before" + other, TABLE: table, FIRST: b"x" * 20 + b"next", SECOND: b"yyzz"}
    return Memory([Data(*piece) for piece in content.items()])


def test_a_table_is_found_with_all_that_it_refers_to():
    assert codec_tables(memory(), by_moved={TABLE, 1024, 7}, by_kept={1024}) == ADDRESSES


def test_what_is_next_to_each_other_becomes_one():
    table = entries(_1=(TABLE + 2048, 0, 9), _2=(TABLE + 2068, 0, 0))
    assert codec_tables(Memory([Data(TABLE, table + bytes(30))]), {TABLE}, set()) == [range(TABLE, TABLE + 2048 + 22)]


@pytest.mark.parametrize(
    ("by_moved", "by_kept"), [({TABLE}, {TABLE}), (set(), set()), ({FIRST}, set())], ids=["both", "neither", "a part"]
)
def test_a_table_stays_unless_its_address_is_in_moved_code_alone(by_moved, by_kept):
    assert codec_tables(memory(), by_moved, by_kept) == []


def test_a_table_that_other_data_points_to_stays():
    pointer = b"\0\0" + struct.pack("<I", TABLE)
    assert codec_tables(memory(other=pointer), {TABLE}, set()) == []


@pytest.mark.parametrize(
    "table",
    [
        bytes(2048),
        entries(_33=(FIRST, 0x21, 0x2A)),
        entries(_33=(FIRST, 0x2A, 0x21), _34=(SECOND, 0, 0)),
        entries(_33=(FIRST, 0, 0), _34=(SECOND, 0, 255)),
        entries(_33=(FIRST, 0, 0), _34=(0, 0, 1)),
        entries(_33=(FIRST, 0, 0), _34=(12, 0, 1)),
        GOOD[:-1],
    ],
    ids=["zeros", "one entry", "backward", "past the end", "nowhere", "before all data", "too short"],
)
def test_what_is_no_table_stays(table):
    whole = Memory([Data(TABLE, table)]) if len(table) < 2048 else memory(table)
    assert codec_tables(whole, {TABLE}, set()) == []


def test_no_data_has_no_tables():
    assert codec_tables(Memory([]), {TABLE}, set()) == []
