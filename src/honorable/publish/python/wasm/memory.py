"""What is in memory when a module starts: read it, and divide it in two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from honorable.publish.python.wasm.module import Data

__all__ = ["Memory", "divided", "merged"]


class Memory:
    """All data of a module at its addresses, with zeros between the pieces. `start` is the first address with data."""

    def __init__(self, data: Sequence[Data]) -> None:
        content = bytearray(max(map(_end, data), default=0))
        for piece in data:
            content[piece.offset : _end(piece)] = piece.content
        self.content = bytes(content)
        self.start = min((piece.offset for piece in data), default=0)

    def has(self, addresses: range) -> bool:
        """True if there is data at all these addresses, or at least between other data."""
        return self.start <= addresses.start and addresses.stop <= len(self.content)

    def at(self, addresses: range) -> memoryview:
        """What is at these addresses."""
        return memoryview(self.content)[addresses.start : addresses.stop]

    def pointers_from_outside(self, inside: Sequence[range]) -> set[int]:
        """All numbers of four bytes, at their usual places, that are not in these ranges."""
        content = bytearray(self.content)
        for addresses in inside:
            content[addresses.start : addresses.stop] = bytes(len(addresses))
        return set(memoryview(content)[: len(content) // 4 * 4].cast("I"))


def merged(ranges: Iterable[range]) -> list[range]:
    """Return the same addresses in order, without overlaps."""
    result: list[range] = []
    for addresses in sorted(ranges, key=lambda addresses: addresses.start):
        if result and addresses.start <= result[-1].stop:
            result[-1] = range(result[-1].start, max(result[-1].stop, addresses.stop))
        else:
            result.append(addresses)
    return result


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


def _cut(piece: Data, start: int, stop: int) -> list[Data]:
    """The piece's bytes at these addresses, if there are any."""
    return [Data(start, piece.content[start - piece.offset : stop - piece.offset])] if start < stop else []


def _end(piece: Data) -> int:
    return piece.offset + len(piece.content)
