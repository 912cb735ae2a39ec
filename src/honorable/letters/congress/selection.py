"""From what the lookup found to the recipients, without overruling what the visitor typed."""

from collections.abc import Mapping

from honorable.letters.congress.district_file import seat_key
from honorable.letters.congress.legislature import SLOTS
from honorable.letters.congress.lookup_result import LookupResult
from honorable.letters.congress.member import Member, Seat
from honorable.letters.congress.states import NO_SENATORS, STATES
from honorable.letters.language import _, format_list, ngettext, ordinal
from honorable.letters.legislature import Slot
from honorable.letters.names import last_name
from honorable.letters.plain_text import folded
from honorable.letters.recipient import Recipient

__all__ = ["candidates", "choices", "message", "officials", "seat_of"]


def choices(result: LookupResult) -> dict[str, Seat]:
    """Return the seats to choose from, by key, the largest first; empty if there is nothing to choose."""
    return {seat_key(seat.state, seat.district): seat for seat in result.seats} if result.split else {}


def seat_of(result: LookupResult, key: str) -> Seat | None:
    """Return the visitor's seat: the only one, or the chosen one; None if none is chosen."""
    return choices(result).get(key) if result.split else result.seats[0]


def officials(result: LookupResult, seat: Seat | None, typed: Mapping[Slot, str]) -> dict[Slot, Member]:
    """Return the members who are written to, by slot. `typed` has the names that the visitor typed.

    Without a seat there is no member of the House, and there are senators only if all seats are in one state.
    A senator whom the visitor has typed into one slot is not put into the other one.
    """
    members: dict[Slot, Member] = {}
    if seat and seat.member:
        members["house"] = seat.member
    within = result.within(seat.state) if seat else result
    if len(within.states) == 1:
        names = {slot: typed[slot] for slot in SLOTS[1:] if typed.get(slot)}
        placed = {slot: one for slot, name in names.items() for one in within.senators if _is_same(name, one)}
        free = [slot for slot in SLOTS[1:] if slot not in placed]
        left = [one for one in within.senators if one not in placed.values()]
        # Each in their own slot, senior first, unless one of them is already in it.
        placed |= dict(zip(free, left, strict=False))
        members |= dict(sorted(placed.items()))
    return members


def candidates(result: LookupResult) -> tuple[Recipient, ...]:
    """Return everybody who was found: a name that is one of theirs brings all that is known of them."""
    house = tuple(one.recipient("house") for one in result.representatives)
    return (*house, *(one.recipient("senate-1") for one in result.senators))


def message(
    result: LookupResult,
    seat: Seat | None,
    members: Mapping[Slot, Member],
    typed: Mapping[Slot, str],
    state: str = "",
) -> str:
    """Return what was found and who is written to, in a few sentences. `state` is the code that the visitor chose."""
    named = [members[slot].display_name for slot in SLOTS if slot in members and not typed.get(slot)]
    sentences = [_chosen(seat) if seat and result.split else result.sentence]
    if named and seat is None:
        sentences.append(
            ngettext(
                "{names} is already filled in.", "{names} are already filled in.", len(named), names=format_list(named)
            )
        )
    elif named:
        sentences.append(
            ngettext(
                "Your letter goes to {names}.", "Your letters go to {names}.", len(named), names=format_list(named)
            )
        )
    if any(name and (slot not in members or members[slot].full_name != name) for slot, name in typed.items()):
        sentences.append(_("What you typed yourself stays as it is."))
    if state and state not in {one.code for one in result.states}:
        sentences.append(_("You chose a different state. Please check the state and the ZIP code."))
    return " ".join(sentences)


def _chosen(seat: Seat) -> str:
    state = seat.state_in_sentence
    if seat.district:
        chosen = _("You chose the {ordinal} district of {state}.", ordinal=ordinal(int(seat.district)), state=state)
    else:
        chosen = _("You chose {state}.", state=state)
    if seat.member:
        return chosen
    if seat.former:
        return f"{chosen} {seat.former.ended}"
    vacant = (
        _("Its seat is vacant.")
        if seat.state in NO_SENATORS
        else _("Its seat is vacant. You can write to the senators.")
    )
    return f"{chosen} {vacant}"


def _is_same(typed: str, member: Member) -> bool:
    return folded(last_name(typed, STATES)) == folded(member.last_name)
