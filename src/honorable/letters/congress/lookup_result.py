"""What the lookup finds for a ZIP code, and the sentences that say it."""

from dataclasses import dataclass, replace

from honorable.letters.congress.legislature import SLOTS, house_title
from honorable.letters.congress.member import Member, Seat
from honorable.letters.congress.states import NO_SENATORS, State, in_sentence
from honorable.letters.language import _, format_list, ngettext, ordinal
from honorable.letters.recipient import Recipient

__all__ = ["LookupResult"]


@dataclass(frozen=True, slots=True)
class LookupResult:
    """Who may represent a ZIP code. Nothing is chosen: among several districts, only the visitor knows theirs.

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
        """The holders of the seats, largest share first: Representatives, Delegates, the Resident Commissioner."""
        return tuple(seat.member for seat in self.seats if seat.member)

    @property
    def vacant(self) -> tuple[Seat, ...]:
        """The seats that nobody holds."""
        return tuple(seat for seat in self.seats if seat.member is None)

    @property
    def split(self) -> bool:
        """Whether there are several seats, so that the visitor has to choose."""
        return len(self.seats) > 1

    def within(self, code: str) -> "LookupResult":
        """Return the part of the result in one state, by its two-letter code; all of it if it is in none of them."""
        if code not in {state.code for state in self.states}:
            return self
        return replace(
            self,
            states=tuple(state for state in self.states if state.code == code),
            senators=tuple(member for member in self.senators if member.state == code),
            seats=tuple(seat for seat in self.seats if seat.state == code),
        )

    def recipients(self, seat: Seat) -> tuple[Recipient, ...]:
        """Return who is written to from this seat: its holder, if any, and the senators of its state."""
        house = (seat.member.recipient("house"),) if seat.member else ()
        senators = self.within(seat.state).senators
        return (*house, *(to.recipient(slot) for to, slot in zip(senators, SLOTS[1:], strict=False)))

    def share_text(self, seat: Seat) -> str:
        """Return how much of the ZIP code is in the seat's district; empty if all of it is, or if it is not known."""
        if len(self.seats) == 1 or seat.share is None:
            return ""
        percent, digits = round(100 * seat.share), self.zip[:3]
        if not percent:
            if self.by_prefix:
                return _("less than 1% of the ZIP codes that begin with {digits}", digits=digits)
            return _("less than 1% of its land")
        if self.by_prefix:
            return _("about {percent}% of the ZIP codes that begin with {digits}", percent=percent, digits=digits)
        return _("about {percent}% of its land", percent=percent)

    @property
    def sentence(self) -> str:
        """What was found, in a few sentences for the visitor."""
        return " ".join((self._where, *self._no_senators, *self._vacancies))

    @property
    def _where(self) -> str:
        words = {"zip": self.zip, "digits": self.zip[:3]}
        if self.split:
            return self._which_districts(words)
        seat = self.seats[0]
        words |= _seat_words(seat)
        if seat.district:
            if self.by_prefix:
                return _(
                    "This page does not know ZIP code {zip}. ZIP codes that begin with {digits} are in the {ordinal} "
                    "district of {state}.",
                    **words,
                )
            return _("ZIP code {zip} is in the {ordinal} district of {state}.", **words)
        if self.by_prefix:
            return _(
                "This page does not know ZIP code {zip}. ZIP codes that begin with {digits} are in {state}.", **words
            )
        return _("ZIP code {zip} is in {state}.", **words)

    def _which_districts(self, words: dict[str, str]) -> str:
        words |= {"states": format_list([in_sentence(state) for state in self.states])}
        if self.by_prefix:
            sentence = ngettext(
                "This page does not know ZIP code {zip}. ZIP codes that begin with {digits} are in {count} district of "
                "{states}. Choose yours.",
                "This page does not know ZIP code {zip}. ZIP codes that begin with {digits} are in {count} districts "
                "of {states}. Choose yours.",
                len(self.seats),
                **words,
            )
        else:
            sentence = ngettext(
                "ZIP code {zip} is in {count} district of {states}. Choose yours.",
                "ZIP code {zip} is in {count} districts of {states}. Choose yours.",
                len(self.seats),
                **words,
            )
        if any(seat.share is None for seat in self.seats):
            return sentence
        order = (
            _("The first one has the most of those ZIP codes, but you may live in another.")
            if self.by_prefix
            else _("The first one has the most land in the ZIP code, but you may live in another.")
        )
        return f"{sentence} {order}"

    @property
    def _no_senators(self) -> list[str]:
        return [
            _(
                "A Resident Commissioner represents {state} in the House. There are no senators.",
                state=in_sentence(state),
            )
            if house_title(state.code) == "Resident Commissioner"
            else _("A Delegate represents {state} in the House. There are no senators.", state=in_sentence(state))
            for state in self.states
            if state.code in NO_SENATORS
        ]

    @property
    def _vacancies(self) -> list[str]:
        house = [_vacancy(seat) for seat in self.vacant]
        senate = [
            _("A Senate seat of {state} is vacant.", state=in_sentence(state))
            for state in self.states
            if state.code not in NO_SENATORS and sum(one.state == state.code for one in self.senators) < 2
        ]
        return house + senate


def _seat_words(seat: Seat) -> dict[str, str]:
    return {
        "ordinal": ordinal(int(seat.district)) if seat.district else "",
        "state": seat.state_in_sentence,
    }


def _vacancy(seat: Seat) -> str:
    if seat.state in NO_SENATORS:
        return _("The seat of {state} in the House is vacant.", **_seat_words(seat))
    if seat.district:
        return _(
            "The seat of the {ordinal} district of {state} is vacant. You can write to the senators.",
            **_seat_words(seat),
        )
    return _("The seat of {state} in the House is vacant. You can write to the senators.", **_seat_words(seat))
