"""Names of officials: without what is printed around them, and the last name in a full one.

The last name is a guess, which the writer can correct in the form.
"""

import re
import unicodedata
from collections.abc import Sequence

from honorable.letters.legislature import Region
from honorable.letters.plain_text import folded, one_line

__all__ = ["fitting_last_name", "last_name", "plain_name"]

_OFFICE = (
    r"(?:rep(?:resentative|\.)|sen(?:ator|\.)|del(?:egate|\.)|congress(?:wo)?man|congressmember"
    r"|(?:resident\s+)?commissioner|(?:(?:majority|minority)\s+)?(?:leader|whip)|speaker)(?:-elect)?"
)
_TITLE = re.compile(
    rf"(?:(?:mr|mrs|ms|mx|dr)\.?|miss|former|frmr\.?|(?:the\s+)?hon(?:orable|\.)|(?:u\.?s\.?|united\s+states|house|senate|state)(?=\s+{_OFFICE})|{_OFFICE})\s+",
    re.IGNORECASE,
)
#: Abbreviations without a period may be first names, so they are titles only if two more names follow.
_BARE_TITLE = re.compile(r"(?:Rep|Sen|Hon|REP|SEN|HON)\s+(?=\S+\s+\S)")

_PARTY = r"(?:an?\s+)?(?:DFL|[DRI]|Dem(?:ocrat(?:ic)?)?|Rep(?:ublican)?|Ind(?:ependent)?|GOP)\.?"
_DASH = "[-\u2010-\u2015/]"
_BRACKETS = re.compile(r"\s*[,;]?\s*[(\[][^()\[\]]*[)\]]\s*$")
_PARTY_AND_STATE = re.compile(rf"[,;]?\s+{_PARTY}\s?{_DASH}\s?(?P<state>[A-Za-z. ]+?)(?:{_DASH}?\s?(?:\d+|AL))?$")
_DISTRICT = re.compile(rf"[,;]?\s+(?P<state>[A-Z]{{2}}){_DASH}?(?:\d{{1,2}}|AL)$")
_OF_STATE = re.compile(r"[,;]?\s+(?:of|from)\s+(?:the\s+)?(?P<state>[A-Z][A-Za-z. ]+)$")
_STATE = re.compile(r"(?<=\S\s)\S+[,;]\s*(?P<state>[A-Z][A-Za-z. ]+)$")
_PARTY_ALONE = re.compile(rf"(?<=\S\s)\S+(?P<party>[,;]\s*{_PARTY}(?:\s+{_OFFICE})?)$", re.IGNORECASE)

#: What stands after a name and is no first name: an office, a district, a party and a place.
_DESCRIPTION = re.compile(
    r"\s*[,;]\s*(?:member\s+of\s.*|(?:(?:majority|minority)\s+)?(?:leader|whip)|speaker.*|chair.*"
    rf"|(?:the\s+)?\d+(?:st|nd|rd|th)\b.*|[DRI]{_DASH}\s?[A-Z].*)$",
    re.IGNORECASE,
)
_AFTER_A_DASH = re.compile(r"(?<=\S)\s+[-\u2013\u2014|]\s.*$")

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|v|esq|m\.?d|ph\.?d|d\.?d\.?s|o\.?d|r\.?n)\.?", re.IGNORECASE)

#: Words that begin a last name of several words.
_PARTICLES = re.compile(
    r"al|bin|da|dal|de|del|della|den|der|di|dos?|du|el|las?|le|los|mac|san|santa|ste?\.?|ten|ter|vande[nr]?|van|vo[mn]|zu",
    re.IGNORECASE,
)

#: Last names of two words that no rule tells from a middle and a last name: members of Congress, past and present.
_TWO_WORDS = frozenset(
    {
        "blunt rochester",
        "cortez masto",
        "gluesenkamp perez",
        "hernandez rivera",
        "herrera beutler",
        "jackson lee",
        "leger fernandez",
        "mcclain delaney",
        "mcdonald rivet",
        "mcmorris rodgers",
        "wasserman schultz",
        "watson coleman",
    }
)

#: The Associated Press's abbreviations that are neither a postal code nor the beginning of a state's name.
_ABBREVIATIONS = {"fla": "FL", "wva": "WV"}


def plain_name(text: str, regions: Sequence[Region] = ()) -> str:
    """Return a name as an address block has it: one line, first name first, without title, party and state.

    `regions` are the states that may be printed with a name, by name, postal code or abbreviation.

    >>> plain_name("U.S. Senator Ben  Ray Luján (D-NM)"), plain_name("Schiff, Adam"), plain_name("Senn Repp")
    ('Ben Ray Luján', 'Adam Schiff', 'Senn Repp')
    >>> illinois = Region("IL", "Illinois")
    >>> plain_name("Sen. Tammy Duckworth, D-Ill.", [illinois]), plain_name("Lauren Underwood of Illinois", [illinois])
    ('Tammy Duckworth', 'Lauren Underwood')
    """
    return _parsed(text, regions)[0]


def last_name(full_name: str, regions: Sequence[Region] = ()) -> str:
    """Return the likely last name, or "" for an empty name.

    Suffixes (Jr., III) are dropped, particles (Van Hollen, De La Cruz) and hyphens kept, and "Last, First" is
    understood. Members' double names that look like a middle and a last name are listed.

    >>> last_name("Chris Van Hollen"), last_name("Lisa Blunt Rochester"), last_name("Alexandria Ocasio-Cortez")
    ('Van Hollen', 'Blunt Rochester', 'Ocasio-Cortez')
    >>> last_name("Angus S. King, Jr."), last_name("John J. McGuire III"), last_name("Warren, Elizabeth")
    ('King', 'McGuire', 'Warren')
    """
    name, last = _parsed(full_name, regions)
    if last:
        return last
    words = name.partition(",")[0].split()
    while len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        words.pop()
    if len(words) > 2 and folded(" ".join(words[-2:])) in _TWO_WORDS:
        return " ".join(words[-2:])
    start = max(len(words) - 1, 0)
    while start > 1 and _PARTICLES.fullmatch(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def fitting_last_name(full_name: str, last: str) -> str:
    """Return as much of a last name as the full name has, so that address and greeting use the same name.

    >>> fitting_last_name("Pablo José Hernández", "Hernández Rivera"), fitting_last_name("Ann Lee", "Li")
    ('Hernández', 'Li')
    """
    full = folded(f" {plain_name(full_name)} ".replace(",", " "))
    words = last.split()
    for count in range(len(words), 0, -1):
        if f" {folded(' '.join(words[:count]))} " in full:
            return " ".join(words[:count])
    return last


def _parsed(text: str, regions: Sequence[Region]) -> tuple[str, str]:
    """Return the plain name, and the last name in it if the text says which one that is: "Last, First"."""
    before, known, name = "", "", one_line(text)
    while name != before:
        before = name
        name = _bare(name, regions)
        last, first, suffix = _inverted(name)
        if first:
            name, known = f"{first} {last}" + (f", {suffix}" if suffix else ""), last
    return name, known


def _bare(name: str, regions: Sequence[Region]) -> str:
    """Return the name without titles before it, and without party, state and district after it."""
    before = ""
    while name != before:
        before = name
        for title in (_TITLE, _BARE_TITLE):
            if (match := title.match(name)) and match.end() < len(name):
                name = name[match.end() :]
        name = _BRACKETS.sub("", name) or name
        name = _AFTER_A_DASH.sub("", _DESCRIPTION.sub("", name)) or name
        name = " ".join(word for word in name.split() if not _is_symbol(word)) or name
        for pattern in (_PARTY_AND_STATE, _DISTRICT, _OF_STATE):
            if (match := pattern.search(name)) and match.start() and _is_region(match["state"], regions):
                name = name[: match.start()]
        if (match := _STATE.search(name)) and _is_printed_state(match["state"], regions):
            name = name[: match.start("state")].rstrip(" ,;")
        if match := _PARTY_ALONE.search(name):
            name = name[: match.start("party")]
        name = name.rstrip(" ,;") or name
    return name


def _is_symbol(word: str) -> bool:
    """Whether a word is an emoji or the like, with its modifiers (Unicode Technical Standard 51, section 1.4)."""
    categories = {unicodedata.category(character) for character in word}
    return "So" in categories and categories <= {"So", "Sk", "Mn", "Cf"}


def _inverted(name: str) -> tuple[str, str, str]:
    """Return the last name, first name and suffix of "Last, First, Suffix", or three empty strings."""
    last, first, suffix = (*(part.strip() for part in name.split(",", 2)), "", "")[:3]
    words = first.split()
    # Degrees such as FACS, unless all of the name is in capitals.
    capitals = not last.isupper() and all(word.isupper() and len(word) > 1 for word in words)
    if not (last and first) or capitals or any(map(_SUFFIX.fullmatch, words)):
        return "", "", ""
    return last, first, suffix


def _is_region(text: str, regions: Sequence[Region]) -> bool:
    """Whether the text is a region's name, code or abbreviation, in any usual way of writing it."""
    plain = text.replace(".", "").replace(" ", "").casefold()
    code = _ABBREVIATIONS.get(plain, plain).casefold()
    return any(
        code == region.code.casefold() or (len(plain) > 2 and region.name.replace(" ", "").casefold().startswith(plain))
        for region in regions
    )


def _is_printed_state(text: str, regions: Sequence[Region]) -> bool:
    """Whether the text after a comma can only be a state: "Mary" is the beginning of Maryland, and a first name."""
    known = {region.code for region in regions} | {region.name for region in regions}
    return text in known or (text.endswith(".") and not _SUFFIX.fullmatch(text) and _is_region(text, regions))
