"""Handing each office its letter: where it goes, the lines of the office's form, and what to say on the phone."""

import pytest

from honorable.publish.campaign.load import load_campaign
from tests.checkout import CAMPAIGN
from tests.person import PERSON
from tests.unit.letters.congress.test_lookup import packed
from tests.unit.page.test_delivery import chip, copied, length, open_form, press
from tests.unit.page.test_writing import letter, press_write, text_of

LIST_OF_OFFICES = "https://www.house.gov/representatives/find-your-representative"


@pytest.fixture
def written(start, window):
    """Three letters that were written from a ZIP code."""
    document = start(packed())
    for name, text in (PERSON | {"title": "Dr.", "zip": "94501-1234", "phone": "510-555-0100"}).items():
        type_into(document, name, text)
    press_write(document, window)
    return document


def type_into(document, name, text):
    document.getElementById(name).type_text(text)


def part(document, name, slot="house"):
    return letter(document, slot).querySelector(f"[data-{name}]")


def phone(document):
    return letter(document).querySelector(".where [data-phone]")


def open_call(document, window, slot="house"):
    way = letter(document, slot).querySelector('[data-way="call"]')
    way.open = True
    way.dispatchEvent(window.CustomEvent.new("toggle"))
    return way


def script(way):
    return way.querySelector("[data-call]").textContent


def shown(way, name):
    return chip(way, name).querySelector(".chip-text").textContent


def note_copied(window, button):
    """Report to the page what actions.js has copied."""
    button.dispatchEvent(window.CustomEvent.new("honorable:copied", bubbles=True))


# Where it goes


def test_each_letter_shows_where_it_goes(written):
    assert part(written, "contact-words").textContent == "Open the contact page of Representative Twelve"
    assert part(written, "contact-page").href == "https://twelve.house.gov"
    assert part(written, "contact-page").target == "_blank"
    assert (phone(written).textContent, phone(written).href) == ("202-555-0106", "tel:+12025550106")
    assert not part(written, "phone-line").hidden
    assert part(written, "postal").textContent == (
        "The Honorable Lateefah Twelve\n1023 Longworth House Office Building\n"
        "United States House of Representatives\nWashington, DC 20515"
    )
    assert part(written, "contact-page", "senate-1").href == "https://senior.senate.gov/contact"


def test_an_office_of_which_nothing_is_known_has_the_list_of_offices_and_no_number(start, window):
    document = start(packed())
    type_into(document, "zip", "45201")
    assert part(document, "contact-words").textContent == "Open the contact page of Representative One"
    assert part(document, "contact-page").href == LIST_OF_OFFICES
    assert part(document, "phone-line").hidden
    call = open_call(document, window)
    assert call.querySelector("[data-call-number]").hidden
    assert not call.querySelector("[data-call-no-number]").hidden


def test_somebody_whom_the_lookup_does_not_know_is_reached_through_the_list_of_offices(written):
    type_into(written, "house_name", "Jane Newcomer")
    assert part(written, "contact-page").href == LIST_OF_OFFICES
    assert part(written, "phone-line").hidden
    assert part(written, "postal").textContent == (
        "The Honorable Jane Newcomer\nUnited States House of Representatives\nWashington, DC 20515"
    )


def test_after_copying_the_office_of_the_letter_is_offered(written, window):
    note_copied(window, letter(written).querySelector("[data-part=message]"))
    (offered,) = part(written, "next").children
    assert offered.textContent == "Open the contact page of Representative Twelve"
    assert (offered.href, offered.target) == ("https://twelve.house.gov", "_blank")


# The office's form


def test_the_offices_form_stands_there_line_by_line_in_the_usual_order(written, window):
    of_letter = load_campaign(CAMPAIGN).letter
    topics = (of_letter.topic, *of_letter.other_topics)
    way = open_form(written, window)
    versions = ("message", "short", "plain", "short_plain")
    assert [(one.dataset.chip, shown(way, one.dataset.chip)) for one in way.querySelectorAll("[data-chip]")] == [
        ("prefix", "Dr."),
        ("first", "Ada"),
        ("last", "Lovelace"),
        ("street", "12 Byron Row"),
        ("street2", ""),
        ("city", "Oakland"),
        ("state", "California"),
        ("zip", "94501"),
        ("zip4", "1234"),
        ("email", "ada@example.org"),
        ("phone", "510-555-0100"),
        *((f"topic-{place}", topic) for place, topic in enumerate(filter(None, topics), 1)),
        ("subject", of_letter.subject),
        *((name, length(copied(window, chip(way, name)))) for name in versions),
    ]
    assert copied(window, chip(way, "message")) == text_of(written)


def test_a_line_that_changed_since_is_no_longer_copied(written, window):
    city = chip(open_form(written, window), "city")
    note_copied(window, city)
    assert city.hasAttribute("data-copied")
    assert city.querySelector("[data-chip-state]").textContent == "Copied"
    type_into(written, "city", "Berkeley")
    window.run_timers()
    assert city.querySelector(".chip-text").textContent == "Berkeley"
    assert not city.hasAttribute("data-copied")
    assert city.querySelector("[data-chip-state]").textContent == ""


def test_the_plain_message_has_no_curly_quotes(written, window):
    type_into(written, "story", "“My son” — Núñez — didn’t come home… 🦋")
    way = open_form(written, window)
    plain = copied(window, chip(way, "plain"))
    assert plain.isascii()
    assert '"My son" - Nunez - didn\'t come home... ?' in plain
    assert shown(way, "plain") == length(plain)


def test_a_letter_edited_by_hand_is_what_the_office_gets(written, window):
    press(written, "edit")
    part(written, "letter-edit").type_text("Dear Lateefah,\n\nplease.")
    way = open_form(written, window)
    assert shown(way, "message") == "25 characters"  # a line break counts as two
    assert copied(window, chip(way, "message")) == "Dear Lateefah,\n\nplease."


def test_a_letter_edited_by_hand_goes_into_the_envelope_as_it_is(written, window):
    press(written, "edit")
    part(written, "letter-edit").type_text("Dear Lateefah,\n\nplease.")
    written.documentElement.dataset.print = "envelope-house"
    window.dispatchEvent(window.CustomEvent.new("beforeprint"))
    assert part(written, "envelope-address").textContent.startswith("The Honorable Lateefah Twelve\n")
    assert part(written, "envelope-rest").textContent == "Dear Lateefah,\n\nplease."
    assert part(written, "envelope-rest", "senate-1").textContent == ""


def test_a_letter_that_is_skipped_is_no_next_office(written, window):
    type_into(written, "senate1_name", "")
    following = open_form(written, window).querySelector('[data-action="next-office"]')
    assert following.textContent == "Next office: Senator Junior"
    assert following.href == "#letter-senate-2-lines"


# The phone


def test_the_phone_script_has_the_offices_number_and_the_bill(written, window, config):
    bills = config.campaign.bills
    call = open_call(written, window)
    number = call.querySelector("[data-call-number] a")
    assert (number.textContent, number.href) == ("202-555-0106", "tel:+12025550106")
    assert not call.querySelector("[data-call-number]").hidden
    assert call.querySelector("[data-call-no-number]").hidden
    assert "My name is Ada Lovelace, and I live in Oakland, California." in script(call)
    house, senate = (
        f"cosponsor the {bills[chamber].title}, {bills[chamber].number}" for chamber in ("house", "senate")
    )
    assert f"ask Representative Twelve to {house}" in script(call)
    assert f"ask Senator Senior to {senate}" in script(open_call(written, window, "senate-1"))


def test_before_anything_is_typed_the_script_has_blanks(start, window):
    call = open_call(start(), window)
    assert "My name is [First name] [Last name], and I live in [City], [State]." in script(call)
