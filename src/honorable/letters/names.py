"""Names of officials: without what is around them in print, and the last name in a full one.

The last name is a guess, which the writer can correct in the form.
"""

import re
import unicodedata

from honorable.letters.plain_text import one_line

__all__ = ["last_name", "plain_name"]

_TITLE = re.compile(
    r"(?:(?:the\s+)?hon(?:orable|\.)|rep(?:resentative|\.)|sen(?:ator|\.)|del(?:egate|\.)|congress(?:wo)?man"
    r"|resident\s+commissioner|u\.?s\.?)\s+",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
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


def plain_name(text: str) -> str:
    """Return a name as an address block has it: one line, without the title and party that directories print with it.

    >>> plain_name("U.S. Senator Ben  Ray Luján (D-NM)"), plain_name("Rep. Lateefah Simon"), plain_name("Senn Repp")
    ('Ben Ray Luján', 'Lateefah Simon', 'Senn Repp')
    """
    name = one_line(text)
    while (match := _TITLE.match(name)) and match.end() < len(name):
        name = name[match.end() :]
    return _PARTY.sub("", name) or name


def last_name(full_name: str) -> str:
    """Return the likely last name, or "" for an empty name.

    Suffixes (Jr., III) are dropped, particles (Van Hollen, De La Cruz) and hyphens kept, and "Last, First" is
    understood. Members' double names that look like a middle and a last name are listed.

    >>> last_name("Chris Van Hollen"), last_name("Lisa Blunt Rochester"), last_name("Alexandria Ocasio-Cortez")
    ('Van Hollen', 'Blunt Rochester', 'Ocasio-Cortez')
    >>> last_name("Angus S. King, Jr."), last_name("John J. McGuire III"), last_name("Warren, Elizabeth")
    ('King', 'McGuire', 'Warren')
    """
    before, _, after = (part.strip() for part in plain_name(full_name).partition(","))
    if before and after and not all(map(_is_suffix, re.split(r"[\s,]+", after))):
        return before
    words = before.split()
    while len(words) > 1 and _is_suffix(words[-1]):
        words.pop()
    if len(words) > 2 and _without_accents(" ".join(words[-2:])).casefold() in _TWO_WORDS:
        return " ".join(words[-2:])
    start = max(len(words) - 1, 0)
    while start > 1 and _PARTICLES.fullmatch(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _is_suffix(word: str) -> bool:
    return _SUFFIX.fullmatch(word) is not None
