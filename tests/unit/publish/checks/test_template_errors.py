from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from honorable.publish.checks.template_errors import template_error


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\n{{ dya }}", 'a.html:2: unknown name "dya" (did you mean "day"?)'),
        ("{{ zzz }}", 'a.html:1: unknown name "zzz"'),
        ("a\n\n{% fi %}", "a.html:3: Encountered unknown tag 'fi'."),
        ('{% include "missing.html" %}', "missing.html: no such template"),
        ('{% include "b.html" %}', 'b.html:3: unknown name "nobody"'),
        ("a\n{{ day + 'x' }}", "a.html:2: unsupported operand type(s) for +: 'int' and 'str'"),
    ],
)
def test_an_error_in_a_template_is_one_line_with_its_file_and_line(tmp_path: Path, template: str, line: str):
    (tmp_path / "a.html").write_text(template, "utf-8")
    (tmp_path / "b.html").write_text("\n\n{{ nobody }}", "utf-8")
    templates = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined, autoescape=True)
    with pytest.raises(Exception) as raised:  # noqa: PT011  each template fails in its own way
        templates.get_template("a.html").render(day=3)
    assert str(template_error(raised.value, [tmp_path], ["day"])) == f"{tmp_path}/{line}"
