"""The guess at a last name, tried on names that people type."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorable.letters.congress.states import STATES
from honorable.letters.names import fitting_last_name, last_name, plain_name

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
        ("Neal Patrick Dunn, M.D., FACS", "Dunn"),
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


@pytest.mark.parametrize(
    ("printed", "name", "last"),
    [
        ("Sen. Tammy Duckworth, D-Ill.", "Tammy Duckworth", "Duckworth"),
        ("Ted Cruz, R-Texas", "Ted Cruz", "Cruz"),
        ("Lauren Underwood of Illinois", "Lauren Underwood", "Underwood"),
        ("Jay Obernolte R-CA", "Jay Obernolte", "Obernolte"),
        ("Joe Manchin, D-W.Va.", "Joe Manchin", "Manchin"),
        ("Maxwell Frost, D-Fla.", "Maxwell Frost", "Frost"),
        ("Alexandria Ocasio-Cortez (D-N.Y.)", "Alexandria Ocasio-Cortez", "Ocasio-Cortez"),
        ("Alexandria Ocasio-Cortez, D–N.Y.", "Alexandria Ocasio-Cortez", "Ocasio-Cortez"),
        ("Amy Klobuchar, DFL-Minn.", "Amy Klobuchar", "Klobuchar"),
        ("Shelley Moore Capito, R-West Virginia", "Shelley Moore Capito", "Capito"),
        ("Senate Majority Leader John Thune, R-S.D.", "John Thune", "Thune"),
        ("House Speaker Mike Johnson, R-La.", "Mike Johnson", "Johnson"),
        ("Rep Lauren Underwood D-IL", "Lauren Underwood", "Underwood"),
        ("Rep. Lauren Underwood (D-IL-14)", "Lauren Underwood", "Underwood"),
        ("Lauren Underwood, IL-14", "Lauren Underwood", "Underwood"),
        ("Tammy Duckworth, IL", "Tammy Duckworth", "Duckworth"),
        ("Tammy Duckworth, Illinois", "Tammy Duckworth", "Duckworth"),
        ("Del. Eleanor Holmes Norton, D-D.C.", "Eleanor Holmes Norton", "Norton"),
        ("Eleanor Holmes Norton of the District of Columbia", "Eleanor Holmes Norton", "Norton"),
        ("Angus King, Independent of Maine", "Angus King", "King"),
        ("Ayanna Pressley, a Democrat from Massachusetts", "Ayanna Pressley", "Pressley"),
        ("Ilhan Omar, Democrat", "Ilhan Omar", "Omar"),
        ("Frank Pallone, Jr., D-N.J.", "Frank Pallone, Jr.", "Pallone"),
        ("Lisa Blunt Rochester, D-Del.", "Lisa Blunt Rochester", "Blunt Rochester"),
        ("Duckworth, Sen. Tammy", "Tammy Duckworth", "Duckworth"),
        ("King, Angus S., Jr.", "Angus S. King, Jr.", "King"),
        ("SCHIFF, ADAM", "ADAM SCHIFF", "SCHIFF"),
    ],
)
def test_a_name_may_be_copied_from_a_news_site(printed, name, last):
    assert plain_name(printed, STATES) == name
    assert last_name(printed, STATES) == last


@pytest.mark.parametrize(
    "name",
    [
        "Virginia Foxx",
        "Georgia Lee",
        "Del Pearson",
        "Sen Kapoor",
        "Thomas of Acre",
        "Delaware Smith",
        "R-CA",
        "D",
        "IL",
    ],
)
def test_a_name_that_looks_like_a_title_or_a_state_is_kept(name):
    assert plain_name(name, STATES) == name


@pytest.mark.parametrize(
    ("inverted", "name"), [("Foxx, Virginia", "Virginia Foxx"), ("Van Drew, Mary", "Mary Van Drew")]
)
def test_a_first_name_after_the_last_is_no_state(inverted, name):
    assert plain_name(inverted, STATES) == name


@pytest.mark.parametrize(
    ("full", "last", "fitting"),
    [
        ("Pablo José Hernández", "Hernández Rivera", "Hernández"),
        ("Pablo José Hernandez", "Hernández Rivera", "Hernández"),
        ("Pablo José Hernández Rivera", "Hernández Rivera", "Hernández Rivera"),
        ("Angus S. King, Jr.", "King", "King"),
        ("Ann Lee", "Li", "Li"),
        ("Ann Lee", "", ""),
        ("", "Lee", "Lee"),
    ],
)
def test_address_and_greeting_use_the_same_last_name(full, last, fitting):
    assert fitting_last_name(full, last) == fitting


@given(st.text(st.sampled_from("AaBb. ,-()DRIof\u2013")))
def test_a_name_that_was_cleaned_stays_as_it_is(text):
    assert plain_name(plain_name(text, STATES), STATES) == plain_name(text, STATES)
    assert bool(plain_name(text, STATES)) == bool(text.strip())


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


@pytest.mark.parametrize(
    "typed",
    [
        *("Lateefah Simon, Member of Congress", "Lateefah Simon, 12th District", "Lateefah Simon, D-Oakland"),
        *("Lateefah Simon - Democrat", "Lateefah Simon | California", "Lateefah Simon \u2013 California 12th"),
        *("Ms. Lateefah Simon", "Frmr. Rep. Lateefah Simon", "Rep. Lateefah Simon 🎉", "Lateefah Simon, Majority Whip"),
        *("Rep. Simon, Lateefah (D-CA)", "\u200fLateefah Simon\u202c"),
    ],
)
def test_what_is_said_about_somebody_is_neither_in_the_address_nor_in_the_greeting(typed):
    assert (plain_name(typed, STATES), last_name(typed, STATES)) == ("Lateefah Simon", "Simon")


def test_a_last_name_of_two_words_that_comes_first_is_known_to_be_one():
    assert last_name("Rep. Garcia Marquez, Ana") == "Garcia Marquez"


@pytest.mark.parametrize("typed", ["🎉", "-", "Dr.", "Miss"])
def test_a_name_of_which_nothing_would_be_left_stays(typed):
    assert plain_name(typed) == typed
