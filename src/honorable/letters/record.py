"""The record: which steps are done, and the confirmations of letters sent. It has a cookie of its own."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from honorable.letters.language import _, format_date
from honorable.letters.plain_text import one_line
from honorable.letters.saved_details import dump_cookie, load_cookie

__all__ = ["RECORD_BYTES", "Confirmation", "Record", "dump_record", "fitting_record", "load_record"]

#: The record's part of the cookies (see `saved_details.DETAILS_BYTES`): about nine confirmations.
RECORD_BYTES = 1472

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A note that a letter was sent: its slot, to whom ("Senator Smith"), the office's number or "", and the date."""

    slot: str
    to: str
    number: str
    sent: date

    def __str__(self) -> str:
        """One line to read: "November 23, 2026: letter to Senator Smith, confirmation A-17"."""
        if self.number:
            return _(
                "{day}: letter to {to}, confirmation {number}",
                day=format_date(self.sent),
                to=self.to,
                number=self.number,
            )
        return _("{day}: letter to {to}", day=format_date(self.sent), to=self.to)


@dataclass(frozen=True, slots=True)
class Record:
    """What has been done so far. There is one confirmation for each person and day."""

    done: frozenset[str] = frozenset()
    confirmations: tuple[Confirmation, ...] = ()

    def noted(self, confirmation: Confirmation) -> "Record":
        """Return the record with this confirmation, which replaces one for the same letter on the same day."""
        others = tuple(c for c in self.confirmations if (c.to, c.sent) != (confirmation.to, confirmation.sent))
        return replace(self, confirmations=(*others, confirmation))

    def step(self, name: str, *, done: bool) -> "Record":
        """Return the record with this step marked as done or not done.

        >>> Record().step("find", done=True).done
        frozenset({'find'})
        """
        return replace(self, done=self.done | {name} if done else self.done - {name})

    def with_unsaved(self, of_tab: "Record") -> "Record":
        """Return this record, which is what the cookie has now, with the tab's confirmations that did not fit into it.

        If one that did fit is missing though there is room for it, another tab has deleted them all.
        """
        fitted = self._after(fitting_record(of_tab).confirmations)
        return self._after(of_tab.confirmations) if fitting_record(fitted) == self else self

    def _after(self, earlier: tuple[Confirmation, ...]) -> "Record":
        noted = {(c.to, c.sent) for c in self.confirmations}
        others = tuple(c for c in earlier if (c.to, c.sent) not in noted)
        return replace(self, confirmations=(*others, *self.confirmations))


def fitting_record(record: Record) -> Record:
    """Return as much of the record as the cookie takes. The oldest confirmations are left out."""
    while record.confirmations:
        try:
            dump_record(record)
        except ValueError:
            record = replace(record, confirmations=record.confirmations[1:])
        else:
            break
    return record


def dump_record(record: Record) -> str:
    """Return the cookie's value: ASCII, at most `RECORD_BYTES` long.

    Raises ValueError if the record is longer than that (see `fitting_record`).
    """
    saved = [asdict(note) | {"sent": note.sent.isoformat()} for note in record.confirmations]
    return dump_cookie({"done": sorted(record.done), "sent": saved}, RECORD_BYTES)


def load_record(cookie: str) -> Record:
    """Return the record in a cookie's value. Raises ValueError, with the reason, for any other value."""
    data = load_cookie(cookie)
    try:
        done, sent = data["done"], data["sent"]
        return Record(frozenset(map(_text, done)), tuple(Confirmation(**_note(note)) for note in sent))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"it is damaged: {error!r}") from None


def _note(note: dict[str, Any]) -> dict[str, Any]:
    texts = {field.name: _text(note[field.name]) for field in fields(Confirmation)}
    return texts | {"sent": date.fromisoformat(texts["sent"])}


def _text(text: Any) -> str:
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise ValueError("it holds something other than short texts")
    return one_line(text)
