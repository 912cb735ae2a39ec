"""Divide a module in two: the functions that a page uses, and all others.

The primary module has the functions that the profile saw, and all data but what only the others can find (see
`codec_tables` and `unicode_names`). In place of every other function that it may still call is a stub, which loads the
secondary module and then calls the real function:

- A function in the indirect table keeps its slot. Loading the secondary module puts the real function there.
- A function that is called directly, or exported, has a slot in a table of its own, `$moved`, which is empty until the
  secondary module has filled it.

The secondary module imports what it shares with the primary one: memory, tables, tags, mutable globals, and, through a
table `$kept`, the functions that moved code calls.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from honorable.publish.python.wasm.codec_tables import codec_tables
from honorable.publish.python.wasm.encoding import signed, unsigned
from honorable.publish.python.wasm.instructions import Kind, Reference, references, renumber
from honorable.publish.python.wasm.memory import Memory, divided, merged
from honorable.publish.python.wasm.module import Data, Elements, Export, Function, Global, Import, Item, Module
from honorable.publish.python.wasm.unicode_names import name_tables

__all__ = ["LOAD", "Split", "split"]

#: The function that a stub calls, imported from "env": it returns once the secondary module is linked.
LOAD = "__load_secondary"
#: What the secondary module imports from: the primary module's exports, and the functions in its table `$kept`.
_PRIMARY, _KEPT = "primary", "kept"

_I32, _FUNCTION_REFERENCE = 0x7F, 0x70
_LOCAL_GET, _GLOBAL_GET, _I32_CONST, _I32_EQZ = 0x20, 0x23, 0x41, 0x45
_IF, _EMPTY_BLOCK, _END, _CALL, _CALL_INDIRECT = 0x04, 0x40, 0x0B, 0x10, 0x11
# Zeros between two pieces of data that cost less than a segment's header.
_GAP = 8


@dataclass(frozen=True, slots=True)
class Split:
    """The two modules, and how many functions the primary one has as they are, as stubs, and not at all."""

    primary: Module
    secondary: Module
    kept: int
    stubs: int
    moved: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where each function and global of a module goes, all by their numbers in the whole module.

    `direct` has the moved functions that are called directly or exported, `shared` the kept ones that moved code calls.
    """

    module: Module
    imported: Sequence[Import]
    found: Sequence[list[Reference]]
    kept: Sequence[int]
    moved: Sequence[int]
    stubs: Sequence[int]
    direct: Sequence[int]
    shared: Sequence[int]
    exports: Sequence[Export]
    used_by_kept: Mapping[Kind, frozenset[int]]
    used_by_moved: Mapping[Kind, frozenset[int]]
    kept_data: Sequence[Data]
    moved_data: Sequence[Data]

    @property
    def first(self) -> int:
        """The number of the first function that the module defines; before it are the imported ones."""
        return len(self.imported)

    @property
    def table(self) -> Elements:
        """The functions of the indirect table."""
        return self.module.elements[0]

    def type_of(self, function: int) -> int:
        """The index of a function's type."""
        if function < self.first:
            return self.imported[function].type_index
        return self.module.functions[function - self.first].type_index

    def body(self, function: int, functions: Mapping[int, int], global_numbers: Mapping[int, int]) -> Function:
        """A function as it is, with the numbers of the module that it goes to."""
        place = function - self.first
        whole = self.module.functions[place]
        return Function(whole.type_index, renumber(whole.body, self.found[place], functions, global_numbers))

    def shared_globals(self) -> list[int]:
        """The mutable globals that moved code uses: both modules must see the same."""
        first = len(self.module.imported(Item.GLOBAL))
        used = self.used_by_moved[Kind.GLOBAL]
        return sorted(n for n in used if n >= first and self.module.globals[n - first].mutable)


def split(module: Module, used: Collection[int], exports: Collection[str]) -> Split:
    """Return the two halves of a module.

    `used` are the functions to keep, by their index among those that the module defines; `exports` the names to keep.
    Raises ValueError if an export is missing, or if the module is built in a way that this does not support.
    """
    _check(module, exports)
    plan = _plan(module, used, exports)
    return Split(_primary(plan), _secondary(plan), len(plan.kept), len(plan.stubs), len(plan.moved))


def _check(module: Module, exports: Collection[str]) -> None:
    if missing := set(exports) - {export.name for export in module.exports}:
        raise ValueError(f"exports that the module does not have: {', '.join(sorted(missing))}")
    if "memory" not in exports:
        raise ValueError("the memory must stay exported, for the secondary module shares it")
    if len(module.elements) != 1 or module.elements[0].table != 0:
        raise ValueError("one list of functions is expected, for the first table")
    if unsupported := {one.item for one in module.imports} - {Item.FUNCTION, Item.GLOBAL}:
        raise ValueError(f"imports of another kind than functions and globals: {unsupported}")


def _plan(module: Module, used: Collection[int], exports: Collection[str]) -> _Plan:
    imported = module.imported(Item.FUNCTION)
    first = len(imported)
    found = [references(function.body) for function in module.functions]
    kept = [first + place for place in range(len(found)) if place in used]
    moved = [first + place for place in range(len(found)) if place not in used]
    by_kept, by_moved = (_used(found[n - first] for n in functions) for functions in (kept, moved))
    wanted = [export for export in module.exports if export.name in exports]
    called = by_kept[Kind.FUNCTION] | {export.index for export in wanted if export.item == Item.FUNCTION}
    in_table = set(module.elements[0].functions)
    kept_ones = set(kept)
    memory = Memory(module.data)
    moved_numbers = [{one.value for one in found[n - first] if one.kind == Kind.NUMBER} for n in moved]
    tables = codec_tables(memory, by_moved[Kind.NUMBER], by_kept[Kind.NUMBER])
    names = name_tables(memory, moved_numbers, by_kept[Kind.NUMBER])
    kept_data, moved_data = divided(module.data, merged([*tables, *names]))
    return _Plan(
        module=module,
        imported=imported,
        found=found,
        kept=kept,
        moved=moved,
        stubs=[n for n in moved if n in called or n in in_table],
        direct=[n for n in moved if n in called],
        shared=sorted(by_moved[Kind.FUNCTION] & kept_ones),
        exports=wanted,
        used_by_kept=by_kept,
        used_by_moved=by_moved,
        kept_data=kept_data,
        moved_data=moved_data,
    )


def _used(bodies: Iterable[list[Reference]]) -> dict[Kind, frozenset[int]]:
    used: dict[Kind, set[int]] = {kind: set() for kind in Kind}
    for found in bodies:
        for kind, _, _, value in found:
            used[kind].add(value)
    return {kind: frozenset(values) for kind, values in used.items()}


def _primary(plan: _Plan) -> Module:
    module = plan.module
    exported = {item: {export.index for export in plan.exports if export.item == item} for item in Item}
    needed = plan.used_by_kept[Kind.FUNCTION] | exported[Item.FUNCTION] | set(plan.table.functions)
    functions, imports = _imported(module.imported(Item.FUNCTION), needed)
    load = len(functions)
    imports.append(Import("env", LOAD, Item.FUNCTION, unsigned(_empty_type(module))))
    functions |= {n: place for place, n in enumerate([*plan.kept, *plan.stubs], load + 1)}

    used_globals = plan.used_by_kept[Kind.GLOBAL] | exported[Item.GLOBAL]
    global_numbers, imported_globals = _imported(module.imported(Item.GLOBAL), used_globals)
    own_globals = [
        (n, one)
        for n, one in enumerate(module.globals, len(module.imported(Item.GLOBAL)))
        if n in used_globals or one.mutable
    ]
    global_numbers |= {n: place for place, (n, _) in enumerate(own_globals, len(global_numbers))}
    loaded = len(global_numbers)

    moved_table, kept_table = len(module.tables), len(module.tables) + 1
    stubs = _stubs(plan, load, loaded, moved_table)
    numbers = {Item.FUNCTION: functions, Item.GLOBAL: global_numbers}
    elements = [replace(plan.table, functions=tuple(functions[n] for n in plan.table.functions))]
    if plan.shared:
        elements.append(Elements(kept_table, 0, tuple(functions[n] for n in plan.shared)))
    return replace(
        module,
        imports=(*imports, *imported_globals),
        functions=(*(plan.body(n, functions, global_numbers) for n in plan.kept), *stubs),
        tables=(*module.tables, _table(len(plan.direct)), _table(len(plan.shared))),
        globals=(*(one for _, one in own_globals), Global(_I32, True, 0)),
        exports=(
            *(replace(e, index=numbers[e.item][e.index]) if e.item in numbers else e for e in plan.exports),
            Export("$moved", Item.TABLE, moved_table),
            Export("$kept", Item.TABLE, kept_table),
            Export("$loaded", Item.GLOBAL, loaded),
            *(Export(f"$global{n}", Item.GLOBAL, global_numbers[n]) for n in plan.shared_globals()),
            *(Export(f"$table{n}", Item.TABLE, n) for n in range(len(module.tables))),
            *(Export(f"$tag{n}", Item.TAG, n) for n in range(len(module.tags))),
        ),
        elements=tuple(elements),
        data=_merged(plan.kept_data),
    )


def _secondary(plan: _Plan) -> Module:
    module = plan.module
    functions, imports = _imported(module.imported(Item.FUNCTION), plan.used_by_moved[Kind.FUNCTION])
    for place, n in enumerate(plan.shared):
        functions[n] = len(functions)
        imports.append(Import(_KEPT, str(place), Item.FUNCTION, unsigned(plan.type_of(n))))
    functions |= {n: place for place, n in enumerate(plan.moved, len(functions))}

    first = len(module.imported(Item.GLOBAL))
    used_globals, shared = plan.used_by_moved[Kind.GLOBAL], plan.shared_globals()
    global_numbers, imported_globals = _imported(module.imported(Item.GLOBAL), used_globals)
    imports += imported_globals
    for n in shared:
        global_numbers[n] = len(global_numbers)
        one = module.globals[n - first]
        imports.append(Import(_PRIMARY, f"$global{n}", Item.GLOBAL, bytes([one.value_type, one.mutable])))
    constants = sorted(n for n in used_globals if n >= first and n not in shared)
    global_numbers |= {n: place for place, n in enumerate(constants, len(global_numbers))}

    imports += (Import(_PRIMARY, f"$table{n}", Item.TABLE, kind) for n, kind in enumerate(module.tables))
    imports.append(Import(_PRIMARY, "$moved", Item.TABLE, _table(len(plan.direct))))
    imports.append(Import(_PRIMARY, "memory", Item.MEMORY, module.memories[0]))
    imports += (Import(_PRIMARY, f"$tag{n}", Item.TAG, tag) for n, tag in enumerate(module.tags))
    elements = _runs(plan.table, {n: functions[n] for n in plan.moved})
    if plan.direct:
        elements.append(Elements(len(module.tables), 0, tuple(functions[n] for n in plan.direct)))
    return Module(
        types=module.types,
        imports=tuple(imports),
        functions=tuple(plan.body(n, functions, global_numbers) for n in plan.moved),
        globals=tuple(module.globals[n - first] for n in constants),
        elements=tuple(elements),
        data=tuple(plan.moved_data),  # not merged: what is between two pieces is the first half's, and in use
    )


def _imported(imports: Sequence[Import], used: Collection[int]) -> tuple[dict[int, int], list[Import]]:
    """The imports that are used, and the new number of each."""
    taken = [n for n in range(len(imports)) if n in used]
    return {n: place for place, n in enumerate(taken)}, [imports[n] for n in taken]


def _stubs(plan: _Plan, load: int, loaded: int, moved_table: int) -> list[Function]:
    """The stubs, each of its function's type. `load` is the function that loads, `loaded` the global that says so."""
    direct = {n: place for place, n in enumerate(plan.direct)}
    slots = {n: slot for slot, n in reversed(list(enumerate(plan.table.functions, plan.table.offset)))}
    call_load = bytes([_CALL]) + unsigned(load)
    unless_loaded = bytes([_GLOBAL_GET]) + unsigned(loaded) + bytes([_I32_EQZ, _IF, _EMPTY_BLOCK])

    def stub(function: int) -> Function:
        kind = plan.type_of(function)
        arguments = (bytes([_LOCAL_GET]) + unsigned(n) for n in range(plan.module.types[kind].parameters))
        if function in direct:  # the stub stays in use
            begin, slot, table = unless_loaded + call_load + bytes([_END]), direct[function], moved_table
        else:  # the real function takes the stub's slot
            begin, slot, table = call_load, slots[function], 0
        call = bytes([_I32_CONST]) + signed(slot) + bytes([_CALL_INDIRECT]) + unsigned(kind) + unsigned(table)
        return Function(kind, b"\0" + begin + b"".join(arguments) + call + bytes([_END]))

    return [stub(n) for n in plan.stubs]


def _empty_type(module: Module) -> int:
    """The type of a function without parameters and results."""
    for number, kind in enumerate(module.types):
        if kind.parameters == kind.results == 0:
            return number
    raise ValueError("the module has no type for a function without parameters and results")


def _table(size: int) -> bytes:
    """A table of functions with at least this many slots."""
    return bytes([_FUNCTION_REFERENCE, 0]) + unsigned(size)


def _runs(table: Elements, moved: Mapping[int, int]) -> list[Elements]:
    """The moved functions of the table, one entry for each run of neighboring slots."""
    runs: list[tuple[int, list[int]]] = []
    for slot, function in enumerate(table.functions, table.offset):
        if function not in moved:
            continue
        if runs and runs[-1][0] + len(runs[-1][1]) == slot:
            runs[-1][1].append(moved[function])
        else:
            runs.append((slot, [moved[function]]))
    return [Elements(0, slot, tuple(functions)) for slot, functions in runs]


def _merged(pieces: Sequence[Data]) -> tuple[Data, ...]:
    """The same data in fewer segments: zeros between two pieces may cost less than a header."""
    merged: list[tuple[int, bytearray]] = []
    for piece in pieces:
        if merged:
            offset, content = merged[-1]
            gap = piece.offset - offset - len(content)
            if 0 <= gap <= _GAP:
                content += bytes(gap) + piece.content
                continue
        merged.append((piece.offset, bytearray(piece.content)))
    return tuple(Data(offset, bytes(content)) for offset, content in merged)
