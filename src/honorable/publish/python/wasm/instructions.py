"""Find the functions and globals that a function's code refers to, and give them other numbers.

The instructions are walked one by one (Core Specification 5.4, with exception handling, reference types, bulk memory
and 128-bit SIMD); what they compute does not matter here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import NamedTuple

from honorable.publish.python.wasm.encoding import Reader, unsigned

__all__ = ["Kind", "Reference", "references", "renumber"]


class Kind(IntEnum):
    """What is referred to."""

    FUNCTION = 0
    GLOBAL = 1


class Reference(NamedTuple):
    """A reference in a function's body: the bytes from `start` to before `end` encode the index `value`."""

    kind: Kind
    start: int
    end: int
    value: int


_REFERENCES = {0x10: Kind.FUNCTION, 0x12: Kind.FUNCTION, 0xD2: Kind.FUNCTION, 0x23: Kind.GLOBAL, 0x24: Kind.GLOBAL}
_WITHOUT_OPERANDS = frozenset({0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, 0xD3, *range(0x45, 0xC5)})
_WITH_AN_INTEGER = frozenset(
    {
        *(0x07, 0x08, 0x09, 0x0C, 0x0D, 0x14, 0x15, 0x18, 0x20, 0x21, 0x22, 0x25, 0x26),
        *(0x3F, 0x40, 0x41, 0x42, 0xD0, 0xD4, 0xD5, 0xD6),
    }
)
# How many integers follow each instruction of the group 0xFC (5.4.7); none follow 0 to 7, which convert numbers.
_BULK_INTEGERS = {8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}


def references(body: bytes) -> list[Reference]:
    """Return the references in a function's body, in order. `body` is the code section's entry without its size.

    Raises ValueError for an instruction that this does not know: the module was made by a newer compiler.
    """
    reader = Reader(body)
    for _ in range(reader.unsigned()):
        reader.unsigned()
        _value_type(reader)
    found: list[Reference] = []
    position, end = reader.position, len(body)
    while position < end:  # millions of times, so the two most frequent cases call nothing
        opcode = body[position]
        position += 1
        if opcode in _WITHOUT_OPERANDS:
            continue
        if opcode in _WITH_AN_INTEGER:
            while body[position] > 0x7F:
                position += 1
            position += 1
            continue
        reader.position = position
        if opcode in _REFERENCES:
            value = reader.unsigned()
            found.append(Reference(_REFERENCES[opcode], position, reader.position, value))
        elif skip := _SKIP.get(opcode):
            skip(reader)
        else:
            raise ValueError(f"unknown instruction 0x{opcode:02x}")
        position = reader.position
    return found


def renumber(
    body: bytes, found: list[Reference], functions: Mapping[int, int], global_numbers: Mapping[int, int]
) -> bytes:
    """Return the body with other function and global indices. Raises KeyError for an index that has no new one."""
    parts: list[bytes] = []
    done = 0
    for kind, start, end, value in found:
        new = functions[value] if kind == Kind.FUNCTION else global_numbers[value]
        parts += (body[done:start], unsigned(new))
        done = end
    parts.append(body[done:])
    return b"".join(parts)


def _value_type(reader: Reader) -> None:
    """A value or block type; 0x63 and 0x64 are followed by a heap type."""
    if reader.data[reader.position] in {0x63, 0x64}:
        reader.byte()
    reader.signed()


def _value_types(reader: Reader) -> None:
    for _ in range(reader.unsigned()):
        _value_type(reader)


def _memory(reader: Reader) -> None:
    """Alignment, the memory's index if bit 6 of the alignment says so, and the offset."""
    if reader.unsigned() & 0x40:
        reader.unsigned()
    reader.unsigned()


def _two_integers(reader: Reader) -> None:
    reader.unsigned()
    reader.unsigned()


def _branches(reader: Reader) -> None:
    for _ in range(reader.unsigned() + 1):
        reader.unsigned()


def _handlers(reader: Reader) -> None:
    """The block type of a try_table, and its catch clauses, of which the first two kinds name a tag."""
    _value_type(reader)
    for _ in range(reader.unsigned()):
        if reader.byte() < 2:
            reader.unsigned()
        reader.unsigned()


def _bulk(reader: Reader) -> None:
    for _ in range(_BULK_INTEGERS.get(reader.unsigned(), 0)):
        reader.unsigned()


def _vector(reader: Reader) -> None:
    operation = reader.unsigned()
    if operation <= 11 or operation in {92, 93}:
        _memory(reader)
    elif operation in {12, 13}:
        reader.take(16)
    elif 21 <= operation <= 34:
        reader.byte()
    elif 84 <= operation <= 91:
        _memory(reader)
        reader.byte()


def _atomic(reader: Reader) -> None:
    if reader.unsigned() == 3:  # atomic.fence
        reader.byte()
    else:
        _memory(reader)


_SKIP: dict[int, Callable[[Reader], object]] = {
    **dict.fromkeys((0x02, 0x03, 0x04, 0x06), _value_type),
    **dict.fromkeys((0x11, 0x13), _two_integers),
    **dict.fromkeys(range(0x28, 0x3F), _memory),
    0x0E: _branches,
    0x1C: _value_types,
    0x1F: _handlers,
    0x43: lambda reader: reader.take(4),
    0x44: lambda reader: reader.take(8),
    0xFC: _bulk,
    0xFD: _vector,
    0xFE: _atomic,
}
