"""What a link to the page can bring: texts for the form, in its fragment, and where it came from, in its query."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import parse_qsl, unquote_plus, urlencode

from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.legislature import Legislature
from honorable.letters.person import Person
from honorable.letters.plain_text import one_line

__all__ = ["LOOK", "PREFILL", "Prefill", "prefill", "source_query"]


def fields_of(legislature: Legislature) -> tuple[str, ...]:
    """The form's fields that a link may fill in."""
    return (
        *(field.name for field in fields(Person)),
        *(f"{place.field}_{part}" for place in legislature.places for part in ("name", "last")),
    )


#: Those of the form for Congress.
PREFILL = fields_of(CONGRESS)
#: What a host asks of the page's look in a frame: frame.js reads it. It is nobody's secret, and stays.
LOOK: tuple[str, ...] = ("sections", "theme", "accent")

_LONGEST = 100  # as the form's own fields
_SOURCE = re.compile(r"source|utm_[a-z_]{1,20}")


@dataclass(frozen=True, slots=True)
class Prefill:
    """A fragment, read: texts by field name, the names that mean nothing here, and what of it stays in the address."""

    typed: Mapping[str, str]
    unknown: tuple[str, ...]
    stays: str


def prefill(fragment: str, legislature: Legislature = CONGRESS) -> Prefill:
    """What stands in a fragment, given without its #.

    Pairs are written as in a query (URL Standard, application/x-www-form-urlencoded): & between them, + or %20 for a
    space. Of two with the same name, the first counts. A text is cut where the form's field would end, and is no more
    than text. What has no = is a place in the page, and stays.

    >>> prefill("zip=94601&first=Mary+Ann&state=Ohio&theme=dark&shoe=9")
    Prefill(typed={'zip': '94601', 'first': 'Mary Ann', 'state': 'OH'}, unknown=('shoe',), stays='theme=dark')
    >>> prefill("write")
    Prefill(typed={}, unknown=(), stays='write')
    """
    known = fields_of(legislature)
    typed: dict[str, str] = {}
    unknown: list[str] = []
    stays: list[str] = []
    for pair in fragment.split("&"):
        name, equals, text = pair.partition("=")
        name = unquote_plus(name)
        if not equals or name in LOOK:
            stays.append(pair)
        elif name not in known:
            unknown.append(name)
        elif name not in typed:
            typed[name] = _as_typed(name, unquote_plus(text), legislature)
    return Prefill({name: text for name, text in typed.items() if text}, tuple(unknown), "&".join(filter(None, stays)))


def source_query(search: str) -> str:
    """The part of a query that says where a visitor came from, for the campaign's own links; empty where none does.

    >>> source_query("?utm_source=letter&name=Ada&source=our+site&utm_medium=")
    'utm_source=letter&source=our+site'
    """
    pairs = parse_qsl(search.removeprefix("?"))
    return urlencode([(name, text[:_LONGEST]) for name, text in pairs if _SOURCE.fullmatch(name)])


def _as_typed(name: str, text: str, legislature: Legislature) -> str:
    if name == "state":
        wanted = text.strip().casefold()
        return next((one.code for one in legislature.regions if wanted in _names(one.code, one.name)), "")
    # A field counts in UTF-16 units (HTML, maxlength), of which some characters need two. None is cut in half.
    return one_line(text).encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")


def _names(*names: str) -> set[str]:
    return {name.casefold() for name in names}
