"""The types of values in a campaign, each with its validation.

Rules that an editor can check are in the JSON Schema too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, get_args
from urllib.parse import urlsplit, urlunsplit

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic.fields import FieldInfo

from honorable.publish.campaign.characters import unwanted

#: Local servers may use http://, for tests.
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1"})
#: Ten times what any line of a page needs: a longer one is an accident, such as a missing quote.
LONGEST_LINE, LONGEST_TEXT, LONGEST_LIST = 1_000, 20_000, 50

#: The end of the sentence "must be …".
ADDRESS = "an https:// address"


def _web_address(value: str) -> str:
    """Return the value if it is a web address that is safe to link to. Raise ValueError otherwise."""
    if not re.fullmatch(r"[!#-&(-;=?-\[\]-~]+", value):  # printable ASCII without quotes, brackets and backslash
        raise ValueError(f"must be {ADDRESS} without spaces or letters such as ä; copy it from a browser's address bar")
    parts = urlsplit(value)
    host = parts.hostname or ""
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in LOCAL_HOSTS)
    _ = parts.port  # raises ValueError if it is not a number
    if not (secure and re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", host)) or "@" in parts.netloc:
        raise ValueError("not an address")
    return value


def _web_address_or_empty(value: str) -> str:
    return value and _web_address(value)


def _site_address(value: str) -> str:
    """Return the address of the folder that a site is in, with a slash at its end; empty for an empty one."""
    parts = urlsplit(_web_address_or_empty(value))
    if not value:
        return value
    folder, _, last = parts.path.rpartition("/")
    if parts.query or parts.fragment or re.search(r"\.html?$", last.removeprefix("index.html")):
        raise ValueError("must be the address of a folder, without a file, ? or #")
    path = f"{folder}/" if last in {"", "index.html"} else f"{parts.path}/"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def _one_line(value: str) -> str:
    if not value.strip() or re.search(r"[\r\n]", value):
        raise ValueError("empty, or more than one line")
    if "\t" in value:
        raise ValueError("must have spaces instead of tabs")
    return _no_longer_than(LONGEST_LINE, _without_unwanted(value))


def _one_line_or_empty(value: str) -> str:
    return value and _one_line(value)


def _text(value: str) -> str:
    return _no_longer_than(LONGEST_TEXT, _without_unwanted(value))


def _without_unwanted(value: str) -> str:
    if name := unwanted(value):
        raise ValueError(f"must not have an invisible character in it: {name}; delete it")
    return value


def _no_longer_than(longest: int, value: str) -> str:
    if len(value) > longest:
        raise ValueError(f"must be shorter: it has {len(value):,} characters; the limit is {longest:,}")
    return value


def _not_too_many(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) > LONGEST_LIST:
        raise ValueError(f"must be shorter: it has {len(values):,} entries; the limit is {LONGEST_LIST}")
    return values


def _language(value: str) -> str:
    if not (re.fullmatch(LANGUAGE, value) and _is_known(value)):
        raise ValueError('must be a language code, such as "es"')
    return value


def _is_known(language: str) -> bool:
    try:
        Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


def matching(pattern: str) -> AfterValidator:
    """Return a validator that the whole value matches the pattern."""

    def is_matching(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"does not match {pattern}")
        return value

    return AfterValidator(is_matching)


def _schema(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern})$"})


_COLOR, _FIELD, _WORDS, _NUMBER, _PICTURE = (
    r"#[0-9a-fA-F]{6}",
    r"[A-Za-z_][\w.\[\]-]*",
    r"[A-Za-z0-9][A-Za-z0-9 ]*",
    r"[0-9]{3,15}",
    r"|.+\.(png|jpg)",
)
#: The pattern of a language code.
LANGUAGE = r"[a-z]{2,3}(-[A-Z]{2})?"
_URL = r"https://.+|http://(localhost|127\.0\.0\.1).*"

Line = Annotated[str, AfterValidator(_one_line), WithJsonSchema({"type": "string", "minLength": 1})]
LineOrEmpty = Annotated[str, AfterValidator(_one_line_or_empty)]
Text = Annotated[str, AfterValidator(_text)]
Address = Annotated[str, AfterValidator(_web_address), _schema(_URL)]
AddressOrEmpty = Annotated[str, AfterValidator(_web_address_or_empty), _schema(f"|{_URL}")]
SiteAddress = Annotated[str, AfterValidator(_site_address), _schema(f"|{_URL}")]
Addresses = Annotated[tuple[Address, ...], Field(strict=False), AfterValidator(_not_too_many)]
Color = Annotated[str, matching(_COLOR), _schema(_COLOR)]
FieldName = Annotated[str, matching(_FIELD), _schema(_FIELD)]
Words = Annotated[str, matching(_WORDS), _schema(_WORDS)]
PictureOrEmpty = Annotated[LineOrEmpty, matching(_PICTURE), _schema(_PICTURE)]
Number = Annotated[str, matching(_NUMBER), _schema(_NUMBER)]
LanguageCode = Annotated[str, AfterValidator(_language), _schema(LANGUAGE)]
# The model is frozen, so it holds tuples; TOML has only lists, so lists are accepted for these.
Lines = Annotated[tuple[Line, ...], Field(strict=False), AfterValidator(_not_too_many)]

#: The ID that Congress gives a member for life (Biographical Directory of the United States Congress).
_BIOGUIDE = r"[A-Z][0-9]{6}"
Bioguide = Annotated[str, matching(_BIOGUIDE), _schema(_BIOGUIDE)]
BioguideOrEmpty = Annotated[str, matching(f"|{_BIOGUIDE}"), _schema(f"|{_BIOGUIDE}")]
Bioguides = Annotated[tuple[Bioguide, ...], Field(strict=False)]
Codes = Annotated[tuple[LanguageCode, ...], Field(strict=False)]


class Table(BaseModel):
    """A table of campaign.toml: frozen, without unknown keys and without silent conversions."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def table_of(field: FieldInfo) -> tuple[type[BaseModel], bool] | None:
    """Return the model of a field's table and whether the field is a list of tables; None if it is neither."""
    return next(_models(field.annotation, in_list=False), None)


def _models(annotation: Any, *, in_list: bool) -> Iterator[tuple[type[BaseModel], bool]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, in_list
    for argument in get_args(annotation):
        yield from _models(argument, in_list=in_list or getattr(annotation, "__origin__", None) is tuple)
