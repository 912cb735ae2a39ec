"""Names for the files that a visitor downloads."""

import re
import unicodedata

__all__ = ["file_name"]


# Latin letters that Unicode does not take apart into a letter and its mark.
_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


def file_name(*words: str, ending: str) -> str:
    """Return a file name that every system takes: lowercase ASCII letters, digits and hyphens, at most 80 characters.

    Other scripts than Latin are left out; if nothing is left, the name is "letter".

    >>> file_name("Letter to", "Senator Luján", ending="txt"), file_name("رسالة", ending="txt")
    ('letter-to-senator-lujan.txt', 'letter.txt')
    """
    latin = " ".join(words).lower().translate(_LETTERS)
    ascii_only = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return ("-".join(re.findall(r"[a-z0-9]+", ascii_only))[:75].strip("-") or "letter") + "." + ending
