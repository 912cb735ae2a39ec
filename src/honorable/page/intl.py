"""Numbers, dates and lists as the browser writes them in the language of the page."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from pyodide.ffi import to_js
from pyscript import window

from honorable.letters.language import PluralCategory

__all__ = ["IntlFormats"]


class IntlFormats:
    """`honorable.letters.language.Formats` by the browser's `Intl`, for a BCP 47 language tag.

    Each of Intl's formatters is made when it is first used: making one costs more than using it.
    """

    def __init__(self, locale: str) -> None:
        self._locale = locale

    def date(self, day: date) -> str:
        noon = window.Date.new(window.Date.UTC(day.year, day.month - 1, day.day, 12))
        return _formatter("DateTimeFormat", self._locale, dateStyle="long", timeZone="UTC").format(noon)

    def number(self, number: int) -> str:
        return _formatter("NumberFormat", self._locale).format(number)

    def percent(self, share: float) -> str:
        return _formatter("NumberFormat", self._locale, style="percent").format(share)

    def list(self, items: Sequence[str]) -> str:
        return _formatter("ListFormat", self._locale, type="conjunction").format(to_js([*items]))

    def plural(self, number: int) -> PluralCategory:
        return _formatter("PluralRules", self._locale).select(number)

    def ordinal(self, number: int) -> PluralCategory:
        return _formatter("PluralRules", self._locale, type="ordinal").select(number)


@cache
def _formatter(kind: str, locale: str, **options: str) -> Any:
    return getattr(window.Intl, kind).new(locale, **options)
