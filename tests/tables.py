"""Prints tables of what was tested: `python -m pytest -p tests.tables …`, as `make hosts` does.

A test puts itself into a table with `record_property("cell", ("Hosts", "nginx, gzip", "Firefox, /"))`: the table, the
row and the column. Tests that share a cell must all have passed for it to say yes.
"""

from typing import Any

import pytest

# Table, row, column: whether every test of it has passed.
_cells: dict[str, dict[str, dict[str, bool]]] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Takes down what became of a test, its preparation and its end included."""
    for name, cell in report.user_properties:
        if name == "cell" and not report.skipped:
            table, row, column = map(str, cell)  # type: ignore[call-overload]
            columns = _cells.setdefault(table, {}).setdefault(row, {})
            columns[column] = columns.get(column, True) and report.passed


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Each table, its rows and columns in the order of the alphabet."""
    for table, rows in sorted(_cells.items()):
        columns = sorted({column for cells in rows.values() for column in cells})
        lines = [[table, *columns]]
        lines += [[row, *(_said(cells.get(column)) for column in columns)] for row, cells in sorted(rows.items())]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        terminalreporter.write_line("")
        for number, line in enumerate(lines):
            terminalreporter.write_line("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)))
            if not number:
                terminalreporter.write_line("  ".join("-" * width for width in widths))


def _said(passed: bool | None) -> str:
    return "" if passed is None else "yes" if passed else "NO"
