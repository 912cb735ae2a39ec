"""CSS selectors for the fake document: the few forms that the page uses, and an error for any other."""

import re
from collections.abc import Callable, Iterable, Iterator
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


#: Whether an element matches a simple selector.
_Test = Callable[["Element"], bool]


@dataclass(frozen=True, slots=True)
class _Compound:
    """The simple selectors of one element, and how it relates to the one before: "", " " or ">"."""

    relation: str
    tests: tuple[_Test, ...]
    #: The name of the tag and an attribute that an element cannot match without; "" if there is none.
    tag: str
    needs: str


def matches(element: "Element", selector: str) -> bool:
    """Return whether the element matches the selector list. Raises ValueError for a form that is not supported."""
    return any(_matches_chain(element, chain) for chain in _parsed(selector))


def selected(elements: Iterable["Element"], selector: str) -> Iterator["Element"]:
    """Yield the elements that match the selector list, in their order."""
    chains = [(chain[-1].tag, chain[-1].needs, chain) for chain in _parsed(selector)]
    for element in elements:
        for tag, needs, chain in chains:
            # First what rules out nearly all: this runs millions of times.
            if needs and needs not in element.attributes:
                continue
            if (not tag or tag == element.tagName) and _matches_chain(element, chain):
                yield element
                break


@cache
def _parsed(selector: str) -> tuple[tuple[_Compound, ...], ...]:
    return tuple(tuple(_compounds(part.strip())) for part in _split(selector))


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
            simple.append(match.groupdict())
            position = match.end()
        if not simple:
            raise ValueError(f"the fake document does not know the selector {selector!r}")
        tag = next((one["tag"] for one in simple if one["tag"] and one["tag"] != "*"), "")
        needs = next(filter(None, map(_needed, simple)), "")
        yield _Compound(relation, tuple(map(_test, simple)), tag.upper(), needs)
        if combinator := _COMBINATOR.match(selector, position):
            relation, position = combinator[1] or " ", combinator.end()


def _needed(simple: dict[str, str]) -> str:
    return "id" if simple["id"] else "class" if simple["cls"] else simple["attr"]


def _matches_chain(element: "Element", chain: tuple[_Compound, ...]) -> bool:
    last = chain[-1]
    if last.needs and last.needs not in element.attributes:
        return False
    for test in last.tests:
        if not test(element):
            return False
    if len(chain) == 1:
        return True
    parent = element.parentElement
    while parent is not None:
        if _matches_chain(parent, chain[:-1]):
            return True
        if last.relation == ">":
            return False
        parent = parent.parentElement
    return False


def _test(simple: dict[str, str]) -> _Test:
    match simple:
        case {"tag": str(tag)}:
            return lambda element: tag in {"*", element.tagName.lower()}
        case {"id": str(id_)}:
            return lambda element: element.attributes.get("id") == id_
        case {"cls": str(name)}:
            return lambda element: name in element.attributes.get("class", "").split()
        case {"list": str(kind), "inner": str(inner)}:
            return lambda element: matches(element, inner) == (kind == "is")
        case {"state": str(state)}:
            return lambda element: element.checked if state == "checked" else not element.childNodes
    attribute, fits, wanted = simple["attr"], _OPERATORS[simple["op"]], simple["value"] or ""
    return lambda element: attribute in element.attributes and fits(element.attributes[attribute], wanted)


_OPERATORS: dict[str | None, Callable[[str, str], bool]] = {
    None: lambda _text, _wanted: True,
    "=": str.__eq__,
    "~=": lambda text, wanted: wanted in text.split(),
    "^=": str.startswith,
    "$=": str.endswith,
    "*=": str.__contains__,
}
