"""The sheets of paper: a letter's parts as the document's nodes, of which only those that changed are replaced."""

from typing import Any

from pyscript import document

from honorable.letters import Letter, Span
from honorable.page.dom import all_of, find

__all__ = ["fade", "show", "show_plain"]


def show(article: Any, letter: Letter, before: Letter | None) -> None:
    """Shows a letter in its article, given the one that stands there now, if it is known.

    What was typed since then is lit until `fade`, by a style that rests where reduced motion is wished.
    """
    paper = find("[data-letter-text]", article)
    if before is None or len(before.spans) != len(letter.spans):
        paper.replaceChildren(*(_node(part, lit=False) for part in letter.spans))
    else:
        nodes = paper.childNodes
        for place, (old, new) in enumerate(zip(before.spans, letter.spans, strict=True)):
            if old != new:
                nodes.item(place).replaceWith(_node(new, lit=True))
    if before is None or before.subject != letter.subject:
        find("[data-letter-subject]", article).textContent = letter.subject


def fade() -> None:
    """Lets go out what is lit."""
    for node in all_of("[data-letter-text] .lit"):
        node.setAttribute("data-fading", "")


def show_plain(article: Any, text: str) -> None:
    """Shows a letter that was edited by hand: its text as it is, without parts."""
    find("[data-letter-text]", article).textContent = text


def _node(part: Span, *, lit: bool) -> Any:
    if part.kind == "template":
        return document.createTextNode(part.text)
    node = document.createElement("span" if part.kind == "typed" else "mark")
    node.textContent = part.text
    node.dataset.field = part.field
    if lit and part.kind == "typed":
        node.className = "lit"
    return node
