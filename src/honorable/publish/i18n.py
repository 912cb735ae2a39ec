"""The languages of the page: their catalogs, what is missing in them, and how a browser names them.

A catalog is gettext's: locale/es.po in the checkout, and the same beside a campaign, which wins. The page's words
stand in the code and in the templates in English; `honorable words` gathers them anew.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import PoFileParser, read_po, write_po

from honorable.publish.errors import UserError, shown
from honorable.publish.project import Project

ENGLISH = "en"
_KEYWORDS = {"_": None, "N_": None, "gettext": None, "t": None}
#: Where the words are: the folder or file, its endings, and Babel's way to read them.
_PLACES = (
    ("src/honorable/letters", "*.py", "python"),
    ("src/honorable/page", "*.py", "python"),
    ("src/honorable/publish/site", "template_context.py", "python"),
    ("web", "*.js", "javascript"),
    ("templates/sections", "*.html", "jinja2"),
    (".", "index.html", "jinja2"),
    ("templates", "python.html", "jinja2"),
    ("templates", "retired.html", "jinja2"),
)
_OPTIONS = {"jinja2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the page: its code, its own name, its direction, and the words of its catalog by the English."""

    code: str
    words: Mapping[str, str]

    @property
    def name(self) -> str:
        """The name in the language itself.

        >>> Language("es", {}).name, Language("en", {}).name
        ('Español', 'English')
        """
        name = str(Locale.parse(self.code, sep="-").get_display_name())
        return name[:1].upper() + name[1:]

    @property
    def direction(self) -> str:
        """How it is written: "ltr" or "rtl".

        >>> Language("es", {}).direction, Language("ar", {}).direction
        ('ltr', 'rtl')
        """
        return "rtl" if Locale.parse(self.code, sep="-").character_order == "right-to-left" else "ltr"

    def gettext(self, message: str) -> str:
        """The message in this language, or else in English."""
        return self.words.get(message) or message

    def ngettext(self, one: str, several: str, count: int) -> str:
        """The same for a message with a number; the page has none."""
        return self.gettext(one if count == 1 else several)

    def words_of(self, names: Iterable[str]) -> dict[str, str]:
        """The words for these messages, those that it has."""
        return {name: self.words[name] for name in names if self.words.get(name)}

    def missing(self, project: Project) -> tuple[str, ...]:
        """The page's words that it does not have. English is never missing, whatever its region."""
        if self.code.partition("-")[0] == ENGLISH:
            return ()
        return tuple(message for message in page_words(project) if not self.words.get(message))


def language(code: str, project: Project, campaign_file: Path | None = None) -> Language:
    """The language with this code. Raises UserError where a catalog of it is broken.

    A regional one, such as es-MX, falls back to the plain one.
    """
    folders = [project.root / "locale", *([campaign_file.parent / "locale"] if campaign_file else [])]
    plain = code.partition("-")[0]
    words: dict[str, str] = {}
    for folder in dict.fromkeys(folders):
        for name in dict.fromkeys((plain, code)):
            words |= _read(folder / f"{name}.po")
    return Language(code, words)


def page_words(project: Project) -> dict[str, frozenset[str]]:
    """Every word of the page in English, with where it is used: "web", "templates", "letters", "page"."""
    return _page_words(project.root)


@cache
def _page_words(root: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for place, message, _line, _comments in _extracted(root):
        found.setdefault(message, set()).add(place)
    return {message: frozenset(places) for message, places in found.items()}


def update(project: Project) -> Iterator[Path]:
    """Gathers the words anew, into every catalog of the checkout, and says which. What is no longer used goes."""
    template = Catalog(project="Honorable", charset="utf-8")
    for _place, message, where, comments in _extracted(project.root):
        template.add(message, locations=[(where, 0)], auto_comments=comments)
    for path in sorted((project.root / "locale").glob("*.po")):
        catalog = read_po(io.BytesIO(path.read_bytes()), locale=path.stem.replace("-", "_"), domain=path.stem)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        written = io.BytesIO()
        write_po(written, catalog, width=120, sort_output=False, omit_header=True, include_lineno=False)
        path.write_bytes(written.getvalue())
        yield path


def _extracted(root: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    for folder, pattern, method in _PLACES:
        for path in sorted((root / folder).rglob(pattern) if "src" in folder else (root / folder).glob(pattern)):
            place = folder.rpartition("/")[2] if folder.startswith("src") else folder.partition("/")[0]
            with path.open("rb") as file:
                for _line, message, comments, _context in extract(
                    method, file, keywords=_KEYWORDS, options=_OPTIONS.get(method, {})
                ):
                    text = message if isinstance(message, str) else message[0]
                    yield place, text, path.relative_to(root).as_posix(), list(comments)


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise UserError([f"{shown(path)}: must be UTF-8; byte {error.start} is not"]) from None
    catalog = Catalog()
    try:
        PoFileParser(catalog, abort_invalid=True).parse(text.splitlines())
    except Exception as error:  # noqa: BLE001  Babel raises what its parser stumbles over
        raise UserError([f"{shown(path)}: is no catalogue: {error}"]) from None
    return {str(entry.id): str(entry.string) for entry in catalog if entry.id and entry.string and not entry.fuzzy}
