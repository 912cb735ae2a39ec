"""Saved details: a person and their recipients as the value of a cookie, and back.

The value is percent-encoded JSON (RFC 6265 section 4.1.1 allows no quotes, commas or spaces in a cookie) with a version
number, so that a page that does not know the version can refuse it instead of guessing. Keys that a page does not know
are ignored, so that new ones need no new version. The story is not in it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import quote, unquote

from honorable.letters.campaign import MOST_REASONS
from honorable.letters.legislature import Legislature
from honorable.letters.person import Person
from honorable.letters.plain_text import one_line
from honorable.letters.recipient import Recipient, recipient

__all__ = ["DETAILS_BYTES", "OFFICIALS", "SavedDetails", "dump", "dump_cookie", "fitting", "load", "load_cookie"]

#: Some servers refuse more than 4,096 bytes of cookies in a request. This is the part of the details; the record has
#: another one (`record.RECORD_BYTES`). The two names, and the signs between them, take 29 bytes.
DETAILS_BYTES = 2560
#: What `fitting` calls the facts about the officials besides their names. The lookup finds them again.
OFFICIALS = "officials"
_VERSION = 1
_NAMES = ("full_name", "last_name")
_FACTS = ("district", "office", "phone", "contact_page", "bioguide", "term_ends")
_LONGEST_ID = 50


@dataclass(frozen=True, slots=True)
class SavedDetails:
    """What is saved between visits: who writes, to whom, and the ids of the reasons picked (see `Draft`)."""

    person: Person
    recipients: tuple[Recipient, ...]
    reasons: tuple[str, ...] | None = None


def fitting(details: SavedDetails) -> tuple[SavedDetails, tuple[str, ...]]:
    """Return as much of the details as the cookie takes, and the form fields that are left out.

    First go the facts about the officials (`OFFICIALS`), then the longest texts.
    """
    left_out = []
    if not _fits(details) and any(getattr(to, fact) for to in details.recipients for fact in _FACTS):
        nothing: dict[str, Any] = dict.fromkeys(_FACTS, "")
        details = replace(details, recipients=tuple(replace(to, **nothing) for to in details.recipients))
        left_out.append(OFFICIALS)
    while not _fits(details):
        details, field = _without_longest(details)
        left_out.append(field)
    return details, tuple(left_out)


def dump(details: SavedDetails) -> str:
    """Return the cookie's value: ASCII, at most `DETAILS_BYTES` long.

    Raises ValueError if the details are longer than that (see `fitting`).
    """
    picked = {} if details.reasons is None else {"reasons": list(details.reasons)}
    to = [_slim(to) for to in details.recipients]
    return dump_cookie({"person": _filled(details.person), "to": to} | picked, DETAILS_BYTES)


def load(cookie: str, legislature: Legislature) -> SavedDetails:
    """Return the details in a cookie's value, with a recipient for each place of the legislature.

    Raises ValueError, with the reason, for a value that `dump` does not write: damaged, newer, or made by hand.
    """
    data = load_cookie(cookie)
    person, to, reasons, slots = data.get("person"), data.get("to", ()), data.get("reasons"), legislature.slots
    _expect(isinstance(to, list) and len(to) <= len(slots), "the recipients are not as expected")
    _expect(reasons is None or _are_ids(reasons), "the reasons are not as expected")
    who = Person(**_texts(person, [field.name for field in fields(Person)], "the person is not as expected"))
    saved = [_texts(one, ("slot", *_NAMES, *_FACTS), "a recipient is not as expected") for one in to]
    # The page links to it. The list of officials has no other addresses (`congress.lookup`).
    pages = filter(None, (one.get("contact_page") for one in saved))
    _expect(all(page.startswith("https://") for page in pages), "a contact page has no https address")
    by_slot = {one.get("slot", ""): one for one in saved}
    _expect(len(by_slot) == len(to) and set(by_slot) <= set(slots), "a recipient has no place on the form")
    recipients = tuple(_restored(slot, by_slot.get(slot, {}), who.state, legislature) for slot in slots)
    return SavedDetails(who, recipients, None if reasons is None else tuple(reasons))


def dump_cookie(data: Mapping[str, Any], limit: int) -> str:
    """Return a JSON object as a cookie's value, with the version in it.

    Raises ValueError if it is longer than the limit, in bytes.
    """
    value = quote(json.dumps({"v": _VERSION, **data}, ensure_ascii=False, separators=(",", ":")), safe="")
    if len(value) > limit:
        raise ValueError(f"{len(value)} bytes are more than the {limit} of this cookie")
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
    return {"slot": to.slot} | {name: text for name in (*_NAMES, *_FACTS) if (text := getattr(to, name))}


def _filled(person: Person) -> dict[str, str]:
    return {field.name: text for field in fields(person) if (text := getattr(person, field.name))}


def _restored(slot: str, saved: Mapping[str, str], state: str, legislature: Legislature) -> Recipient:
    texts: dict[str, Any] = {name: one_line(saved.get(name, "")) for name in (*_NAMES, *_FACTS)}
    plain = recipient(slot, texts["full_name"], texts["last_name"], state, legislature=legislature)
    return replace(plain, **(texts | {"last_name": plain.last_name}))


def _fits(details: SavedDetails) -> bool:
    try:
        dump(details)
    except ValueError:
        return False
    return True


def _without_longest(details: SavedDetails) -> tuple[SavedDetails, str]:
    """Return the details without the longest text, and the form field that it is from."""
    person = {name: quote(text) for name, text in _filled(details.person).items()}
    names = {to: quote(to.full_name + to.last_name) for to in details.recipients}
    longest = max(person, key=lambda name: len(person[name]), default="")
    to = max(names, key=lambda to: len(names[to]))
    if len(person.get(longest, "")) >= len(names[to]):
        return replace(details, person=replace(details.person, **{longest: ""})), longest
    others = tuple(replace(one, full_name="", last_name="") if one is to else one for one in details.recipients)
    return replace(details, recipients=others), f"{to.legislature.place(to.slot).field}_name"


def _texts(data: Any, names: Iterable[str], error: str) -> dict[str, str]:
    """Return the texts with these names. Other names are ignored: a later version of the page may have saved them."""
    _expect(isinstance(data, dict), error)
    texts = {name: data[name] for name in names if name in data}
    _expect(all(isinstance(text, str) for text in texts.values()), error)
    return texts


def _are_ids(data: object) -> bool:
    ids = data if isinstance(data, list) else [None]
    return len(ids) <= MOST_REASONS and all(isinstance(one, str) and len(one) <= _LONGEST_ID for one in ids)


def _expect(expected: bool, error: str) -> None:
    if not expected:
        raise ValueError(error)
