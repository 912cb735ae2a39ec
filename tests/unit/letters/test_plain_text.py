"""Plain characters for forms that refuse others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.plain_text import ascii_only


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“clearly established”", '"clearly established"'),
        ("don’t ‘quote’", "don't 'quote'"),
        ("rights—ours—stand", "rights - ours - stand"),
        ("rights — ours – stand", "rights - ours - stand"),
        ("1871–1982", "1871-1982"),
        ("Ben Ray Luján, Núñez, Łukasz Øster", "Ben Ray Lujan, Nunez, Lukasz Oster"),
        ("42 U.S.C. § 1983", "42 U.S.C. Sec. 1983"),
        ("a\u00a0b\tc", "a b c"),
        ("soft\u00adhyphen", "softhyphen"),
        ("e\u0301", "e"),
        ("½ … ﬁne", "1/2 ... fine"),
        ("🦋", "?"),
        ("", ""),
    ],
)
def test_each_character_has_its_nearest_plain_form(text, plain):
    assert ascii_only(text) == plain


def test_line_breaks_stay():
    assert ascii_only("Dear Señor:\n\n“Hi”\n") == 'Dear Senor:\n\n"Hi"\n'


def test_plain_text_stays_as_it_is(campaign, templates, draft):
    from honorable import letters

    for letter in letters.render(draft, campaign, templates):
        assert ascii_only(letter.text) == letter.text


@given(st.text())
def test_any_text_becomes_printable_ascii_in_as_many_lines(text):
    plain = ascii_only(text)
    assert all(character == "\n" or (character.isascii() and character.isprintable()) for character in plain)
    assert plain.count("\n") == text.count("\n")
    assert ascii_only(plain) == plain
