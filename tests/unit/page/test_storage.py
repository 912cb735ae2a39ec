"""What is saved on the device, and what is said about it."""

from dataclasses import fields
from urllib.parse import quote

import pytest

from honorable.letters.person import Person
from honorable.page.storage import side_fields
from tests.unit.page.test_writing import fill, letter, press_write, status


def send(document, slot, confirmation, day):
    article = letter(document, slot)
    article.querySelector("[data-confirmation]").type_text(confirmation)
    article.querySelector("[data-confirmation-date]").type_text(day)
    article.querySelector('[data-action="sent"]').click()


def test_the_message_says_that_some_browsers_save_for_seven_days_only(start, window):
    document = start()
    fill(document)
    press_write(document, window)
    assert status(document).endswith(
        "Your details are saved on this device. Some browsers keep them for seven days only."
    )


@pytest.mark.parametrize("character", ["a", "é", "ا", "字", "🦋", "%"])
def test_all_cookies_together_stay_under_4096_bytes_in_any_script(start, window, character):
    document = start()
    long = dict.fromkeys(("title", "first", "last", "street", "city", "phone"), character * 100)
    fill(document, **long, house_name=character * 100, senate1_name=character * 100, senate2_name=character * 100)
    press_write(document, window)
    for day in range(1, 29):
        send(document, "house", character * 100, f"2026-11-{day:02}")
    assert len(document.cookies) == 2
    assert len(document.cookie) < 4096


def test_details_that_are_too_long_to_be_saved_are_named(start, window):
    document = start()
    fill(document, street="字" * 100, city="市" * 100, senate1_name="名" * 100)
    press_write(document, window)
    assert "Too long to be saved: " in status(document)
    named = status(document).partition("Too long to be saved: ")[2]
    assert set(named.rstrip(".").split(" and ")) <= {"Street address", "City", "First senator's full name"}
    document = start(later=True)
    assert document.getElementById("first").value == "Ada"
    left_out = [name for name in ("street", "city", "senate1_name") if not document.getElementById(name).value]
    assert len(left_out) == len(named.split(" and "))


def test_what_is_shown_as_saved_is_what_is_saved(start, window):
    document = start()
    fill(document, street="字" * 100, city="市" * 100, senate1_name="名" * 100)
    press_write(document, window)
    shown = document.querySelector("[data-kept]").textContent
    assert "Ada Lovelace" in shown
    assert [text in shown for text in ("字" * 100, "市" * 100, "名" * 100)] == [
        quote(text) in document.cookies["honorable"] for text in ("字" * 100, "市" * 100, "名" * 100)
    ]


def test_clearing_the_check_box_deletes_what_was_saved_at_once(start, window):
    document = start()
    fill(document)
    press_write(document, window)
    document.getElementById("remember").choose()
    assert "honorable" not in document.cookies
    assert document.querySelector("[data-kept]").textContent == "Nothing."
    assert status(document) == "Your details are not saved."


def test_a_cleared_check_box_stays_cleared_in_its_tab(start, window):
    document = start()
    fill(document)
    document.getElementById("remember").choose()
    document = start(reload=True)
    assert not document.getElementById("remember").checked
    press_write(document, window)
    assert "honorable" not in document.cookies
    document.querySelector('[data-action="forget"]').click()
    assert document.getElementById("remember").checked
    fill(document)
    press_write(document, window)
    assert "honorable" in document.cookies


def test_every_detail_of_the_person_that_is_saved_is_shown(start, window):
    document = start()
    typed = {field.name: f"{field.name}@example.org" for field in fields(Person) if field.name not in {"state", "zip"}}
    fill(document, **typed)
    press_write(document, window)
    shown = document.querySelector("[data-kept]").textContent
    assert [text for text in typed.values() if text not in shown] == []
    assert "title@example.org first@example.org last@example.org" in shown.splitlines()


def test_a_confirmation_that_pushes_out_older_ones_says_so(start, window):
    document = start()
    fill(document)
    press_write(document, window)
    send(document, "house", "A-17", "2026-11-01")
    said = letter(document).querySelector("[data-letter-status]")
    assert said.textContent == "Noted in your record: sent on November 1, 2026."
    for day in range(2, 20):
        send(document, "house", "A" * 90, f"2026-11-{day:02}")
    assert said.textContent.endswith("does not save all of your record for your next visit: download it below.")
    document.querySelector('[data-action="download-record"]').click()
    assert b"November 19" in window.blobs[-1].content


def test_confirmations_that_are_not_saved_stay_in_the_record_of_this_tab(start, window):
    document = start()
    fill(document)
    press_write(document, window)
    for day in range(1, 20):
        send(document, "house", "A" * 90, f"2026-11-{day:02}")
    document.querySelector("#steps input[data-done]").choose()
    assert len(document.querySelectorAll("[data-record] li")) == 19
    document.querySelector('[data-action="download-record"]').click()
    assert [f"November {day}, ".encode() in window.blobs[-1].content for day in range(1, 20)] == [True] * 19
    assert len(start(later=True).querySelectorAll("[data-record] li")) < 19


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("honorable", "nonsense"),
        ("honorable", quote('{"v":9,"person":{},"to":[]}')),
        ("honorable-record", "%FF"),
        ("honorable-record", quote('{"v":1,"done":[7],"sent":[]}')),
    ],
)
def test_a_broken_cookie_is_ignored_with_a_line_in_the_console(start, window, document, name, value):
    document.cookies[name] = value
    document = start()
    assert document.documentElement.dataset.python == "ready"
    assert any(f"ignores the cookie '{name}'" in line for line in window.console.lines)
    assert document.getElementById("first").value == ""


def test_a_record_with_more_steps_than_there_are_does_not_break_the_page(start, window, document):
    steps = [f"step-{number:03}" * 10 for number in range(25)]
    document.cookies["honorable-record"] = quote('{"v":1,"done":["' + '","'.join(steps) + '"],"sent":[]}')
    document = start()
    fill(document)
    press_write(document, window)
    send(document, "house", "A-17", "2026-11-01")
    assert "does not save all of your record" in letter(document).querySelector("[data-letter-status]").textContent


@pytest.mark.parametrize("folder", ["/", "/~ada/letters/", "/@ada/$a!&'()*+,=:[|]/", "/caf%C3%A9/a%3Bb/"])
def test_details_are_saved_in_a_folder_of_any_name(start, window, folder):
    window.location.href = f"https://example.org{folder}"
    document = start()
    fill(document)
    press_write(document, window)
    assert f"Path={folder}; " in document.cookie_attributes["honorable"]


def test_a_semicolon_in_the_folders_name_adds_nothing_to_the_cookie(start, window, monkeypatch):
    window.location.href = "https://example.org/a;Domain=org/"
    document = start()
    jar, written = type(document), []
    monkeypatch.setattr(jar, "cookie", property(jar.cookie.fget, lambda _document, text: written.append(text)))
    fill(document)
    press_write(document, window)
    assert [text for text in written if ";Domain" in text] == []
    assert status(document).endswith("does not let the page save your details. Everything else works.")


def test_a_browser_that_refuses_cookies_is_reported(start, window, document):
    document.refuses_cookies_with = ("",)
    document = start()
    fill(document)
    press_write(document, window)
    assert status(document).endswith("This browser does not let the page save your details. Everything else works.")
    above_the_letters = document.getElementById("letters-status").textContent
    assert above_the_letters == status(document)  # On a phone, the form has given way to the letters.


def test_a_browser_that_refuses_the_tabs_storage_is_reported_once_for_all_keys(start, window, document):
    window.sessionStorage.refuses = True
    fill(start())
    window.run_timers()
    fill(document, first="Augusta")
    window.run_timers()
    (line,) = [line for line in window.console.lines if "cannot keep this tab's texts" in line]
    assert "SecurityError" in line


@pytest.mark.claim("What such a page writes into cookies and storage does no harm")
@pytest.mark.parametrize(
    ("stored", "is_reported"),
    [('{"typed": [7], "edits": {"mayor": "x"}', True), ("7", True), ("[" * 100_000, True), ('{"typed": [7]}', False)],
)
def test_damaged_texts_of_the_tab_do_not_stop_the_page(start, window, document, stored, is_reported):
    window.sessionStorage.items["honorable"] = stored
    document = start()
    assert document.documentElement.dataset.python == "ready"
    assert document.getElementById("first").value == ""
    assert any("ignores what this tab had kept" in line for line in window.console.lines) == is_reported


def test_without_the_check_mark_saved_details_are_deleted(start, window):
    document = start()
    fill(document)
    press_write(document, window)
    document.getElementById("remember").choose()
    press_write(document, window)
    assert status(document).endswith("Your details are not saved.")
    assert "honorable" not in document.cookies
    assert document.querySelector("[data-kept]").textContent == "Nothing."


def test_the_message_that_a_letter_was_sent_is_under_that_letter(start, window):
    document = start()
    fill(document, senate1_name="Alex Padilla")
    press_write(document, window)
    send(document, "senate-1", "A-17", "2026-11-01")
    said = {
        slot: letter(document, slot).querySelector("[data-letter-status]").textContent for slot in ("house", "senate-1")
    }
    assert said == {"house": "", "senate-1": "Noted in your record: sent on November 1, 2026."}


def test_a_confirmation_typed_since_the_reload_is_not_overwritten(visit, document):
    first, second = (letter(document, slot).querySelector("[data-confirmation]") for slot in ("house", "senate-1"))
    first.value, second.value = "A-17", "B-2"
    side_fields.save()
    first.value, second.value = "typed since", ""
    side_fields.load()
    assert (first.value, second.value) == ("typed since", "B-2")
