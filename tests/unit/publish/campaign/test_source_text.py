import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.publish.campaign.source_text import decoded, without_strays


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("name = “Parks”", 'name = "Parks"'),
        ('name = “Parks"', 'name = "Parks"'),
        ('name = "Parks”', 'name = "Parks"'),
        ("name = ‘Parks’", 'name = "Parks"'),
        ("name = «Parks»", 'name = "Parks"'),
        ("name = „Parks“", 'name = "Parks"'),
        ("name = “It’s a park”", 'name = "It’s a park"'),
        ("posts = [“a”, “b”]", 'posts = ["a", "b"]'),
        ("site = “https://example.org/#top”", 'site = "https://example.org/#top"'),
        ("on = 2027–01—03", "on = 2027-01-03"),
        ("a\u00a0=\u202f1", "a = 1"),
        ("\u200ba = 1\ufeff", "a = 1"),
        ("[bill]\u2028", "[bill] "),
    ],
)
def test_a_file_from_a_word_processor_is_read_as_it_was_meant(text: str, meant: str):
    repaired, strays = without_strays(text)
    assert repaired == meant
    assert strays


@pytest.mark.parametrize(
    "text",
    [
        'name = "“Parks” – “for all”"',
        "name = '“Parks”'",
        'name = """\n“Parks”\n\u200b"""',
        "name = '''“Parks”'''",
        "a = 1  # “Parks”\u00a0–",
        'name = "\\"“" # ”',
        'name = "👩‍👩‍👧"',
    ],
)
def test_text_and_comments_may_have_any_character(text: str):
    assert without_strays(text) == (text, ())


def test_each_curly_quote_has_its_own_line_and_column():
    _, strays = without_strays("a = 1\nb = [“x”,\n  “y”]")
    assert [(stray.line, stray.column) for stray in strays] == [(2, 6), (3, 3)]


@given(st.text("ab=[]{}\"'#\\\n “”’–\u00a0\u200b", max_size=30))
def test_valid_toml_is_left_alone_and_broken_toml_does_no_harm(text: str):
    repaired, strays = without_strays(text)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert (repaired, strays) == (text, ())


@given(st.text())
def test_every_text_is_read_back_with_plain_line_ends(text: str):
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decoded(text.encode()) == plain
