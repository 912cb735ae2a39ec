"""Tables of codecs move to the second half where only the second half can find them."""

import struct

import pytest

from honorable.publish.python.wasm.codec_tables import codec_tables, divided
from honorable.publish.python.wasm.module import Data

TABLE, FIRST, SECOND = 4096, 8192, 9000
ADDRESSES = [range(TABLE, TABLE + 2048), range(FIRST, FIRST + 20), range(SECOND, SECOND + 2)]


def entries(**of):
    """256 entries, empty but for some: `_33=(address, lowest, highest)`."""
    given = {int(name.removeprefix("_")): entry for name, entry in of.items()}
    return b"".join(struct.pack("<IBBH", *given.get(n, (0, 0, 0)), 0) for n in range(256))


GOOD = entries(_33=(FIRST, 0x21, 0x2A), _34=(SECOND, 0x7E, 0x7E))


def data(table=GOOD, other=b""):
    return [Data(1024, b"before" + other), Data(TABLE, table), Data(FIRST, b"x" * 20 + b"next"), Data(SECOND, b"yyzz")]


def test_a_table_is_found_with_all_that_it_refers_to():
    assert codec_tables(data(), by_moved={TABLE, 1024, 7}, by_kept={1024}) == ADDRESSES


def test_what_is_next_to_each_other_becomes_one():
    table = entries(_1=(TABLE + 2048, 0, 9), _2=(TABLE + 2068, 0, 0))
    assert codec_tables([Data(TABLE, table + bytes(30))], {TABLE}, set()) == [range(TABLE, TABLE + 2048 + 22)]


@pytest.mark.parametrize(
    ("by_moved", "by_kept"), [({TABLE}, {TABLE}), (set(), set()), ({FIRST}, set())], ids=["both", "neither", "a part"]
)
def test_a_table_stays_unless_its_address_is_in_moved_code_alone(by_moved, by_kept):
    assert codec_tables(data(), by_moved, by_kept) == []


def test_a_table_that_other_data_points_to_stays():
    pointer = b"\0\0" + struct.pack("<I", TABLE)
    assert codec_tables(data(other=pointer), {TABLE}, set()) == []


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
    pieces = [Data(TABLE, table)] if len(table) < 2048 else data(table)
    assert codec_tables(pieces, {TABLE}, set()) == []


def test_no_data_has_no_tables():
    assert codec_tables([], {TABLE}, set()) == []


def test_every_byte_is_in_one_half_at_its_address():
    pieces = data()
    kept, moved = divided(pieces, ADDRESSES)
    assert [(piece.offset, piece.content) for piece in moved] == [(TABLE, GOOD), (FIRST, b"x" * 20), (SECOND, b"yy")]
    assert [(piece.offset, piece.content) for piece in kept] == [
        (1024, b"before"),
        (FIRST + 20, b"next"),
        (SECOND + 2, b"zz"),
    ]


def test_a_range_may_lie_across_pieces_and_between_them():
    kept, moved = divided([Data(10, b"abcd"), Data(20, b"efgh")], [range(12, 22), range(23, 40)])
    assert [(piece.offset, piece.content) for piece in kept] == [(10, b"ab"), (22, b"g")]
    assert [(piece.offset, piece.content) for piece in moved] == [(12, b"cd"), (20, b"ef"), (23, b"h")]
