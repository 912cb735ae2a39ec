from pathlib import Path

import pytest

from honorable.publish.errors import UserError, shown


def test_an_error_has_one_line_for_each_thing_to_fix():
    error = UserError(["a: unknown key", "b: missing"])
    assert error.lines == ("a: unknown key", "b: missing")
    assert str(error) == "a: unknown key\nb: missing"


def test_paths_are_shown_as_one_would_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert shown(Path("campaign.toml")) == "campaign.toml"
    assert shown(tmp_path / "templates" / "a.html") == "templates/a.html"
    assert shown(Path("/elsewhere/a.html")) == "/elsewhere/a.html"
