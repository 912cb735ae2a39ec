"""Find the names of all characters, which are in Pyodide's data for `unicodedata.name` and names in Python's texts.

As with `codec_tables`, data is moved only where its extent is known without a guess. Here four tables state and confirm
each other's (CPython's Tools/unicode/makeunicodedata.py writes them to Modules/unicodename_db.h):

- `packed_name_dawg`, a graph of all names: each node has its number of names, and edges with a text and the distance to
  the next node. Its nodes, walked from the first one, fill it without a gap, so it ends where the last node does.
- `dawg_pos_to_codepoint`: for each name, its character's code point, in four bytes.
- `dawg_codepoint_to_pos_index1` and `..._index2`: for each code point its name's place. The first says for each block
  of code points which block of the second one is theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import product
from typing import Literal, NamedTuple

from honorable.publish.python.wasm.encoding import Reader
from honorable.publish.python.wasm.memory import Memory, merged

__all__ = ["name_tables"]

_CODE_POINTS = 0x110000
# Any byte of less than 128 and a zero look like a graph with one node; Unicode has tens of thousands of names.
_FEWEST = 1000
_LONGEST_LABEL = 100
# Blocks have 8 to 2,048 code points. Their numbers have one or two bytes, a name's place has two.
_SHIFTS = range(3, 12)
_BLOCK_NUMBERS: tuple[tuple[Literal["B", "H"], int], ...] = (("B", 1), ("H", 2))


class _Node(NamedTuple):
    """A node of the graph: where it ends, how many names it leads to, if it ends one itself, and the next nodes."""

    end: int
    names: int
    ends_name: bool
    next: list[int]


class _Graph(NamedTuple):
    """The addresses of a graph of names, and how many names it has."""

    addresses: range
    names: int


def name_tables(memory: Memory, moved: Sequence[Collection[int]], by_kept: Collection[int]) -> list[range]:
    """Return the addresses of the four tables, in order and without overlaps; empty if there are none to move.

    `moved` has the numbers in each function of the second half, `by_kept` those in the first half. The tables are
    returned only if all four are there and agree on every name and every code point, if their addresses are numbers in
    the same functions, and if these are neither numbers in the first half nor pointers in other data.
    """
    by_moved = {number for numbers in moved for number in numbers} - set(by_kept)
    for address in by_moved:
        if graph := _graph(memory, address):
            near = {number for numbers in moved if address in numbers for number in numbers} & by_moved
            tables = [graph.addresses, *_indices(memory, near, graph.names)]
            pointers = memory.pointers_from_outside(merged(tables))
            if len(tables) > 1 and not any(table.start in pointers for table in tables):
                return merged(tables)
    return []


def _graph(memory: Memory, first: int) -> _Graph | None:
    """The graph of names whose first node is at an address, or None if there is none."""
    try:
        found = {first: _node(memory, first)}
        if found[first].names < _FEWEST:
            return None
        waiting = [*found[first].next]
        while waiting:
            address = waiting.pop()
            if address not in found:
                found[address] = _node(memory, address)
                waiting += found[address].next
    except (ValueError, IndexError):
        return None
    end = first
    for address, node in sorted(found.items()):
        if address != end or node.names != node.ends_name + sum(found[following].names for following in node.next):
            return None
        end = node.end
    return _Graph(range(first, end), found[first].names)


def _node(memory: Memory, address: int) -> _Node:
    """The node at an address. Raises ValueError or IndexError if there is none."""
    if address < memory.start:
        raise ValueError
    reader = Reader(memory.content, address)
    names = reader.unsigned()
    following: list[int] = []
    target = reader.position
    is_last = False
    while not is_last:
        edge = reader.unsigned()
        if edge == 0 and not following:  # no longer name begins with this one
            break
        target += edge >> 2
        size = 1 if edge & 2 else reader.unsigned()
        if not 0 < size <= _LONGEST_LABEL or not reader.take(size).isascii():
            raise ValueError
        following.append(target)
        is_last = bool(edge & 1)
    return _Node(reader.position, names >> 1, bool(names & 1), following)


def _indices(memory: Memory, addresses: Collection[int], names: int) -> list[range]:
    """The three other tables; empty if they are not at any of the addresses, or do not agree."""
    for address in addresses:
        places = range(address, address + 4 * names)
        if memory.has(places):
            code_points = memory.at(places).cast("I").tolist()
            if len(set(code_points)) == names and max(code_points) < _CODE_POINTS:
                for blocks, entries in _block_tables(memory, addresses, code_points):
                    return [places, blocks, entries]
    return []


def _block_tables(
    memory: Memory, addresses: Collection[int], code_points: Sequence[int]
) -> Iterator[tuple[range, range]]:
    """Pairs of tables that tell each code point's place in the list, or the list's length if it has none."""
    places = [len(code_points)] * _CODE_POINTS
    for place, code_point in enumerate(code_points):
        places[code_point] = place
    for shift, (kind, size), first in product(_SHIFTS, _BLOCK_NUMBERS, addresses):
        blocks = range(first, first + (_CODE_POINTS >> shift) * size)
        if not memory.has(blocks):
            continue
        numbers = memory.at(blocks).cast(kind).tolist()
        size_of_entries = 2 * ((max(numbers) + 1) << shift)
        for second in addresses:
            entries = range(second, second + size_of_entries)
            if memory.has(entries):
                found = memory.at(entries).cast("H")
                mask = (1 << shift) - 1
                if all(found[(numbers[n >> shift] << shift) + (n & mask)] == place for n, place in enumerate(places)):
                    yield blocks, entries
