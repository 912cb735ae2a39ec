"""A small made-up Congress for the lookup: each case that a visitor may meet, and none of the real data."""

from dataclasses import replace
from pathlib import Path

from honorable.letters.congress.legislature import last_day
from honorable.publish.officials.districts import read_districts
from honorable.publish.officials.members import read_members
from honorable.publish.officials.pack import pack
from honorable.publish.officials.store import Store
from tests.unit.publish.officials.made_up import DAY, census, members, person


def _named(kind: str, state: str, district: int | str, name: str, last: str, **term: object) -> dict[str, object]:
    words = {"first": name.split(maxsplit=1)[0], "last": last, "official_full": name}
    return person(kind, state, district, words, **term)


_PEOPLE = (
    _named(
        "sen",
        "CA",
        "",
        "Alex Padilla",
        "Padilla",
        url="https://padilla.example.gov",
        phone="202-555-0101",
        end="2029-01-03",
    ),
    _named(
        "sen",
        "CA",
        "",
        "Adam Schiff",
        "Schiff",
        state_rank="junior",
        contact_form="https://schiff.example.gov/form",
        end="2031-01-03",
    ),
    _named("rep", "CA", 10, "Mark Ten", "Ten", party="Republican"),
    _named(
        "rep",
        "CA",
        12,
        "Lateefah Simon",
        "Simon",
        office="1023 Longworth House Office Building",
        phone="202-555-0112",
        url="https://simon.example.gov",
    ),
    # Nothing is known of him but his name, and his form's address is no address.
    _named("rep", "CA", 1, "Bare Minimum", "Minimum", office=None, phone=None, url=None, contact_form="hhttps://x.gov"),
    _named("sen", "NM", "", "Ben Ray Núñez", "Núñez"),
    _named("sen", "NM", "", "Marta Nuevo", "Nuevo", state_rank="junior", end="2031-01-03"),
    _named("rep", "NM", 3, "Teresa De La Luz", "De La Luz"),
    _named("sen", "AZ", "", "Ana Arizona", "Arizona"),
    _named("sen", "AZ", "", "Bo Desert", "Desert", state_rank="junior"),
    _named("rep", "AZ", 2, "Eli Two", "Two"),
    _named("rep", "DC", 0, "Eleanor Capital", "Capital"),
    _named("rep", "PR", 0, "Pablo José Hernández", "Hernández Rivera"),
)
_ROWS = (
    ("0612", "94601", 9),
    ("0612", "94612", 9),
    ("0610", "94504", 2),  # 94504: in two districts, the 12th with the most land
    ("0612", "94504", 7),
    ("0614", "94507", 1),  # 94507: in three, one of them vacant
    ("0612", "94507", 5),
    ("0610", "94507", 3),
    ("0614", "94565", 9),  # 94565: in the vacant one alone
    ("0601", "95901", 9),
    ("3503", "86515", 6),  # 86515: in two states
    ("0402", "86515", 4),
    ("1198", "20001", 9),
    ("7298", "00601", 9),
)


def packed(congress: int = 119, *, districts: int = 119, house: int = 119) -> bytes:
    """The packed file of the made-up Congress.

    `congress` and `districts` are the numbers in its head, and `house` is the Congress that its House members sit in.
    """
    holders = [holder.member for holder in read_members(members(*_PEOPLE), "members")]
    ends = [replace(one, term_ends=last_day(house)) if one.chamber == "house" else one for one in holders]
    drawn = replace(read_districts(census(*_ROWS), "districts"), congress=districts)
    return pack(ends, drawn, ("CA14",), congress, DAY)


def kept_in(folder: Path) -> Path:
    """A folder for `honorable build --data`, with the made-up Congress in it."""
    Store(folder).save(packed())
    return folder
