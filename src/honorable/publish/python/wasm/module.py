"""A WebAssembly module as Python values: parse it, change it, encode it again.

Only what Pyodide's module uses is supported; anything else raises ValueError, so that a new compiler's output stops
the build instead of being misread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeVar

from honorable.publish.python.wasm import encoding
from honorable.publish.python.wasm.encoding import Reader

__all__ = ["Data", "Elements", "Export", "Function", "FunctionType", "Global", "Import", "Item", "Module"]

T = TypeVar("T")
_MAGIC = b"\0asm\1\0\0\0"
_I32_CONST, _END = 0x41, 0x0B


class Item(IntEnum):
    """What an import or export is."""

    FUNCTION = 0
    TABLE = 1
    MEMORY = 2
    GLOBAL = 3
    TAG = 4


@dataclass(frozen=True, slots=True)
class FunctionType:
    """A function's type as it is encoded, and how many parameters it has."""

    encoded: bytes
    parameters: int
    results: int


@dataclass(frozen=True, slots=True)
class Import:
    """An import. `described` is its encoded description; for a function, the index of its type."""

    module: str
    name: str
    item: Item
    described: bytes

    @property
    def type_index(self) -> int:
        """A function's type."""
        return Reader(self.described).unsigned()


@dataclass(frozen=True, slots=True)
class Function:
    """A function that the module defines: the index of its type, and its body without its size."""

    type_index: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Global:
    """A global that the module defines: its value type, and the number that it starts with."""

    value_type: int
    mutable: bool
    start: int


@dataclass(frozen=True, slots=True)
class Export:
    """An export: its name, what it is, and its index among the module's functions, globals and so on."""

    name: str
    item: Item
    index: int


@dataclass(frozen=True, slots=True)
class Elements:
    """Functions that a table has from the start, from the slot `offset` on."""

    table: int
    offset: int
    functions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """Bytes that the memory has from the start, from the address `offset` on."""

    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Module:
    """A module. Tables, memory and tags are lists of encoded descriptions; `custom` sections are in front of all."""

    types: tuple[FunctionType, ...] = ()
    imports: tuple[Import, ...] = ()
    functions: tuple[Function, ...] = ()
    tables: tuple[bytes, ...] = ()
    memories: tuple[bytes, ...] = ()
    tags: tuple[bytes, ...] = ()
    globals: tuple[Global, ...] = ()
    exports: tuple[Export, ...] = ()
    elements: tuple[Elements, ...] = ()
    data: tuple[Data, ...] = ()
    custom: tuple[bytes, ...] = field(default=(), repr=False)

    @classmethod
    def parse(cls, content: bytes) -> Module:
        """Return the module in a binary. Raises ValueError if it is none, or has what this does not support."""
        if not content.startswith(_MAGIC):
            raise ValueError("not a WebAssembly module of version 1")
        reader = Reader(content, len(_MAGIC))
        sections: dict[int, bytes] = {}
        custom: list[bytes] = []
        while not reader.at_end:
            number = reader.byte()
            section = reader.take(reader.unsigned())
            if number == 0:
                custom.append(section)
            else:
                sections[number] = section
        if unknown := set(sections) - {1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13}:
            raise ValueError(f"unknown sections {sorted(unknown)}")

        def every(number: int, read: Callable[[Reader], T]) -> tuple[T, ...]:
            section = Reader(sections.get(number, b"\0"))
            return tuple(read(section) for _ in range(section.unsigned()))

        types = every(3, Reader.unsigned)
        bodies = every(10, lambda section: section.take(section.unsigned()))
        return cls(
            types=every(1, _function_type),
            imports=every(2, _import),
            functions=tuple(map(Function, types, bodies)),
            tables=every(4, _limited),
            memories=every(5, _memory),
            tags=every(13, _tag),
            globals=every(6, _global),
            exports=every(7, lambda section: Export(section.name(), Item(section.byte()), section.unsigned())),
            elements=every(9, _elements),
            data=every(11, _data),
            custom=tuple(custom),
        )

    def encode(self) -> bytes:
        """Return the binary. A count of data segments is in it if there are any, for instructions may name them."""
        sections: list[tuple[int, list[bytes]]] = [
            (1, [kind.encoded for kind in self.types]),
            (2, [_named(i.module) + _named(i.name) + bytes([i.item]) + i.described for i in self.imports]),
            (3, [encoding.unsigned(function.type_index) for function in self.functions]),
            (4, list(self.tables)),
            (5, list(self.memories)),
            (13, list(self.tags)),
            (6, [bytes([g.value_type, g.mutable]) + _constant(g.start) for g in self.globals]),
            (7, [_named(e.name) + bytes([e.item]) + encoding.unsigned(e.index) for e in self.exports]),
            (9, list(map(_encoded_elements, self.elements))),
            (10, [encoding.unsigned(len(f.body)) + f.body for f in self.functions]),
            (11, [b"\0" + _constant(d.offset) + encoding.unsigned(len(d.content)) + d.content for d in self.data]),
        ]
        parts = [_MAGIC]
        parts += (b"\0" + encoding.unsigned(len(section)) + section for section in self.custom)
        for number, items in sections:
            if number == 10 and self.data:
                count = encoding.unsigned(len(self.data))
                parts.append(b"\x0c" + encoding.unsigned(len(count)) + count)
            if items:
                content = encoding.vector(items)
                parts.append(bytes([number]) + encoding.unsigned(len(content)) + content)
        return b"".join(parts)

    def imported(self, item: Item) -> tuple[Import, ...]:
        """Return the imports of one kind, in the order of their indices."""
        return tuple(one for one in self.imports if one.item == item)


def _function_type(section: Reader) -> FunctionType:
    start = section.position
    if section.byte() != 0x60:
        raise ValueError("a type that is not a function's")
    counts = []
    for _ in range(2):
        counts.append(section.unsigned())
        for _ in range(counts[-1]):
            _value_type(section)
    return FunctionType(section.data[start : section.position], *counts)


def _value_type(section: Reader) -> None:
    if section.byte() in {0x63, 0x64}:
        section.signed()


def _import(section: Reader) -> Import:
    module, name, item = section.name(), section.name(), Item(section.byte())
    start = section.position
    if item == Item.FUNCTION:
        section.unsigned()
    elif item == Item.GLOBAL:
        _value_type(section)
        section.byte()
    elif item == Item.TABLE:
        _limited(section)
    elif item == Item.MEMORY:
        _memory(section)
    else:
        _tag(section)
    return Import(module, name, item, section.data[start : section.position])


def _limited(section: Reader) -> bytes:
    """A table: the type of what it holds, and its limits."""
    start = section.position
    _value_type(section)
    _limits(section)
    return section.data[start : section.position]


def _memory(section: Reader) -> bytes:
    start = section.position
    _limits(section)
    return section.data[start : section.position]


def _limits(section: Reader) -> None:
    has_most = section.byte() & 1
    section.unsigned()
    if has_most:
        section.unsigned()


def _tag(section: Reader) -> bytes:
    start = section.position
    section.byte()
    section.unsigned()
    return section.data[start : section.position]


def _global(section: Reader) -> Global:
    value_type, mutable = section.byte(), bool(section.byte())
    return Global(value_type, mutable, _read_constant(section))


def _elements(section: Reader) -> Elements:
    kind = section.unsigned()
    if kind not in {0, 2}:
        raise ValueError(f"elements of kind {kind}")
    table = section.unsigned() if kind else 0
    offset = _read_constant(section)
    if kind and section.byte():
        raise ValueError("elements that are not functions")
    return Elements(table, offset, tuple(section.unsigned() for _ in range(section.unsigned())))


def _encoded_elements(elements: Elements) -> bytes:
    functions = encoding.vector([encoding.unsigned(function) for function in elements.functions])
    if elements.table:
        return b"\2" + encoding.unsigned(elements.table) + _constant(elements.offset) + b"\0" + functions
    return b"\0" + _constant(elements.offset) + functions


def _data(section: Reader) -> Data:
    if kind := section.unsigned():
        raise ValueError(f"data of kind {kind}")
    return Data(_read_constant(section), section.take(section.unsigned()))


def _read_constant(section: Reader) -> int:
    if section.byte() != _I32_CONST:
        raise ValueError("a starting value that is not an i32 constant")
    value = section.signed()
    if section.byte() != _END:
        raise ValueError("a starting value that is more than one constant")
    return value


def _constant(value: int) -> bytes:
    return bytes([_I32_CONST]) + encoding.signed(value) + bytes([_END])


def _named(text: str) -> bytes:
    return encoding.name(text)
