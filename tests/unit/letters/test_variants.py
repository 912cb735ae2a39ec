"""Which of several wordings a writer gets."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.variants import variant_of

NAMES = [f"{first} {last}" for first, last in product("ABCDEFGHIJKLMNOPQRSTUVWXYZ", map(str, range(40)))]


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")), st.integers(1, 100))
def test_any_name_has_a_wording_and_keeps_it(name, place, count):
    assert 0 <= variant_of(name, place, count) < count
    assert variant_of(name, place, count) == variant_of(name.upper().lower(), place, count) or not name.isascii()


def test_the_wording_is_the_same_in_every_python():
    assert [variant_of("Ada Lovelace", "opening", count) for count in (2, 3, 4, 1000)] == [0, 2, 0, 652]


def test_without_a_name_it_is_the_first_wording():
    assert variant_of("", "opening", 4) == 0


@pytest.mark.parametrize("count", [2, 3, 4])
def test_each_wording_is_given_about_as_often(count):
    given_out = Counter(variant_of(name, "opening", count) for name in NAMES)
    assert min(given_out.values()) > 0.8 * len(NAMES) / count


def test_the_wordings_at_two_places_are_independent():
    pairs = Counter((variant_of(name, "opening", 2), variant_of(name, "request", 2)) for name in NAMES)
    assert min(pairs.values()) > 0.8 * len(NAMES) / 4
