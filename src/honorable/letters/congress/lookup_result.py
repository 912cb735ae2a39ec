"""What a look-up finds, and the sentence that tells it."""

from dataclasses import dataclass, replace

from honorable.letters.congress.legislature import SLOTS, house_title
from honorable.letters.congress.member import Member, Seat
from honorable.letters.congress.states import NO_SENATORS, State
from honorable.letters.language import _, format_list
from honorable.letters.recipient import Recipient

__all__ = ["LookupResult"]


@dataclass(frozen=True, slots=True)
class LookupResult:
    """Who may speak for a ZIP code. Nothing is chosen: where there are several seats, the visitor knows which.

    `seats` and `states` have the largest share first, or are in the order of their names and numbers if the shares are
    unknown; `senators` follow the states, the senior one first.
    `by_prefix` says that only the ZIP code's first three digits were known.
    """

    zip: str
    states: tuple[State, ...]
    senators: tuple[Member, ...]
    seats: tuple[Seat, ...]
    by_prefix: bool = False

    @property
    def representatives(self) -> tuple[Member, ...]:
        """Those who hold the seats, largest share first: Representatives, Delegates, the Resident Commissioner."""
        return tuple(seat.member for seat in self.seats if seat.member)

    @property
    def vacant(self) -> tuple[Seat, ...]:
        """The seats that nobody holds."""
        return tuple(seat for seat in self.seats if seat.member is None)

    @property
    def split(self) -> bool:
        """Whether there are several seats, and the visitor has to choose."""
        return len(self.seats) > 1

    def within(self, code: str) -> "LookupResult":
        """What is found in one of the states, by its two-letter code; everything where it is none of them."""
        if code not in {state.code for state in self.states}:
            return self
        return replace(
            self,
            states=tuple(state for state in self.states if state.code == code),
            senators=tuple(member for member in self.senators if member.state == code),
            seats=tuple(seat for seat in self.seats if seat.state == code),
        )

    def recipients(self, seat: Seat) -> tuple[Recipient, ...]:
        """Who is written to from this seat: who holds it, if anybody, and the senators of its state."""
        house = (seat.member.recipient("house"),) if seat.member else ()
        senators = self.within(seat.state).senators
        return (*house, *(to.recipient(slot) for to, slot in zip(senators, SLOTS[1:], strict=False)))

    def part(self, seat: Seat) -> str:
        """Return how much of the ZIP code is in the seat's district, in words; empty if all of it or if unknown."""
        if len(self.seats) == 1 or seat.share is None:
            return ""
        whole = _("the ZIP codes that begin with {digits}", digits=self.zip[:3]) if self.by_prefix else _("its land")
        percent = round(100 * seat.share)
        if percent:
            return _("about {percent}% of {whole}", percent=percent, whole=whole)
        return _("less than 1% of {whole}", whole=whole)

    @property
    def sentence(self) -> str:
        """What was found, in a sentence or two for the visitor."""
        return " ".join(filter(None, (self._where, *self._no_senators, *self._vacancies)))

    @property
    def _where(self) -> str:
        names = format_list([state.name for state in self.states])
        if self.by_prefix:
            start = _(
                "This page does not know ZIP code {zip}, but those that begin with {digits} are in",
                zip=self.zip,
                digits=self.zip[:3],
            )
        else:
            start = _("ZIP code {zip} is in", zip=self.zip)
        if self.split and self.seats[0].share is None:
            return _(
                "{start} {count} districts of {states}. Choose yours.",
                start=start,
                count=len(self.seats),
                states=names,
            )
        if self.split:
            first = _("the most of those ZIP codes") if self.by_prefix else _("the most land")
            return _(
                "{start} {count} districts of {states}. Choose yours: the one with {first} stands first, and "
                "that need not be the one where you live.",
                start=start,
                count=len(self.seats),
                states=names,
                first=first,
            )
        seat = self.seats[0]
        return _("{start} {place}.", start=start, place=_of(seat) if seat.district else _the(names))

    @property
    def _no_senators(self) -> list[str]:
        return [_have(state) for state in self.states if state.code in NO_SENATORS]

    @property
    def _vacancies(self) -> list[str]:
        house = [
            _("The seat of {place} is vacant: nobody holds it now.", place=_of(seat))
            if seat.state in NO_SENATORS
            else _(
                "The seat of {place} is vacant: nobody holds it now. You can write to the senators.", place=_of(seat)
            )
            for seat in self.vacant
        ]
        senate = [
            _("A seat of {state} in the Senate is vacant.", state=state.name)
            for state in self.states
            if state.code not in NO_SENATORS and sum(one.state == state.code for one in self.senators) < 2
        ]
        return house + senate


def _of(seat: Seat) -> str:
    return _("the {seat}", seat=seat.name) if seat.district else _the(seat.name)


def _have(state: State) -> str:
    words = {"place": _the(state.name, first=True), "title": house_title(state.code)}
    if state.name.endswith("Islands"):
        return _("{place} have a {title} in the House, and no senators.", **words)
    return _("{place} has a {title} in the House, and no senators.", **words)


def _the(name: str, *, first: bool = False) -> str:
    article = _("The {place}", place=name) if first else _("the {place}", place=name)
    return article if name.startswith(("District", "Northern", "U.S.")) else name
