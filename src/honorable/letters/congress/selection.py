"""From what a look-up found to who is written to, without overruling what the visitor typed."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from honorable.letters.congress.district_file import seat_key
from honorable.letters.congress.legislature import SLOTS
from honorable.letters.congress.lookup_result import LookupResult
from honorable.letters.congress.member import Member, Seat
from honorable.letters.congress.states import STATES
from honorable.letters.language import _, format_list
from honorable.letters.legislature import Slot
from honorable.letters.names import last_name
from honorable.letters.recipient import Recipient

__all__ = ["candidates", "choices", "merged", "officials", "seat_of", "told"]


def choices(found: LookupResult) -> dict[str, Seat]:
    """The seats to choose from, by key, the largest first; empty where there is nothing to choose."""
    return {seat_key(seat.state, seat.district): seat for seat in found.seats} if found.split else {}


def seat_of(found: LookupResult, key: str) -> Seat | None:
    """The seat that is the visitor's: the only one, or the chosen one; None where none is chosen."""
    return choices(found).get(key) if found.split else found.seats[0]


def officials(found: LookupResult, seat: Seat | None, typed: Mapping[Slot, str]) -> dict[Slot, Recipient]:
    """Who is written to, by their place in the form. `typed` has the names that the visitor typed there.

    Without a seat there is nobody in the House, and there are senators only where all the seats are in one state.
    A senator whom the visitor has typed in one place is not put into the other one.
    """
    who: dict[Slot, Recipient] = {}
    if seat and seat.member:
        who["house"] = seat.member.recipient("house")
    within = found.within(seat.state) if seat else found
    if len(within.states) == 1:
        names = {slot: typed[slot] for slot in SLOTS[1:] if typed.get(slot)}
        placed = {slot: one for slot, name in names.items() for one in within.senators if _is_same(name, one)}
        free = [slot for slot in SLOTS[1:] if slot not in placed]
        left = [one for one in within.senators if one not in placed.values()]
        # Each in their own place, senior first, unless one of them already stands in it.
        placed |= dict(zip(free, left, strict=False))
        who |= {slot: one.recipient(slot) for slot, one in placed.items()}
    return who


def candidates(found: LookupResult) -> tuple[Recipient, ...]:
    """Everybody who was found: all that is known of a name that is one of theirs."""
    house = tuple(one.recipient("house") for one in found.representatives)
    return (*house, *(one.recipient("senate-1") for one in found.senators))


def merged(to: Recipient, known: Iterable[Recipient]) -> Recipient:
    """The recipient with all that is known of somebody of this name and chamber. Their last name stays as typed."""
    for one in known:
        if to.full_name and (one.chamber, one.full_name) == (to.chamber, to.full_name):
            return replace(one, slot=to.slot, last_name=to.last_name)
    return to


def told(
    found: LookupResult, seat: Seat | None, who: Mapping[Slot, Recipient], typed: Mapping[Slot, str], state: str = ""
) -> str:
    """What was found and who is written to, in a few sentences. `state` is the code that the visitor chose, if any."""
    named = [f"{who[slot].title} {who[slot].full_name}" for slot in SLOTS if slot in who and not typed.get(slot)]
    sentences = [_chosen(seat) if seat and found.split else found.sentence]
    if named and seat is None:
        sentences.append(
            _("{names} is filled in already.", names=named[0])
            if len(named) == 1
            else _("{names} are filled in already.", names=format_list(named))
        )
    elif named:
        sentences.append(
            _("Your letter goes to {names}.", names=named[0])
            if len(named) == 1
            else _("Your letters go to {names}.", names=format_list(named))
        )
    if any(name and (slot not in who or who[slot].full_name != name) for slot, name in typed.items()):
        sentences.append(_("What you typed yourself stays as it is."))
    if state and state not in {one.code for one in found.states}:
        sentences.append(_("The state that you chose is another one: please check both."))
    return " ".join(sentences)


def _chosen(seat: Seat) -> str:
    name = _("the {seat}", seat=seat.name) if seat.district else seat.name
    if seat.member:
        return _("You chose {name}.", name=name)
    return _("You chose {name}. Its seat is vacant: nobody holds it now. You can write to the senators.", name=name)


def _is_same(typed: str, member: Member) -> bool:
    return _folded(last_name(typed, STATES)) == _folded(member.last_name)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()
