"""Add to a module a memory that records which of its functions ran.

The memory is the module's second one, exported as "profile": one byte for each function that the module defines, 1
once it has been called. It needs a browser with several memories (WebAssembly 3), and is never published.
"""

from __future__ import annotations

from dataclasses import replace

from honorable.publish.python.wasm import encoding
from honorable.publish.python.wasm.encoding import Reader
from honorable.publish.python.wasm.module import Export, Function, Item, Module

__all__ = ["MEMORY", "instrumented"]

#: The name of the exported memory.
MEMORY = "profile"

_PAGE = 65_536
_I32_CONST, _I32_STORE8, _OTHER_MEMORY = 0x41, 0x3A, 0x40


def instrumented(module: Module) -> Module:
    """Return the module with the memory, and with a store at the beginning of each function."""
    pages = encoding.unsigned(-(-len(module.functions) // _PAGE))
    number = len(module.memories)
    return replace(
        module,
        functions=tuple(
            Function(function.type_index, _recorded(function.body, place, number))
            for place, function in enumerate(module.functions)
        ),
        memories=(*module.memories, b"\0" + pages),
        exports=(*module.exports, Export(MEMORY, Item.MEMORY, number)),
    )


def _recorded(body: bytes, place: int, memory: int) -> bytes:
    reader = Reader(body)
    for _ in range(reader.unsigned()):
        reader.unsigned()
        if reader.byte() in {0x63, 0x64}:
            reader.signed()
    store = bytes([_I32_CONST, 0, _I32_CONST, 1, _I32_STORE8, _OTHER_MEMORY])
    store += encoding.unsigned(memory) + encoding.unsigned(place)
    return body[: reader.position] + store + body[reader.position :]
