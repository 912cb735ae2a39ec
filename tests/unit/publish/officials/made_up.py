"""Make up data: a whole Congress for tests in which all checks must pass, and small pieces for the others."""

import datetime as dt
import json
from itertools import count

from honorable.letters.congress.states import NO_SENATORS, STATES
from honorable.publish.officials.districts import _STATES

HEADER = (
    "\ufeffOID_CD119_20|GEOID_CD119_20|NAMELSAD_CD119_20|AREALAND_CD119_20|AREAWATER_CD119_20|MTFCC_CD119_20|"
    "FUNCSTAT_CD119_20|OID_ZCTA5_20|GEOID_ZCTA5_20|NAMELSAD_ZCTA5_20|AREALAND_ZCTA5_20|AREAWATER_ZCTA5_20|"
    "MTFCC_ZCTA5_20|CLASSFP_ZCTA5_20|FUNCSTAT_ZCTA5_20|AREALAND_PART|AREAWATER_PART"
)
#: Seats of the states that have more than one, after the census of 2020.
SEVERAL = (
    "AL7 AZ9 AR4 CA52 CO8 CT5 FL28 GA14 HI2 ID2 IL17 IN9 IA4 KS4 KY6 LA6 ME2 MD8 MA9 MI13 MN8 MS4 MO8 MT2 NE3 NV4 NH2 "
    "NJ12 NM3 NY26 NC14 OH15 OK5 OR6 PA17 RI2 SC7 TN9 TX38 UT4 VA11 WA10 WV2 WI8"
)
VACANT = ("CA-14", "FL-20", "GA-13", "TX-23")
#: The Census Bureau's file has 75, which take half a second to read and as long to pack. With fewer than four, too many
#: seats would share their first three digits. The settings must allow so small a file.
ZCTAS_OF_A_SEAT = 5
MORE_ZCTAS_THAN = 2_200
DAY = dt.date(2026, 6, 15)


def row(district, zcta, land):
    return f"1|{district}|A District|1|0|G5200|N|1|{zcta}|ZCTA5 {zcta}|1|0|G6350|B5|S|{land}|0"


def census(*rows):
    """Return a districts file with these rows of (district, ZCTA, land)."""
    return "\n".join([HEADER, *(one if isinstance(one, str) else row(*one) for one in rows), ""]).encode()


def person(kind="rep", state="CA", district=12, name=None, **term):
    """Return a member as in the members file; keys with None are left out."""
    words = {"first": "Ana", "last": f"Núñez {state}{district}", "official_full": f"Ana B. Núñez {state}{district}"}
    current = {
        "type": kind,
        "state": state,
        "start": "2025-01-03",
        "end": "2027-01-03",
        "party": "Democrat",
        "office": "1 Cannon House Office Building",
        "phone": "202-555-0100",
        "url": "https://example.house.gov",
    } | (
        {"district": district}
        if kind == "rep"
        else {"class": 1 if term.get("state_rank", "senior") == "senior" else 3, "state_rank": "senior"}
    )
    current = {key: value for key, value in (current | term).items() if value is not None}
    earlier = {"type": "rep", "state": "WY", "district": 0, "start": "2001-01-03", "end": "2003-01-03"}
    return {"id": {"bioguide": "N000147"}, "name": words if name is None else name, "terms": [earlier, current]}


def members(*people):
    return json.dumps(list(people), ensure_ascii=False).encode()


def house_seats():
    several = {name[:2]: int(name[2:]) for name in SEVERAL.split()}
    for state in STATES:
        seats = several.get(state.code, 0)
        yield from ((state.code, district) for district in (range(1, seats + 1) if seats else [0]))


def whole_members():
    people = [
        person("sen", state.code, district="", state_rank=rank)
        for state in STATES
        if state.code not in NO_SENATORS
        for rank in ("junior", "senior")
    ]
    people += [
        person("rep", state, district) for state, district in house_seats() if f"{state}-{district:02}" not in VACANT
    ]
    return people


def whole_census(zctas_of_a_seat=ZCTAS_OF_A_SEAT):
    numbers = {code: number for number, code in _STATES.items()}
    zctas = (f"{number:05}" for number in count(601))
    rows = []
    for state, district in house_seats():
        number = "98" if state in NO_SENATORS else f"{district:02}"
        rows += [(numbers[state] + number, next(zctas), 1000) for _ in range(zctas_of_a_seat)]
    return rows
