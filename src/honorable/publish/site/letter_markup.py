"""Show a letter as HTML."""

from __future__ import annotations

from markupsafe import Markup, escape

from honorable import letters


def letter_markup(letter: letters.Letter) -> Markup:
    """Return the letter as HTML with exactly its text. Blanks and typed words are marked with their form field."""
    return Markup("").join(map(_span, letter.spans))


def _span(span: letters.Span) -> Markup:
    if span.kind == "template":
        return escape(span.text)
    tag = "mark" if span.kind == "blank" else "span"
    return Markup('<{} data-field="{}">{}</{}>').format(tag, span.field, span.text, tag)
