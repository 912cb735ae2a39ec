"""The form: what it reads as, what is written into it, and the messages beside its fields."""

from functools import partial

from honorable import letters
from honorable.letters.congress.legislature import CONGRESS
from honorable.page import form

recipient = partial(letters.recipient, legislature=CONGRESS)

FIELDS = """
<form id="letter-form">
  <input id="zip" name="zip"><small id="zip-problem" class="problem"></small>
  <select id="state" name="state"><option value="">Choose…</option><option value="CA">California</option></select>
  <small id="state-problem" class="problem"></small>
  <input id="house_name" name="house_name"><input id="house_last" name="house_last">
  <textarea id="story" name="story"></textarea>
  <input type="radio" name="district" value="CA12"><input type="radio" name="district" value="CA10">
  <input type="checkbox" id="remember" name="remember" checked>
</form>
"""


def test_the_form_reads_as_its_texts_and_the_chosen_district(document):
    document.load(FIELDS)
    document.getElementById("zip").value = "94601"
    document.querySelectorAll("[name=district]")[1].choose()
    assert form.texts() == {"zip": "94601", "district": "CA10"}


def test_only_empty_fields_are_filled_in(document):
    document.load(FIELDS)
    document.getElementById("zip").value = "94601"
    form.fill({"zip": "10001", "state": "CA", "story": ""})
    assert form.texts() == {"zip": "94601", "state": "CA"}


def test_a_cleared_form_has_no_texts_no_messages_and_its_box_checked(document):
    document.load(FIELDS)
    form.write({"zip": "9", "state": "CA"})
    document.getElementById("remember").choose()
    form.show_errors({"zip": "Please check the ZIP code."})
    form.clear()
    assert form.texts() == {}
    assert document.getElementById("remember").checked
    assert not form.has_error("zip")


def test_a_list_with_a_single_option_keeps_it(document):
    document.load(FIELDS.replace('<option value="">Choose…</option>', ""))
    form.clear()
    assert form.texts() == {"state": "CA"}


def test_each_message_is_beside_its_field_and_the_first_one_gets_the_focus(document):
    document.load(FIELDS)
    form.show_errors({"state": "Please choose your state.", "zip": "Please type your ZIP code."})
    assert document.getElementById("zip-problem").textContent == "Please type your ZIP code."
    assert document.getElementById("state").getAttribute("aria-invalid") == "true"
    assert document.activeElement.id == "zip"
    form.show_errors({"state": "Please choose your state."}, focus=False)
    assert not form.has_error("zip")
    assert document.getElementById("zip-problem").textContent == ""
    assert form.has_error("state")


def last_names(typed, guesses=None, officials=None):
    return form.last_names(typed, guesses or {}, CONGRESS, officials or {})


def test_a_last_name_is_guessed_from_the_full_name():
    assert last_names({"house_name": "Chris Van Hollen"}) == {"house_last": "Van Hollen"}


def test_the_last_name_of_an_official_is_the_one_on_the_list():
    hernandez = recipient("house", "Pablo José Hernández", "Hernández Rivera", "PR")
    typed = {"house_name": "Pablo José Hernández"}
    assert last_names(typed, officials={"house": hernandez}) == {"house_last": "Hernández Rivera"}


def test_an_earlier_guess_follows_the_full_name_and_the_visitors_own_last_name_stays():
    typed = {"house_name": "Jane Doe", "house_last": "Simon"}
    assert last_names(typed, guesses={"house_last": "Simon"}) == {"house_last": "Doe"}
    assert last_names(typed) == {}


def test_an_emptied_full_name_takes_its_guess_along():
    assert last_names({"house_last": "Simon"}, guesses={"house_last": "Simon"}) == {"house_last": ""}


def test_a_draft_has_all_that_is_known_of_an_official_and_the_last_name_as_typed():
    official = recipient("house", "Lateefah Simon", "Simon", "CA")
    typed = {"zip": "94601", "house_name": "Lateefah Simon", "house_last": "Simón", "senate1_name": "Alex Padilla"}
    house, senior, junior = form.draft(typed, CONGRESS, {"house": official}).recipients
    assert (house.full_name, house.last_name, house.state) == ("Lateefah Simon", "Simón", "CA")
    assert (senior.full_name, senior.last_name) == ("Alex Padilla", "Padilla")
    assert junior.full_name == ""
