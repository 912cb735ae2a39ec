"""The spans of a letter: the template's own words, what was typed, and the blanks.

Jinja2 yields a template's output piece by piece. A value of one of the two kinds of `str` below keeps its kind on the
way through, so that the page can mark blanks and highlight what has just changed, while the text stays plain.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Self

__all__ = ["Blank", "Span", "Typed", "Value", "spans_of", "value"]

Kind = Literal["template", "typed", "blank"]


class Value(str):
    """Text from a form field rather than from the template. `str()` returns it unchanged."""

    __slots__ = ("field",)
    field: str

    def __new__(cls, text: str, field: str) -> Self:
        self = super().__new__(cls, text)
        self.field = field
        return self

    def __str__(self) -> str:
        return self


class Typed(Value):
    """What the writer typed. It is true in a template."""

    __slots__ = ()


class Blank(Value):
    """A bracketed label for what was not typed. It is false in a template, so `{% if person.phone %}` works."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a letter's text of one kind. `field` is the form field of a value, or ""."""

    text: str
    kind: Kind = "template"
    field: str = ""


def value(text: str, field: str, label: str) -> Value:
    """Return the text as typed, or its label in brackets if there is none.

    >>> value("", "city", "City"), value("Albany", "city", "City")
    ('[City]', 'Albany')
    """
    return Typed(text, field) if text else Blank(f"[{label}]", field)


def spans_of(pieces: Iterable[str]) -> tuple[Span, ...]:
    """Return the spans of a rendered template from the pieces it yields, with the template's own pieces joined.

    >>> spans_of(["Dear ", "Senator ", Typed("Smith", "senate1_last"), ":"])[1]
    Span(text='Smith', kind='typed', field='senate1_last')
    """
    return tuple(_joined(pieces))


def _joined(pieces: Iterable[str]) -> Iterator[Span]:
    own: list[str] = []
    for piece in pieces:
        if not isinstance(piece, Value):
            own.append(piece)
            continue
        if own:
            yield Span("".join(own))
            own = []
        yield Span(str.__str__(piece), "typed" if piece else "blank", piece.field)
    if own:
        yield Span("".join(own))
