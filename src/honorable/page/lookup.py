"""Looking officials up: the ZIP code's districts, and the names that they fill in. Nothing of it is sent anywhere."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from pyodide.ffi import JsException, create_proxy
from pyscript import window

from honorable.letters import Recipient
from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.congress.lookup import DamagedDataError, Lookup, LookupResult, UnknownZipError
from honorable.letters.congress.member import Seat
from honorable.letters.congress.selection import choices, officials, seat_of, told
from honorable.letters.language import N_, _
from honorable.page import form
from honorable.page.dom import all_of, element, find, listen, run, say
from honorable.page.state import Visit
from honorable.page.storage.tab_state import TabState

__all__ = ["forget", "remember", "restore", "typed", "watch"]

_NOT_LOADED = N_(
    "The list of ZIP codes did not arrive. Please type the names, or come back to this field to try again."
)
# The look-up is of Congress alone: another legislature's page has neither its list nor these fields.
_PREFIXES = {place.slot: place.field for place in CONGRESS.places}
_NAMES = tuple(f"{prefix}_{part}" for prefix in _PREFIXES.values() for part in ("name", "last"))


def remember(visit: Visit, recipients: Iterable[Recipient]) -> None:
    """Takes over what was known of the recipients on the last visit."""
    visit.remembered = tuple(to for to in recipients if to.office or to.phone or to.contact_page)
    visit.looked_up |= form.names(visit.remembered)


def restore(visit: Visit, before: TabState) -> None:
    """Takes over what the look-up had filled in before a reload of the tab, once the form is filled in again."""
    visit.looked_up |= before.looked_up
    if element("lookup") and any(element(name).value for name in _NAMES):
        visit.settled = _five_digits(element("zip").value)


def watch(visit: Visit, then: Callable[[], object]) -> None:
    """Loads the data when the visitor reaches the form, so that typing asks for nothing; then follows the form."""
    if not element("lookup"):
        return

    def load(*, again: bool = False) -> None:
        if not visit.loaded or (again and visit.loaded == "failed"):
            visit.loaded = "asked"
            run(_load(visit, then))

    def on_sight(entries: Any, observer: Any) -> None:
        if any(entry.isIntersecting for entry in entries):
            observer.disconnect()
            load()

    window.IntersectionObserver.new(create_proxy(on_sight)).observe(element("letter-form"))
    listen("focusout", lambda _: then() if _left(visit) else None, element("zip"))
    listen("focusin", lambda event: load(again=event.target.id == "zip"), element("letter-form"))


def typed(visit: Visit, field: Any) -> None:
    """The visitor has typed in a field, or chosen: from now on that is theirs, and the look-up goes by it."""
    visit.looked_up.pop(field.name, None)
    if field.name == "district":
        visit.chosen = field.value
        _follow(visit, fill=True)
    elif field.name in {"zip", "state"} and (five := _five_digits(element("zip").value)):
        _follow(visit, fill=five != visit.settled)
    elif field.name in _NAMES and visit.found:
        _follow(visit, fill=False)


def forget(visit: Visit) -> None:
    """Drops all that was found, known and filled in."""
    visit.remembered, visit.looked_up, visit.settled, visit.chosen = (), {}, "", ""
    _show(visit, None, "")


async def _load(visit: Visit, then: Callable[[], object]) -> None:
    try:
        answer = await window.fetch(element("lookup").dataset.list)
        packed = (await answer.arrayBuffer()).to_bytes() if answer.ok else b""
    except JsException:
        packed = b""
    if not packed:
        say(element("lookup-said"), _(_NOT_LOADED))
        visit.loaded = "failed"
        return
    try:
        visit.lookup = Lookup.read(packed)
    except DamagedDataError as error:
        say(element("lookup-said"), _damaged(error))
        return
    say(element("lookup-said"), "")
    say(find("[data-day]"), visit.lookup.as_of(date.today()))  # noqa: DTZ011 - the visitor's own calendar
    if five := _five_digits(element("zip").value):
        _follow(visit, fill=five != visit.settled)
        then()


def _damaged(error: DamagedDataError) -> str:
    return _("The list of ZIP codes cannot be read: {reason}. Please type the names instead.", reason=error.reason)


def _left(visit: Visit) -> bool:
    """The visitor has left the ZIP code's field. Whether what stands there is none, which can now be said."""
    is_none = not _five_digits(element("zip").value)
    if is_none:
        _follow(visit, fill=True)
    return is_none


def _follow(visit: Visit, *, fill: bool) -> None:
    """Finds who speaks for the ZIP code in the form, says so, and fills them in: into empty fields only if `fill`."""
    if visit.lookup is None:
        return
    zip_code, state = element("zip").value, _theirs(visit, "state")
    try:
        found = visit.lookup.find(zip_code).within(state) if zip_code.strip() else None
    except (UnknownZipError, DamagedDataError) as error:
        found, sentence = None, _damaged(error) if isinstance(error, DamagedDataError) else str(error)
    else:
        sentence = ""
    if found is None:
        visit.settled = ""
        for name in ("state", *_NAMES):
            _put(visit, name, "", fill=False)
        _show(visit, None, sentence)
        return
    fill = fill or (visit.found is not None and found != visit.found)  # The state has settled it, say.
    visit.chosen = _choice(visit, found)
    visit.settled = found.zip
    seat = seat_of(found, visit.chosen)
    names = {slot: _theirs(visit, f"{prefix}_name") for slot, prefix in _PREFIXES.items()}
    who = officials(found, seat, names)
    wanted = dict.fromkeys(_NAMES, "") | form.names(who.values()) | {"state": _state_of(found, seat)}
    for name, text in wanted.items():
        _put(visit, name, text, fill=fill)
    _show(visit, found, told(found, seat, who, names, state))


def _choice(visit: Visit, found: LookupResult) -> str:
    """The key of the chosen seat. A choice holds for one ZIP code; a name that is typed or restored is one, too."""
    seats = choices(found)
    if found.zip == visit.settled and visit.chosen in seats:
        return visit.chosen
    name = _theirs(visit, "house_name") if found.zip != visit.settled else element("house_name").value
    return next((key for key, seat in seats.items() if seat.member and seat.member.full_name == name), "")


def _state_of(found: LookupResult, seat: Seat | None) -> str:
    if seat:
        return seat.state
    return found.states[0].code if len(found.states) == 1 else ""


def _theirs(visit: Visit, name: str) -> str:
    """What the visitor has put into a field; empty where the look-up has."""
    text = element(name).value
    return "" if text == visit.looked_up.get(name) else text


def _put(visit: Visit, name: str, text: str, *, fill: bool) -> None:
    """Puts a text into a field unless the visitor has: into an empty one if `fill`, in place of an earlier one."""
    now = element(name).value
    if now == visit.looked_up.get(name) or (fill and not now):
        visit.looked_up.pop(name, None)
        form.put(name, text)
        if text:
            visit.looked_up[name] = text


def _show(visit: Visit, found: LookupResult | None, sentence: str) -> None:
    visit.found = found
    if not element("lookup"):
        return
    say(element("lookup-said"), sentence)
    element("lookup-vacant").hidden = not (found and found.vacant)
    seats = choices(found) if found else {}
    districts = element("districts")
    districts.hidden = not seats
    about = f"{found.zip} {' '.join(seats)}" if found else ""
    if districts.dataset.about != about:  # What has the focus must not be replaced.
        districts.dataset.about = about
        find("[data-districts]", districts).replaceChildren(*_options(found, seats) if found else ())
    for radio in all_of("[name=district]", districts):
        radio.checked = radio.value == visit.chosen


def _options(found: LookupResult, seats: Mapping[str, Seat]) -> list[Any]:
    template = element("district").content.firstElementChild
    options = [template.cloneNode(True) for _ in seats]
    for option, (key, seat) in zip(options, seats.items(), strict=True):
        find("input", option).value = key
        find("[data-line]", option).textContent = seat.line
        find("[data-part]", option).textContent = found.part(seat)
    return options


def _five_digits(text: str) -> str:
    try:
        return CONGRESS.postal_code.cleaned(text)[:5]
    except ValueError:
        return ""
