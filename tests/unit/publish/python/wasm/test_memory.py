"""Memory is read as a whole, and divided in two."""

from honorable.publish.python.wasm.memory import Memory, divided, merged
from honorable.publish.python.wasm.module import Data


def test_pieces_are_at_their_addresses_with_zeros_between_them():
    memory = Memory([Data(4, b"ab"), Data(8, b"c")])
    assert memory.content == b"\0\0\0\0ab\0\0c"
    assert bytes(memory.at(range(5, 9))) == b"b\0\0c"


def test_it_has_what_is_between_the_first_and_the_last_byte():
    memory = Memory([Data(4, b"abcd")])
    assert memory.has(range(4, 8))
    assert not memory.has(range(3, 8))
    assert not memory.has(range(4, 9))


def test_pointers_are_found_at_their_usual_places_outside():
    memory = Memory([Data(4, b"\1\0\0\0\2\0\0\0\3\0\0\0\4\0")])
    assert memory.pointers_from_outside([range(8, 12)]) == {0, 1, 3}


def test_ranges_that_touch_become_one():
    assert merged([range(8, 9), range(1, 3), range(3, 5), range(2, 4)]) == [range(1, 5), range(8, 9)]


def test_every_byte_is_in_one_half_at_its_address():
    pieces = [Data(10, b"before"), Data(40, b"gone"), Data(60, b"gone and kept"), Data(90, b"kept and gone")]
    kept, moved = divided(pieces, [range(40, 44), range(60, 64), range(99, 103)])
    assert [(piece.offset, piece.content) for piece in moved] == [(40, b"gone"), (60, b"gone"), (99, b"gone")]
    assert [(piece.offset, piece.content) for piece in kept] == [
        (10, b"before"),
        (64, b" and kept"),
        (90, b"kept and "),
    ]


def test_a_range_may_lie_across_pieces_and_between_them():
    kept, moved = divided([Data(10, b"abcd"), Data(20, b"efgh")], [range(12, 22), range(23, 40)])
    assert [(piece.offset, piece.content) for piece in kept] == [(10, b"ab"), (22, b"g")]
    assert [(piece.offset, piece.content) for piece in moved] == [(12, b"cd"), (20, b"ef"), (23, b"h")]
