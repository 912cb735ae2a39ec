from pathlib import Path

import pytest

from honorable.publish.errors import UserError
from honorable.publish.python.split_runtime import split_runtime


def test_the_error_names_the_missing_package(tmp_path: Path):
    with pytest.raises(UserError) as failure:
        split_runtime({}, tmp_path / "node_modules", tmp_path / "cache")
    assert failure.value.lines == ("node_modules/acorn: not found; run make, or npm ci",)
