from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from honorable.publish.checks.template_errors import template_error
from honorable.publish.errors import shown


def problem(folder: Path, text: str, known: tuple[str, ...] = ()) -> str:
    (folder / "a.html").write_text(text, "utf-8")
    templates = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=True)
    with pytest.raises(Exception) as raised:  # noqa: PT011  each text fails in its own way
        templates.get_template("a.html").render(day=3)
    return template_error(raised.value, [folder], known)


def test_an_unknown_name_is_told_with_its_file_and_line(tmp_path: Path):
    assert problem(tmp_path, "a\n{{ dya }}", ("day",)) == (
        f"{tmp_path}/a.html:2: 'dya' is not known here; did you mean 'day'?"
    )


def test_a_name_like_no_other_is_told_without_a_guess(tmp_path: Path):
    assert problem(tmp_path, "{{ zzz }}", ("day",)) == f"{tmp_path}/a.html:1: 'zzz' is not known here"


def test_broken_syntax_is_told_with_its_line(tmp_path: Path):
    assert problem(tmp_path, "a\n\n{% fi %}").startswith(f"{tmp_path}/a.html:3: Encountered unknown tag 'fi'")


def test_a_template_that_is_not_there_is_told(tmp_path: Path):
    assert problem(tmp_path, '{% include "b.html" %}') == f"{tmp_path}/b.html: is missing"


def test_an_error_of_the_templates_own_making_is_told_with_its_line(tmp_path: Path):
    assert problem(tmp_path, "a\n{{ day + 'x' }}").startswith(f"{tmp_path}/a.html:2: unsupported operand")


def test_a_mistake_in_an_included_template_is_told_where_it_is(tmp_path: Path):
    (tmp_path / "b.html").write_text("\n\n{{ nobody }}", "utf-8")
    assert problem(tmp_path, '{% include "b.html" %}').startswith(f"{tmp_path}/b.html:3: 'nobody'")


def test_paths_are_shown_as_one_would_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert shown(Path("campaign.toml")) == "campaign.toml"
    assert shown(tmp_path / "templates" / "a.html") == "templates/a.html"
    assert shown(Path("/elsewhere/a.html")) == "/elsewhere/a.html"
