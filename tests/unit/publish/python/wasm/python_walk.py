"""Runs in Pyodide: what it makes of characters, of numbers and dates, and of whole letters, as digests.

test_moved_data.py compares the digests with those of a Pyodide that lacks the data that the second half brings. The
folder /work has the page's python.zip, and in size.json how many drafts of letters to write, and if the walk takes all
characters.
"""

import base64
import datetime as dt
import hashlib
import json
import quopri
import random
import re
import sys
import unicodedata
import urllib.parse
import zipfile
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Literal

# All planes of Unicode with assigned characters; the others have nothing but private and unassigned ones.
_ALL = [*map(chr, range(0x32400)), *map(chr, range(0xE0000, 0xE0200)), "\U00100000", "\U0010ffff"]
# Before here are the alphabets. Most of the others are ideographs and syllables, thousands of one kind in a row.
_ALPHABETS = 0x3000
_METHODS = (
    *(
        "upper",
        "lower",
        "title",
        "casefold",
        "swapcase",
        "split",
        "splitlines",
        "strip",
        "isalpha",
        "isalnum",
        "isdigit",
    ),
    *("isnumeric", "isdecimal", "isspace", "isprintable", "isidentifier", "isupper", "islower", "istitle", "__repr__"),
)
_PROPERTIES = ("category", "bidirectional", "combining", "mirrored", "east_asian_width", "decomposition")
_FORMS: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = ("NFC", "NFD", "NFKC", "NFKD")
_CODECS = ("utf-8", "utf-16", "utf-16-le", "utf-8-sig", "ascii", "latin-1", "cp1252", "raw_unicode_escape", "punycode")
_ERRORS = ("strict", "replace", "ignore", "xmlcharrefreplace", "backslashreplace", "surrogatepass")
_SCRIPTS = (
    0x41,
    0xC0,
    0x100,
    0x391,
    0x410,
    0x5D0,
    0x620,
    0x905,
    0xE01,
    0x10A0,
    0x1E00,
    0x3041,
    0x4E00,
    0xAC00,
    0x1F300,
)


_ARCHIVE = "/work/python.zip"


def main() -> int:
    """Write one digest for each kind of question to /work/digests.json."""
    size = json.loads(Path("/work/size.json").read_text("utf-8"))
    characters = _ALL if size["all"] else [*_ALL[:_ALPHABETS], *_ALL[_ALPHABETS::17]]
    digests = {name: _digest(answers) for name, answers in _questions(characters, size["drafts"]).items()}
    Path("/work/digests.json").write_text(json.dumps(digests), "utf-8")
    return 0


def _questions(characters: list[str], drafts: int):
    # No generators: each would ask with the last of the names, which is what `name` is by then.
    for_each = {name: map(getattr(str, name), characters) for name in _METHODS}
    for_each |= {name: map(getattr(unicodedata, name), characters) for name in _PROPERTIES}
    for_each |= {
        form: map(partial(unicodedata.normalize, form), (f"a{c}\u0301" for c in characters)) for form in _FORMS
    }
    for_each |= {codec: map(partial(_coded, codec), characters[::31]) for codec in _CODECS}
    text = "".join(c for c in characters if not "\ud800" <= c <= "\udfff")
    return for_each | {
        "numeric": ((unicodedata.numeric(c, None), unicodedata.digit(c, None)) for c in characters),
        "re": (re.findall(pattern, text) for pattern in (r"\w+", r"(?i)[k-ſ]", r"\s", r"\d+", r"(?i)straße", r"\W")),
        "json": (json.dumps(text), json.loads(json.dumps(text))),
        "urls": (urllib.parse.quote(text), urllib.parse.unquote(urllib.parse.quote(text))),
        "mail": (quopri.encodestring(text.encode()), base64.b64encode(text.encode())),
        "floats": map(_number, range(2000)),
        "dates": (
            (day.isoformat(), f"{day:%A %d %B %Y %j %U}", day.isocalendar())
            for day in map(_day, range(0, 800_000, 499))
        ),
        "letters": _letters(drafts),
    }


def _coded(codec: str, character: str) -> list[object]:
    found: list[object] = []
    for errors in _ERRORS:
        try:
            coded = character.encode(codec, errors)
            found += (coded, coded.decode(codec, errors))
        except UnicodeError as error:
            found.append(str(error))
    return found


def _number(seed: int) -> tuple[str, ...]:
    chance = random.Random(seed)  # noqa: S311 - the same each time
    number = chance.uniform(-1, 1) * 10.0 ** chance.randint(-300, 300)
    texts = (repr(number), f"{number:.3e}", f"{number:,.2f}", f"{number:g}", str(round(number, 2)), number.hex())
    return (
        *texts,
        *(repr(float(text.replace(",", ""))) for text in texts[:5]),
        f"{int(number) if abs(number) < 1e40 else 0:,}",
    )


def _day(number: int) -> dt.date:
    return dt.date(1, 1, 1) + dt.timedelta(days=number)


def _letters(drafts: int):
    """Letters by people with names and stories in many scripts."""
    sys.path.append(_ARCHIVE)
    from jinja2 import ModuleLoader

    from honorable import letters

    site = json.loads(zipfile.ZipFile(_ARCHIVE).read("site/campaign.json"))
    campaign, templates = (
        letters.Campaign.from_json(site["campaign"]),
        letters.environment(ModuleLoader(f"{_ARCHIVE}/site")),
    )
    blank = letters.blank_draft(campaign.legislature)
    for seed in range(drafts):
        chance = random.Random(seed)  # noqa: S311 - the same each time

        def words(most: int, chance: random.Random = chance) -> str:
            return " ".join(
                "".join(chr(chance.choice(_SCRIPTS) + chance.randrange(60)) for _ in range(chance.randint(1, 9)))
                for _ in range(chance.randint(0, most))
            )

        fields = {name: words(2) for name in ("first", "last", "street", "city")}
        person = replace(blank.person, **fields, title=chance.choice(["", "Dr.", "Mx."]), state="CA", zip="94601")
        draft = replace(blank, person=person, story=words(30))
        yield [(letter.subject, letter.text) for letter in letters.render(draft, campaign, templates)]


def _digest(answers) -> str:
    digest, answers = hashlib.sha256(), iter(answers)
    while some := list(islice(answers, 1000)):  # together, for there are millions
        digest.update(repr(some).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
