"""The lookup: from a ZIP code to its members of Congress, on the visitor's own device."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from honorable.letters.congress.district_file import (
    DamagedDataError,
    DistrictFile,
    read_district_file,
    seat_key,
    zip_codes_of,
)
from honorable.letters.congress.legislature import CONGRESS, last_day
from honorable.letters.congress.lookup_result import LookupResult
from honorable.letters.congress.member import Member, Seat
from honorable.letters.congress.special_zip_codes import (
    NOT_REPRESENTED,
    OVERSEAS,
    is_overseas,
    not_represented,
    territory_of,
)
from honorable.letters.congress.states import NO_SENATORS, State, state_named
from honorable.letters.congress.terms import REDRAWN, is_mixed
from honorable.letters.language import _, format_date
from honorable.letters.legislature import Chamber
from honorable.letters.person import Person, person_errors

__all__ = ["DamagedDataError", "Lookup", "LookupResult", "UnknownZipError"]

_CANADIAN = re.compile(r"\s*[a-z]\d[a-z]\s*-?\s*\d[a-z]\d\s*", re.IGNORECASE | re.ASCII)
_KEY = re.compile(r"([A-Z]{2})(\d{1,2})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_BIOGUIDE = re.compile(r"[A-Z]\d{6}", re.ASCII)
_FIELDS = 8


class UnknownZipError(ValueError):
    """Nobody is found for what was typed. The text is a sentence for the visitor."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The lookup of one Congress, with the data of one day.

    `redrawn` are the codes of the states whose districts may have changed if the members sit in another Congress than
    the one whose districts these are.
    """

    packed: DistrictFile
    redrawn: Collection[str] = REDRAWN

    @classmethod
    def read(cls, packed: bytes, redrawn: Collection[str] = REDRAWN) -> "Lookup":
        """Return the lookup in a district file. Raises DamagedDataError if it cannot be read."""
        return cls(read_district_file(packed), redrawn)

    @property
    def congress(self) -> int:
        """The number of the Congress that the members sit in."""
        return self.packed.congress

    @property
    def districts_congress(self) -> int:
        """The number of the Congress whose districts these are."""
        return self.packed.districts_congress

    @property
    def day(self) -> date:
        """The day of the list of members."""
        return self.packed.day

    @property
    def ends(self) -> date:
        """The day on which the Congress ends."""
        return last_day(self.congress)

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody who holds a seat. Raises DamagedDataError if the data is bad."""
        senate = [(code, line) for code, lines in self.packed.seats.items() if len(code) == 2 for line in lines]
        house = [self._seat(key, 1.0).member for key in self.packed.seats if len(key) > 2]
        return (*(_member(line, code) for code, line in senate), *filter(None, house))

    @property
    def as_of(self) -> str:
        """How old the list is, as a message for the visitor."""
        return _("Members of Congress as of {day}.", day=format_date(self.day))

    def find(self, typed: str) -> LookupResult:
        """Return who represents a ZIP code, in any usual spelling.

        Raises UnknownZipError if it is not a ZIP code or nobody is found, DamagedDataError if the data is bad.

        >>> Lookup(DistrictFile(119, 119, date(2026, 6, 15), {}, {})).find("K1A 0B1")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        honorable.letters.congress.lookup.UnknownZipError: This looks like a Canadian postal code. ...
        """
        five = _five_digits(typed)
        line = self.packed.prefixes.get(five[:3])
        known = zip_codes_of(line) if line else {}
        if parts := known.get(int(five[3:])):
            return self._found(five, [(key, percent and percent / 100) for key, percent in parts])
        if is_overseas(five):
            raise UnknownZipError(_(OVERSEAS))
        if not_represented(five):
            raise UnknownZipError(_(NOT_REPRESENTED))
        territory = f"{territory_of(five)}0"
        if territory in self.packed.seats:
            return self._found(five, [(territory, 1.0)])
        if not known:
            raise UnknownZipError(
                _(
                    "This page does not know ZIP code {zip}. Please check it, use the ZIP code of your home address, "
                    "or type the names.",
                    zip=five,
                )
            )
        return self._found(five, _whole_prefix(known.values()), by_prefix=True)

    def find_state(self, code: str, zip_code: str) -> LookupResult:
        """Return who represents a state, for somebody whose mail goes to a military or diplomatic ZIP code.

        Raises UnknownZipError if it is not a state, DamagedDataError if the data is bad.
        """
        five = _five_digits(zip_code)
        keys = sorted((key for key in self.packed.seats if key[:2] == code and len(key) > 2), key=_place)
        if not keys:
            raise UnknownZipError(_(OVERSEAS))
        result = self._found(five, [(key, None) for key in keys])
        return replace(result, is_redrawn=False, is_overseas=True)

    def _found(self, five: str, shares: Sequence[tuple[str, float | None]], *, by_prefix: bool = False) -> LookupResult:
        seats = tuple(self._seat(key, share) for key, share in shares)
        largest: dict[str, float] = {}
        for seat in seats:
            largest[seat.state] = largest.get(seat.state, 0) + (seat.share or 0)
        states = tuple(map(_state, sorted(largest, key=lambda code: -largest[code])))
        senators = tuple(
            _member(line, state.code)
            for state in states
            if state.code not in NO_SENATORS
            for line in self.packed.seats.get(state.code, ())
        )
        result = LookupResult(five, states, senators, seats, by_prefix)
        mixed = {seat.state for seat in seats if is_mixed(seat, self.congress, self.districts_congress)}
        redrawn = mixed.intersection(self.redrawn)
        return self._with_all_seats(result, redrawn) if redrawn else result

    def _with_all_seats(self, result: LookupResult, redrawn: set[str]) -> LookupResult:
        """Return the result with every seat of the redrawn states, in which any of them may be the visitor's."""
        found = {seat_key(seat.state, seat.district) for seat in result.seats}
        others = sorted((key for key in self.packed.seats if key[:2] in redrawn and len(key) > 2), key=_place)
        seats = (*result.seats, *(self._seat(key, None) for key in others if key not in found))
        return replace(result, seats=tuple(replace(seat, share=None) for seat in seats), is_redrawn=True)

    def _seat(self, key: str, share: float | None) -> Seat:
        state, number = _place(key)
        lines = self.packed.seats.get(key, ())
        if len(lines) != 1:
            raise DamagedDataError("a seat in it is damaged")
        district = str(number) if number else ""
        holder = _member(lines[0], state, district, house=True) if lines[0] else None
        return Seat(_state(state).code, district, share, holder)


def _five_digits(typed: str) -> str:
    try:
        return CONGRESS.postal_code.cleaned(typed)[:5]
    except ValueError:
        pass
    if _CANADIAN.fullmatch(typed):
        raise UnknownZipError(
            _(
                "This looks like a Canadian postal code. Please use the ZIP code of the place in the United States "
                "where you vote, or type the names."
            )
        )
    raise UnknownZipError(person_errors(Person(zip=typed), CONGRESS).get("zip", _("Please type a ZIP code.")))


def _whole_prefix(known: Iterable[Sequence[tuple[str, int | None]]]) -> Sequence[tuple[str, float | None]]:
    """Return the seats of all these ZIP codes with their shares, largest first, each ZIP code counted once.

    If the areas of one ZIP code are unknown, so are all the shares, and the seats are in the order of their numbers.
    """
    spans = [span for one in known for span in one]
    shares: dict[str, int] = {}
    for key, percent in spans:
        shares[key] = shares.get(key, 0) + (percent or 0)
    if any(percent is None for _, percent in spans):
        return [(key, None) for key in sorted(shares, key=_place)]
    total = sum(shares.values())
    return sorted(((key, percent / total) for key, percent in shares.items()), key=lambda one: (-one[1], one[0]))


def _place(key: str) -> tuple[str, int]:
    """Return a seat's state and number, 0 in a state with one seat."""
    match = _KEY.fullmatch(key)
    if match is None:
        raise DamagedDataError("a seat in it is damaged")
    return match[1], int(match[2])


def _state(code: str) -> State:
    state = state_named(code)
    if state is None:
        raise DamagedDataError("a state in it is damaged")
    return state


def _member(line: str, state: str, district: str = "", *, house: bool = False) -> Member:
    fields = line.split("\t")
    if len(fields) != _FIELDS:
        raise DamagedDataError("a member in it is damaged")
    full_name, last_name, party, office, phone, contact_page, term_ends, bioguide = fields
    if not full_name or not (contact_page == "" or contact_page.startswith("https://")):
        raise DamagedDataError("a member in it is damaged")
    if bioguide and not _BIOGUIDE.fullmatch(bioguide):
        raise DamagedDataError("a member in it is damaged")
    chamber: Chamber = "house" if house else "senate"
    return Member(
        chamber, state, district, full_name, last_name, party, office, phone, contact_page, _day(term_ends), bioguide
    )


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise DamagedDataError("a date in it is damaged")
