"""Characters that word processors, phones and web pages put into a file without anyone typing them."""

from __future__ import annotations

import unicodedata

#: Curly and other quotes that are not TOML's.
QUOTES = "“”„‟″＂«»‘’‚‛′"
#: Dashes that look like a hyphen.
DASHES = "‐‑‒–—−"
#: Spaces that are not the space bar's, and line breaks that are not the Enter key's.
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u0085\u2028\u2029"  # for a character class of a pattern
#: Characters that nobody sees and that no text needs: soft hyphens, zero-width spaces, marks that reorder text.
INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: Characters that nobody sees and that emoji and some scripts need inside text.
JOINERS = "\u200c\u200d\u200e\u200f"


def name_of(character: str) -> str:
    r"""Return the name of a character and its code point.

    >>> name_of("\u00a0"), name_of("\u200b")
    ('non-breaking space (U+00A0)', 'zero width space (U+200B)')
    """
    own = {"\t": "tab", "\u00a0": "non-breaking space", "\ufeff": "byte order mark"}.get(character)
    return f"{own or unicodedata.name(character, 'character').lower()} (U+{ord(character):04X})"


def unwanted(text: str) -> str:
    r"""Return the name of the first character of a text that nobody wants in it, or an empty string.

    Line ends and tabs are wanted. So are emoji, all scripts, and non-breaking spaces.

    >>> unwanted("a\u200bb"), unwanted("Où ?")
    ('zero width space (U+200B)', '')
    """
    found = (one for one in text if one in INVISIBLE or one in "\u2028\u2029" or _is_control(one))
    return next(map(name_of, found), "")


def escaped(text: str) -> str:
    r"""Return a text with its invisible characters as escapes, so that a message about them shows them.

    >>> escaped("a\u200bb")
    'a\\u200bb'
    """
    return "".join(f"\\u{ord(one):04x}" if one in INVISIBLE or _is_control(one) else one for one in text)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in "\n\t"
