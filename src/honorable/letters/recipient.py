"""Who is written to: a member of a legislature, known by their slot on the form."""

from dataclasses import dataclass, field
from typing import Literal

from honorable.letters.campaign import Bill
from honorable.letters.language import _
from honorable.letters.legislature import SPOKEN, Chamber, Legislature, Slot
from honorable.letters.names import last_name, plain_name
from honorable.letters.plain_text import one_line

__all__ = ["Recipient", "Stance", "recipient"]

Stance = Literal["sponsor", "cosponsor", "none"]


@dataclass(frozen=True, slots=True)
class Recipient:
    """A member of a legislature. What is not known is an empty string.

    `bioguide` is the ID that Congress gives, `term_ends` the last day of the term as an ISO 8601 date.
    """

    slot: Slot
    chamber: Chamber
    title: str
    full_name: str = ""
    last_name: str = ""
    state: str = ""
    district: str = ""
    office: str = ""
    phone: str = ""
    contact_page: str = ""
    bioguide: str = ""
    term_ends: str = ""
    legislature: Legislature = field(repr=False, compare=False, kw_only=True)

    @property
    def address(self) -> tuple[str, ...]:
        """The lines below the name in the address block."""
        return (*filter(None, (self.office,)), *self.legislature.chambers[self.chamber].address)

    @property
    def votes(self) -> bool:
        """Whether the member votes on the floor. Delegates and the Resident Commissioner do not."""
        return self.state not in self.legislature.chambers[self.chamber].nonvoting

    def stance(self, bill: Bill) -> Stance:
        """Return what the member is to a bill. A member whose Bioguide ID is unknown is "none"."""
        if not self.bioguide:
            return "none"
        if self.bioguide == bill.sponsor_id:
            return "sponsor"
        return "cosponsor" if self.bioguide in bill.cosponsors else "none"

    @property
    def styled(self) -> str:
        """The first line of the address block: "The Honorable Ann Lee", with a blank if there is no name."""
        return self.legislature.honorific.format(name=self.full_name or "[Full name]")

    @property
    def spoken(self) -> str:
        """What the page calls the member, in its language: "Senator Luján"; without a name, "your first Senator"."""
        if not (self.last_name if self.legislature.asks_last_name else self.full_name):
            return _(self.legislature.place(self.slot).unnamed)
        if self.legislature.spoken == SPOKEN:
            message = f"{self.title} {{name}}"  # The catalog has it for each title in Congress.
            return _(message).replace("{name}", self.last_name)
        return self.legislature.spoken.format(title=self.title, name=self.full_name, last_name=self.last_name)


def recipient(
    slot: Slot, full_name: str = "", last: str = "", state: str = "", *, legislature: Legislature
) -> Recipient:
    """Return a recipient from what was typed. Without a last name, it is guessed from the full name."""
    guess = last_name(full_name, legislature.regions)
    full_name = plain_name(full_name, legislature.regions)
    return Recipient(
        slot=slot,
        chamber=legislature.place(slot).chamber,
        title=legislature.body(slot).title_for(state),
        full_name=full_name,
        last_name=one_line(last) or guess,
        state=state,
        legislature=legislature,
    )
