"""The United States Congress."""

from honorable.letters.legislature import Body, Legislature, Place, PostalCode
from honorable.letters.states import NO_SENATORS, STATES

__all__ = ["CONGRESS", "HOUSE_TITLES"]

#: How those are addressed whose seat has no vote (2 U.S.C. 25a, 48 U.S.C. 891, 1711 and 1751).
HOUSE_TITLES = {
    "DC": "Delegate",
    "AS": "Delegate",
    "GU": "Delegate",
    "MP": "Delegate",
    "VI": "Delegate",
    "PR": "Resident Commissioner",
}

#: A ZIP code of five digits or nine, with any dash or none (USPS Publication 28, section 211).
ZIP_CODE = r"([0-9]{5})(?:[-\u2010-\u2015\s]*([0-9]{4}))?"

CONGRESS = Legislature(
    heading="Letters to Congress",
    invitation="write to Congress",
    officials="your Representative and your two Senators",
    chambers={
        # The mail rooms' ZIP codes.
        "house": Body(
            "House",
            "Representative",
            ("United States House of Representatives", "Washington, DC 20515"),
            titles=HOUSE_TITLES,
        ),
        "senate": Body(
            "Senate", "Senator", ("United States Senate", "Washington, DC 20510"), not_for=tuple(sorted(NO_SENATORS))
        ),
    },
    places=(
        Place("house", "house", "Representative's full name", "Representative", "your Representative"),
        Place("senate-1", "senate", "First senator's full name", "First senator", "your first Senator"),
        Place("senate-2", "senate", "Second senator's full name", "Second senator", "your second Senator"),
    ),
    honorific="The Honorable {name}",
    regions=STATES,
    postal_code=PostalCode(
        ZIP_CODE, "-", "5 or 9 digits.", "Please check the ZIP code: five digits, or nine, as in 10001-2345."
    ),
    either_address=(
        "United States Senate, or United States House of Representatives",
        "Washington, DC 20510 for the Senate, or 20515 for the House",
    ),
)
