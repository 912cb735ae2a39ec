"""The states, DC and the territories that send somebody to Congress."""

from honorable.letters.legislature import Region as State

__all__ = ["NO_SENATORS", "STATES", "State", "state_named"]

#: Fifty states by name, then DC and the territories: the order of the form's list (USPS Publication 28, appendix B).
STATES: tuple[State, ...] = tuple(
    State(code, name)
    for code, name in (
        ("AL", "Alabama"),
        ("AK", "Alaska"),
        ("AZ", "Arizona"),
        ("AR", "Arkansas"),
        ("CA", "California"),
        ("CO", "Colorado"),
        ("CT", "Connecticut"),
        ("DE", "Delaware"),
        ("FL", "Florida"),
        ("GA", "Georgia"),
        ("HI", "Hawaii"),
        ("ID", "Idaho"),
        ("IL", "Illinois"),
        ("IN", "Indiana"),
        ("IA", "Iowa"),
        ("KS", "Kansas"),
        ("KY", "Kentucky"),
        ("LA", "Louisiana"),
        ("ME", "Maine"),
        ("MD", "Maryland"),
        ("MA", "Massachusetts"),
        ("MI", "Michigan"),
        ("MN", "Minnesota"),
        ("MS", "Mississippi"),
        ("MO", "Missouri"),
        ("MT", "Montana"),
        ("NE", "Nebraska"),
        ("NV", "Nevada"),
        ("NH", "New Hampshire"),
        ("NJ", "New Jersey"),
        ("NM", "New Mexico"),
        ("NY", "New York"),
        ("NC", "North Carolina"),
        ("ND", "North Dakota"),
        ("OH", "Ohio"),
        ("OK", "Oklahoma"),
        ("OR", "Oregon"),
        ("PA", "Pennsylvania"),
        ("RI", "Rhode Island"),
        ("SC", "South Carolina"),
        ("SD", "South Dakota"),
        ("TN", "Tennessee"),
        ("TX", "Texas"),
        ("UT", "Utah"),
        ("VT", "Vermont"),
        ("VA", "Virginia"),
        ("WA", "Washington"),
        ("WV", "West Virginia"),
        ("WI", "Wisconsin"),
        ("WY", "Wyoming"),
        ("DC", "District of Columbia"),
        ("AS", "American Samoa"),
        ("GU", "Guam"),
        ("MP", "Northern Mariana Islands"),
        ("PR", "Puerto Rico"),
        ("VI", "U.S. Virgin Islands"),
    )
)

#: Places with one voice in the House and none in the Senate.
NO_SENATORS: frozenset[str] = frozenset({"DC", "AS", "GU", "MP", "PR", "VI"})

_BY_CODE = {state.code: state for state in STATES}


def state_named(code: str) -> State | None:
    """The state with this two-letter code, or None where there is none.

    >>> state_named("PR").name
    'Puerto Rico'
    >>> state_named("XX") is None
    True
    """
    return _BY_CODE.get(code)
