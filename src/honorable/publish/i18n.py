"""The languages of the page: their catalogs, what is missing from them, and how they write numbers, dates and lists.

A catalog is gettext's: locale/es.po in the checkout, and the same file beside a campaign, which takes precedence. The
page's messages are written in English in the code and in the templates; `honorable words` extracts them.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from typing import cast

import babel
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.localedata import exists
from babel.messages.catalog import Catalog as Messages
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, read_po, write_po
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from honorable.letters.language import Catalog, PluralCategory, plural, translated
from honorable.publish.cache import cached
from honorable.publish.errors import UserError, shown
from honorable.publish.project import Project

ENGLISH = "en"
#: The functions that mark a message, and which of their arguments are messages (default: the first).
_KEYWORDS = {"_": None, "N_": None, "gettext": None, "t": None, "ngettext": (1, 2)}
_CODE = "src/honorable/"
#: Where messages are: the folder, the file pattern, and Babel's extraction method.
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
#: Where the page's readers live: it decides "2,102" in Spanish, and not "2.102".
_TERRITORY = "US"
#: What is filled in: {name} in Python, %(name)s in templates.
_BLANK = re.compile(r"\{\w*\}|%\(\w+\)s")
# At the top of a catalog that was translated by a program, or by somebody who learned the language.
_UNREAD = "# Needs a native reader."
#: Whole numbers that between them have every plural category of every language.
_SAMPLES = (*range(200), 1_000, 1_000_000)


def locale_of(code: str) -> Locale:
    """Return the CLDR locale for a language's code; a code without a region is read in the United States.

    >>> str(locale_of("es")), str(locale_of("es-MX")), str(locale_of("fr"))
    ('es_US', 'es_MX', 'fr')
    """
    plain = Locale.parse(code, sep="-")
    regional = f"{code}_{_TERRITORY}"
    return Locale.parse(regional) if "-" not in code and exists(regional) else plain


@dataclass(frozen=True, slots=True)
class BabelFormats:
    """Numbers, dates and lists as a locale writes them: `honorable.letters.language.Formats` by Babel."""

    locale: Locale

    def date(self, day: date) -> str:
        return format_date(day, "long", self.locale)

    def number(self, number: int) -> str:
        return format_decimal(number, locale=self.locale)

    def percent(self, share: float) -> str:
        return format_percent(share, locale=self.locale)

    def megabytes(self, size: int) -> str:
        r"""Return a number of bytes in megabytes, as one word that no line break divides.

        >>> BabelFormats(locale_of("en")).megabytes(5_322_000), BabelFormats(locale_of("vi")).megabytes(5_322_000)
        ('5.3\xa0MB', '5,3\xa0MB')
        """
        return format_unit(size / 1e6, "digital-megabyte", "short", "0.0", self.locale).replace(" ", "\u00a0")

    def list(self, items: Sequence[str]) -> str:
        return format_list(items, locale=self.locale)

    def plural(self, number: int) -> PluralCategory:
        return cast(PluralCategory, self.locale.plural_form(number))

    def ordinal(self, number: int) -> PluralCategory:
        return cast(PluralCategory, self.locale.ordinal_form(number))


@dataclass(frozen=True, slots=True)
class PageMessage:
    """A message of the page: where it is used ("web", "templates", "letters", "page"), and its plural if it has one."""

    places: frozenset[str]
    plural: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the page: its code and its catalog, English messages to translated ones."""

    code: str
    catalog: Catalog

    @property
    def name(self) -> str:
        """The language's name in the language itself.

        >>> Language("es", {}).name, Language("en", {}).name
        ('Español', 'English')
        """
        name = str(Locale.parse(self.code, sep="-").get_display_name())
        return name[:1].upper() + name[1:]

    def name_of(self, code: str) -> str:
        """Return the name of another language in this one; "" for this language itself, or a regional form of it.

        >>> Language("es", {}).name_of("en"), Language("en", {}).name_of("en-GB")
        ('inglés', '')
        """
        other = Locale.parse(code, sep="-")
        own = Locale.parse(self.code, sep="-")
        return "" if other.language == own.language else str(own.languages[other.language])

    @property
    def direction(self) -> str:
        """The direction in which it is written: "ltr" or "rtl".

        >>> Language("es", {}).direction, Language("ar", {}).direction
        ('ltr', 'rtl')
        """
        return "rtl" if Locale.parse(self.code, sep="-").character_order == "right-to-left" else "ltr"

    @property
    def locale(self) -> str:
        """The BCP 47 tag that `Intl` formats with.

        >>> Language("es", {}).locale
        'es-US'
        """
        return str(locale_of(self.code)).replace("_", "-")

    @property
    def formats(self) -> BabelFormats:
        """How the language writes numbers, dates and lists."""
        return BabelFormats(locale_of(self.code))

    def gettext(self, message: str) -> str:
        """Return the message in this language, or in English if the catalog lacks it."""
        return translated(self.catalog, message)

    def ngettext(self, one: str, other: str, count: int) -> str:
        """Return the form of a message that fits the count."""
        return plural(self.catalog, self.formats, one, other, count)

    def translations_of(self, messages: Iterable[str]) -> dict[str, str | Mapping[str, str]]:
        """Return the part of the catalog with these messages."""
        return {message: self.catalog[message] for message in messages if self.catalog.get(message)}

    def missing(self, project: Project) -> tuple[str, ...]:
        """Return the page's messages that the catalog lacks. None are missing from English of any region."""
        if self.code.partition("-")[0] == ENGLISH:
            return ()
        return tuple(message for message in page_messages(project) if not self.catalog.get(message))


def language(code: str, project: Project, campaign_file: Path | None = None) -> Language:
    """Return the language with this code, with the catalogs of the checkout and of the campaign's folder.

    A regional language, such as es-MX, falls back to the plain one. Raises UserError if a catalog cannot be read.
    """
    catalog: dict[str, str | Mapping[str, str]] = {}
    for path in _catalog_files(code, project, campaign_file):
        catalog |= _read(path, locale_of(code))
    return Language(code, catalog)


def needs_native_reader(code: str, project: Project, campaign_file: Path) -> Path | None:
    """Return the language's nearest catalog if a comment at its top says that no native reader has read it."""
    found = [path for path in _catalog_files(code, project, campaign_file) if path.is_file()]
    return found[-1] if found and _UNREAD in found[-1].read_text("utf-8").partition("msgid")[0] else None


def catalog_to_edit(code: str, project: Project, campaign_file: Path) -> Path:
    """Return the catalog that an operator adds missing translations to.

    It is the nearest one there is, but never one inside an installed package; otherwise a new one next to the campaign.
    """
    found = [path for path in _catalog_files(code, project, campaign_file) if path.is_file()]
    editable = [path for path in found if not (project.installed and path.is_relative_to(project.root))]
    return editable[-1] if editable else campaign_file.parent / "locale" / f"{code}.po"


def _catalog_files(code: str, project: Project, campaign_file: Path | None) -> list[Path]:
    """Return where a language's catalogs may be: each overrules those before it."""
    folders = dict.fromkeys([project.root / "locale", *([campaign_file.parent / "locale"] if campaign_file else [])])
    names = dict.fromkeys((code.partition("-")[0], code))
    return [folder / f"{name}.po" for folder in folders for name in names]


@cache
def page_messages(project: Project) -> dict[str, PageMessage]:
    """Return every message of the page by its English text, a message with a count by its English singular."""
    file = project.cache / f"messages-{_sources_digest(project)}.json"
    found = json.loads(cached(file, lambda: json.dumps(_places_and_plurals(project)).encode()))
    return {one: PageMessage(frozenset(places), plural_form) for one, (places, plural_form) in found.items()}


def _places_and_plurals(project: Project) -> dict[str, tuple[list[str], str]]:
    found: dict[str, tuple[list[str], str]] = {}
    for place, text, _file, _comments in _extracted(project):
        one, plural_form = (text, "") if isinstance(text, str) else text
        places, before = found.get(one, ([], ""))
        found[one] = sorted({*places, place}), plural_form or before
    return found


def _sources_digest(project: Project) -> str:
    """Return a digest of all that the messages depend on: the files that they are in, and what extracts them."""
    digest = hashlib.sha256(babel.__version__.encode() + Path(__file__).read_bytes())
    for _place, _method, path, file_name in _sources(project):
        digest.update(file_name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def updated(project: Project) -> dict[Path, bytes]:
    """Return the content of every catalog of the checkout, brought up to date with the code and the templates.

    Messages that are no longer used are dropped. The header has what translators' programs need, and no dates, so that
    only a change of the page changes the file.
    """
    template = Messages(project="Honorable", charset="utf-8")
    for _place, message, file, comments in _extracted(project):
        template.add(message, locations=[(file, 0)], auto_comments=comments)
    contents = {}
    for path in sorted((project.root / "locale").glob("*.po")):
        catalog = read_po(io.BytesIO(path.read_bytes()), locale=path.stem.replace("-", "_"), domain=path.stem)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        written = io.BytesIO()
        write_po(written, catalog, width=120, sort_output=False, omit_header=True, include_lineno=False)
        contents[path] = _header(path, catalog).encode() + written.getvalue()
    return contents


def _header(path: Path, catalog: Messages) -> str:
    comments = [line for line in path.read_text("utf-8").partition("msgid")[0].splitlines() if line.startswith("# ")]
    fields = {
        "Language": path.stem,
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": catalog.plural_forms,
    }
    lines = [f'"{name}: {value}\\n"' for name, value in fields.items()]
    return "\n".join([*comments, 'msgid ""', 'msgstr ""', *lines, "", ""])


def _extracted(project: Project) -> Iterator[tuple[str, str | tuple[str, str], str, list[str]]]:
    """Yield each message, or pair of singular and plural, with its place, its file and the comments for translators."""
    for place, method, path, file_name in _sources(project):
        with path.open("rb") as file:
            for _line, message, comments, _context in extract(
                method, file, keywords=_KEYWORDS, options=_OPTIONS.get(method, {})
            ):
                yield place, _one_or_two(message), file_name, list(comments)


def _sources(project: Project) -> Iterator[tuple[str, str, Path, str]]:
    """Yield each file that messages may be in: its place, Babel's extraction method, its path and its name."""
    for name, pattern, method in _PLACES:
        is_code = name.startswith(_CODE)
        place = name.rpartition("/")[2] if is_code else name.partition("/")[0]
        folder = project.source / name.removeprefix(_CODE) if is_code else project.root / name
        for path in sorted(folder.rglob(pattern) if is_code else folder.glob(pattern)):
            yield place, method, path, f"{name}/{path.relative_to(folder).as_posix()}".removeprefix("./")


def _one_or_two(message: str | tuple[str, ...]) -> str | tuple[str, str]:
    if isinstance(message, str):
        return message
    return (message[0], message[1]) if len(message) == 2 else message[0]


def _read(path: Path, locale: Locale) -> dict[str, str | Mapping[str, str]]:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UserError([f"{shown(path)}: cannot be read: {error.strerror}"]) from None
    except UnicodeDecodeError as error:
        raise UserError([f"{shown(path)}: must be UTF-8; byte {error.start} is not"]) from None
    messages = Messages(locale)
    try:
        PoFileParser(messages, abort_invalid=True).parse(text.splitlines())
    except Exception as error:  # noqa: BLE001  Babel raises whatever its parser runs into
        raise UserError([f"{shown(path)}: cannot be read as a gettext catalog: {error}"]) from None
    if errors := [f"{shown(path)}: {line}" for line in _wrong_blanks(messages)]:
        raise UserError(errors)
    return _catalog(messages, locale)


def _wrong_blanks(messages: Messages) -> Iterator[str]:
    """Yield a line for each {blank} or %(blank)s of a translation that its message does not have."""
    for entry in messages:
        if not entry.id or not entry.string or entry.fuzzy:
            continue
        forms = (entry.id, entry.string)
        own, translated_ones = (set(_BLANK.findall(" ".join([one] if isinstance(one, str) else one))) for one in forms)
        for blank in sorted(translated_ones - own):
            message = entry.id if isinstance(entry.id, str) else entry.id[0]
            yield f"{message!r}: its translation has {blank}, which the message does not have"


def _catalog(messages: Messages, locale: Locale) -> dict[str, str | Mapping[str, str]]:
    """Return gettext's messages by plural category instead of gettext's numbered forms."""
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    forms = GNUTranslations(compiled)
    samples = {locale.plural_form(number): number for number in reversed(_SAMPLES)}
    catalog: dict[str, str | Mapping[str, str]] = {}
    for entry in messages:
        if not entry.id or entry.fuzzy:
            continue
        if isinstance(entry.id, str):
            if entry.string:
                catalog[entry.id] = str(entry.string)
        elif isinstance(entry.string, tuple) and all(entry.string):
            one, other = entry.id
            by_category = {category: forms.ngettext(one, other, number) for category, number in samples.items()}
            catalog[one] = {"other": entry.string[-1]} | by_category
    return catalog
