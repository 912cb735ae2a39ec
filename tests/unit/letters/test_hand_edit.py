"""What becomes of a letter edited by hand when it gets another recipient."""

import pytest

from honorable.letters import Letter, Span, recipient
from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.hand_edit import HandEdit


def to(name, state="CA"):
    return recipient("house", name, "", state, legislature=CONGRESS)


def letter(name, last, request="Please vote for it.", sender="Ada\n1 Row"):
    text = f"The Honorable {name}\nWashington\n\nDear Representative {last}:\n\n{request}\n\n{sender}"
    return Letter("house", "A bill", (Span(text),))


SIMON = letter("Lateefah Simon", "Simon")
LEE = letter("Ann Lee", "Lee", request="Thank you for introducing it.")


def edit(change, by=SIMON, name="Lateefah Simon"):
    return HandEdit.of(by.text.replace(*change), by, to(name))


def test_an_edit_for_the_same_recipient_stays_as_typed():
    edited = edit(("vote", "really vote"))
    assert edited.readdressed(to("Lateefah Simon"), SIMON) == (edited.text, True)


def test_another_recipient_gets_their_own_address_greeting_and_request():
    edited = edit(("Ada\n1 Row", "In my own words."))
    text, agrees = edited.readdressed(to("Ann Lee"), LEE)
    assert agrees
    assert text == (
        "The Honorable Ann Lee\nWashington\n\nDear Representative Lee:\n\n"
        "Thank you for introducing it.\n\nIn my own words."
    )


def test_an_edited_paragraph_stays():
    text, agrees = edit(("Please vote", "I beg you to vote")).readdressed(to("Ann Lee"), LEE)
    assert agrees
    assert "I beg you to vote for it." in text
    assert "Simon" not in text


@pytest.mark.parametrize(
    "change",
    [("Dear Representative Simon:", "Dear Lateefah,"), ("\nWashington", "\nDC"), (SIMON.text, "Mine alone")],
)
def test_an_edited_address_or_greeting_does_not_agree_with_another_recipient(change):
    assert edit(change).readdressed(to("Ann Lee"), LEE)[1] is False


def test_what_can_be_changed_is_changed_even_if_the_rest_does_not_agree():
    text, agrees = edit(("Dear Representative Simon:", "Dear Lateefah,")).readdressed(to("Ann Lee"), LEE)
    assert not agrees
    assert text.startswith("The Honorable Ann Lee\nWashington\n\nDear Lateefah,")


def test_letters_with_different_paragraphs_do_not_agree():
    longer = letter("Ann Lee", "Lee", request="One.\n\nTwo.")
    assert edit(("vote", "really vote")).readdressed(to("Ann Lee"), longer)[1] is False


def test_a_greeting_typed_before_there_was_a_name_does_not_agree_with_the_name():
    blank = letter("[Full name]", "[Last name]")
    edited = edit(("Dear Representative [Last name]:", "Dear Barbara,"), blank, "")
    assert edited.readdressed(to("Ann Lee"), LEE)[1] is False


def test_the_edit_knows_its_recipient_by_the_whole_name():
    edited = edit(("vote", "really vote"))
    assert edited.is_to(to("Lateefah Simon"))
    assert not edited.is_to(to("Paul Simon"))
