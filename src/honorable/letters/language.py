"""The page's messages in the visitor's language, and the numbers, dates and lists in them.

Messages are written in English in the code and in the templates; a catalog maps them to another language. A message
that the catalog lacks stays in English, because a page with one English sentence is better than none; `honorable check`
reports it. How numbers, dates and lists are written comes from CLDR, through `Formats`: Babel implements it in the
build (`publish.i18n`), and `Intl` in the page (`page.intl`).

The letters themselves are not translated here: their language is that of the campaign's templates.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Literal, Protocol

__all__ = [
    "N_",
    "Catalog",
    "Formats",
    "PluralCategory",
    "_",
    "format_date",
    "format_list",
    "format_number",
    "format_percent",
    "ngettext",
    "ordinal",
    "plural",
    "set_language",
    "translated",
    "use_language",
]

PluralCategory = Literal["zero", "one", "two", "few", "many", "other"]

#: English message to its translation; a message with a count has one for each plural category, "other" among them.
#: As in gettext, the key of a message with a count is its English singular.
Catalog = Mapping[str, str | Mapping[str, str]]


class Formats(Protocol):
    """How one language writes numbers, dates and lists (Unicode CLDR)."""

    def date(self, day: date) -> str:
        """Return a date in its long form: "November 3, 2026"."""

    def number(self, number: int) -> str:
        """Return a whole number with its thousands separated: "12,345"."""

    def percent(self, share: float) -> str:
        """Return a share from 0 to 1 as a whole percentage: "50%"."""

    def list(self, items: Sequence[str]) -> str:
        """Return a list as it is written in a sentence: "Ohio, Iowa, and Utah"."""

    def plural(self, number: int) -> PluralCategory:
        """Return the category of a count, as in "1 letter", "2 letters"."""

    def ordinal(self, number: int) -> PluralCategory:
        """Return the category of a rank, as in "1st", "2nd", "3rd", "4th"."""


class _Unlocalized:
    """Formats of no language: ISO 8601 dates and bare digits. In use until `set_language` names another."""

    def date(self, day: date) -> str:
        return day.isoformat()

    def number(self, number: int) -> str:
        return str(number)

    def percent(self, share: float) -> str:
        return f"{share:.0%}"

    def list(self, items: Sequence[str]) -> str:
        return ", ".join(items)

    def plural(self, _number: int) -> PluralCategory:
        return "other"

    ordinal = plural


_catalog: Catalog = {}
_formats: Formats = _Unlocalized()


def set_language(catalog: Catalog, formats: Formats) -> None:
    """Write every message from now on in the language of this catalog and these formats.

    An empty catalog means English.
    """
    global _catalog, _formats
    _catalog, _formats = catalog, formats


@contextmanager
def use_language(catalog: Catalog, formats: Formats | None = None) -> Iterator[None]:
    """Write messages in this language inside a `with` block. Without formats, those in use stay.

    >>> with use_language({"Nothing.": "Nada."}): _("Nothing.")
    'Nada.'
    """
    before = _catalog, _formats
    set_language(catalog, formats or _formats)
    try:
        yield
    finally:
        set_language(*before)


def _(message: str, /, **values: object) -> str:
    """Return the message in the language of the page, with the values in its {blanks}.

    >>> _("Copied by {name}.", name="Ada")
    'Copied by Ada.'
    """
    text = translated(_catalog, message)
    return text.format(**values) if values else text


def ngettext(one: str, other: str, count: int, /, **values: object) -> str:
    """Return the form of a message that fits the count, in the language of the page.

    {count} in the message is the formatted number. Both forms are complete sentences.

    >>> ngettext("{count} letter", "{count} letters", 1), ngettext("{count} letter", "{count} letters", 3)
    ('1 letter', '3 letters')
    """
    return plural(_catalog, _formats, one, other, count).format(count=format_number(count), **values)


def N_(message: str) -> str:  # noqa: N802  gettext's own name for it
    """Return the message unchanged, and mark it for extraction. It is translated where it is shown."""
    return message


def translated(catalog: Catalog, message: str) -> str:
    """Return the message's translation in a catalog, or the message if it has none."""
    text = catalog.get(message) or message
    return text if isinstance(text, str) else text.get("one") or text["other"]


def plural(catalog: Catalog, formats: Formats, one: str, other: str, count: int) -> str:
    """Return the form of a message that fits the count. Without a translation, it is one of the two English forms.

    >>> forms = {"{count} carta": {"one": "{count} carta", "other": "{count} cartas"}}
    >>> plural(forms, _Unlocalized(), "{count} carta", "", 2)
    '{count} cartas'
    """
    forms = catalog.get(one)
    if isinstance(forms, Mapping):
        return forms.get(formats.plural(count)) or forms["other"]
    return one if count == 1 else other  # English; gettext does the same without a catalog


def format_date(day: date) -> str:
    """Return a date as the language of the page writes it: "November 3, 2026", "3 de noviembre de 2026"."""
    return _formats.date(day)


def format_list(items: Sequence[str]) -> str:
    """Return a list as the language of the page writes it: "Ohio, Iowa, and Utah", "Ohio, Iowa y Utah"."""
    return _formats.list(items)


def format_number(number: int) -> str:
    """Return a whole number as the language of the page writes it: "1,234"."""
    return _formats.number(number)


def format_percent(share: float) -> str:
    """Return a share from 0 to 1 as a whole percentage, as the language of the page writes it: "50%"."""
    return _formats.percent(share)


#: The English endings by CLDR's ordinal categories. Other languages translate each of them, to "{number}.º" for one.
_ORDINALS = {
    "one": N_("{number}st"),
    "two": N_("{number}nd"),
    "few": N_("{number}rd"),
    "other": N_("{number}th"),
}


def ordinal(number: int) -> str:
    """Return a rank as the language of the page writes it: "1st", "12th"."""
    return _(_ORDINALS.get(_formats.ordinal(number), _ORDINALS["other"]), number=format_number(number))
