"""The spans of a letter: together they are the letter."""

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
def test_the_spans_together_are_the_letter(some):
    assert "".join(span.text for span in spans_of(some)) == "".join(some)


@given(pieces)
def test_the_templates_own_pieces_are_joined(some):
    kinds = [span.kind for span in spans_of(some)]
    assert ("template", "template") not in pairwise(kinds)


def test_the_text_of_a_span_is_a_plain_str():
    assert type(spans_of([Typed("Oakland", "city")])[0].text) is str
    assert spans_of(["a", Blank("[City]", "city")]) == (Span("a"), Span("[City]", "blank", "city"))


def test_a_blank_is_false_in_a_template():
    assert not Blank("[Phone]", "phone")
    assert Typed("0", "phone")
