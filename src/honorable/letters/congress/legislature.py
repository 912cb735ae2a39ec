"""The United States Congress."""

from datetime import date

from honorable.letters.congress.states import NO_SENATORS, STATES
from honorable.letters.language import N_
from honorable.letters.legislature import Body, Chamber, Legislature, Place, PostalCode, Slot

__all__ = ["CONGRESS", "HOUSE_TITLES", "SLOTS", "chamber_of", "house_title", "last_day"]

#: The titles of members whose seat has no vote (2 U.S.C. 25a, 48 U.S.C. 891, 1711 and 1751).
HOUSE_TITLES = {
    "DC": N_("Delegate"),
    "AS": "Delegate",
    "GU": "Delegate",
    "MP": "Delegate",
    "VI": "Delegate",
    "PR": N_("Resident Commissioner"),
}

#: A ZIP code of five or nine digits, with or without a dash of any kind (USPS Publication 28, section 211).
#: The state may stand before or after it, as it does in copied addresses, and a period at its end: "AE 09012".
ZIP_CODE = r"(?:[A-Z]{2}[,.]?\s*)?([0-9]{5})(?:[-\u2010-\u2015\s]*([0-9]{4}))?(?:,?\s*[A-Z]{2})?[-.,;\s]*"

#: The armed forces and embassies abroad, in Europe and around it, in the Americas and in the Pacific: the first digits
#: of their ZIP codes, and what stands for the state in their addresses (USPS Domestic Mail Manual, labeling list L002).
MILITARY = {
    **{f"{prefix:03}": "AE" for prefix in range(90, 99)},
    "340": "AA",
    **{str(prefix): "AP" for prefix in range(962, 967)},
}

CONGRESS = Legislature(
    heading=N_("Letters to Congress"),
    invitation=N_("write to Congress"),
    officials=N_("your Representative and your two Senators"),
    chambers={
        # The ZIP codes of the mail rooms.
        "house": Body(
            N_("House"),
            "Representative",
            ("United States House of Representatives", "Washington, DC 20515"),
            titles=HOUSE_TITLES,
            nonvoting=tuple(sorted(HOUSE_TITLES)),
        ),
        "senate": Body(
            N_("Senate"),
            N_("Senator"),
            ("United States Senate", "Washington, DC 20510"),
            not_for=tuple(sorted(NO_SENATORS)),
        ),
    },
    places=(
        Place("house", "house", N_("Representative's full name"), N_("Representative"), N_("your Representative")),
        Place("senate-1", "senate", N_("First senator's full name"), N_("First senator"), N_("your first Senator")),
        Place("senate-2", "senate", N_("Second senator's full name"), N_("Second senator"), N_("your second Senator")),
    ),
    honorific="The Honorable {name}",
    regions=STATES,
    postal_code=PostalCode(
        ZIP_CODE,
        "-",
        N_("5 or 9 digits."),
        N_("Please check the ZIP code: five digits, or nine, as in 10001-2345."),
        MILITARY,
    ),
    either_address=(
        "United States Senate, or United States House of Representatives",
        "Washington, DC 20510 for the Senate, or 20515 for the House",
    ),
)


#: The places on the form, in its order.
SLOTS: tuple[Slot, ...] = CONGRESS.slots


def chamber_of(slot: Slot) -> Chamber:
    """Return the chamber of the recipient in this place on the form."""
    return CONGRESS.place(slot).chamber


def house_title(state: str) -> str:
    """Return the title of the state's members of the House.

    >>> house_title("CA"), house_title("DC"), house_title("PR")
    ('Representative', 'Delegate', 'Resident Commissioner')
    """
    return CONGRESS.chambers["house"].title_for(state)


def last_day(congress: int) -> date:
    """Return the day on which a Congress ends, at noon (20th Amendment, section 1; the first one began in 1789).

    >>> last_day(119).isoformat()
    '2027-01-03'
    """
    return date(1789 + 2 * congress, 1, 3)
