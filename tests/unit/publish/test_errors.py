from pathlib import Path

import pytest

from honorable.publish.errors import Message, UserError, shown


@pytest.mark.parametrize(
    ("message", "line"),
    [
        (Message("unknown key", "campaign.toml", 3, 7), "campaign.toml:3:7: unknown key"),
        (Message("no such template", "letter.txt", 3), "letter.txt:3: no such template"),
        (Message("no such file", "campaign.toml"), "campaign.toml: no such file"),
        (Message("no data"), "no data"),
    ],
)
def test_a_message_begins_with_as_much_of_its_place_as_is_known(message: Message, line: str):
    assert str(message) == line


def test_an_error_has_one_line_for_each_thing_to_fix():
    error = UserError([Message("unknown key", "a.toml", 1, 2), "b: missing"])
    assert error.lines == ("a.toml:1:2: unknown key", "b: missing")
    assert str(error) == "a.toml:1:2: unknown key\nb: missing"


def test_paths_are_shown_as_one_would_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert shown(Path("campaign.toml")) == "campaign.toml"
    assert shown(tmp_path / "templates" / "a.html") == "templates/a.html"
    assert shown(Path("/elsewhere/a.html")) == "/elsewhere/a.html"
