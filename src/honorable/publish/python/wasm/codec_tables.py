"""Find the tables of the codecs for East Asian encodings: a sixth of Pyodide's data, of which a page reads none.

A program in WebAssembly does not say where its data ends, so data is moved only where that is known without a guess.
These tables tell it themselves. Each begins with 256 entries of eight bytes, one for each first byte of a character:
the address of what belongs to it, or 0, and the lowest and the highest second byte, for each of which there are two
bytes (`struct dbcs_index` and `struct unim_index` in CPython's Modules/cjkcodecs/cjkcodecs.h).
"""

from __future__ import annotations

import struct
from collections.abc import Collection

from honorable.publish.python.wasm.memory import Memory, merged

__all__ = ["codec_tables"]

_ENTRY = struct.Struct("<IBBH")
_SIZE = 256 * _ENTRY.size
# Zeros look like a table without characters, and a lone address like one with a single entry.
_FEWEST = 2


def codec_tables(memory: Memory, by_moved: Collection[int], by_kept: Collection[int]) -> list[range]:
    """Return the addresses of the tables that only code in the second half knows, in order and without overlaps.

    `by_moved` and `by_kept` are the numbers in the code of both halves. A table is returned with all that it refers to,
    if its own address is a number in the second half, and neither one in the first half nor a pointer in other data.
    """
    tables = {address: parts for address in set(by_moved) - set(by_kept) if (parts := _table(memory, address))}
    pointers = memory.pointers_from_outside(merged(part for parts in tables.values() for part in parts))
    return merged(part for address, parts in tables.items() if address not in pointers for part in parts)


def _table(memory: Memory, address: int) -> list[range]:
    """The addresses of a table and of what it refers to; empty if there is no table at the address."""
    parts = [range(address, address + _SIZE)]
    if not memory.has(parts[0]):
        return []
    for pointer, lowest, highest, padding in _ENTRY.iter_unpack(memory.at(parts[0])):
        part = range(pointer, pointer + 2 * (highest - lowest + 1))
        if pointer == 0 and not (lowest or highest or padding):
            continue
        if padding or lowest > highest or not memory.has(part):
            return []
        parts.append(part)
    return parts if len(parts) > _FEWEST else []
