"""What a link to the page can bring: texts for the form in its fragment, and where it came from in its query."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import parse_qsl, unquote_plus, urlencode

from honorable.letters.legislature import Legislature
from honorable.letters.person import Person
from honorable.letters.plain_text import one_line

__all__ = ["FRAME_OPTIONS", "Prefill", "prefill", "prefill_fields", "source_query"]

#: What a host page sets about a frame's looks. frame.js reads them; they are not secret, and stay in the address.
FRAME_OPTIONS: tuple[str, ...] = ("sections", "theme", "accent")

#: A mail merge field that the mailing program did not fill in: *|FNAME|*, {{ first_name }}, %%FIRST%%, ${zip}, [ZIP].
_MERGE_FIELD = re.compile(
    r"\*\|[\w:.]+\|\*|\{\{[\w\s.|'\"-]+\}\}|%%?[A-Za-z_][\w.]*%%?|\$\{[\w.]+\}|\[[A-Z_]+\]|<%=?[\w\s.@]+%>|\{[A-Za-z_]\w*\}"
)
#: What some mailing programs append to every address, behind the fragment too.
_APPENDED = re.compile(r"\?[\w.-]+=.*", re.DOTALL)
_MAX_LENGTH = 100  # the form's own maxlength
_SOURCE = re.compile(r"source|utm_[a-z_]{1,20}")


@dataclass(frozen=True, slots=True)
class Prefill:
    """A fragment that was read: texts by field name, unknown names, and the rest, which stays in the address."""

    typed: Mapping[str, str]
    unknown: tuple[str, ...]
    rest: str


def prefill_fields(legislature: Legislature) -> tuple[str, ...]:
    """Return the names of the form's fields that a link may fill in. `reasons` are ids with commas between them."""
    return (
        *(field.name for field in fields(Person)),
        "reasons",
        *(f"{place.field}_{part}" for place in legislature.places for part in ("name", "last")),
    )


def prefill(fragment: str, legislature: Legislature) -> Prefill:
    """Return what a URL fragment, given without its #, brings to the form.

    Pairs are written as in a query (URL Standard, application/x-www-form-urlencoded): & between them, + or %20 for a
    space. If a name occurs twice, the first one counts. Texts are cut at the form's maxlength and never interpreted.
    A part without = is the id of an element in the page, and stays. A merge field that was not filled in is dropped,
    and so is a query that a mailing program has appended.
    """
    known = prefill_fields(legislature)
    typed: dict[str, str] = {}
    unknown: list[str] = []
    rest: list[str] = []
    for pair in fragment.split("&"):
        name, equals, text = pair.partition("=")
        name = unquote_plus(name)
        if not equals or name in FRAME_OPTIONS:
            rest.append(pair)
        elif name not in known:
            unknown.append(name)
        elif name not in typed:
            # Not decoded: %ADDRESS% has a %AD in it.
            typed[name] = "" if _MERGE_FIELD.fullmatch(text) else _as_typed(name, unquote_plus(text), legislature)
    return Prefill({name: text for name, text in typed.items() if text}, tuple(unknown), "&".join(filter(None, rest)))


def source_query(search: str) -> str:
    """Return the part of a query that says where a visitor came from, for the campaign's own links, or "".

    >>> source_query("?utm_source=letter&name=Ada&source=our+site&utm_medium=")
    'utm_source=letter&source=our+site'
    """
    pairs = parse_qsl(search.removeprefix("?"))
    return urlencode([(name, text[:_MAX_LENGTH]) for name, text in pairs if _SOURCE.fullmatch(name)])


def _as_typed(name: str, text: str, legislature: Legislature) -> str:
    text = _APPENDED.sub("", text)
    if _MERGE_FIELD.fullmatch(text.strip()):
        return ""
    if name == "state":
        wanted = text.strip().casefold()
        return next((one.code for one in legislature.regions if wanted in _names(one.code, one.name)), "")
    # maxlength counts UTF-16 code units (HTML standard), and some characters have two. None is cut in half.
    return one_line(text).encode("utf-16-le")[: 2 * _MAX_LENGTH].decode("utf-16-le", "ignore")


def _names(*names: str) -> set[str]:
    return {name.casefold() for name in names}
