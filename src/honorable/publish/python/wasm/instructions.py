"""Find what a function's code refers to: functions and globals, which may get other numbers, and memory.

The instructions are walked one by one (Core Specification 5.4, with exception handling, reference types and bulk
memory); what they compute does not matter here. Pyodide has no vector instructions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import NamedTuple

from honorable.publish.python.wasm.encoding import Reader, unsigned

__all__ = ["Kind", "Reference", "references", "renumber"]


class Kind(IntEnum):
    """What is referred to. A number is a constant of 32 bits, or the offset of a load or store: maybe an address."""

    FUNCTION = 0
    GLOBAL = 1
    NUMBER = 2


class Reference(NamedTuple):
    """A reference in a function's body: the bytes from `start` to before `end` encode the index or number `value`."""

    kind: Kind
    start: int
    end: int
    value: int


_INDICES = {0x10: Kind.FUNCTION, 0x12: Kind.FUNCTION, 0xD2: Kind.FUNCTION, 0x23: Kind.GLOBAL, 0x24: Kind.GLOBAL}
_WITHOUT_OPERANDS = frozenset({0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, 0xD3, *range(0x45, 0xC5)})
_WITH_AN_INTEGER = frozenset(
    {
        *(0x07, 0x08, 0x09, 0x0C, 0x0D, 0x14, 0x15, 0x18, 0x20, 0x21, 0x22, 0x25, 0x26),
        *(0x3F, 0x40, 0x42, 0xD0, 0xD4, 0xD5, 0xD6),
    }
)
_I32_CONST, _LOADS_AND_STORES = 0x41, range(0x28, 0x3F)
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
        if reference := _operand(opcode, reader):
            found.append(reference)
        position = reader.position
    return found


def _operand(opcode: int, reader: Reader) -> Reference | None:
    """What the instruction refers to, if to anything. Moves past its operands."""
    start = reader.position
    if opcode in _INDICES:
        kind, value = _INDICES[opcode], reader.unsigned()
    elif opcode == _I32_CONST:
        kind, value = Kind.NUMBER, reader.signed() & 0xFFFF_FFFF
    elif opcode in _LOADS_AND_STORES:
        if reader.byte() > 0x3F:  # the alignment; bit 6 says that the number of a memory follows
            raise ValueError("a load or store of another memory than the first")
        start = reader.position
        kind, value = Kind.NUMBER, reader.unsigned()
    elif skip := _SKIP.get(opcode):
        skip(reader)
        return None
    else:
        raise ValueError(f"unknown instruction 0x{opcode:02x}")
    return Reference(kind, start, reader.position, value)


def renumber(
    body: bytes, found: list[Reference], functions: Mapping[int, int], global_numbers: Mapping[int, int]
) -> bytes:
    """Return the body with other function and global indices. Raises KeyError for an index that has no new one."""
    parts: list[bytes] = []
    done = 0
    for kind, start, end, value in found:
        if kind == Kind.NUMBER:
            continue
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


_SKIP: dict[int, Callable[[Reader], object]] = {
    **dict.fromkeys((0x02, 0x03, 0x04, 0x06), _value_type),
    **dict.fromkeys((0x11, 0x13), _two_integers),
    0x0E: _branches,
    0x1C: _value_types,
    0x1F: _handlers,
    0x43: lambda reader: reader.take(4),
    0x44: lambda reader: reader.take(8),
    0xFC: _bulk,
}
