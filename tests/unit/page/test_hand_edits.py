"""Letters edited by hand, and what becomes of them when the recipient changes."""

import pytest

from tests.unit.page.test_writing import fill, letter, press_write, text_of


def edit(document, change, slot="house"):
    """Change the letter's text by hand, and close the editor."""
    press(document, "edit", slot)
    area = letter(document, slot).querySelector("[data-letter-edit]")
    area.type_text(change(area.value))
    press(document, "edit", slot)


def press(document, action, slot="house"):
    letter(document, slot).querySelector(f'[data-action="{action}"]').click()


def note(document, name, slot="house"):
    """The note's text; nothing if it is not shown."""
    shown = letter(document, slot).querySelector(f"[data-{name}]")
    return "" if shown.hidden else shown.textContent


def heading(document, slot="house"):
    return letter(document, slot).querySelector("[data-letter-heading]").textContent


def rename(document, name, field="house_name"):
    document.getElementById(field).type_text(name)


@pytest.fixture
def written(start, window):
    document = start()
    fill(document)
    press_write(document, window)
    return document


def own_words(text):
    return text.replace("Sincerely,", "In my own words.\n\nSincerely,")


def own_greeting(text):
    return text.replace("Dear Representative Simon:", "Dear Lateefah,")


def test_looking_at_the_editor_changes_nothing(written):
    before = text_of(written)
    press(written, "edit")
    press(written, "edit")
    assert note(written, "edited") == ""
    assert text_of(written) == before


def test_the_form_leaves_an_edited_letter_alone(written):
    edit(written, own_words)
    written.getElementById("city").type_text("Berkeley")
    assert "In my own words." in text_of(written)
    assert "Berkeley" not in text_of(written)
    assert "You edited this letter by hand." in note(written, "edited")
    assert note(written, "set-aside") == ""


def test_a_new_recipient_gets_their_own_address_and_greeting_and_the_letter_says_so(written):
    edit(written, own_words)
    rename(written, "Ann Lee")
    assert heading(written) == "Letter to Representative Lee"
    assert text_of(written).startswith("The Honorable Ann Lee\n")
    assert "Dear Representative Lee:" in text_of(written)
    assert "Simon" not in text_of(written)
    assert "In my own words." in text_of(written)
    assert "It was to Representative Simon." in note(written, "edited")


def test_the_first_recipients_letter_comes_back_unchanged(written):
    edit(written, own_words)
    before = text_of(written)
    rename(written, "Ann Lee")
    rename(written, "Lateefah Simon")
    assert text_of(written) == before
    assert "It was to" not in note(written, "edited")


def test_an_edited_greeting_never_goes_to_somebody_else(written, window):
    edit(written, own_greeting)
    rename(written, "Ann Lee")
    assert text_of(written).startswith("The Honorable Ann Lee\n")
    assert "Dear Representative Lee:" in text_of(written)
    assert "You edited the letter to Representative Simon by hand." in note(written, "set-aside")
    assert note(written, "edited") == ""
    rename(written, "Ann Leeds")
    assert "Dear Representative Leeds:" in text_of(written)
    rename(written, "Lateefah Simon")
    assert "Dear Lateefah," in text_of(written)
    assert note(written, "set-aside") == ""


def test_an_edited_greeting_can_be_brought_back_for_somebody_else(written):
    edit(written, own_greeting)
    rename(written, "Ann Lee")
    press(written, "bring-back")
    assert text_of(written).startswith("The Honorable Ann Lee\n")
    assert "Dear Lateefah," in text_of(written)
    said = letter(written).querySelector("[data-letter-status]").textContent
    assert said.endswith("It was to Representative Simon. Check its address and greeting.")
    assert note(written, "set-aside") == ""


def test_a_letter_that_went_back_to_the_form_stays_that_way_after_a_reload(written, start, window):
    before = text_of(written)
    edit(written, own_words)
    window.run_timers()
    press(written, "revert")
    document = start(reload=True)
    assert text_of(document) == before
    assert "Your edited letter is set aside." in note(document, "set-aside")


def test_the_edit_is_set_aside_when_the_letter_starts_over(written):
    before = text_of(written)
    edit(written, own_words)
    press(written, "revert")
    assert text_of(written) == before
    assert letter(written).querySelectorAll("[data-letter-text] span")
    assert "Your edited letter is set aside." in note(written, "set-aside")
    assert note(written, "edited") == ""
    written.getElementById("city").type_text("Berkeley")
    assert "I live in Berkeley" in text_of(written)
    press(written, "bring-back")
    assert "In my own words." in text_of(written)


def test_no_edit_is_lost_when_another_one_follows(written):
    edit(written, own_greeting)
    rename(written, "Ann Lee")
    edit(written, own_words)
    press(written, "bring-back")
    assert "Dear Lateefah," in text_of(written)
    press(written, "bring-back")
    assert "In my own words." in text_of(written)
    assert "Dear Representative Lee:" in text_of(written)


def test_each_edit_that_was_set_aside_comes_back_in_turn(written):
    for words in ("first", "second", "third"):
        edit(written, lambda text, words=words: text.replace("Sincerely,", f"My {words} words.\n\nSincerely,"))
        if words != "third":
            press(written, "revert")
    for words in ("second", "first", "third", "second"):
        press(written, "bring-back")
        assert f"My {words} words." in text_of(written)


def test_an_undo_that_reaches_a_closed_editor_changes_no_letter(written):
    edit(written, own_words)
    before = text_of(written)
    letter(written).querySelector("[data-letter-edit]").type_text("")
    assert text_of(written) == before
    assert note(written, "set-aside") == ""


def test_the_open_editor_follows_the_new_recipient(written):
    press(written, "edit")
    area = letter(written).querySelector("[data-letter-edit]")
    area.type_text(own_words(area.value))
    rename(written, "Ann Lee")
    assert "Dear Representative Lee:" in area.value
    assert "In my own words." in area.value


def test_an_editor_that_is_open_follows_the_form_until_something_is_typed_into_it(written, window):
    press(written, "edit")
    area = letter(written).querySelector("[data-letter-edit]")
    written.getElementById("city").type_text("Berkeley")
    window.run_timers()
    assert area.value == text_of(written)
    area.type_text(own_words(area.value))
    written.getElementById("city").type_text("Albany")
    window.run_timers()
    assert "I live in Berkeley" in area.value


def test_edits_survive_a_reload_those_set_aside_too(start, window, written):
    edit(written, own_words, "senate-1")
    edit(written, own_words)
    press(written, "revert")
    window.run_timers()
    document = start(reload=True)
    assert "In my own words." in text_of(document, "senate-1")
    assert "In my own words." not in text_of(document)
    press(document, "bring-back")
    assert "In my own words." in text_of(document)


@pytest.mark.parametrize(
    "stored", ['{"edits": {"house": "text"}}', '{"edits": {"house": {"text": 7}}}', '{"set_aside": {"house": [7]}}']
)
def test_damaged_edits_are_ignored(start, window, stored):
    window.sessionStorage.items["honorable"] = stored
    document = start()
    assert document.documentElement.dataset.python == "ready"
    assert text_of(document).startswith("The Honorable [")
    assert note(document, "edited") == note(document, "set-aside") == ""


def test_forgotten_details_leave_no_edit(written, window):
    edit(written, own_words)
    press(written, "revert")
    edit(written, own_greeting)
    written.querySelector('[data-action="forget"]').click()
    assert note(written, "edited") == note(written, "set-aside") == ""
    assert text_of(written).startswith("The Honorable [")
    assert window.sessionStorage.items == {}


def test_a_letter_that_something_else_has_changed_is_shown_whole_again(written):
    paper = letter(written).querySelector("[data-letter-text]")
    for node in list(paper.childNodes):
        font = written.createElement("font")
        font.textContent = node.textContent.upper()
        node.replaceWith(font)
    written.getElementById("city").type_text("Berkeley")
    assert paper.textContent.startswith("The Honorable Lateefah Simon\n")
    assert not paper.querySelectorAll("font")
