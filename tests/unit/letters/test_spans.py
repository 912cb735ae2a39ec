"""The parts of a letter: together they are the letter."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.spans import Blank, Span, Typed, spans_of

pieces = st.lists(
    st.one_of(
        st.text(min_size=1),
        st.builds(Typed, st.text(min_size=1), st.just("city")),
        st.builds(Blank, st.text(min_size=1), st.just("city")),
    )
)


@given(pieces)
def test_the_parts_together_are_the_whole(some):
    assert "".join(part.text for part in spans_of(some)) == "".join(some)


@given(pieces)
def test_no_two_neighbours_are_the_templates_own(some):
    kinds = [part.kind for part in spans_of(some)]
    assert ("template", "template") not in pairwise(kinds)


def test_a_part_is_plain_text():
    assert type(spans_of([Typed("Oakland", "city")])[0].text) is str
    assert spans_of(["a", Blank("[City]", "city")]) == (Span("a"), Span("[City]", "blank", "city"))


def test_a_blank_counts_as_nothing_in_a_template():
    assert not Blank("[Phone]", "phone")
    assert Typed("0", "phone")
