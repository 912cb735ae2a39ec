"""Prints tables of what was tested: `python -m pytest -p tests.tables …`, as `make hosts` does.

A test puts itself into a table with `record_property("cell", ("Hosts", "nginx, gzip", "Firefox, /"))`: the table, the
row, the column, and what is to stand there, if not "yes". Tests that share a cell must all have passed for that.
"""

from typing import Any

import pytest

_FAILED = "NO"
# Table, row, column: what stands there.
_cells: dict[str, dict[str, dict[str, str]]] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Takes down what became of a test, its preparation and its end included."""
    for name, cell in report.user_properties:
        if name == "cell" and not report.skipped:
            table, row, column, *said = map(str, cell)  # type: ignore[call-overload]
            columns = _cells.setdefault(table, {}).setdefault(row, {})
            failed = not report.passed or columns.get(column) == _FAILED
            columns[column] = _FAILED if failed else next(iter(said), "yes")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Each table, its rows and columns in the order of the alphabet."""
    for table, rows in sorted(_cells.items()):
        columns = sorted({column for cells in rows.values() for column in cells})
        lines = [[table, *columns]]
        lines += [[row, *(cells.get(column, "") for column in columns)] for row, cells in sorted(rows.items())]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        terminalreporter.write_line("")
        for number, line in enumerate(lines):
            terminalreporter.write_line("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)))
            if not number:
                terminalreporter.write_line("  ".join("-" * width for width in widths))
