"""The view of a letter: its spans as the document's nodes, of which only those that changed are replaced."""

from honorable.letters import Letter, Span
from honorable.page.document import Element, Node
from honorable.page.dom import all_of, document, find, set_text

__all__ = ["fade", "show", "show_plain"]


def show(article: Element, letter: Letter, before: Letter | None) -> None:
    """Show a letter in its article. `before` is the letter that was shown there, if it is known.

    What was typed since then is highlighted until `fade`. If the paper does not hold that letter any more, because an
    extension or the browser's own translation has changed it, all of it is replaced.
    """
    paper = find("[data-letter-text]", article)
    nodes = paper.childNodes
    if before and nodes.length == len(before.spans) == len(letter.spans) and paper.textContent == before.text:
        for place, (old, new) in enumerate(zip(before.spans, letter.spans, strict=True)):
            if old != new:
                nodes.item(place).replaceWith(_node(new, lit=True))
    elif nodes.length != len(letter.spans) or paper.textContent != letter.text:
        paper.replaceChildren(*(_node(span, lit=False) for span in letter.spans))
    set_text(find("[data-letter-subject]", article), letter.subject)


def fade() -> None:
    """Let highlights fade out."""
    for node in all_of("[data-letter-text] .lit"):
        node.setAttribute("data-fading", "")


def show_plain(article: Element, letter: Letter, text: str) -> None:
    """Show a letter that was edited by hand: its text without spans, and the subject."""
    set_text(find("[data-letter-text]", article), text)
    set_text(find("[data-letter-subject]", article), letter.subject)


def _node(span: Span, *, lit: bool) -> Node:
    if span.kind == "template":
        return document.createTextNode(span.text)
    node = document.createElement("span" if span.kind == "typed" else "mark")
    node.textContent = span.text
    node.dataset.field = span.field
    if lit and span.kind == "typed":
        node.className = "lit"
    return node
