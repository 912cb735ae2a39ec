"""Saved details: a person and their recipients as the value of a cookie, and back.

The value is percent-encoded JSON (RFC 6265 section 4.1.1 allows no quotes, commas or spaces in a cookie) with a version
number, so that a page that does not know the version can refuse it instead of guessing. The story is not in it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import quote, unquote

from honorable.letters.campaign import MOST_REASONS
from honorable.letters.legislature import Legislature
from honorable.letters.person import Person
from honorable.letters.plain_text import one_line
from honorable.letters.recipient import Recipient, recipient

__all__ = ["COOKIE_BYTES", "SavedDetails", "dump", "dump_cookie", "load", "load_cookie"]

#: Browsers have to keep 4,096 bytes for the name, value and attributes together (RFC 6265 section 6.1). The name and
#: the attributes take about 90.
COOKIE_BYTES = 4096 - 128
_VERSION = 1
_SAVED_FIELDS = ("full_name", "last_name", "district", "office", "phone", "contact_page", "bioguide", "term_ends")


@dataclass(frozen=True, slots=True)
class SavedDetails:
    """What is saved between visits: who writes, to whom, and the ids of the reasons picked (see `Draft`)."""

    person: Person
    recipients: tuple[Recipient, ...]
    reasons: tuple[str, ...] | None = None


def dump(details: SavedDetails) -> str:
    """Return the cookie's value: ASCII, at most `COOKIE_BYTES` long.

    Raises ValueError if the details are longer than that.
    """
    picked = {} if details.reasons is None else {"reasons": list(details.reasons)}
    to = [_slim(to) for to in details.recipients]
    return dump_cookie({"person": _filled(details.person), "to": to} | picked)


def load(cookie: str, legislature: Legislature) -> SavedDetails:
    """Return the details in a cookie's value, with a recipient for each place of the legislature.

    Raises ValueError, with the reason, for a value that `dump` does not write: damaged, newer, or made by hand.
    """
    data = load_cookie(cookie)
    _expect({"person", "to"} <= set(data) <= {"person", "to", "reasons"}, "it has other parts than expected")
    person, to, reasons, slots = data["person"], data["to"], data.get("reasons"), legislature.slots
    _expect(_is_texts(person, {field.name for field in fields(Person)}), "the person is not as expected")
    _expect(reasons is None or _are_ids(reasons), "the reasons are not as expected")
    _expect(isinstance(to, list) and len(to) <= len(slots), "the recipients are not as expected")
    _expect(all(_is_texts(one, {"slot", *_SAVED_FIELDS}) for one in to), "a recipient is not as expected")
    by_slot = {one.get("slot"): one for one in to}
    _expect(len(by_slot) == len(to) and set(by_slot) <= set(slots), "a recipient has no place on the form")
    who = Person(**person)
    recipients = tuple(_restored(slot, by_slot.get(slot, {}), who.state, legislature) for slot in slots)
    return SavedDetails(who, recipients, None if reasons is None else tuple(reasons))


def dump_cookie(data: Mapping[str, Any]) -> str:
    """Return a JSON object as a cookie's value, with the version in it. Raises ValueError if it is too long."""
    value = quote(json.dumps({"v": _VERSION, **data}, ensure_ascii=False, separators=(",", ":")), safe="")
    if len(value) > COOKIE_BYTES:
        raise ValueError(f"{len(value)} bytes are more than the {COOKIE_BYTES} that every browser keeps")
    return value


def load_cookie(cookie: str) -> dict[str, Any]:
    """Return the JSON object in a cookie's value, without its version. Raises ValueError if it is damaged or newer."""
    try:
        data = json.loads(unquote(cookie, errors="strict"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is damaged: {error}") from None
    _expect(isinstance(data, dict), "it is not an object")
    version = data.pop("v", None)
    _expect(type(version) is int and version >= 1, "it has no version")
    _expect(version <= _VERSION, f"it has version {version}, and this page knows version {_VERSION}")
    return data  # type: ignore[no-any-return]


def _slim(to: Recipient) -> dict[str, str]:
    return {"slot": to.slot} | {name: text for name in _SAVED_FIELDS if (text := getattr(to, name))}


def _filled(person: Person) -> dict[str, str]:
    return {field.name: text for field in fields(person) if (text := getattr(person, field.name))}


def _restored(slot: str, saved: Mapping[str, str], state: str, legislature: Legislature) -> Recipient:
    texts: dict[str, Any] = {name: one_line(saved.get(name, "")) for name in _SAVED_FIELDS}
    plain = recipient(slot, texts["full_name"], texts["last_name"], state, legislature=legislature)
    return replace(plain, **(texts | {"last_name": plain.last_name}))


def _is_texts(data: object, names: set[str]) -> bool:
    return isinstance(data, dict) and set(data) <= names and all(isinstance(text, str) for text in data.values())


def _are_ids(data: object) -> bool:
    return isinstance(data, list) and len(data) <= MOST_REASONS and all(isinstance(one, str) for one in data)


def _expect(expected: bool, error: str) -> None:
    if not expected:
        raise ValueError(error)
