"""docs/letter-template.md: every name that a letter's template can use, taken from the context of a real letter.

Types and examples are those of a letter to the shipped example's recipient. What a name is, and when it is empty, is
written here; a name without a line here, and a line without a name, are errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from honorable import letters
from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.letter import template_context
from honorable.letters.person import LABELS
from honorable.letters.spans import Value

_NEVER = "never"
_BLANK = "a blank"

#: Name: what it is, and when it is empty. A detail of the writer is described by its label, if there is no more to say.
NAMES: Mapping[str, tuple[str, str]] = {
    **{f"person.{name}": (f"the field “{label}”", _BLANK) for name, label in LABELS.items()},
    "person.title": ("how the writer is addressed", _BLANK),
    "person.last": ("last name; people with one name have only this or `first`", _BLANK),
    "person.state": ("the state's code in the address; AA, AE or AP with a military or diplomatic ZIP code", _BLANK),
    "person.state_name": ("the name of the state where the writer votes", _BLANK),
    "person.zip": ("ZIP code, as on an envelope", _BLANK),
    "person.is_military": ("whether the ZIP code is a military or diplomatic one, so the writer lives abroad", _NEVER),
    "recipient.full_name": ("the name as in an address, without title, party and state", _BLANK),
    "recipient.last_name": ("the name as after a title", _BLANK),
    "recipient.before_name": ("what the address has before the name", "if the legislature has nothing there"),
    "recipient.after_name": ("what the address has after the name", "if the legislature has nothing there"),
    "recipient.title": ("Senator, Representative, Delegate, Resident Commissioner, or the legislature's own", _NEVER),
    "recipient.chamber": ('"house", "senate", or "either" in the do-it-yourself letter', _NEVER),
    "recipient.chamber_name": ("the chamber's name", _NEVER),
    "recipient.stance": (
        'the relation to the bill by the IDs in campaign.toml: "sponsor", "cosponsor" or "none"',
        _NEVER,
    ),
    "recipient.votes": ("whether the recipient votes on the floor; Delegates do not", _NEVER),
    "recipient.address": ("the lines of the address below the name", _NEVER),
    "recipient.state": ("the state's code", "until the writer has chosen one"),
    "recipient.district": ("the district's number", "in the Senate, at large, and for a name that was typed"),
    "recipient.phone": ("the office's phone number", "for a name that was typed"),
    "story": ("the story's paragraphs", "without a story"),
    "reasons": ("the paragraphs of the reasons picked, in that order; by default the first two", "if none is picked"),
    "bill.number": ("the bill's number in the recipient's chamber", _NEVER),
    "bill.title": ("the bill's title, without “the”", _NEVER),
    "bill.congress": ("the number of the Congress", "none for another legislature"),
    "bill.sponsor": ("the sponsor's name", "if campaign.toml has none"),
    "bill.session": ("the session", "for Congress"),
    "bill.in_chamber": ("whether the recipient's chamber has a number of its own for the bill", _NEVER),
    "bill.lapsed": ("whether the day is after `bill.lapses` in campaign.toml", _NEVER),
    "campaign.name": ("the campaign's name", _NEVER),
    "campaign.subject": ("the letter's subject", _NEVER),
    "campaign.topic": ("the topic for offices' forms", "if campaign.toml has none"),
}
#: Names that a template has no use for.
_INTERNAL = {
    *("bill.sponsor_id", "bill.cosponsors"),
    *(f"campaign.{name}" for name in ("bills", "legislature", "reasons", "lapses")),
}

DOCUMENT = "docs/letter-template.md"

_HEAD = """# The letter's template

`templates/letter.txt`, `subject.txt`, `call.txt` (the phone script) and `short.txt` (for forms that take 500
characters) are [Jinja templates](https://jinja.palletsprojects.com/templates/). `honorable check` renders them for
writers and recipients of every kind, and names the file and line of an error.

Write `{{ person.city }}` for a value and `{% if recipient.stance == "sponsor" %} … {% endif %}` for a condition. Every
value is plain text: nothing in it is interpreted. A blank is the field's label in brackets, and false in `{% if %}`.

This page is generated from the code by `make reference`.

| name | type | example | what it is | empty |
| --- | --- | --- | --- | --- |
"""

_TAIL = """
## `variant(place, count)`

A number from 0 to `count` - 1 that depends on the writer's name and on the place's, and is always the same for the same
two. It gives different writers different words, so that an office does not sort their letters into one pile:

```jinja
{{ ["I look forward to your reply.", "Thank you for your time."][variant("thanks", 2)] }}
```

Without a name, and in the do-it-yourself letter, it is 0. `honorable variety` prints how different the letters are.

## What every letter should do

- Thank a sponsor or cosponsor, and not ask them to cosponsor: `recipient.stance`.
- Not ask a Delegate or the Resident Commissioner for a vote: `recipient.votes`.
- Ask for a companion bill if the recipient's chamber has none: `bill.in_chamber`.
- Name the state where somebody with a military or diplomatic address votes: `person.is_military`.
- Ask for reintroduction, without the old number, once the bill has lapsed: `bill.lapsed`.
- Fit 500 characters as `short.txt`, a line break counted as two, whatever the writer tells: `story[0]|length`.

`honorable check` warns about a letter that does not.
"""


def document_text() -> str:
    """Return the text of docs/letter-template.md. Raises ValueError if a name has no line, or a line no name."""
    context = _flat(_example())
    if unknown := context.keys() ^ NAMES.keys():
        raise ValueError(f"names without a line, or lines without a name: {', '.join(sorted(unknown))}")
    return _HEAD + "\n".join(_row(name, context[name]) for name in NAMES) + "\n" + _TAIL


def with_every_field(person: letters.Person) -> letters.Person:
    """Return the person with each empty field's label in its place, so that a template shows what depends on it."""
    empty = [field.name for field in fields(person) if not getattr(person, field.name)]
    return replace(person, **{name: LABELS[name] for name in empty})


def _example() -> dict[str, object]:
    person = letters.Person(
        "Dr.", "Ada", "Lovelace", "12 Byron Row", "Oakland", "CA", "94601", "ada@example.org", "510-555-0100", "Apt 3"
    )
    person = with_every_field(person)
    to = letters.recipient("house", "Lateefah Simon", state="CA", legislature=CONGRESS)
    to = replace(to, district="12", phone="202-555-0112")
    bill = letters.Bill("H.R. 1", "Example Act", 119, "Representative Ann Lee")
    reason = letters.Reason("cost", "What it costs", "It costs us all.")
    campaign = letters.Campaign("Example", "Support the Example Act", "Judiciary", {"house": bill}, CONGRESS, (reason,))
    return template_context(letters.Draft(person, (to,), "My brother was hurt."), to, campaign)


def _flat(context: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in context.items():
        inner: Any = value
        if is_dataclass(value) and not isinstance(value, type):
            inner = {field.name: getattr(value, field.name) for field in fields(value)}
        if prefix + name in _INTERNAL:
            continue
        if isinstance(inner, Mapping):
            found |= _flat(inner, f"{prefix}{name}.")
        else:
            found[prefix + name] = value
    return found


def _row(name: str, value: object) -> str:
    what, empty = NAMES[name]
    kind, example = "text", f"`{value}`" if value != "" else ""
    if isinstance(value, tuple):
        kind, example = "list of texts", f"`{value[0]}`"
    elif isinstance(value, bool):
        kind, example = "true or false", f"`{str(value).lower()}`"
    elif isinstance(value, int):
        kind = "number"
    elif isinstance(value, Value):
        kind = "text that was typed"
    return f"| `{name}` | {kind} | {example} | {what} | {empty} |"
