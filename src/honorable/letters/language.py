"""The page's own words in the visitor's language. The letters are not among them: those are the templates'.

The words stand in the code in English. A catalog maps them to another language; one that it lacks stays English, for
a page with an English sentence in it is better than none. `honorable check` tells the operator.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

__all__ = ["N_", "_", "format_date", "format_list", "number", "set_catalog", "use_catalog"]

_catalog: Mapping[str, str] = {}


def set_catalog(catalog: Mapping[str, str]) -> None:
    """From now on, words are those of this catalog: English to the other language. Empty, they are English."""
    global _catalog  # noqa: PLW0603  one page has one language
    _catalog = catalog


@contextmanager
def use_catalog(catalog: Mapping[str, str]) -> Iterator[None]:
    """Words are those of this catalog for a while: the build writes one page after the other.

    >>> with use_catalog({"Nothing.": "Nada."}): _("Nothing.")
    'Nada.'
    """
    before = _catalog
    set_catalog(catalog)
    try:
        yield
    finally:
        set_catalog(before)


def _(message: str, /, **words: object) -> str:
    """The message in the language of the page, with words put into its {blanks}.

    >>> _("Copied by {name}.", name="Ada")
    'Copied by Ada.'
    """
    text = _catalog.get(message) or message
    return text.format(**words) if words else text


def N_(message: str) -> str:  # noqa: N802  gettext's own name for it
    """The message as it is: it is translated later, where it is shown."""
    return message


_MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)


def format_date(day: date) -> str:
    """A date as it is written in the language of the page.

    >>> format_date(date(2026, 11, 3))
    'November 3, 2026'
    >>> with use_catalog({"{month} {day}, {year}": "{day} de {month} de {year}", "November": "noviembre"}):
    ...     format_date(date(2026, 11, 3))
    '3 de noviembre de 2026'
    """
    return _("{month} {day}, {year}", month=_(_MONTHS[day.month - 1]), day=day.day, year=day.year)


def format_list(names: Sequence[str]) -> str:
    """Names in a sentence.

    >>> format_list(["Ohio"]), format_list(["Ohio", "Iowa"]), format_list(["Ohio", "Iowa", "Utah"])
    ('Ohio', 'Ohio and Iowa', 'Ohio, Iowa and Utah')
    """
    return _(" and ").join(filter(None, (", ".join(names[:-1]), names[-1])))


def number(count: int) -> str:
    """A number with its thousands set apart as in the language of the page.

    >>> number(1234), number(12)
    ('1,234', '12')
    """
    # Translated as a whole: "1.000" in Spanish, so what stands after the 1 is the sign.
    return f"{count:,}".replace(",", _("1,000")[1:-3])
