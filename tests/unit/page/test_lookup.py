"""The view of the lookup: when the list is loaded, what is shown, and what is written into the form."""

from datetime import UTC, datetime

import pytest

from honorable.letters.congress.terms import REDRAWN
from honorable.page import lookup
from tests.unit.letters.congress.test_lookup import SEATS, packed, text_of
from tests.unit.page.fake_document import Response


def element(document, id_):
    return document.getElementById(id_)


def names(document):
    return [element(document, f"{slot}_name").value for slot in ("house", "senate1", "senate2")]


def message(document):
    return element(document, "lookup-said").textContent


def zip_error(document):
    return element(document, "zip-problem").textContent


def press_write(document, window):
    element(document, "letter-form").dispatchEvent(window.CustomEvent.new("submit"))


def fill_person(document):
    for name in ("first", "last", "street", "city"):
        element(document, name).type_text("Ada")
    element(document, "email").type_text("ada@example.org")


def type_zip(document, text):
    element(document, "zip").type_text(text)


def letter(document, slot="house"):
    return document.querySelector(f'[data-letter="{slot}"] [data-letter-text]').textContent


def radios(document):
    return list(document.querySelectorAll("#districts input"))


def test_a_zip_code_fills_in_the_form_and_the_letters(start):
    document = start(packed())
    type_zip(document, "94501")
    assert names(document) == ["Lateefah Twelve", "Alex Senior", "Adam Junior"]
    assert element(document, "state").value == "CA"
    assert message(document).startswith("ZIP code 94501 is in the 12th district of California.")
    assert element(document, "districts").hidden
    assert letter(document).startswith("The Honorable Lateefah Twelve\n1023 Longworth House Office Building\n")
    assert "Dear Senator Junior:" in letter(document, "senate-2")


def test_the_list_is_requested_once_and_only_when_the_visitor_reaches_the_form(start, window, finish):
    document = start()
    assert window.requests == []
    window.responses["data/congress.dat"] = Response(packed())
    window.intersect(element(document, "letter-form"))
    element(document, "city").focus()
    finish()
    element(document, "zip").focus()
    type_zip(document, "94501")
    finish()
    assert [url for url, _options in window.requests] == ["data/congress.dat"]


def test_a_visitor_who_tabs_into_the_form_gets_the_list_too(start, window, finish):
    document = start()
    window.responses["data/congress.dat"] = Response(packed())
    element(document, "city").focus()
    finish()
    type_zip(document, "94501")
    assert names(document)[0] == "Lateefah Twelve"


def test_a_zip_code_typed_before_the_list_has_arrived_is_looked_up_then(start, window, finish):
    document = start()
    window.responses["data/congress.dat"] = Response(packed())
    element(document, "zip").focus()
    type_zip(document, "94501")
    assert names(document) == ["", "", ""]
    finish()
    assert names(document)[0] == "Lateefah Twelve"
    assert "Dear Representative Twelve:" in letter(document)


@pytest.mark.parametrize("answer", [None, Response(b"gone", 404), Response(b"")])
def test_if_the_list_does_not_load_only_the_zip_code_field_tries_again(start, window, finish, answer):
    document = start()
    if answer:
        window.responses["data/congress.dat"] = answer
    window.intersect(element(document, "letter-form"))
    finish()
    assert message(document).startswith("The list of ZIP codes did not load.")
    element(document, "city").focus()
    finish()
    assert len(window.requests) == 1
    window.responses["data/congress.dat"] = Response(packed())
    element(document, "zip").focus()
    finish()
    assert message(document) == ""
    type_zip(document, "94501")
    assert names(document)[0] == "Lateefah Twelve"


@pytest.mark.parametrize("body", [b"<!doctype html>Not here", packed()[:-20], b"\x1f\x8b", b"x"])
def test_a_damaged_list_is_reported_once_and_its_reason_is_in_the_console(start, window, finish, body):
    document = start(body)
    assert message(document) == "The list of ZIP codes cannot be read. Please type the names instead."
    element(document, "zip").focus()
    finish()
    assert len(window.requests) == 1
    assert any("cannot read the list of ZIP codes" in line for line in window.console.lines)
    element(document, "house_name").type_text("Lateefah Simon")
    assert "Dear Representative Simon:" in letter(document)


def test_the_districts_of_a_zip_code_are_radio_buttons_and_choosing_one_keeps_the_focus(start):
    document = start(packed())
    type_zip(document, "94504")
    assert not element(document, "districts").hidden
    assert [
        label.querySelector("[data-line]").textContent for label in document.querySelectorAll("#districts label")
    ] == [
        "Representative Lateefah Twelve, Democrat, 12th district of California",
        "Representative Mark Ten, Democrat, 10th district of California",
    ]
    assert [radio.checked for radio in radios(document)] == [False, False]
    second = radios(document)[1]
    second.choose()
    assert names(document)[0] == "Mark Ten"
    assert radios(document)[1] is second
    assert [radio.checked for radio in radios(document)] == [False, True]


def test_the_districts_of_another_zip_code_replace_the_options(start):
    document = start(packed())
    type_zip(document, "94504")
    radios(document)[1].choose()
    type_zip(document, "94507")
    assert [radio.checked for radio in radios(document)] == [False, False, False]
    assert names(document)[0] == ""
    type_zip(document, "94501")
    assert element(document, "districts").hidden
    assert radios(document) == []


def test_a_vacant_seat_leads_to_the_clerks_list(start):
    document = start(packed())
    assert element(document, "lookup-vacant").hidden
    type_zip(document, "94565")
    assert not element(document, "lookup-vacant").hidden


def test_the_day_of_the_list_is_shown_once_it_has_arrived(start):
    document = start(packed())
    assert document.querySelector("[data-day]").textContent.startswith("Members of Congress as of June 15, 2026.")


def test_leaving_the_field_with_an_incomplete_zip_code_says_so(start):
    document = start(packed())
    type_zip(document, "9450")
    assert message(document) == ""
    element(document, "zip").focus()
    element(document, "city").focus()
    assert zip_error(document).startswith("Please check the ZIP code")
    assert element(document, "zip").getAttribute("aria-invalid") == "true"
    assert message(document) == ""
    type_zip(document, "94501")
    assert zip_error(document) == ""
    assert not element(document, "zip").hasAttribute("aria-invalid")


@pytest.mark.parametrize(("zip_code", "hint"), [("20001", "a Delegate"), ("00601", "a Resident Commissioner")])
def test_without_senators_their_fields_and_letters_are_hidden(start, zip_code, hint):
    document = start(packed())
    type_zip(document, zip_code)
    assert element(document, "senators").hidden
    assert not element(document, "no-senators").hidden
    assert hint in element(document, "house-hint").textContent
    assert document.querySelector('[data-letter="senate-1"]').hidden
    type_zip(document, "94501")
    assert not element(document, "senators").hidden
    assert element(document, "house-hint").textContent == ""


def test_cleared_details_clear_what_was_found(start):
    document = start(packed())
    type_zip(document, "94504")
    radios(document)[1].choose()
    document.querySelector('[data-action="forget"]').click()
    assert names(document) == ["", "", ""]
    assert message(document) == ""
    assert element(document, "districts").hidden


def test_after_a_reload_the_choice_is_there_and_the_next_zip_code_replaces_it(start):
    document = start(packed())
    type_zip(document, "94504")
    radios(document)[1].choose()
    document = start(packed(), reload=True)
    assert names(document) == ["Mark Ten", "Alex Senior", "Adam Junior"]
    assert [radio.checked for radio in radios(document)] == [False, True]
    type_zip(document, "94501")
    assert names(document)[0] == "Lateefah Twelve"


def test_after_a_reload_the_list_may_have_another_member_and_what_was_found_is_still_replaced(start):
    type_zip(start(packed()), "94501")
    newer = packed(text_of(SEATS.replace("Lateefah Twelve\tTwelve", "Newly Elected\tElected")))
    document = start(newer, reload=True)
    type_zip(document, "94505")
    type_zip(document, "94501")
    assert names(document)[0] == "Newly Elected"


def test_the_first_two_steps_are_done_once_the_officials_are_found_and_written_to(start, window):
    document = start(packed())
    type_zip(document, "94501")
    fill_person(document)
    press_write(document, window)
    for step in ("find", "officials", "letter"):
        assert document.querySelector(f'[data-step="{step}"] [data-step-state]').textContent == "Done"


def test_the_saved_officials_have_their_details_on_the_next_visit_before_the_list_has_arrived(start, window):
    document = start(packed())
    type_zip(document, "94501")
    fill_person(document)
    press_write(document, window)
    document = start(later=True)
    assert names(document) == ["Lateefah Twelve", "Alex Senior", "Adam Junior"]
    assert "1023 Longworth House Office Building" in letter(document)


@pytest.mark.parametrize("typed", ["abc", "00000"])
def test_a_zip_code_that_finds_nobody_gets_one_message_at_its_field(start, window, typed):
    document = start(packed())
    type_zip(document, typed)
    press_write(document, window)
    window.run_timers()
    assert zip_error(document)
    assert message(document) == ""
    assert element(document, "house_name-problem").textContent == ""
    assert document.activeElement.id == "zip"


def test_several_districts_stop_the_letters_until_one_is_chosen(start, window):
    document = start(packed())
    type_zip(document, "94504")
    fill_person(document)
    press_write(document, window)
    problem = element(document, "districts-problem")
    assert problem.textContent == "Choose your district, or type the name of your member of the House."
    assert document.activeElement is radios(document)[0]
    assert document.documentElement.dataset.letters == "draft"
    radios(document)[1].choose()
    window.run_timers()
    assert problem.textContent == ""
    press_write(document, window)
    assert element(document, "form-status").textContent.startswith("Your 3 letters are written.")


def test_a_zip_code_that_only_a_change_event_announces_is_looked_up(start, window):
    document = start(packed())
    element(document, "zip").value = "94501"
    element(document, "zip").dispatchEvent(window.CustomEvent.new("change", bubbles=True))
    assert names(document)[0] == "Lateefah Twelve"


def test_a_form_that_was_filled_in_without_any_event_is_looked_up_before_the_letters_are_written(start, window):
    document = start(packed())
    for name in ("first", "last", "street", "city"):
        element(document, name).value = "Ada"
    element(document, "email").value = "ada@example.org"
    element(document, "zip").value = "94501"
    press_write(document, window)
    assert names(document) == ["Lateefah Twelve", "Alex Senior", "Adam Junior"]
    assert element(document, "form-status").textContent.startswith("Your 3 letters are written.")


def test_the_letters_wait_for_a_list_that_is_still_loading(start, window, finish):
    document = start()
    window.responses["data/congress.dat"] = Response(packed())
    fill_person(document)
    element(document, "zip").value = "94501"
    press_write(document, window)
    assert element(document, "form-status").textContent == "Looking up your officials. Your letters are next."
    finish()
    assert names(document)[0] == "Lateefah Twelve"
    assert element(document, "form-status").textContent.startswith("Your 3 letters are written.")


def test_if_the_list_fails_while_the_letters_wait_the_form_asks_for_the_names(start, window, finish):
    document = start()
    fill_person(document)
    element(document, "zip").value = "94501"
    press_write(document, window)
    finish()
    assert message(document).startswith("The list of ZIP codes did not load.")
    assert "at least one name" in element(document, "house_name-problem").textContent


def test_once_terms_have_ended_the_official_lists_are_linked_and_nobody_is_addressed_silently(start, monkeypatch):
    monkeypatch.setattr(lookup, "_now", lambda: datetime(2027, 1, 10, tzinfo=UTC))
    document = start(packed())
    assert element(document, "lookup-finder").hidden
    type_zip(document, "94501")
    assert names(document)[0] == ""
    assert not element(document, "lookup-finder").hidden
    assert "A new Congress has begun" in message(document)
    assert "Twelve" not in letter(document)


def test_the_mail_address_and_the_place_to_vote_of_somebody_abroad_are_told_apart(start, window):
    document = start(packed())
    fill_person(document)
    element(document, "street").type_text("PSC 1 Box 2")
    element(document, "city").type_text("APO")
    type_zip(document, "09012")
    assert "choose its state" in zip_error(document)
    element(document, "state").type_text("AK")
    assert names(document)[0] == "Nick North"
    assert "AE 09012 in the address" in message(document)
    assert "I vote in Alaska, and you represent me." in letter(document)
    assert "\nPSC 1 Box 2\nAPO, AE 09012\n" in letter(document)
    press_write(document, window)
    assert element(document, "form-status").textContent.startswith("Your 3 letters are written.")


@pytest.mark.parametrize(("redrawn", "is_named"), [("CA OH", False), ("OH", True), ("", True)])
def test_in_states_whose_districts_changed_by_the_campaign_nobody_is_named_on_old_districts(
    start, document, redrawn, is_named
):
    element(document, "lookup").dataset.redrawn = redrawn
    start(packed(text_of(about="2027-02-01 120 119")))
    type_zip(document, "94501")
    assert ("Lateefah Twelve" in names(document)) == is_named
    assert ("The districts of California have changed" in message(document)) != is_named


def test_the_page_has_the_states_of_the_campaign(visit, document):
    assert element(document, "lookup").dataset.redrawn.split() == sorted(REDRAWN)


def test_a_saved_official_whose_term_has_ended_is_not_written_to(start, window, monkeypatch):
    document = start(packed())
    type_zip(document, "94501")
    fill_person(document)
    press_write(document, window)
    monkeypatch.setattr(lookup, "_now", lambda: datetime(2027, 1, 10, tzinfo=UTC))
    document = start(later=True)
    assert names(document) == ["", "Alex Senior", "Adam Junior"]
    assert "The term of Representative Lateefah Twelve ended on January 3, 2027." in message(document)
    assert "Twelve" not in letter(document)


def cards(document):
    return [(card.dataset.official, card.textContent) for card in document.querySelectorAll("[data-official]")]


def test_each_official_has_a_card_with_what_is_known(start):
    document = start(packed())
    assert cards(document) == []
    type_zip(document, "94501")
    assert [slot for slot, _text in cards(document)] == ["house", "senate-1", "senate-2"]
    house = cards(document)[0][1]
    assert "Lateefah Twelve" in house
    assert "Representative, Democrat, 12th district of California" in house


def test_a_name_that_is_typed_or_emptied_changes_its_card(start):
    document = start(packed())
    type_zip(document, "94501")
    element(document, "senate1_name").type_text("Somebody Else")
    element(document, "senate2_name").type_text("")
    assert [slot for slot, _text in cards(document)] == ["house", "senate-1"]
    assert "Somebody Else Senator, California" in cards(document)[1][1]


def test_the_fields_for_the_names_open_when_the_list_cannot_say_who_it_is(start):
    document = start(packed())
    type_zip(document, "94501")
    assert not element(document, "names").open
    type_zip(document, "00000")
    assert element(document, "names").open


def test_the_visitor_may_close_the_fields_for_the_names_again(start):
    document = start(packed())
    type_zip(document, "00000")
    element(document, "names").open = False
    type_zip(document, "00001")
    assert not element(document, "names").open


def test_on_the_next_visit_the_cards_say_as_much_once_the_list_is_there(start, window):
    document = start(packed())
    type_zip(document, "94501")
    fill_person(document)
    press_write(document, window)
    before = cards(document)
    assert "Democrat" in before[0][1]
    assert cards(start(packed(), later=True)) == before
