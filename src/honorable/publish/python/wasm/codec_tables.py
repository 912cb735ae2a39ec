"""Find the tables of the codecs for East Asian encodings: a sixth of Pyodide's data, of which a page reads none.

A program in WebAssembly does not say where its data ends, so data is moved only where that is known without a guess.
These tables tell it themselves. Each begins with 256 entries of eight bytes, one for each first byte of a character:
the address of what belongs to it, or 0, and the lowest and the highest second byte, for each of which there are two
bytes (`struct dbcs_index` and `struct unim_index` in CPython's Modules/cjkcodecs/cjkcodecs.h).
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator, Sequence

from honorable.publish.python.wasm.module import Data

__all__ = ["codec_tables", "divided"]

_ENTRY = struct.Struct("<IBBH")
_SIZE = 256 * _ENTRY.size
# Zeros look like a table without characters, and a lone address like one with a single entry.
_FEWEST = 2


def codec_tables(data: Sequence[Data], by_moved: Collection[int], by_kept: Collection[int]) -> list[range]:
    """Return the addresses of the tables that only code in the second half knows, in order and without overlaps.

    `by_moved` and `by_kept` are the numbers in the code of both halves. A table is returned with all that it refers to,
    if its own address is a number in the second half, and neither one in the first half nor a pointer in other data.
    """
    image = _Image(data)
    tables = {address: parts for address in set(by_moved) - set(by_kept) if (parts := image.table(address))}
    pointers = image.pointers_from_outside(_merged(part for parts in tables.values() for part in parts))
    return _merged(part for address, parts in tables.items() if address not in pointers for part in parts)


def divided(data: Sequence[Data], moved: Sequence[range]) -> tuple[tuple[Data, ...], tuple[Data, ...]]:
    """Return the data that stays, and the data at the moved addresses, which are in order and without overlaps."""
    kept: list[Data] = []
    taken: list[Data] = []
    for piece in data:
        position, end = piece.offset, _end(piece)
        for addresses in moved:
            if addresses.start < end and position < addresses.stop:
                start, stop = max(addresses.start, position), min(addresses.stop, end)
                kept += _cut(piece, position, start)
                taken += _cut(piece, start, stop)
                position = stop
        kept += _cut(piece, position, end)
    return tuple(kept), tuple(taken)


class _Image:
    """What is in memory when a module starts."""

    def __init__(self, data: Sequence[Data]) -> None:
        self.content = bytearray(max(map(_end, data), default=0))
        for piece in data:
            self.content[piece.offset : _end(piece)] = piece.content
        self.start = min((piece.offset for piece in data), default=0)

    def table(self, address: int) -> list[range]:
        """The addresses of a table and of what it refers to; empty if there is no table at the address."""
        if address < self.start or address + _SIZE > len(self.content):
            return []
        parts = [range(address, address + _SIZE)]
        for pointer, lowest, highest, padding in _ENTRY.iter_unpack(self.content[address : address + _SIZE]):
            part = range(pointer, pointer + 2 * (highest - lowest + 1))
            if pointer == 0 and not (lowest or highest or padding):
                continue
            if padding or lowest > highest or part.start < self.start or part.stop > len(self.content):
                return []
            parts.append(part)
        return parts if len(parts) > _FEWEST else []

    def pointers_from_outside(self, inside: Sequence[range]) -> set[int]:
        """All numbers of four bytes, at their usual places, that are not in these ranges."""
        content = bytearray(self.content)
        for addresses in inside:
            content[addresses.start : addresses.stop] = bytes(len(addresses))
        return set(memoryview(content)[: len(content) // 4 * 4].cast("I"))


def _merged(ranges: Iterator[range]) -> list[range]:
    merged: list[range] = []
    for addresses in sorted(ranges, key=lambda addresses: addresses.start):
        if merged and addresses.start <= merged[-1].stop:
            merged[-1] = range(merged[-1].start, max(merged[-1].stop, addresses.stop))
        else:
            merged.append(addresses)
    return merged


def _cut(piece: Data, start: int, stop: int) -> list[Data]:
    """The piece's bytes at these addresses, if there are any."""
    return [Data(start, piece.content[start - piece.offset : stop - piece.offset])] if start < stop else []


def _end(piece: Data) -> int:
    return piece.offset + len(piece.content)
