"""The names of all characters move to the second half if their four tables agree."""

import struct
from string import ascii_uppercase, digits

import pytest

from honorable.publish.python.wasm.encoding import unsigned
from honorable.publish.python.wasm.memory import Memory
from honorable.publish.python.wasm.module import Data
from honorable.publish.python.wasm.unicode_names import name_tables

GRAPH, PLACES, BLOCKS, ENTRIES = 4096, 8192, 20480, 40960
LETTERS = (ascii_uppercase + digits).encode()
COUNT = len(LETTERS) ** 2  # the names AA to 99
SHIFT = 7


def node(names, ends_name=False, edges=b""):
    return unsigned(names << 1 | ends_name) + (edges or b"\0")


def edges(labels, distance):
    """An edge for each label, all to one node: the first tells the distance, from where the edges begin."""
    told = b""
    for place, label in enumerate(labels):
        number = (0 if place else distance) << 2 | (len(label) == 1) << 1 | (place == len(labels) - 1)
        told += unsigned(number) + (unsigned(len(label)) if len(label) != 1 else b"") + label
    return told


def graph(names=COUNT, label=b"A", gap=b""):
    """Three nodes: the first letter, the second letter, the end."""
    end = node(1, True)
    letters = [bytes([letter]) for letter in LETTERS]
    second = node(len(LETTERS), edges=edges(letters, 2 * len(letters)))
    second = node(len(LETTERS), edges=edges(letters, len(second) - len(unsigned(2 * len(LETTERS)))))
    labels = [label, *letters[1:]]
    size = len(edges(labels, 100))  # any distance of this size
    return node(names, edges=edges(labels, size + len(gap))) + gap + second + end


def tables(code_points):
    """What tells the place of each code point."""
    places = [COUNT] * 0x110000
    for place, code_point in enumerate(code_points):
        places[code_point] = place
    blocks, numbers = [], []
    for start in range(0, len(places), 1 << SHIFT):
        block = places[start : start + (1 << SHIFT)]
        if block not in blocks:
            blocks.append(block)
        numbers.append(blocks.index(block))
    return bytes(numbers), b"".join(struct.pack(f"<{len(block)}H", *block) for block in blocks)


CODE_POINTS = [*range(0x41, 0x41 + COUNT - 1), 0x1F600]
NUMBERS, ENTRY_BLOCKS = tables(CODE_POINTS)


def memory(names=None, code_points=CODE_POINTS, entries=ENTRY_BLOCKS, other=b"other"):
    places = struct.pack(f"<{len(code_points)}I", *code_points)
    content = {1024: other, GRAPH: names or graph(), PLACES: places, BLOCKS: NUMBERS, ENTRIES: entries + b"more"}
    return Memory([Data(*piece) for piece in content.items()])


MOVED = [{GRAPH, PLACES, 7}, {GRAPH, BLOCKS, ENTRIES, 1024}, {1}]
ADDRESSES = [
    range(GRAPH, GRAPH + len(graph())),
    range(PLACES, PLACES + 4 * COUNT),
    range(BLOCKS, BLOCKS + len(NUMBERS)),
    range(ENTRIES, ENTRIES + len(ENTRY_BLOCKS)),
]


def test_four_tables_that_agree_are_found():
    assert name_tables(memory(), MOVED, by_kept={1024}) == ADDRESSES


@pytest.mark.parametrize("table", [GRAPH, PLACES, BLOCKS, ENTRIES])
def test_they_stay_if_kept_code_knows_one_of_them(table):
    assert name_tables(memory(), MOVED, by_kept={table}) == []


@pytest.mark.parametrize("table", [GRAPH, PLACES, BLOCKS, ENTRIES])
def test_they_stay_if_other_data_points_to_one_of_them(table):
    assert name_tables(memory(other=struct.pack("<I", table)), MOVED, by_kept=set()) == []


def test_they_stay_if_no_function_knows_all_of_them():
    assert name_tables(memory(), [{GRAPH, PLACES}, {BLOCKS, ENTRIES}], by_kept=set()) == []


@pytest.mark.parametrize(
    "names",
    [graph(names=COUNT + 1), graph(gap=b"\0"), graph(label=b""), graph(label=b"\xc3"), b"\2\0", b"\xff" * 9],
    ids=["more names", "a gap", "no label", "not ASCII", "one node", "no number"],
)
def test_what_is_no_graph_of_names_stays(names):
    assert name_tables(memory(names), MOVED, by_kept=set()) == []


@pytest.mark.parametrize("last", [0x41, 0x110000, 0x1F601], ids=["twice", "past Unicode", "another"])
def test_they_stay_unless_each_name_has_its_own_character(last):
    assert name_tables(memory(code_points=[*CODE_POINTS[:-1], last]), MOVED, by_kept=set()) == []


def test_they_stay_unless_characters_without_a_name_have_none():
    changed = bytearray(ENTRY_BLOCKS)
    changed[0:2] = b"\1\0"
    assert name_tables(memory(entries=bytes(changed)), MOVED, by_kept=set()) == []


def test_no_data_has_no_names():
    assert name_tables(Memory([]), MOVED, by_kept=set()) == []
