"""CSS selectors for the fake document: the few forms that the page uses, and an error for any other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.page.fake_document import Element

_SIMPLE = re.compile(
    r"""
    (?P<tag>\*|[a-zA-Z][\w-]*)
    | \#(?P<id>[\w-]+)
    | \.(?P<cls>[\w-]+)
    | \[(?P<attr>[\w-]+)(?:(?P<op>[~^$*]?=)(?P<quote>["']?)(?P<value>[^\]]*?)(?P=quote))?\]
    | :(?P<list>not|is)\((?P<inner>(?:[^()]|\([^()]*\))*)\)
    | :(?P<state>checked|empty)
    """,
    re.VERBOSE,
)
_COMBINATOR = re.compile(r"\s*(>)\s*|\s+")


@dataclass(frozen=True, slots=True)
class _Compound:
    """The simple selectors of one element, and how it relates to the one before: "", " " or ">"."""

    relation: str
    simple: tuple[re.Match[str], ...]


def matches(element: "Element", selector: str) -> bool:
    """Return whether the element matches the selector list. Raises ValueError for a form that is not supported."""
    return any(
        (not needed or needed in element.attributes) and _matches_chain(element, chain)
        for needed, chain in _parsed(selector)
    )


@cache
def _parsed(selector: str) -> tuple[tuple[str, tuple[_Compound, ...]], ...]:
    """Each selector of the list as its compounds, with an attribute that the element cannot match without."""
    chains = [tuple(_compounds(part.strip())) for part in _split(selector)]
    return tuple((_needed(chain[-1]), chain) for chain in chains)


def _needed(compound: _Compound) -> str:
    for simple in compound.simple:
        if simple["id"]:
            return "id"
        if simple["cls"]:
            return "class"
        if simple["attr"]:
            return simple["attr"]
    return ""


def _split(selector: str) -> list[str]:
    """Split at the commas that are not inside parentheses or brackets."""
    parts, depth = [""], 0
    for character in selector:
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _compounds(selector: str) -> Iterator[_Compound]:
    position, relation = 0, ""
    while position < len(selector):
        simple = []
        while match := _SIMPLE.match(selector, position):
            simple.append(match)
            position = match.end()
        if not simple:
            raise ValueError(f"the fake document does not know the selector {selector!r}")
        yield _Compound(relation, tuple(simple))
        if combinator := _COMBINATOR.match(selector, position):
            relation, position = combinator[1] or " ", combinator.end()


def _matches_chain(element: "Element", chain: tuple[_Compound, ...]) -> bool:
    *before, last = chain
    if not all(_matches_simple(element, simple) for simple in last.simple):
        return False
    if not before:
        return True
    parent = element.parentElement
    while parent is not None:
        if _matches_chain(parent, tuple(before)):
            return True
        if last.relation == ">":
            return False
        parent = parent.parentElement
    return False


def _matches_simple(element: "Element", simple: re.Match[str]) -> bool:
    match simple.groupdict():
        case {"tag": str(tag)}:
            return tag in {"*", element.tagName.lower()}
        case {"id": str(id_)}:
            return element.getAttribute("id") == id_
        case {"cls": str(name)}:
            return name in (element.getAttribute("class") or "").split()
        case {"list": str(kind), "inner": str(inner)}:
            return matches(element, inner) == (kind == "is")
        case {"state": str(state)}:
            return element.checked if state == "checked" else not element.childNodes
        case found:
            return _matches_attribute(element.getAttribute(found["attr"]), found["op"], found["value"] or "")


def _matches_attribute(text: str | None, operator: str | None, wanted: str) -> bool:
    if text is None:
        return False
    return {
        None: True,
        "=": text == wanted,
        "~=": wanted in text.split(),
        "^=": text.startswith(wanted),
        "$=": text.endswith(wanted),
        "*=": wanted in text,
    }[operator]
