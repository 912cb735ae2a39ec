"""The states, DC and the territories that are represented in Congress."""

from honorable.letters.language import N_, _
from honorable.letters.legislature import Region as State

__all__ = ["NO_SENATORS", "STATES", "State", "in_sentence", "state_named"]

#: The names that take an article in a sentence.
_WITH_ARTICLE = {
    "DC": N_("the District of Columbia"),
    "MP": N_("the Northern Mariana Islands"),
    "VI": N_("the U.S. Virgin Islands"),
}


#: Fifty states by name, then DC and the territories: the order of the form's list (USPS Publication 28, appendix B).
STATES: tuple[State, ...] = tuple(
    State(code, name)
    for code, name in (
        ("AL", N_("Alabama")),
        ("AK", N_("Alaska")),
        ("AZ", N_("Arizona")),
        ("AR", N_("Arkansas")),
        ("CA", N_("California")),
        ("CO", N_("Colorado")),
        ("CT", N_("Connecticut")),
        ("DE", N_("Delaware")),
        ("FL", N_("Florida")),
        ("GA", N_("Georgia")),
        ("HI", N_("Hawaii")),
        ("ID", N_("Idaho")),
        ("IL", N_("Illinois")),
        ("IN", N_("Indiana")),
        ("IA", N_("Iowa")),
        ("KS", N_("Kansas")),
        ("KY", N_("Kentucky")),
        ("LA", N_("Louisiana")),
        ("ME", N_("Maine")),
        ("MD", N_("Maryland")),
        ("MA", N_("Massachusetts")),
        ("MI", N_("Michigan")),
        ("MN", N_("Minnesota")),
        ("MS", N_("Mississippi")),
        ("MO", N_("Missouri")),
        ("MT", N_("Montana")),
        ("NE", N_("Nebraska")),
        ("NV", N_("Nevada")),
        ("NH", N_("New Hampshire")),
        ("NJ", N_("New Jersey")),
        ("NM", N_("New Mexico")),
        ("NY", N_("New York")),
        ("NC", N_("North Carolina")),
        ("ND", N_("North Dakota")),
        ("OH", N_("Ohio")),
        ("OK", N_("Oklahoma")),
        ("OR", N_("Oregon")),
        ("PA", N_("Pennsylvania")),
        ("RI", N_("Rhode Island")),
        ("SC", N_("South Carolina")),
        ("SD", N_("South Dakota")),
        ("TN", N_("Tennessee")),
        ("TX", N_("Texas")),
        ("UT", N_("Utah")),
        ("VT", N_("Vermont")),
        ("VA", N_("Virginia")),
        ("WA", N_("Washington")),
        ("WV", N_("West Virginia")),
        ("WI", N_("Wisconsin")),
        ("WY", N_("Wyoming")),
        ("DC", N_("District of Columbia")),
        ("AS", N_("American Samoa")),
        ("GU", N_("Guam")),
        ("MP", N_("Northern Mariana Islands")),
        ("PR", N_("Puerto Rico")),
        ("VI", N_("U.S. Virgin Islands")),
    )
)

#: Places with a seat in the House and none in the Senate.
NO_SENATORS: frozenset[str] = frozenset({"DC", "AS", "GU", "MP", "PR", "VI"})

_BY_CODE = {state.code: state for state in STATES}


def state_named(code: str) -> State | None:
    """Return the state with this two-letter code, or None if there is none.

    >>> state_named("PR").name
    'Puerto Rico'
    >>> state_named("XX") is None
    True
    """
    return _BY_CODE.get(code)


def in_sentence(state: State) -> str:
    """Return the state's name as it is written inside a sentence, in the language of the page.

    >>> in_sentence(State("DC", "District of Columbia")), in_sentence(State("OH", "Ohio"))
    ('the District of Columbia', 'Ohio')
    """
    return _(_WITH_ARTICLE.get(state.code, state.name))
