"""ZIP codes that no table of districts has: those of the armed forces and of distant islands."""

from honorable.letters.congress.legislature import MILITARY
from honorable.letters.language import N_

__all__ = ["NOT_REPRESENTED", "OVERSEAS", "is_overseas", "not_represented", "territory_of"]

OVERSEAS = N_(
    "This is a military or diplomatic ZIP code. Your members of Congress are those of the place in the United States "
    "where you vote: choose its state, or type the names."
)
NOT_REPRESENTED = N_("This ZIP code is in an independent country, which has no seat in Congress.")

#: First and last ZIP codes of places with one seat that a table may lack, because they share their first three digits
#: with another place, or only have offices and post-office boxes (USPS Domestic Mail Manual,
#: labeling list L002). Each of them determines the seat.
_TERRITORIES = (
    ("00800", "00899", "VI"),
    ("20200", "20599", "DC"),
    ("96799", "96799", "AS"),
    ("96910", "96932", "GU"),
    ("96950", "96952", "MP"),
)

#: Palau, the Federated States of Micronesia and the Marshall Islands: countries with U.S. mail (USPS Domestic Mail
#: Manual, section 608.2).
_COUNTRIES = frozenset({"96939", "96940", "96941", "96942", "96943", "96944", "96960", "96970"})


def is_overseas(five: str) -> bool:
    """Return whether mail to this ZIP code goes to the armed forces or an embassy abroad (APO, FPO, DPO).

    >>> is_overseas("09012"), is_overseas("96201"), is_overseas("10001")
    (True, True, False)
    """
    return five[:3] in MILITARY


def not_represented(five: str) -> bool:
    """Return whether the ZIP code is in a country that has U.S. mail and no seat in Congress."""
    return five in _COUNTRIES


def territory_of(five: str) -> str:
    """Return the territory, or DC, that this ZIP code is certain to be in; empty if that is not known.

    >>> territory_of("96799"), territory_of("96701")
    ('AS', '')
    """
    return next((code for first, last, code in _TERRITORIES if first <= five <= last), "")
