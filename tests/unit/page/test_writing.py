"""Typing into the form, and *Write my letters*."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from honorable.letters import Person
from honorable.letters.saved_details import SavedDetails, dump
from tests.person import PERSON


def fill(document, **changes):
    for name, text in (PERSON | {"house_name": "Lateefah Simon"} | changes).items():
        document.getElementById(name).type_text(text)
    document.getElementById("state").type_text("CA")


def press_write(document, window):
    document.getElementById("letter-form").dispatchEvent(window.CustomEvent.new("submit"))


def status(document):
    return document.getElementById("form-status").textContent


def letter(document, slot="house"):
    return document.querySelector(f'[data-letter="{slot}"]')


def text_of(document, slot="house"):
    return letter(document, slot).querySelector("[data-letter-text]").textContent


def test_the_page_says_when_it_is_ready(start, window):
    heard = []
    window.addEventListener("honorable:ready", heard.append)
    document = start()
    assert document.documentElement.dataset.python == "ready"
    assert len(heard) == 1


def test_a_page_that_cannot_start_says_so(start, document, window):
    document.refuses_cookies_with = ("",)
    window.history = None
    window.location.href += "#zip=94601"
    with pytest.raises(AttributeError):
        start()
    assert document.documentElement.dataset.python == "failed"
    assert any("Traceback" in line for line in window.console.lines)


def test_an_early_press_of_the_button_is_carried_out_once_the_page_is_ready(start, document):
    document.getElementById("letter-form").setAttribute("data-pressed", "")
    start()
    assert "problems in the form" in status(document)


def test_the_letters_follow_the_form_at_once(start):
    document = start()
    fill(document, story="My story.")
    assert text_of(document).startswith("The Honorable Lateefah Simon\n")
    assert "Dear Representative Simon:" in text_of(document)
    assert "My story." in text_of(document, "senate-1")


def test_line_breaks_in_a_story_stay_lines(start):
    document = start()
    fill(document, story="One\ntwo\n\n\n\nthree %0D%0A")
    assert "\n\nOne\ntwo\n\nthree %0D%0A\n\n" in text_of(document)


def test_the_progress_counts_what_is_filled_in(start):
    document = start()
    bar = document.getElementById("letter-bar")
    assert bar.querySelector("[data-filled-text]").textContent == "0 of 9 filled in"
    fill(document)
    assert bar.querySelector("[data-filled-text]").textContent == "7 of 9 filled in"
    assert (bar.querySelector("[data-filled]").value, bar.querySelector("[data-filled]").max) == (7, 9)


@pytest.mark.parametrize("only", ["first", "last"])
def test_one_name_is_enough_for_the_progress_and_the_greeting(start, window, only):
    document = start()
    fill(document, **{"first": "", "last": "", only: "Teller", "senate1_name": "Ann Lee", "senate2_name": "Bo Ray"})
    bar = document.getElementById("letter-bar")
    assert bar.querySelector("[data-filled-text]").textContent == "9 of 9 filled in"
    press_write(document, window)
    assert start(later=True).getElementById("welcome").textContent == "Welcome back, Teller"


def test_nobody_is_greeted_without_a_name(start, document):
    document.cookies["honorable"] = dump(SavedDetails(Person(city="Oakland"), ()))
    start()
    assert document.getElementById("welcome").textContent == ""


def test_an_empty_form_says_what_is_missing_beside_each_field(start, window):
    document = start()
    press_write(document, window)
    assert document.getElementById("first-problem").textContent == "Enter your first name."
    assert document.getElementById("state-problem").textContent == "Choose your state."
    assert "at least one name" in document.getElementById("house_name-problem").textContent
    assert status(document).startswith("There are 8 problems in the form.")
    assert document.cookies == {}
    assert document.activeElement.id == "zip"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [("zip", "9460", "Please check the ZIP code"), ("email", "ada@", "Enter an email address in the form")],
)
def test_a_wrong_entry_gets_a_message_beside_its_field_and_keeps_its_text(start, window, field, typed, words):
    document = start()
    fill(document, **{field: typed})
    press_write(document, window)
    box = document.getElementById(field)
    assert words in document.getElementById(f"{field}-problem").textContent
    assert document.activeElement is box
    assert box.getAttribute("aria-invalid") == "true"
    assert f"{field}-problem" in box.getAttribute("aria-describedby").split()
    assert status(document) == "There is 1 problem in the form. Its field says what to do. Nothing is lost."
    assert box.value == typed
    assert document.getElementById("city").value == "Oakland"


def test_the_message_goes_away_once_the_entry_is_fixed(start, window):
    document = start()
    fill(document, zip="9460")
    press_write(document, window)
    document.getElementById("zip").type_text("94601")
    window.run_timers()
    assert document.getElementById("zip-problem").textContent == ""
    assert not document.getElementById("zip").hasAttribute("aria-invalid")


def test_written_letters_are_saved_counted_shown_and_announced(start, window):
    heard = []
    window.addEventListener("honorable:written", heard.append)
    document = start()
    fill(document, senate1_name="Alex Padilla")
    press_write(document, window)
    assert status(document) == (
        "Your 2 letters are written. "
        "Your details are saved on this device. Some browsers keep them for seven days only."
    )
    assert "honorable" in document.cookies
    assert letter(document, "senate-2").hidden
    assert not letter(document, "senate-1").hidden
    assert document.activeElement is letter(document).querySelector("[data-letter-heading]")
    assert len(heard) == 1


@pytest.mark.claim("Unless the box is checked, nothing is saved")
def test_without_the_check_mark_nothing_is_saved(start, window):
    document = start()
    fill(document)
    document.getElementById("remember").choose()
    press_write(document, window)
    assert "honorable" not in document.cookies


def test_details_come_back_on_the_next_visit(start, window):
    document = start()
    fill(document)
    press_write(document, window)
    document = start(later=True)
    assert document.getElementById("welcome").textContent == "Welcome back, Ada"
    assert document.getElementById("state").value == "CA"
    assert "Dear Representative Simon:" in text_of(document)


def test_what_is_typed_survives_a_reload_before_anything_is_written(start, window):
    document = start()
    document.getElementById("story").type_text("My story.")
    window.run_timers()
    document = start(reload=True)
    assert document.getElementById("story").value == "My story."
    assert "My story." in text_of(document)


def test_what_was_typed_before_python_was_there_outlives_a_reload(start, document, visit):
    document.getElementById("story").value = "My story."
    start()
    document = start(reload=True)
    assert document.getElementById("story").value == "My story."


def test_a_link_fills_in_empty_fields_and_leaves_the_address(start, window):
    window.location.href += "#zip=94601&first=Ada"
    document = start()
    assert document.getElementById("zip").value == "94601"
    assert window.location.hash == ""


def test_a_link_that_is_followed_within_the_page_fills_in_the_form_too(start, window):
    document = start()
    window.location.href += "#city=Oakland"
    window.dispatchEvent(window.CustomEvent.new("hashchange"))
    assert document.getElementById("city").value == "Oakland"
    assert "Oakland" in text_of(document)


@pytest.mark.claim("Its values are text and never run")
def test_what_a_link_fills_in_is_text_and_nothing_runs(start, window):
    window.location.href += "#first=%3Cimg%20src=x%20onerror=alert(1)%3E&last={{7*7}}&house_name={%25%20raw%20%25}"
    document = start()
    assert "<img src=x onerror=alert(1)> {{7*7}}" in text_of(document)
    assert "The Honorable {% raw %}" in text_of(document)
    assert not document.querySelectorAll("#letters img")


def test_the_console_names_what_no_link_can_fill_in_without_its_text_which_goes_too(start, window):
    before = window.location.href
    window.location.href += "#shoe_size=forty-two&zip=94601"
    document = start()
    assert window.location.href == before
    (line,) = [line for line in window.console.lines if "shoe_size" in line]
    assert line.startswith("warning: Honorable knows no")
    assert "forty-two" not in "".join(window.console.lines)
    assert document.getElementById("zip").value == "94601"


@pytest.mark.claim("It does not overwrite what a visitor typed or saved")
def test_a_link_does_not_overwrite_what_a_visitor_typed_or_had_saved(start, visit, document, window):
    document.cookies["honorable"] = dump(SavedDetails(Person(first="Ada"), ()))
    document.getElementById("city").value = "Oakland"
    window.location.href += "#first=Eve&city=Albany&phone=555-0100"
    start()
    assert document.getElementById("first").value == "Ada"
    assert document.getElementById("city").value == "Oakland"
    assert document.getElementById("phone").value == "555-0100"


def test_where_a_visitor_came_from_goes_into_the_campaigns_links_and_nowhere_else(start, window):
    page = window.location.href
    window.location.href += "?utm_source=letter&source=our%20friends&name=Ada"
    document = start()
    shared = document.getElementById("page-address").value
    assert shared == f"{page}?utm_source=letter&source=our+friends"
    with_source = [link for link in document.querySelectorAll("a[href]") if "friends" in link.href]
    assert with_source == document.querySelectorAll("a[data-share]")
    facebook = next(link.href for link in with_source if "facebook" in link.href)
    assert parse_qs(urlsplit(facebook).query)["u"] == [shared]


def test_a_campaign_with_an_address_shares_that_with_the_source(start, visit, window):
    visit.config = replace(visit.config, site="https://campaign.example.org/")
    window.location.href += "?source=friends"
    document = start()
    assert document.getElementById("page-address").value == "https://campaign.example.org/?source=friends"


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "{{ 7*7 }}",
    "{% for %}",
    "محمد",
    "🦋",
    "%0ABcc: x",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_unusual_names_appear_as_typed(start, name):
    document = start()
    fill(document, first=name, house_name=name, house_last=name)
    assert text_of(document).startswith(f"The Honorable {name}\n")
    assert f"Dear Representative {name}:\n" in text_of(document)
    assert not document.querySelectorAll("#letters script, #letters img")
