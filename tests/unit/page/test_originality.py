"""In your own words: how much of a letter is still the campaign's text."""

from tests.unit.page.test_hand_edits import edit
from tests.unit.page.test_writing import fill, letter

ALL_THE_CAMPAIGNS = ("All of this letter is the campaign's text.", 1)


def own_words(place):
    """What is said there, and what the meter beside it shows."""
    (said,) = place.querySelectorAll("[data-own-words]")
    return said.querySelector("[data-own-words-text]").textContent, said.querySelector("meter").value


def test_three_questions_help_to_say_why_it_matters(start):
    document = start()
    questions = document.querySelectorAll("#story-prompts li")
    assert [question.textContent[-1] for question in questions if not question.hidden] == ["?"] * 3
    assert "story-prompts" in document.getElementById("story").getAttribute("aria-describedby").split()


def test_without_a_story_all_of_the_letter_is_the_campaigns(start):
    document = start()
    assert own_words(document.getElementById("letter-form")) == ALL_THE_CAMPAIGNS


def test_the_meter_falls_as_one_writes(start, window):
    document = start()
    fill(document, story="My son was seventeen when it happened to him. " * 5)
    window.run_timers()
    said, share = own_words(document.getElementById("letter-form"))
    assert said == f"About {share:.0%} of this letter is the campaign's text. The rest is yours."
    assert 0.8 < share < 0.95


def test_a_letter_edited_by_hand_has_a_meter_of_its_own(start, window):
    document = start()
    fill(document)
    edit(document, lambda _text: "Mine alone, quite otherwise.")
    window.run_timers()
    note = letter(document).querySelector("[data-edited]")
    assert not note.hidden
    assert own_words(note) == ("All of this letter is in your own words.", 0)
    assert own_words(document.getElementById("letter-form")) == ALL_THE_CAMPAIGNS
