"""The text of campaign.toml: decoded, and searched for characters that word processors and phones put into it.

TOML allows other characters than ASCII only in text and in comments. Curly quotes, long dashes, non-breaking spaces and
invisible characters anywhere else make tomllib stop with a message that helps nobody, so they are found first.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from honorable.publish.campaign.characters import DASHES, INVISIBLE, JOINERS, QUOTES, SPACES, name_of
from honorable.publish.campaign.positions import line_and_column

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)"""
    r'''|(?P<text>"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')'''
    rf"""|(?P<closed>["'][^\n"']*?[{QUOTES}](?=[ \t]*(?:[,\]}}\#\n]|\Z)))"""
    rf"""|(?P<curly>[{QUOTES}](?:[^\n"{QUOTES}]|(?<=\w)’(?=\w))*(?:["{QUOTES}]|$))"""
    rf"""|(?P<dash>[{DASHES}])|(?P<space>[{SPACES}]+)"""
    rf"""|(?P<invisible>[{"".join(INVISIBLE)}{JOINERS}]+)""",
    re.DOTALL | re.MULTILINE,
)


class EncodingError(ValueError):
    """Bytes that are not UTF-8, with the line and the column where they begin, or 0."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line, self.column = line, column


@dataclass(frozen=True, slots=True)
class Stray:
    """A character that TOML does not allow where it is, and a message that says what to type instead."""

    message: str
    line: int
    column: int


def decoded(content: bytes) -> str:
    r"""Return the text of a file with "\n" as its only line end and without a byte order mark.

    Raise EncodingError if the file is not UTF-8.

    >>> decoded(b"\xef\xbb\xbfa = 1\r\n")
    'a = 1\n'
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise EncodingError("must be UTF-8, but is UTF-16; save it again and choose UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line, column = line_and_column(_with_plain_line_ends(before), len(_with_plain_line_ends(before)))
        character = content[error.start : error.start + 1].decode("cp1252", "replace")
        seen = f', "{character}" in Windows-1252' if character.isprintable() and character != "\ufffd" else ""
        raise EncodingError(
            f"must be UTF-8, but has the byte 0x{content[error.start]:02X}{seen}; save it again and choose UTF-8",
            line,
            column,
        ) from None
    return _with_plain_line_ends(text)


def without_strays(text: str) -> tuple[str, tuple[Stray, ...]]:
    """Return the text as its author meant it, and the characters that TOML does not allow where they are.

    >>> without_strays('name = “Parks”')[0]
    'name = "Parks"'
    >>> without_strays('name = "“Parks”"  # “Parks”')[1]
    ()
    """
    strays: list[Stray] = []
    repaired: list[str] = []
    end = 0
    for token in _TOKEN.finditer(text):
        repaired.append(text[end : token.start()])
        end = token.end()
        found, offset, replacement = _read(token)
        repaired.append(replacement)
        if found:
            strays.append(Stray(found, *line_and_column(text, offset)))
    return "".join([*repaired, text[end:]]), tuple(strays)


def _read(token: re.Match[str]) -> tuple[str, int, str]:
    """Return the message about a token, or an empty one, the offset that it is about, and the token repaired."""
    whole, start = token[0], token.start()
    if token["curly"]:
        inside = whole[1:-1] if len(whole) > 1 and whole[-1] in f'"{QUOTES}' else whole[1:]
        return _curly(whole[0]), start, f'"{inside}"'
    if token["closed"]:
        return _curly(whole[-1]), token.end() - 1, whole[:-1] + whole[0]
    if token["dash"]:
        return f"a dash ({whole}); TOML needs a hyphen (-)", start, "-"
    if token["space"]:
        return f"a {name_of(whole[0])}; use an ordinary space", start, " " * len(whole)
    if token["invisible"]:
        return f"an invisible character: {name_of(whole[0])}; delete it", start, ""
    return "", start, whole


def _curly(quote: str) -> str:
    return f'a curly quote ({quote}); TOML needs straight quotes (")'


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
