"""The lookup as the form shows it: a pure reducer from what the visitor does to what is filled in and said.

`update` takes the state and one input, and returns the new state with the fields to write. `view` says what the page
shows for a state. Neither knows of a document: the page reads the form, applies the writes and shows the view.

A field belongs to the lookup as long as its text is the one that the lookup wrote. Any other text is the visitor's,
and is never overwritten. A recipient is known by slot.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal, NamedTuple

from honorable.letters.congress.district_file import seat_key
from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.congress.lookup import DamagedDataError, Lookup, UnknownZipError
from honorable.letters.congress.lookup_result import LookupResult
from honorable.letters.congress.member import Seat, seat_name, term_ended
from honorable.letters.congress.selection import candidates, choices, message, officials, seat_of
from honorable.letters.congress.special_zip_codes import is_overseas
from honorable.letters.congress.states import STATES, in_sentence
from honorable.letters.congress.terms import in_office, term_has_ended
from honorable.letters.language import N_, _
from honorable.letters.legislature import Slot
from honorable.letters.names import plain_name
from honorable.letters.recipient import Recipient

__all__ = [
    "FIELDS",
    "Cleared",
    "DistrictOption",
    "FormRead",
    "Input",
    "ListArrived",
    "ListFailed",
    "ListRequested",
    "LookupState",
    "LookupView",
    "Restored",
    "Update",
    "description",
    "errors",
    "is_pending",
    "known_officials",
    "update",
    "view",
]

_PREFIXES = {place.slot: place.field for place in CONGRESS.places}
_NAMES = tuple(f"{prefix}_{part}" for prefix in _PREFIXES.values() for part in ("name", "last"))
#: The fields of the form that the lookup reads; it writes all of them but the ZIP code.
FIELDS = ("zip", "state", "district", *_NAMES)

_NOT_LOADED = N_("The list of ZIP codes did not load. Please type the names, or come back to this field to try again.")
_UNREADABLE = N_("The list of ZIP codes cannot be read. Please type the names instead.")


@dataclass(frozen=True, slots=True)
class LookupState:
    """All that the lookup knows.

    `lookup` is the list of members and districts, once it is there; `list_status` says how far it is. `texts` are the
    form's fields as last read or written, by name; "district" is the key of the chosen seat. `filled` are those that
    the lookup wrote, and `filled_zip` is the ZIP code it wrote them for. `result` is what was found for the ZIP code,
    `zip_error` why nothing was. `officials` are the recipients of whom more is known than a name, by slot. `former`
    are the saved officials whose terms have ended, of whom the form was emptied.
    """

    lookup: Lookup | None = None
    list_status: Literal["not asked for", "loading", "failed", "damaged", "ready"] = "not asked for"
    texts: Mapping[str, str] = field(default_factory=dict)
    filled: Mapping[str, str] = field(default_factory=dict)
    filled_zip: str = ""
    result: LookupResult | None = None
    zip_error: str = ""
    officials: Mapping[Slot, Recipient] = field(default_factory=dict)
    former: tuple[Recipient, ...] = ()

    def text(self, name: str) -> str:
        """Return what the field holds."""
        return self.texts.get(name, "")

    def typed(self, name: str) -> str:
        """Return what the visitor put into the field; empty if the lookup did."""
        text = self.text(name)
        return "" if text == self.filled.get(name) else text

    @property
    def typed_names(self) -> dict[Slot, str]:
        """The officials' names that the visitor typed, by slot; empty where none was typed."""
        return {slot: self.typed(f"{prefix}_name") for slot, prefix in _PREFIXES.items()}

    @property
    def seat(self) -> Seat | None:
        """The visitor's seat in the House: the only one, or the chosen one."""
        return seat_of(self.result, self.text("district")) if self.result else None


@dataclass(frozen=True, slots=True)
class FormRead:
    """The form as it reads now, by field name. `is_final`: the visitor has left the ZIP code, which is now complete."""

    texts: Mapping[str, str]
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """A form that was filled in on an earlier visit, or before a reload of the tab.

    `filled` are the fields that the lookup wrote before the reload, `officials` the recipients of the earlier visit.
    """

    texts: Mapping[str, str]
    filled: Mapping[str, str]
    officials: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class ListRequested:
    """The page has asked for the list of members and districts."""


@dataclass(frozen=True, slots=True)
class ListArrived:
    """The list of members and districts has been loaded."""

    lookup: Lookup


@dataclass(frozen=True, slots=True)
class ListFailed:
    """The list did not load, or it did, and cannot be read: then there is no use in trying again."""

    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Cleared:
    """The visitor has cleared their details."""


Input = FormRead | Restored | ListRequested | ListArrived | ListFailed | Cleared


class Update(NamedTuple):
    """A new state, and the texts to write into the form, by field name."""

    state: LookupState
    writes: dict[str, str]


@dataclass(frozen=True, slots=True)
class DistrictOption:
    """One seat to choose from: its key, who holds it, and how much of the ZIP code is in it."""

    key: str
    line: str
    share: str


@dataclass(frozen=True, slots=True)
class LookupView:
    """What the page shows: an error at the ZIP code's field, and below it a message, the districts, and links.

    `needs_names`: the list cannot say who it is, so the fields for the names are shown.
    """

    zip_error: str = ""
    message: str = ""
    options: tuple[DistrictOption, ...] = ()
    chosen: str = ""
    has_vacancy: bool = False
    needs_finder: bool = False
    needs_names: bool = False
    as_of: str = ""


def update(state: LookupState, input_: Input, now: datetime) -> Update:
    """Return the state after an input at this time, and the fields to write.

    >>> from datetime import UTC
    >>> state, writes = update(LookupState(), FormRead({"zip": "10001"}), datetime(2026, 11, 25, tzinfo=UTC))
    >>> state.text("zip"), writes
    ('10001', {})
    """
    match input_:
        case FormRead(texts, is_final):
            return _read(state, texts, now, is_final=is_final)
        case Restored():
            return _restore(state, input_, now)
        case ListRequested():
            return Update(replace(state, list_status="loading"), {})
        case ListArrived(lookup):
            return _follow_list(replace(state, lookup=lookup, list_status="ready"), now)
        case ListFailed(is_damaged):
            return Update(replace(state, list_status="damaged" if is_damaged else "failed"), {})
        case Cleared():
            return Update(LookupState(lookup=state.lookup, list_status=state.list_status), {})


def is_pending(state: LookupState) -> bool:
    """Return whether the letters have to wait: the ZIP code still has to be looked up, and no official is known yet."""
    has_names = any(state.text(f"{prefix}_name") for prefix in _PREFIXES.values())
    return state.list_status == "loading" and bool(_five_digits(state.text("zip"))) and not has_names


def view(state: LookupState) -> LookupView:
    """Return what the page shows for a state."""
    as_of = state.lookup.as_of if state.lookup else ""
    if state.result is None:
        list_error = {"failed": _(_NOT_LOADED), "damaged": _(_UNREADABLE)}.get(state.list_status, "")
        ended = [term_ended(to.title, to.full_name, _date(to.term_ends)) for to in state.former]
        messages = " ".join(filter(None, (*ended, list_error)))
        needs_names = bool(messages or state.zip_error)
        return LookupView(state.zip_error, messages, needs_finder=bool(ended), needs_names=needs_names, as_of=as_of)
    result, seat = state.result, state.seat
    who = officials(result, seat, state.typed_names)
    return LookupView(
        message=message(result, seat, who, state.typed_names, state.typed("state")),
        options=tuple(DistrictOption(key, each.line, result.share_text(each)) for key, each in choices(result).items()),
        chosen=state.text("district"),
        has_vacancy=bool(result.vacant),
        needs_finder=result.needs_finder,
        needs_names=result.needs_finder,
        as_of=as_of,
    )


def errors(state: LookupState) -> dict[str, str]:
    """Return what keeps the letters from being written, by field: an unknown ZIP code, or a choice to make.

    Somebody who types the names needs neither.
    """
    if state.result is None:
        has_names = any(state.text(f"{prefix}_name") for prefix in _PREFIXES.values())
        is_no_zip = not _five_digits(state.text("zip"))
        return {"zip": state.zip_error} if state.zip_error and (is_no_zip or not has_names) else {}
    if state.seat is None and not state.text("house_name"):
        return {"districts": _("Choose your district, or type the name of your member of the House.")}
    return {}


def description(state: LookupState, to: Recipient) -> str:
    """Return what is known of a recipient besides the name: title, party, and the state or district.

    >>> from honorable.letters.recipient import recipient
    >>> description(LookupState(), recipient("senate-1", "Ann Lee", state="CA", legislature=CONGRESS))
    'Senator, California'
    """
    found = (*state.result.representatives, *state.result.senators) if state.result else ()
    party = next((one.party for one in found if one.full_name == to.full_name and one.chamber == to.chamber), "")
    place = seat_name(to.state, to.district if to.chamber == "house" else "")
    return ", ".join(filter(None, (_(to.title), _(party) if party else "", place)))


def known_officials(state: LookupState, texts: Mapping[str, str]) -> dict[Slot, Recipient]:
    """Return the recipients of whom more is known than the name in the form, by slot.

    Somebody whose name the visitor typed is known too, if the lookup found them.
    """
    found = candidates(state.result) if state.result else ()
    known: dict[Slot, Recipient] = {}
    for slot, prefix in _PREFIXES.items():
        name = plain_name(texts.get(f"{prefix}_name", ""), STATES)
        own = state.officials.get(slot)
        for one in (*([own] if own else []), *found):
            if name and one.full_name == name and one.chamber == CONGRESS.place(slot).chamber:
                known[slot] = replace(one, slot=slot)
                break
    return known


def _read(state: LookupState, texts: Mapping[str, str], moment: datetime, *, is_final: bool) -> Update:
    now = {name: texts.get(name, "") for name in FIELDS}
    if not (state.result and state.result.split):  # A restored choice has no option in the form yet.
        now["district"] = state.text("district")
    is_complete = bool(_five_digits(now["zip"]))
    if now == state.texts and (is_complete or not is_final):
        return Update(state, {})
    chose = now["district"] != state.text("district")
    state = _with_texts(state, now)
    if is_complete:
        return _follow_zip(state, moment, chose=chose)
    # While a ZIP code is being typed, an incomplete one is no error yet.
    return _find_nothing(state) if is_final and state.lookup else Update(state, {})


def _with_texts(state: LookupState, texts: Mapping[str, str]) -> LookupState:
    """Return the state with the form's texts. A field with another text than the lookup's is the visitor's."""
    filled = {name: text for name, text in state.filled.items() if texts.get(name, "") == text}
    state = replace(state, texts=texts, filled=filled)
    return replace(state, officials=known_officials(state, texts))


def _restore(state: LookupState, restored: Restored, moment: datetime) -> Update:
    texts, filled, saved = restored.texts, restored.filled, restored.officials
    # Only the lookup knows more of a recipient than a name.
    known = {
        to.slot: to
        for to in saved
        if to.slot in _PREFIXES and (to.office or to.phone or to.contact_page or to.term_ends)
    }
    now = {name: texts.get(name, "") for name in FIELDS}
    if "house" in known and not now["district"]:
        now["district"] = seat_key(known["house"].state, known["house"].district)
    state = _with_texts(replace(state, filled={**_names(known), **filled}, officials=known), now)
    has_names = any(state.text(name) for name in _NAMES)
    state = replace(state, filled_zip=_five_digits(state.text("zip")) if has_names else "")
    former = {slot: to for slot, to in known.items() if (ends := _date(to.term_ends)) and term_has_ended(ends, moment)}
    emptied = dict.fromkeys(_names(former), "")
    return _fill(replace(state, former=tuple(former.values())), emptied, into_empty=False)


def _follow_list(state: LookupState, moment: datetime) -> Update:
    """Follow the form once the list is there. What an earlier visit left in it and the list finds too is the lookup's.

    Without that, a restored state would count as chosen by the visitor, and stay when they type another ZIP code.
    """
    was_emptied, state = bool(state.former), replace(state, former=())
    if state.lookup and state.filled_zip:
        try:
            result = in_office(state.lookup.find(state.filled_zip), state.lookup.congress, moment)
        except (UnknownZipError, DamagedDataError):
            return _follow_zip(state, moment)
        seat = seat_of(result, state.text("district"))
        wanted = {"state": _state_of(result, seat)} | _names(
            {slot: member.recipient(slot) for slot, member in officials(result, seat, {}).items()}
        )
        same = {name: text for name, text in wanted.items() if text and state.text(name) == text}
        state = replace(state, filled={**state.filled, **same})
    return _follow_zip(state, moment, chose=was_emptied)


def _follow_zip(state: LookupState, moment: datetime, *, chose: bool = False) -> Update:
    """Find who represents the ZIP code in the form and fill them in.

    Empty fields are only filled in for a new ZIP code, or after a choice: an emptied name is a letter to skip.
    """
    if state.lookup is None or not _five_digits(state.text("zip")):
        return Update(state, {})
    try:
        result = _find(state.lookup, state.text("zip"), state.typed("state"))
    except (UnknownZipError, DamagedDataError):
        return _find_nothing(state)
    result = in_office(result, state.lookup.congress, moment)
    is_new = result.zip != state.filled_zip or (state.result is not None and state.result != result)
    texts = dict(state.texts) | {"district": _district(state, result)}
    state = replace(state, texts=texts, result=result, zip_error="", filled_zip=result.zip)
    who = officials(result, state.seat, state.typed_names)
    wanted = dict.fromkeys(_NAMES, "") | {"state": _state_of(result, state.seat)}
    found = {slot: member.recipient(slot) for slot, member in who.items()}
    state = replace(state, officials=dict(state.officials) | found)
    return _fill(state, wanted | _names(found), into_empty=is_new or chose)


def _find_nothing(state: LookupState) -> Update:
    """Take back what the lookup wrote, and say why nothing is found for the text in the ZIP code's field."""
    error = ""
    if state.lookup and state.text("zip").strip():
        try:
            state.lookup.find(state.text("zip"))
        except UnknownZipError as unknown:
            error = _lost_zeros(state) or str(unknown)
        except DamagedDataError:
            error = _(_UNREADABLE)
    texts = dict(state.texts) | {"district": ""}
    state = replace(state, texts=texts, result=None, zip_error=error, filled_zip="")
    return _fill(state, dict.fromkeys(("state", *_NAMES), ""), into_empty=False)


def _find(lookup: Lookup, zip_code: str, state: str) -> LookupResult:
    """Return who represents a ZIP code, or the state that somebody with military or diplomatic mail votes in."""
    if state and is_overseas(_five_digits(zip_code)):
        return lookup.find_state(state, zip_code)
    return lookup.find(zip_code).within(state)


def _lost_zeros(state: LookupState) -> str:
    """Offer back a ZIP code without its leading zeros, as spreadsheets leave it; empty if that is not what it is."""
    text, chosen = state.text("zip").strip(), state.typed("state")
    digits = text.partition("-")[0]
    if state.lookup is None or not (digits.isdecimal() and len(digits) in {3, 4}):
        return ""
    whole = _five_digits(digits.zfill(5))
    try:
        result = state.lookup.find(whole)
    except (UnknownZipError, DamagedDataError):
        return ""
    if chosen not in {each.code for each in result.states} and (chosen or result.by_prefix):
        return ""
    place = next((each for each in result.states if each.code == chosen), result.states[0])
    return _("ZIP codes in {state} begin with 0. Did you mean {zip}?", state=in_sentence(place), zip=whole)


def _fill(state: LookupState, wanted: Mapping[str, str], *, into_empty: bool) -> Update:
    """Write texts over those of the lookup, and into empty fields if asked to. The visitor's own texts stay.

    An empty name is a letter to skip, but nobody wants an empty state.
    """
    texts, filled, writes = dict(state.texts), dict(state.filled), {}
    for name, text in wanted.items():
        now = texts.get(name, "")
        if (now and now == filled.get(name)) or (not now and (into_empty or name == "state")):
            filled.pop(name, None)
            if text:
                filled[name] = text
            if text != now:
                texts[name] = writes[name] = text
    return Update(_with_texts(replace(state, filled=filled), texts), writes)


def _district(state: LookupState, result: LookupResult) -> str:
    """Return the key of the chosen seat. A choice holds for one ZIP code; a member's name that is typed is one, too."""
    seats = choices(result)
    if result.zip == state.filled_zip and (key := state.text("district")) in seats:
        return key
    name = plain_name(state.typed("house_name"), STATES)
    return next((key for key, seat in seats.items() if seat.member and name and seat.member.full_name == name), "")


def _names(officials_by_slot: Mapping[Slot, Recipient]) -> dict[str, str]:
    """Return full and last names by the form's fields."""
    people = [(_PREFIXES[slot], to) for slot, to in officials_by_slot.items() if slot in _PREFIXES]
    return {f"{prefix}_name": to.full_name for prefix, to in people} | {
        f"{prefix}_last": to.last_name for prefix, to in people
    }


def _state_of(result: LookupResult, seat: Seat | None) -> str:
    if seat:
        return seat.state
    return result.states[0].code if len(result.states) == 1 else ""


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # Not known, or a cookie that was made by hand.


def _five_digits(text: str) -> str:
    try:
        return CONGRESS.postal_code.cleaned(text)[:5]
    except ValueError:
        return ""
