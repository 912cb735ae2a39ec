"""Who is written to: a Representative (or Delegate, or Resident Commissioner) and two Senators."""

from dataclasses import dataclass
from typing import Literal

from honorable.letters.names import last_name, plain_name

__all__ = ["SLOTS", "Chamber", "Recipient", "Slot", "chamber_of", "house_title", "recipient"]

Chamber = Literal["house", "senate"]
Slot = Literal["house", "senate-1", "senate-2"]

#: The places on the form, in its order; a letter is named after the place of its recipient.
SLOTS: tuple[Slot, ...] = ("house", "senate-1", "senate-2")

_HOUSE_TITLES = {
    "DC": "Delegate",
    "AS": "Delegate",
    "GU": "Delegate",
    "MP": "Delegate",
    "VI": "Delegate",
    "PR": "Resident Commissioner",
}
_CHAMBER_ADDRESS = {
    "house": ("United States House of Representatives", "Washington, DC 20515"),
    "senate": ("United States Senate", "Washington, DC 20510"),
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """A member of Congress. What is not known is an empty string."""

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

    @property
    def address(self) -> tuple[str, ...]:
        """The lines under the name in the address block (House and Senate mail rooms' ZIP codes: 20515, 20510)."""
        return (*filter(None, (self.office,)), *_CHAMBER_ADDRESS[self.chamber])


def chamber_of(slot: Slot) -> Chamber:
    """The chamber of the recipient in this place of the form."""
    return "house" if slot == "house" else "senate"


def house_title(state: str) -> str:
    """How the state's one member, or each of its members, of the House is addressed.

    >>> house_title("CA"), house_title("DC"), house_title("PR")
    ('Representative', 'Delegate', 'Resident Commissioner')
    """
    return _HOUSE_TITLES.get(state, "Representative")


def recipient(slot: Slot, full_name: str = "", last: str = "", state: str = "") -> Recipient:
    """A recipient from what was typed. An empty last name is guessed from the full one.

    >>> recipient("senate-1", "Chris Van Hollen", state="MD").last_name
    'Van Hollen'
    """
    chamber = chamber_of(slot)
    full_name = plain_name(full_name)
    return Recipient(
        slot=slot,
        chamber=chamber,
        title=house_title(state) if chamber == "house" else "Senator",
        full_name=full_name,
        last_name=" ".join(last.split()) or last_name(full_name),
        state=state,
    )
