"""Find the line and the column of each key and value in a TOML file, for error messages.

tomllib keeps no positions, so this scans the text once more. The text must be valid: tomllib has parsed it before.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field

#: The way to a value: ("follow", 1, "url") is `url` in the second `[[follow]]`.
KeyPath = tuple[int | str, ...]

_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)"""
_KEY = re.compile(rf"{_KEY_PART}(?:[ \t]*\.[ \t]*{_KEY_PART})*")
_HEADER = re.compile(rf"\[(\[?)[ \t]*({_KEY.pattern})[ \t]*\]\]?")
_SCALAR = re.compile(
    r'''"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+|"(?:\\.|[^"\\])*"|'[^']*'|'''
    r"""\d{4}-\d\d-\d\d[ ]\d\d:[^\s,\]}#]*|[^\s,\]}#]+""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Positions:
    """The offsets of keys and values in a text, by their path."""

    text: str
    keys: dict[KeyPath, int] = field(default_factory=dict)
    values: dict[KeyPath, int] = field(default_factory=dict)

    def of_key(self, path: KeyPath) -> tuple[int, int]:
        """Return the line and column of a key, or else of the nearest table around it; (0, 0) outside any table."""
        return self._place(_nearest(self.keys, path))

    def of_value(self, path: KeyPath) -> tuple[int, int]:
        """Return the line and column of a value, or else of the nearest table around it; (0, 0) outside any table."""
        return self._place(_nearest(self.values, path))

    def _place(self, offset: int | None) -> tuple[int, int]:
        return (0, 0) if offset is None else line_and_column(self.text, offset)


def positions(text: str) -> Positions:
    r"""Return the positions in a valid TOML text.

    >>> found = positions('a = 1\n[b]\nc = ["x", "y"]')
    >>> found.of_key(("b", "c")), found.of_value(("b", "c", 1)), found.of_value(("b", "missing"))
    ((3, 1), (3, 11), (2, 1))
    """
    found = Positions(text)
    try:
        _Scan(text, found.keys, found.values).statements()
    except RecursionError:  # lists nested a thousand deep: the rest has no positions
        pass
    return found


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    r"""Return the line and the column of an offset, counted from 1.

    >>> line_and_column("ab\nc", 0), line_and_column("ab\nc", 3)
    ((1, 1), (2, 1))
    """
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _nearest(offsets: dict[KeyPath, int], path: KeyPath) -> int | None:
    return next((offsets[path[:end]] for end in range(len(path), 0, -1) if path[:end] in offsets), None)


def _names(key: str) -> list[str]:
    """Return the parts of a dotted key.

    >>> _names('a . "b.c"')
    ['a', 'b.c']
    """
    names, table = [], tomllib.loads(f"{key} = 0")
    while isinstance(table, dict):
        ((name, table),) = table.items()
        names.append(name)
    return names


@dataclass(frozen=True, slots=True)
class _Scan:
    text: str
    keys: dict[KeyPath, int]
    values: dict[KeyPath, int]

    def statements(self) -> None:
        table: KeyPath = ()
        entries: Counter[KeyPath] = Counter()  # how many tables each list of tables has so far
        at = self._gap(0)
        while at < len(self.text):
            header = _HEADER.match(self.text, at)
            if header:
                table = self._table(header, entries)
            at = self._gap(header.end() if header else self._pair(table, at))

    def _table(self, header: re.Match[str], entries: Counter[KeyPath]) -> KeyPath:
        """Return the path of the table that a header begins."""
        path: KeyPath = ()
        names = _names(header[2])
        for number, name in enumerate(names, 1):
            path = (*path, name)
            self._note(path, header.start())
            if header[1] and number == len(names):
                entries[path] += 1
            if entries[path]:
                path = (*path, entries[path] - 1)
        self._note(path, header.start())
        return path

    def _note(self, path: KeyPath, at: int) -> None:
        self.keys.setdefault(path, at)
        self.values.setdefault(path, at)

    def _pair(self, table: KeyPath, at: int) -> int:
        """Scan `key = value` and return the offset after it."""
        key = _matched(_KEY, self.text, at)
        path = table
        for name in _names(key[0]):
            path = (*path, name)
            self._note(path, at)
        after_equals = self._gap(key.end()) + 1
        return self._value(path, self._gap(after_equals))

    def _value(self, path: KeyPath, at: int) -> int:
        self.values[path] = at
        closing = {"[": "]", "{": "}"}.get(self.text[at])
        return self._entries(path, at, closing) if closing else _matched(_SCALAR, self.text, at).end()

    def _entries(self, path: KeyPath, at: int, closing: str) -> int:
        """Scan a list or an inline table and return the offset after it."""
        at, number = self._gap(at + 1), 0
        while self.text[at] != closing:
            at = self._gap(self._pair(path, at) if closing == "}" else self._value((*path, number), at))
            number += 1
            if self.text[at] == ",":
                at = self._gap(at + 1)
        return at + 1

    def _gap(self, at: int) -> int:
        """Return the offset after spaces, line ends and comments."""
        return _matched(_GAP, self.text, at).end()


def _matched(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    found = pattern.match(text, at)
    if found is None:
        raise ValueError(f"not valid TOML at {at}")
    return found
