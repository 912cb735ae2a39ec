"""Read the members of Congress from legislators-current.json of the unitedstates project."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from honorable.letters.congress.member import Member
from honorable.letters.congress.states import NO_SENATORS, state_named
from honorable.letters.names import last_name
from honorable.letters.plain_text import one_line
from honorable.publish.errors import UserError

_SECURE_LINK = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:[/?#][^\s\"'<>\\]*)?", re.ASCII | re.IGNORECASE)
_GOVERNMENT = re.compile(r"http://(?=[a-z0-9.-]+\.gov(?:[/?#]|$))", re.ASCII | re.IGNORECASE)
_BIOGUIDE = re.compile(r"[A-Z]\d{6}", re.ASCII)
_PHONE = re.compile(r"[+(]?\d[\d\s().-]{5,20}\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Officeholder:
    """A member as the source lists them, with what decides between two people in one seat.

    `term_began` is the first day of the current term, None if unknown. `senate_class` is 1, 2 or 3, the class of the
    Senate seat (Article I, Section 3 of the Constitution), and 0 in the House or if unknown.
    """

    member: Member
    term_began: date | None = None
    senate_class: int = 0


def read_members(content: bytes, name: str) -> tuple[Officeholder, ...]:
    """Return everybody in the file by state and seat, the senior senator first.

    Only what a letter cannot do without is required: a name, a chamber, a state, a district. A missing office, phone or
    contact page is an empty string. Raises UserError with a line for each member who cannot be written to.
    """
    try:
        people = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UserError([f"{name}: must be the JSON list of members; it begins with {_start(content)}"]) from None
    if not isinstance(people, list) or not people:
        raise UserError([f"{name}: must be a list of members in JSON"])
    holders: list[tuple[tuple[str, bool, int, bool], Officeholder]] = []
    errors: list[str] = []
    for number, person in enumerate(people, start=1):
        try:
            holders.append(_officeholder(person))
        except ValueError as error:
            errors.append(f"{name}: member {number}{_in_parentheses(person)}: {error}")
    if errors:
        raise UserError(errors)
    return tuple(holder for _, holder in sorted(holders, key=lambda pair: pair[0]))


def congress_of(holders: Iterable[Officeholder]) -> int | None:
    """Return the Congress that most House members sit in, by the end of their terms; None if no end is known.

    The 119th Congress ends on January 3, 2027 (20th Amendment), and with it every term in the House.
    """
    years = Counter(
        holder.member.term_ends.year
        for holder in holders
        if holder.member.chamber == "house" and holder.member.term_ends
    )
    return (years.most_common(1)[0][0] - 1788) // 2 if years else None


def contact_page(term: Mapping[str, Any]) -> str:
    """Return the office's own form if there is one, else its site; empty if neither is a usable address.

    >>> contact_page({"contact_form": "hhttps://fine.house.gov/email", "url": "http://fine.house.gov"})
    'https://fine.house.gov'
    """
    for key in ("contact_form", "url"):
        link = _GOVERNMENT.sub("https://", _text(term, key))
        if _SECURE_LINK.fullmatch(link):
            return link
    return ""


def _officeholder(person: object) -> tuple[tuple[str, bool, int, bool], Officeholder]:
    """Return a member after the key that sorts the list."""
    name, terms = _table(person, "name"), _list(person, "terms")
    term = terms[-1] if terms else None  # the current one, even if its end is past: some end by appointment
    if not isinstance(term, dict):
        raise ValueError("must have a term")  # noqa: TRY004  it becomes a line for the operator, like the others
    state = _text(term, "state")
    if state_named(state) is None:
        raise ValueError(f"state {term.get('state')!r} must be a state or territory with a seat in Congress")
    kind = _text(term, "type")
    if kind not in {"sen", "rep"}:
        raise ValueError(f'type {term.get("type")!r} must be "sen" or "rep"')
    if kind == "sen" and state in NO_SENATORS:
        raise ValueError(f"{state} has no senators")
    district = _district(term) if kind == "rep" else 0
    full_name = _text(name, "official_full") or _plain_name(name)
    last = _text(name, "last") or last_name(full_name)
    if not full_name or not last:
        raise ValueError("must have a name")
    phone = _text(term, "phone")
    member = Member(
        chamber="senate" if kind == "sen" else "house",
        state=state,
        district=str(district) if district else "",
        full_name=full_name,
        last_name=last,
        party=_text(term, "party"),
        office=_text(term, "office"),
        phone=phone if _PHONE.fullmatch(phone) else "",
        contact_page=contact_page(term),
        term_ends=_day(_text(term, "end")),
        bioguide=_bioguide(person),
    )
    return (
        (state, kind == "rep", district, term.get("state_rank") != "senior"),
        Officeholder(member, _day(_text(term, "start")), _senate_class(term) if kind == "sen" else 0),
    )


def _district(term: Mapping[str, Any]) -> int:
    district = term.get("district")
    if type(district) is not int or not 0 <= district < 98:
        raise ValueError(f"district {district!r} must be a number, 0 if the state has one seat")
    return district


def _senate_class(term: Mapping[str, Any]) -> int:
    number = term.get("class")
    return number if type(number) is int and 1 <= number <= 3 else 0


def _day(text: str) -> date | None:
    """Return the date; None if there is none or it does not exist, because the member can still be written to."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _bioguide(person: object) -> str:
    text = _text(_table(person, "id"), "bioguide")
    return text if _BIOGUIDE.fullmatch(text) else ""


def _plain_name(name: Mapping[str, Any]) -> str:
    """Return first name, last name and suffix as in official names: "Jr." after a comma, "III" without one."""
    full = " ".join(filter(None, (_text(name, "first"), _text(name, "last"))))
    suffix = _text(name, "suffix")
    return f"{full}, {suffix}" if suffix.endswith(".") else f"{full} {suffix}".strip()


def _text(table: Mapping[str, Any], key: str) -> str:
    """Return the text on one line with composed accents (NFC); empty if there is no text."""
    value = table.get(key)
    return unicodedata.normalize("NFC", one_line(value)) if isinstance(value, str) else ""


def _table(person: object, key: str) -> Mapping[str, Any]:
    value = person.get(key) if isinstance(person, dict) else None
    return value if isinstance(value, dict) else {}


def _list(person: object, key: str) -> list[Any]:
    value = person.get(key) if isinstance(person, dict) else None
    return value if isinstance(value, list) else []


def _in_parentheses(person: object) -> str:
    name = _text(_table(person, "name"), "official_full") or _plain_name(_table(person, "name"))
    return f" ({name})" if name else ""


def _start(content: bytes) -> str:
    return repr(content[:40].decode("utf-8", "replace"))
