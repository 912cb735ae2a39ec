"""The guess at a last name, tried on names that people type."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.names import last_name, plain_name

MEMBERS = Path(__file__).parents[4] / "shared" / "data" / "legislators-current.json"


@pytest.mark.parametrize(
    ("full", "last"),
    [
        ("Chris Van Hollen", "Van Hollen"),
        ("Lisa Blunt Rochester", "Blunt Rochester"),
        ("Alexandria Ocasio-Cortez", "Ocasio-Cortez"),
        ("Frank Pallone, Jr.", "Pallone"),
        ("Frank Pallone Jr", "Pallone"),
        ("Rudy Yakym III", "Yakym"),
        ("Monica De La Cruz", "De La Cruz"),
        ("Catherine Cortez Masto", "Cortez Masto"),
        ("Teresa Leger Fernández", "Leger Fernández"),
        ("Eleanor Holmes Norton", "Norton"),
        ("Ed Case", "Case"),
        ("Schiff, Adam", "Schiff"),
        ("Van Hollen, Chris", "Van Hollen"),
        ("Neal Patrick Dunn, M.D., FACS", "Neal Patrick Dunn"),
        ("Sen. Ben Ray Luján (D-NM)", "Luján"),
        ("Cher", "Cher"),
        ("Van Jones", "Jones"),
        ("", ""),
        ("   ", ""),
        (",", ""),
        ("Jr.", "Jr."),
    ],
)
def test_the_last_name_is_guessed(full, last):
    assert last_name(full) == last


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Rep. Lateefah Simon", "Lateefah Simon"),
        ("Senator Alex Padilla", "Alex Padilla"),
        ("The Honorable Adam Schiff", "Adam Schiff"),
        ("U.S. Sen. Angus S. King, Jr. (I-ME)", "Angus S. King, Jr."),
        ("Del. Stacey Plaskett [D]", "Stacey Plaskett"),
        ("Reppy Senatorial", "Reppy Senatorial"),
        ("Senator ", "Senator"),
        ("(D)", "(D)"),
    ],
)
def test_a_title_and_a_party_with_the_name_are_dropped(typed, name):
    assert plain_name(typed) == name


@given(st.text())
def test_any_text_gives_a_name_on_one_line(text):
    assert "\n" not in last_name(text)
    assert plain_name(text) == plain_name(plain_name(text)) or "(" in text or "[" in text


def test_the_guess_is_right_for_every_sitting_member():
    if not MEMBERS.exists():
        pytest.skip("the list of members is not here; the names above are the same cases")
    members = [m["name"] for m in json.loads(MEMBERS.read_text()) if m["name"].get("official_full")]
    wrong = {m["official_full"] for m in members if last_name(m["official_full"]) != m["last"]}
    # His own full name leaves half of his last name out.
    assert wrong <= {"Pablo José Hernández"}
