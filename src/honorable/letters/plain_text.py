"""Plain text: on one line, or in ASCII for offices' forms that refuse curly quotes and accents."""

import re
import unicodedata

__all__ = ["ascii_only", "folded", "form_length", "one_line"]

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "″": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "⁄": "/", "…": "...", "•": "*", "·": "*",
        "×": "x", "÷": "/", "©": "(c)", "®": "(R)", "™": "(TM)", "°": " degrees",
        "¢": " cents", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "ı": "i", "ħ": "h", "ʻ": "'", "ʼ": "'", "¿": "", "¡": "", "\u00ad": "", "\u200b": "", "\ufeff": "",
    }
)  # fmt: skip


# Zero-width spaces, marks of direction and word joiners (Unicode Standard, section 23.2 and 23.3).
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")

#: Signs whose replacement has spaces: around a long dash, after the others.
_SPACED = re.compile(r" ?([—―]) ?|([§¶€£]) ?")
_WITH_SPACE = {"—": " - ", "―": " - ", "§": "Sec. ", "¶": "Par. ", "€": "EUR ", "£": "GBP "}


def one_line(text: str) -> str:
    r"""Return the text with every run of white space, line breaks included, as one space, and none at the ends.

    Marks of direction and other characters that nobody sees, which come along with copied text, are left out. Those
    that join letters stay (ZWJ, ZWNJ).

    >>> one_line("  Ada\r\n Lovelace ")
    'Ada Lovelace'
    """
    return " ".join(_INVISIBLE.sub("", text).split())


def folded(text: str) -> str:
    """Return the text without accents and capitals, to compare it.

    >>> folded("Luján"), folded("LUJAN")
    ('lujan', 'lujan')
    """
    apart = unicodedata.normalize("NFKD", text)
    return "".join(character for character in apart if not unicodedata.combining(character)).casefold()


def form_length(text: str) -> int:
    r"""Return how many characters an office's form counts in a text, line breaks as two.

    Browsers count UTF-16 code units (HTML standard, maxlength) and submit each line break as CR LF, which is what the
    office's own limit sees.

    >>> form_length("Dear Ada:\n\nHi"), form_length("🦋")
    (15, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + text.count("\n")


def ascii_only(text: str) -> str:
    r"""Return the text in printable ASCII and line breaks. Accents are dropped; other characters become "?".

    >>> ascii_only("“Señor” O’Brien — it’s 5 €…")
    '"Senor" O\'Brien - it\'s 5 EUR ...'
    >>> ascii_only("李 says hi 🦋")
    '? says hi ?'
    """
    spaced = _SPACED.sub(lambda match: _WITH_SPACE[match[1] or match[2]], unicodedata.normalize("NFC", text))
    apart = unicodedata.normalize("NFKD", spaced.translate(_PLAIN)).translate(_PLAIN)
    return "".join(map(_plain, apart))


def _plain(character: str) -> str:
    if character.isascii():
        return character if character.isprintable() or character == "\n" else " "
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn"}:
        return ""
    return " " if character.isspace() else "?"
