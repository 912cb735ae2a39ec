"""ASCII text for forms that refuse other characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable import letters
from honorable.letters.plain_text import ascii_only, form_length, one_line


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
def test_each_character_becomes_the_nearest_ascii(text, plain):
    assert ascii_only(text) == plain


def test_one_line_has_no_characters_that_nobody_sees_but_those_that_join_letters():
    assert one_line("\u200e94601\u200f") == "94601"
    assert one_line("Simon\u202c \u2066Ann\u2069\ufeff") == "Simon Ann"
    assert one_line("\u202egpj.exe") == "gpj.exe"
    joined = "می\u200cخواهم 👩\u200d👧"
    assert one_line(joined) == joined


def test_line_breaks_are_kept():
    assert ascii_only("Dear Señor:\n\n“Hi”\n") == 'Dear Senor:\n\n"Hi"\n'


def test_the_shipped_letter_is_ascii_already(campaign, templates, draft):
    for letter in letters.render(draft, campaign, templates):
        assert ascii_only(letter.text) == letter.text


@given(st.text())
def test_any_text_becomes_printable_ascii_in_as_many_lines(text):
    plain = ascii_only(text)
    assert all(character == "\n" or (character.isascii() and character.isprintable()) for character in plain)
    assert plain.count("\n") == text.count("\n")
    assert ascii_only(plain) == plain


@pytest.mark.parametrize(("text", "length"), [("", 0), ("a\nb", 4), ("é", 1), ("🦋", 2), ("\ud800", 1), ("a\n\n", 5)])
def test_a_form_counts_line_breaks_twice_and_characters_as_browsers_do(text, length):
    assert form_length(text) == length
