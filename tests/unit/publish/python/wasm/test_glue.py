"""Only the exports that Pyodide's JavaScript uses stay in it."""

import pytest

from honorable.publish.python.wasm.glue import cut_exports, used_exports

SCRIPT = (
    "start();var _malloc,_free,_spare,memory;function assignWasmExports(wasmExports){"
    '_malloc=Module["_malloc"]=wasmExports["malloc"];_free=wasmExports["free"];'
    '_spare=Module["_spare"]=wasmExports["spare"].value>>>0;memory=wasmMemory=wasmExports["memory"]}'
    "var wasmImports={};function applySignatureConversions(wasmExports){"
    'wasmExports["wrapped"]=w(wasmExports["wrapped"]);return wasmExports}'
    'wasmExports["__wasm_call_ctors"]();wasmExports.maybe;_malloc(1);use(wasmMemory);resolve("main")'
)
EXPORTS = {"malloc", "free", "spare", "memory", "wrapped", "__wasm_call_ctors", "main"}


def test_exports_are_used_by_variable_or_by_name():
    assert used_exports(SCRIPT, EXPORTS) == {"malloc", "memory", "__wasm_call_ctors", "main"}


def test_another_script_may_use_them():
    assert used_exports(SCRIPT, EXPORTS, "Module._free(p)") >= {"malloc", "free"}


def test_unused_variables_and_assignments_go():
    cut = cut_exports(SCRIPT, used_exports(SCRIPT, EXPORTS))
    assert "var _malloc,memory;function" in cut
    assert "spare" not in cut
    assert '_malloc=Module["_malloc"]=wasmExports["malloc"];memory=wasmMemory=wasmExports["memory"]}' in cut
    assert cut.endswith(SCRIPT[-30:])


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("var a;", "does not assign its exports"),
        (SCRIPT.replace('_free=wasmExports["free"]', "_free=find(wasmExports)"), "in a new way: _free=find"),
    ],
)
def test_a_script_that_is_built_in_another_way_stops_the_build(script, message):
    with pytest.raises(ValueError, match=message):
        used_exports(script, EXPORTS)
