"""Only the exports and functions that are used stay in Pyodide's JavaScript."""

import pytest

from honorable.publish.errors import UserError
from honorable.publish.project import find_project
from honorable.publish.python.wasm.glue import cut_exports, cut_unused, used_exports

ACORN = find_project().node_modules / "acorn" / "dist" / "acorn.mjs"

SCRIPT = (
    "start();var _malloc,_free,_spare,memory;function assignWasmExports(wasmExports){"
    '_malloc=Module["_malloc"]=wasmExports["malloc"];_free=wasmExports["free"];'
    '_spare=Module["_spare"]=wasmExports["spare"].value>>>0;memory=wasmMemory=wasmExports["memory"]}'
    "var wasmImports={};function applySignatureConversions(wasmExports){"
    'wasmExports["wrapped"]=w(wasmExports["wrapped"]);return wasmExports}'
    'wasmExports["__wasm_call_ctors"]();wasmExports.maybe;_malloc(1);use(wasmMemory);resolve("main")'
)
MEMBER = "function value(){}Module['member']=value;"
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


def cut(body: str, imports: str = "", other: str = "") -> str:
    """What is left of a script's functions and variables, without the frame that each script has."""
    begin, end = "async function create(moduleArg={}){", "return moduleArg}export default create;"
    whole = cut_unused(
        f"{begin}var Module=moduleArg,wasmImports={{a:_a,b:_b}};{body}{end}", imports.split(), other, ACORN
    )
    assert whole.startswith(f"{begin}var ")
    assert whole.endswith(end)
    return whole.removeprefix(begin).removesuffix(end)


def test_only_what_the_module_imports_is_offered():
    assert "wasmImports={b:_b};function _b(){}" in cut("function _a(){}function _b(){}", imports="b")


def test_the_order_of_the_imports_makes_no_difference():
    body = "function _a(){}function _b(){}"
    assert cut(body, imports="a b") == cut(body, imports="b a")


def test_a_function_stays_with_all_that_it_uses():
    left = cut(
        "function _a(){return SHARED.size+helper()}var SHARED={size:1},helper=()=>0,OTHER={size:2};", imports="a"
    )
    assert "var SHARED={size:1},helper=()=>0;" in left
    assert "OTHER" not in left


def test_a_property_of_the_same_name_is_no_use():
    assert "spare" not in cut("function spare(){}function _a(){return Module.x,{y:1}.y}", imports="a")
    assert "size" not in cut("function size(){}function _a(){return wasmImports.length}", imports="a")


def test_what_only_uses_itself_goes():
    assert "first" not in cut("function first(){second()}function second(){first()}first.sig='v';")


def test_what_does_something_at_once_stays():
    left = cut("function helper(){}var made=helper(),unmade=helper;helper.sig='v';helper();class Kept{}")
    assert "function helper(){}var made=helper();helper.sig='v';helper();class Kept{}" in left


@pytest.mark.parametrize("use", ["Module.member()", "Module['member']", "({member}=Module)"])
def test_a_member_stays_if_its_name_is_used(use):
    assert MEMBER in cut(MEMBER + use + ";")


def test_a_member_stays_if_another_script_uses_it():
    assert MEMBER in cut(MEMBER, other="module.member;")
    assert "value" not in cut(MEMBER)


@pytest.mark.parametrize("script", ["var a;", "function create(){}", "not JavaScript"])
def test_a_script_without_imports_where_they_are_expected_stops_the_build(script):
    with pytest.raises(UserError):
        cut_unused(script, [], "", ACORN)
