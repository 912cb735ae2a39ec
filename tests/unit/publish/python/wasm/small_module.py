"""A small module, written by hand, with one of each thing that Pyodide's module has; and a way to run its halves."""

import json
import subprocess
from pathlib import Path

from honorable.publish.python.wasm.encoding import signed, unsigned
from honorable.publish.python.wasm.module import (
    Data,
    Elements,
    Export,
    Function,
    FunctionType,
    Global,
    Import,
    Item,
    Module,
)

HERE = Path(__file__).parent

NOTHING, NUMBER = 0, 1  # types: without anything, and from a number to a number
ADD_ONE, DOUBLE, CALLS_DOUBLE, READ_TABLE, BY_SLOT, REPORT, READ_NEAR = range(1, 8)  # after the imported function 0
TABLE = 2048  # where 300 bytes begin that only READ_TABLE reads
NEAR = 1100  # where bytes begin that READ_NEAR reads


def function(code: bytes) -> Function:
    """A function from a number to a number, without locals."""
    return Function(NUMBER, b"\0" + code + b"\x0b")


def whole_module() -> Module:
    """ADD_ONE and CALLS_DOUBLE are used a lot, the others rarely."""
    x = b"\x20\0"
    return Module(
        types=(FunctionType(b"\x60\0\0", 0, 0), FunctionType(b"\x60\1\x7f\1\x7f", 1, 1)),
        imports=(Import("env", "report", Item.FUNCTION, unsigned(NUMBER)),),
        functions=(
            function(x + b"\x41\1\x6a"),  # x + 1
            function(x + b"\x41\2\x6c\x23\0\x41\1\x6a\x24\0"),  # x * 2, and counts its calls
            function(x + b"\x10" + unsigned(DOUBLE)),
            function(x + b"\x2d\0" + unsigned(TABLE)),  # the byte at TABLE + x
            function(x + b"\x41" + signed(1) + b"\x11" + unsigned(NUMBER) + b"\0"),  # calls slot 1: DOUBLE
            function(x + b"\x10\0"),  # the imported function
            function(x + b"\x2d\0" + unsigned(NEAR)),
        ),
        tables=(b"\x70\0\3",),
        memories=(b"\0\1",),
        globals=(Global(0x7F, True, 40), Global(0x7F, False, TABLE)),
        exports=(
            *(
                Export(name, Item.FUNCTION, index)
                for name, index in (
                    ("add_one", ADD_ONE),
                    ("calls_double", CALLS_DOUBLE),
                    ("read_table", READ_TABLE),
                    ("by_slot", BY_SLOT),
                    ("report", REPORT),
                    ("read_near", READ_NEAR),
                )
            ),
            Export("memory", Item.MEMORY, 0),
            Export("calls", Item.GLOBAL, 0),
            Export("unused", Item.GLOBAL, 1),
        ),
        elements=(Elements(0, 1, (DOUBLE, READ_TABLE)),),
        data=(Data(NEAR, b"near"), Data(TABLE, bytes(range(1, 201)))),
    )


def run(folder: Path, calls: list[tuple[str, int]], whole: Module, halves: tuple[Module, Module] | None = None) -> list:
    """Calls the exports one by one in Node, and returns what each returns, and then `loads`: how often it loaded."""
    files = [folder / name for name in ("whole.wasm", "primary.wasm", "secondary.wasm")]
    for file, module in zip(files, (whole, *(halves or ())), strict=False):
        file.write_bytes(module.encode())
    given = json.dumps({"files": [str(file) for file in (files[1:] if halves else files[:1])], "calls": calls})
    done = subprocess.run(
        ["node", str(HERE / "run_module.mjs")], input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
