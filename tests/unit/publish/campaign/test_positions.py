import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.publish.campaign.positions import KeyPath, positions
from tests.checkout import ROOT

_AFTER_A_VALUE = set(" \t\r\n,]}#")
KEYS = st.text("ab-_é .\"'", min_size=1, max_size=4)
VALUES = st.recursive(
    st.integers() | st.booleans() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3), max_leaves=6
)
TABLES = st.dictionaries(KEYS, VALUES | st.dictionaries(KEYS, VALUES, max_size=3), max_size=5)


def leaves(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield each value that is neither a table nor a list, with its path."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


def value_at(text: str, line: int, column: int) -> Any:
    """Return the TOML value that begins at this place: the longest text from there that is one."""
    rest = "\n".join(text.split("\n")[line - 1 :])[column - 1 :][:500] + "\n"
    ends = [place for place, character in enumerate(rest) if character in _AFTER_A_VALUE]
    for end in reversed(ends):
        try:
            parsed = tomllib.loads(f"x = {rest[:end]}")
        except tomllib.TOMLDecodeError:
            continue
        if len(parsed) == 1:
            return parsed["x"]
    return None


def assert_each_value_is_where_it_is_found(text: str) -> None:
    found = positions(text)
    for path, value in leaves(tomllib.loads(text)):
        assert value_at(text, *found.of_value(path)) == value, path


@pytest.mark.parametrize("file", ["campaign.toml", "campaigns/benches/campaign.toml", "pyscript.toml"])
def test_each_value_of_a_real_file_is_found(file: str):
    assert_each_value_is_where_it_is_found((ROOT / file).read_text("utf-8"))


def toml(value: Any) -> str:
    """Return a value as TOML, with tables on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[ # list\n" + "".join(f"{toml(inner)},\n" for inner in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@given(TABLES, st.booleans())
def test_each_value_of_any_file_is_found(tables: dict[str, Any], inline: bool):
    text = "# tables\n"
    for key, value in sorted(tables.items(), key=lambda item: isinstance(item[1], dict)):
        if isinstance(value, dict) and not inline:
            text += f"\n[{json.dumps(key)}]\n" + "".join(f"{json.dumps(k)} = {toml(v)}\n" for k, v in value.items())
        else:
            text += f"\t{json.dumps(key)} = {toml(value)}  # = [\n"
    assert_each_value_is_where_it_is_found(text)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("a", "b"), (1, 8)),
        (("date",), (2, 8)),
        (("text",), (3, 8)),
        (("list", 0, "x"), (8, 5)),
        (("list", 1, "sub", "y"), (11, 5)),
        (("list", 1, "sub", "z"), (12, 5)),
        (("list", 1, "missing"), (9, 1)),
        (("missing",), (0, 0)),
    ],
)
def test_dotted_keys_lists_of_tables_and_long_text_are_understood(path: KeyPath, place: tuple[int, int]):
    text = """a . b= 1
date = 2026-11-25 10:00:00
text = '''
[a]
x = 1
'''
[[list]]
x = 1
[[list]]
[list.sub]
y = 2
z = 3
"""
    found = positions(text)
    assert found.of_value(path) == place


def test_lists_that_are_nested_too_deep_do_no_harm():
    deep = "x = " + "[" * 300 + "]" * 300
    assert positions(deep + "\ny = 1").of_value(("x", 0, 0)) == (1, 7)
