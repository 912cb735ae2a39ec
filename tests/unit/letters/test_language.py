"""Messages in the language of the page, and the numbers, dates and lists in them."""

from datetime import date

import pytest

from honorable.letters.language import (
    _,
    format_date,
    format_list,
    format_number,
    format_percent,
    ngettext,
    ordinal,
    use_language,
)
from honorable.publish.i18n import Language

SPANISH = Language(
    "es",
    {
        "Nothing.": "Nada.",
        "{count} letter to {name}": {"one": "{count} carta a {name}", "other": "{count} cartas a {name}"},
        "{number}th": "{number}.º",
        "empty": "",
    },
)
RUSSIAN = Language(
    "ru", {"{count} letter": {"one": "{count} письмо", "few": "{count} письма", "other": "{count} писем"}}
)


def test_a_message_is_in_the_language_of_the_page_only_inside_the_block():
    with use_language(SPANISH.catalog):
        assert _("Nothing.") == "Nada."
    assert _("Nothing.") == "Nothing."


def test_the_language_before_comes_back_after_an_error():
    with pytest.raises(ZeroDivisionError), use_language(SPANISH.catalog, SPANISH.formats):
        raise ZeroDivisionError
    assert format_date(date(2026, 11, 3)) == "November 3, 2026"


@pytest.mark.parametrize("message", ["Unknown.", "empty"])
def test_a_message_that_is_not_translated_stays_in_english(message: str):
    with use_language(SPANISH.catalog, SPANISH.formats):
        assert _(message) == message


def test_values_are_put_into_blanks_and_never_read_as_blanks_themselves():
    assert _("To {name}.", name="{name} {0} {x.y}") == "To {name} {0} {x.y}."


@pytest.mark.parametrize(
    ("count", "english", "spanish"),
    [
        (0, "0 letters to Ada", "0 cartas a Ada"),
        (1, "1 letter to Ada", "1 carta a Ada"),
        (2, "2 letters to Ada", "2 cartas a Ada"),
        (1_000_000, "1,000,000 letters to Ada", "1,000,000 cartas a Ada"),  # "many" in CLDR, and not in the catalog
    ],
)
def test_a_count_has_the_plural_of_the_language(count: int, english: str, spanish: str):
    def written() -> str:
        return ngettext("{count} letter to {name}", "{count} letters to {name}", count, name="Ada")

    assert written() == english
    with use_language(SPANISH.catalog, SPANISH.formats):
        assert written() == spanish


def test_a_language_may_have_more_than_two_plurals():
    with use_language(RUSSIAN.catalog, RUSSIAN.formats):
        assert [ngettext("{count} letter", "{count} letters", count) for count in (1, 3, 5, 21)] == [
            "1 письмо",
            "3 письма",
            "5 писем",
            "21 письмо",
        ]


@pytest.mark.parametrize(
    ("number", "english"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (52, "52nd"), (113, "113th")]
)
def test_a_rank_has_its_ending(number: int, english: str):
    assert ordinal(number) == english
    with use_language(SPANISH.catalog, SPANISH.formats):
        assert ordinal(number) == f"{number}.º"


def test_a_rank_whose_category_english_does_not_have_has_the_usual_ending():
    italian = Language("it", {"{number}th": "{number}º"})
    with use_language(italian.catalog, italian.formats):
        assert ordinal(8) == "8º"  # "many" in CLDR


def test_numbers_dates_and_lists_are_written_as_a_reader_in_the_united_states_writes_them():
    names = ["Ohio", "Iowa", "Utah"]
    assert (format_number(12345), format_percent(0.5)) == ("12,345", "50%")
    assert format_list(names) == "Ohio, Iowa, and Utah"
    with use_language(SPANISH.catalog, SPANISH.formats):
        assert format_date(date(2026, 11, 3)) == "3 de noviembre de 2026"
        assert (format_number(2102), format_percent(0.5)) == ("2,102", "50%")
        assert format_list(names) == "Ohio, Iowa y Utah"
