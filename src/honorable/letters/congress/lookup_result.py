"""What the lookup finds for a ZIP code, and the sentences that say it."""

from dataclasses import dataclass, replace

from honorable.letters.congress.legislature import MILITARY, house_title
from honorable.letters.congress.member import Member, Seat
from honorable.letters.congress.states import NO_SENATORS, State, in_sentence
from honorable.letters.language import _, format_list, ngettext, ordinal

__all__ = ["LookupResult"]


@dataclass(frozen=True, slots=True)
class LookupResult:
    """Who may represent a ZIP code. Nothing is chosen: among several districts, only the visitor knows theirs.

    `seats` and `states` have the largest share first, or are in the order of their names and numbers if the shares are
    unknown; `senators` follow the states, the senior one first.
    `by_prefix`: only the ZIP code's first three digits were known. `is_overseas`: the ZIP code is a military one, and
    the seats are those of the state where the visitor votes. `is_redrawn`: the districts of a state have changed, so
    all of its seats are listed, those that the ZIP code was in before first. `former_senators` are those on the list
    whose terms have ended. `house_has_changed`: a new House has been elected since the list was made.
    """

    zip: str
    states: tuple[State, ...]
    senators: tuple[Member, ...]
    seats: tuple[Seat, ...]
    by_prefix: bool = False
    is_redrawn: bool = False
    is_overseas: bool = False
    former_senators: tuple[Member, ...] = ()
    house_has_changed: bool = False

    @property
    def representatives(self) -> tuple[Member, ...]:
        """The holders of the seats, largest share first: Representatives, Delegates, the Resident Commissioner."""
        return tuple(seat.member for seat in self.seats if seat.member)

    @property
    def vacant(self) -> tuple[Seat, ...]:
        """The seats that nobody holds."""
        return tuple(seat for seat in self.seats if seat.member is None and seat.former is None)

    @property
    def split(self) -> bool:
        """Whether there are several seats, so that the visitor has to choose."""
        return len(self.seats) > 1 and (len(self.states) > 1 or not self.is_without_house)

    @property
    def is_without_house(self) -> bool:
        """Whether the list is too old for all of the seats."""
        return all(seat.former for seat in self.seats)

    @property
    def needs_finder(self) -> bool:
        """Whether somebody's term has ended, so that only an official list can tell who came after them."""
        return bool(self.former_senators) or any(seat.former for seat in self.seats)

    def within(self, code: str) -> "LookupResult":
        """Return the part of the result in one state, by its two-letter code; all of it if it is in none of them."""
        if code not in {state.code for state in self.states}:
            return self
        return replace(
            self,
            states=tuple(state for state in self.states if state.code == code),
            senators=tuple(member for member in self.senators if member.state == code),
            former_senators=tuple(member for member in self.former_senators if member.state == code),
            seats=tuple(seat for seat in self.seats if seat.state == code),
        )

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
        return " ".join((self._where, *self._no_senators, *self._vacancies, *self._ended_terms))

    @property
    def _where(self) -> str:
        words = {"zip": self.zip, "digits": self.zip[:3]}
        if self.is_overseas:
            sentence = _(
                "ZIP code {zip} is for military or diplomatic mail, so your letters have {code} {zip} in the address. "
                "These are the members of Congress of {state}, where you vote.",
                state=in_sentence(self.states[0]),
                code=MILITARY[self.zip[:3]],
                **words,
            )
            which = _("Choose your district.")
            return f"{sentence} {which}" if self.split else sentence
        if self.split:
            return self._which_districts(words)
        seat = self.seats[0]
        words |= _seat_words(seat)
        if seat.district and not seat.former:
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
        if self.is_redrawn:
            return _(
                "The districts of {states} have changed since this list of ZIP codes was made, so it cannot tell which "
                "one is yours. The first ones are those that ZIP code {zip} was in before. Choose yours.",
                **words,
            )
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
    def _ended_terms(self) -> list[str]:
        former = [seat.former for seat in self.seats if seat.former]
        house = []
        if self.house_has_changed and former:
            house = [
                _(
                    "A new Congress has begun, and this list is older than that. Find your member of the House on the "
                    "official list, and type the name."
                )
            ]
        elif not self.split:
            house = [member.ended for member in former]
        return house + [member.ended for member in self.former_senators]

    @property
    def _vacancies(self) -> list[str]:
        house = [_vacancy(seat) for seat in self.vacant]
        senate = [
            _("A Senate seat of {state} is vacant.", state=in_sentence(state))
            for state in self.states
            if state.code not in NO_SENATORS
            and sum(one.state == state.code for one in (*self.senators, *self.former_senators)) < 2
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
