"""Names for the files that a visitor downloads."""

import re

from honorable.letters.plain_text import ascii_only

__all__ = ["file_name"]


def file_name(*words: str, ending: str) -> str:
    """Return a file name that every system takes: lowercase ASCII letters, digits and hyphens, at most 80 characters.

    Other scripts than Latin are left out; if nothing is left, the name is "letter".

    >>> file_name("Letter to", "Senator Luján", ending="txt"), file_name("رسالة", ending="txt")
    ('letter-to-senator-lujan.txt', 'letter.txt')
    """
    parts = re.findall(r"[a-z0-9]+", ascii_only(" ".join(words)).lower())
    return ("-".join(parts)[:75].strip("-") or "letter") + "." + ending
