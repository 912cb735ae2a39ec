from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from honorable.publish.checks.template_errors import template_error
from honorable.publish.project import template_loader


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\n{{ dya }}", 'a.html:2: unknown name "dya" (did you mean "day"?)'),
        ("{{ zzz }}", 'a.html:1: unknown name "zzz"'),
        ("a\n\n{% fi %}", "a.html:3: Encountered unknown tag 'fi'."),
        ('{% include "missing.html" %}', "missing.html: no such template"),
        ('{% include "b.html" %}', 'b.html:3: unknown name "nobody"'),
        ("a\n{{ “day” }}", "a.html:2: a curly quote (“) between braces; use straight quotes, \" or '"),
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


def test_a_template_in_another_encoding_is_named_with_the_line(tmp_path: Path):
    (tmp_path / "a.html").write_bytes("Hello\n“there”".encode("cp1252"))
    with pytest.raises(UnicodeDecodeError) as raised:
        Environment(loader=template_loader([tmp_path]), autoescape=True).get_template("a.html")
    expected = f"{tmp_path}/a.html:2: must be UTF-8; byte 0x93 is not; save the file as UTF-8"
    assert str(template_error(raised.value, [tmp_path])) == expected


def test_a_byte_order_mark_is_no_part_of_a_letter(tmp_path: Path):
    (tmp_path / "a.html").write_text("\ufeffDear", "utf-8")
    assert Environment(loader=template_loader([tmp_path]), autoescape=True).get_template("a.html").render() == "Dear"
