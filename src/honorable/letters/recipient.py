"""Who is written to: in Congress a Representative (or Delegate, or Resident Commissioner) and two Senators."""

from dataclasses import dataclass, field

from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.language import _
from honorable.letters.legislature import Chamber, Legislature, Slot
from honorable.letters.names import last_name, plain_name
from honorable.letters.plain_text import one_line

__all__ = ["SLOTS", "Chamber", "Recipient", "Slot", "chamber_of", "house_title", "recipient"]

#: The places on the form for Congress, in its order; a letter is named after the place of its recipient.
SLOTS: tuple[Slot, ...] = CONGRESS.slots


@dataclass(frozen=True, slots=True)
class Recipient:
    """A member of a legislature, of Congress unless another is named. What is not known is an empty string."""

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
    legislature: Legislature = field(default=CONGRESS, repr=False, compare=False)

    @property
    def address(self) -> tuple[str, ...]:
        """The lines under the name in the address block."""
        return (*filter(None, (self.office,)), *self.legislature.chambers[self.chamber].address)

    @property
    def styled(self) -> str:
        """The name as an address block begins with it, what is not known as a blank.

        >>> Recipient("house", "house", "Representative", "Ann Lee").styled
        'The Honorable Ann Lee'
        """
        return self.legislature.honorific.format(name=self.full_name or "[Full name]")

    @property
    def spoken(self) -> str:
        """How the page speaks of the member: "Senator Luján", or "your first Senator" before there is a name."""
        if not (self.last_name if self.legislature.asks_last_name else self.full_name):
            return _(self.legislature.place(self.slot).unnamed)
        return self.legislature.spoken.format(title=self.title, name=self.full_name, last_name=self.last_name)


def chamber_of(slot: Slot) -> Chamber:
    """The chamber of the recipient in this place of the form for Congress."""
    return CONGRESS.place(slot).chamber


def house_title(state: str) -> str:
    """How the state's one member, or each of its members, of the House is addressed.

    >>> house_title("CA"), house_title("DC"), house_title("PR")
    ('Representative', 'Delegate', 'Resident Commissioner')
    """
    return CONGRESS.chambers["house"].title_for(state)


def recipient(
    slot: Slot, full_name: str = "", last: str = "", state: str = "", legislature: Legislature = CONGRESS
) -> Recipient:
    """A recipient from what was typed. An empty last name is guessed from the full one.

    >>> recipient("senate-1", "Chris Van Hollen", state="MD").last_name
    'Van Hollen'
    """
    full_name = plain_name(full_name)
    return Recipient(
        slot=slot,
        chamber=legislature.place(slot).chamber,
        title=legislature.body(slot).title_for(state),
        full_name=full_name,
        last_name=one_line(last) or last_name(full_name),
        state=state,
        legislature=legislature,
    )
