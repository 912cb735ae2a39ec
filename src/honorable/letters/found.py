"""What a look-up finds, and the sentence that tells it."""

from dataclasses import dataclass, replace

from honorable.letters.member import Member, Seat
from honorable.letters.recipient import SLOTS, Recipient, house_title
from honorable.letters.states import NO_SENATORS, State

__all__ = ["Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """Who may speak for a ZIP code. Nothing is chosen: where there are several seats, the visitor knows which.

    `seats` and `states` have the largest share first, `senators` follow the states, the senior one first.
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

    def within(self, code: str) -> "Found":
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
        """How much of the ZIP code is in the seat's district, in words; empty where all of it is."""
        if len(self.seats) == 1:
            return ""
        whole = f"the ZIP codes that begin with {self.zip[:3]}" if self.by_prefix else "its land"
        percent = round(100 * seat.share)
        return f"about {percent}% of {whole}" if percent else f"less than 1% of {whole}"

    @property
    def sentence(self) -> str:
        """What was found, in a sentence or two for the visitor."""
        return " ".join(filter(None, (self._where, *self._no_senators, *self._vacancies)))

    @property
    def _where(self) -> str:
        names = _and([state.name for state in self.states])
        if self.by_prefix:
            start = f"This page does not know ZIP code {self.zip}, but those that begin with {self.zip[:3]} are in"
        else:
            start = f"ZIP code {self.zip} is in"
        if self.split:
            first = "the most of those ZIP codes" if self.by_prefix else "the most land"
            return (
                f"{start} {len(self.seats)} districts of {names}. Choose yours: the one with {first} stands first, and "
                "that need not be the one where you live."
            )
        seat = self.seats[0]
        return f"{start} the {seat.name}." if seat.district else f"{start} {_the(names)}."

    @property
    def _no_senators(self) -> list[str]:
        return [
            f"{_the(state.name, first=True)} {'have' if state.name.endswith('Islands') else 'has'} a "
            f"{house_title(state.code)} in the House, and no senators."
            for state in self.states
            if state.code in NO_SENATORS
        ]

    @property
    def _vacancies(self) -> list[str]:
        house = [
            f"The seat of {_of(seat)} is vacant: nobody holds it now."
            + ("" if seat.state in NO_SENATORS else " You can write to the senators.")
            for seat in self.vacant
        ]
        senate = [
            f"A seat of {state.name} in the Senate is vacant."
            for state in self.states
            if state.code not in NO_SENATORS and sum(one.state == state.code for one in self.senators) < 2
        ]
        return house + senate


def _of(seat: Seat) -> str:
    return f"the {seat.name}" if seat.district else _the(seat.name)


def _the(name: str, *, first: bool = False) -> str:
    article = "The " if first else "the "
    return article + name if name.startswith(("District", "Northern", "U.S.")) else name


def _and(names: list[str]) -> str:
    """The names as a list in a sentence.

    >>> _and(["Ohio"]), _and(["Ohio", "Iowa"]), _and(["Ohio", "Iowa", "Utah"])
    ('Ohio', 'Ohio and Iowa', 'Ohio, Iowa and Utah')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
