"""How much of a letter is the template, and how much is in the writer's own words."""

from dataclasses import replace

import pytest

from honorable import letters
from honorable.letters.originality import share_in_words, template_share

STORY = "My brother was hurt in 2019 and nobody ever answered for it."


@pytest.fixture
def letter(draft, campaign, templates):
    return letters.render(draft, campaign, templates)[0]


@pytest.fixture
def with_story(draft, campaign, templates):
    return letters.render(replace(draft, story=STORY), campaign, templates)[0]


def test_a_letter_without_a_story_is_all_the_template(letter):
    assert template_share(letter) == 1


def test_a_letter_with_all_blanks_is_all_the_template_too(campaign, templates):
    for blank in letters.blank_letters(campaign, templates):
        assert template_share(blank) == 1


def test_a_story_makes_the_letter_the_writers_own_by_its_words(letter, with_story):
    template = sum(len(span.text.split()) for span in letter.spans if span.kind == "template")
    words = len(STORY.split())
    assert template_share(with_story) == pytest.approx(template / (template + words), abs=0.01)
    assert template_share(with_story) < 1


def test_the_name_and_address_count_on_neither_side(letter, draft, campaign, templates):
    person = replace(draft.person, city="San Luis Obispo de Tolosa", street="1 A very long street indeed")
    other = letters.render(replace(draft, person=person), campaign, templates)[0]
    assert template_share(other) == template_share(letter)


def test_an_unchanged_text_in_the_editor_changes_nothing(letter, with_story):
    assert template_share(letter, letter.text) == 1
    assert template_share(with_story, with_story.text) == pytest.approx(template_share(with_story))


def test_words_written_by_hand_are_the_writers_own(letter):
    share = template_share(letter, letter.text.replace("Sincerely", f"{STORY}\n\nSincerely"))
    assert 0.8 < share < 1
    assert share == pytest.approx(template_share(letter, letter.text.replace("Sincerely", f"{STORY} Sincerely")))


def test_a_template_sentence_that_was_removed_does_not_count(letter):
    short = letter.text[:400] + " " + STORY
    assert template_share(letter, short) < template_share(letter, letter.text + " " + STORY)


def test_changed_capitals_and_punctuation_are_not_the_writers_own_words(letter):
    assert template_share(letter, letter.text.upper().replace(",", "!")) == 1


@pytest.mark.parametrize("text", ["", " \n", "Mine alone, quite otherwise."])
def test_a_text_without_words_of_the_template_has_a_share_of_zero(letter, text):
    assert template_share(letter, text) == 0


@pytest.mark.parametrize(
    ("share", "sentence"),
    [
        (1, "All of this letter is the campaign's text."),
        (0, "All of this letter is in your own words."),
        (0.999, "About 99% of this letter is the campaign's text. The rest is yours."),
        (0.001, "About 1% of this letter is the campaign's text. The rest is yours."),
        (0.873, "About 87% of this letter is the campaign's text. The rest is yours."),
    ],
)
def test_the_sentence_says_all_or_none_only_if_that_is_exact(share, sentence):
    assert share_in_words(share) == sentence
