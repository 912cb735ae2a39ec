"""Members of Congress and their seats, as the lookup finds them."""

from dataclasses import dataclass
from datetime import date

from honorable.letters.congress.legislature import CONGRESS, chamber_of, house_title
from honorable.letters.congress.states import in_sentence, state_named
from honorable.letters.language import N_, _, format_date, ordinal
from honorable.letters.legislature import Chamber, Slot
from honorable.letters.names import fitting_last_name
from honorable.letters.recipient import Recipient

__all__ = ["CLERK_VACANCIES", "PARTIES", "Member", "Seat", "display_name", "seat_name", "term_ended"]

#: Where the Clerk of the House lists the vacant seats, and when they are filled.
CLERK_VACANCIES = "https://clerk.house.gov/Members/ViewVacancies"

#: How the page names a member, by title.
_DISPLAY_NAMES = {
    "Senator": N_("Senator {name}"),
    "Representative": N_("Representative {name}"),
    "Delegate": N_("Delegate {name}"),
    "Resident Commissioner": N_("Resident Commissioner {name}"),
}
#: The parties of members, as the list of members has them. Another one is shown as it is.
PARTIES = (N_("Democrat"), N_("Republican"), N_("Independent"), N_("Libertarian"))


@dataclass(frozen=True, slots=True)
class Member:
    """The holder of a seat. What is unknown is an empty string; `district` is also empty at large and in the Senate.

    `term_ends` is the last day of the current term (None if unknown), `bioguide` the member's ID in the Biographical
    Directory of the United States Congress, such as "P000197".
    """

    chamber: Chamber
    state: str
    district: str
    full_name: str
    last_name: str
    party: str = ""
    office: str = ""
    phone: str = ""
    contact_page: str = ""
    term_ends: date | None = None
    bioguide: str = ""

    @property
    def title(self) -> str:
        """Senator, Representative, Delegate or Resident Commissioner."""
        return house_title(self.state) if self.chamber == "house" else "Senator"

    @property
    def display_name(self) -> str:
        """The title and the name, in the language of the page: "Senator Adam Schiff"."""
        return display_name(self.title, self.full_name)

    @property
    def ended(self) -> str:
        """The message that the member's term has ended."""
        return term_ended(self.title, self.full_name, self.term_ends)

    def recipient(self, slot: Slot) -> Recipient:
        """Return the member as the recipient in this slot. Raises ValueError if the slot is for the other chamber."""
        if chamber_of(slot) != self.chamber:
            raise ValueError(f"{slot!r} is not a slot for {self.title} {self.full_name}")
        return Recipient(
            slot=slot,
            chamber=self.chamber,
            title=self.title,
            full_name=self.full_name,
            last_name=fitting_last_name(self.full_name, self.last_name),
            state=self.state,
            district=self.district,
            office=self.office,
            phone=self.phone,
            contact_page=self.contact_page,
            bioguide=self.bioguide,
            term_ends=self.term_ends.isoformat() if self.term_ends else "",
            legislature=CONGRESS,
        )


@dataclass(frozen=True, slots=True)
class Seat:
    """A House seat that a ZIP code may vote for, and its holder, or None if it is vacant.

    `former` is the holder on the list if their term has ended since; who holds the seat now is then unknown.

    `share` is the part of the ZIP code's land that is in the district, from 0.01 to 1. If only the ZIP code's first
    three digits are known, it is the part of their ZIP codes. None means that the areas are unknown.
    """

    state: str
    district: str
    share: float | None
    member: Member | None
    former: Member | None = None

    @property
    def name(self) -> str:
        """The seat as a label.

        >>> Seat("CA", "12", 1.0, None).name, Seat("AK", "", 1.0, None).name
        ('12th district of California', 'Alaska')
        """
        return seat_name(self.state, self.district)

    @property
    def state_in_sentence(self) -> str:
        """The name of the seat's state inside a sentence."""
        state = state_named(self.state)
        return in_sentence(state) if state else self.state

    @property
    def line(self) -> str:
        """The holder, their party and the seat, in one line, for a list to choose from."""
        if self.former:
            return self.name
        if self.member is None:
            return _("Vacant seat, {seat}", seat=self.name)
        return ", ".join(filter(None, (self.member.display_name, _(self.member.party), self.name)))


def display_name(title: str, name: str) -> str:
    """Return the title and the name of a member, in the language of the page: "Senator Adam Schiff"."""
    return _(_DISPLAY_NAMES.get(title, "{name}"), name=name)


def term_ended(title: str, name: str, ends: date | None) -> str:
    """Return the message that a member's term has ended, so that a newer list is needed."""
    member = display_name(title, name)
    if ends is None:
        return _("The term of {name} has ended. This list is older than that.", name=member)
    return _("The term of {name} ended on {day}. This list is older than that.", name=member, day=format_date(ends))


def seat_name(state: str, district: str) -> str:
    """Return the seat as a label; a state or territory with one seat is named alone."""
    place = state_named(state)
    name = _(place.name) if place else state
    if not district:
        return name
    return _("{ordinal} district of {state}", ordinal=ordinal(int(district)), state=name)
