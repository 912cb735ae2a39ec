from pathlib import Path

import pytest

from honorable.publish.cache import cached


def made(file: Path, times: int) -> list[bytes]:
    """What a file's content is each time, if it is made differently each time."""
    contents = iter([b"first", b"second", b"third"])
    return [cached(file, lambda: next(contents)) for _ in range(times)]


def test_a_file_is_made_once(tmp_path: Path):
    file = tmp_path / "cache" / "a"
    assert made(file, 3) == [b"first", b"first", b"first"]
    assert list(file.parent.iterdir()) == [file]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert made(tmp_path / "cache" / "a", 2) == [b"first", b"second"]
    assert list((tmp_path / "cache").iterdir()) == []


def test_where_nothing_can_be_saved_it_is_made_each_time(tmp_path: Path):
    (tmp_path / "cache").write_text("not a folder", "utf-8")
    assert made(tmp_path / "cache" / "a", 2) == [b"first", b"second"]
