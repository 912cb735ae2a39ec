"""Names for the files that a visitor downloads."""

import re
import unicodedata

__all__ = ["file_name"]


def file_name(*words: str, ending: str) -> str:
    """Return a file name that every system takes: lowercase ASCII letters, digits and hyphens, at most 80 characters.

    >>> file_name("Letter to", "Senator Luján", ending="txt")
    'letter-to-senator-lujan.txt'
    """
    ascii_only = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only.lower()))[:75].strip("-") + "." + ending
