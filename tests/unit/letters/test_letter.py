"""What a finished letter says, and how it treats what was typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, TemplateError

from honorable import letters
from honorable.letters.congress.legislature import CONGRESS


@pytest.fixture(scope="session")
def rendered(draft, campaign, templates):
    return letters.render(draft, campaign, templates)


def test_each_recipient_gets_a_letter_in_the_order_of_the_form(rendered):
    assert [letter.slot for letter in rendered] == ["house", "senate-1", "senate-2"]


def test_a_house_letter_opens_with_the_houses_address_and_a_colon(rendered):
    assert rendered[0].text.startswith(
        "The Honorable Lateefah Simon\n"
        "United States House of Representatives\n"
        "Washington, DC 20515\n"
        "\n"
        "Dear Representative Simon:\n"
    )


def test_a_senate_letter_opens_with_the_senates_address(rendered):
    assert "United States Senate\nWashington, DC 20510\n\nDear Senator Padilla:\n" in rendered[1].text


def test_the_first_paragraph_has_the_purpose_and_the_bill_of_the_chamber(rendered):
    house, senate, _other = (letter.text.split("\n\n")[2] for letter in rendered)
    assert "H.R. 1" in house
    assert "S. 2" in senate
    assert "S. 2" not in rendered[0].text
    assert "H.R. 1" not in rendered[1].text


def test_the_letter_ends_with_the_writers_name_and_postal_address(rendered):
    assert rendered[0].text.endswith("Sincerely,\n\nDr. Ada Lovelace\n12 Byron Row\nOakland, CA 94601\nada@example.org")


def test_a_phone_number_is_added_only_when_there_is_one(draft, campaign, templates):
    person = letters.Person("", "Ada", "Lovelace", "12 Byron Row", "Oakland", "CA", "94601", "a@b.co", "510 555 0100")
    with_phone = letters.Draft(person, draft.recipients)
    assert letters.render(with_phone, campaign, templates)[0].text.endswith("a@b.co\n510 555 0100")


def test_a_letter_without_a_story_fits_one_page(rendered):
    lines = sum(-(-max(len(line), 1) // 90) for line in rendered[0].text.split("\n"))
    assert lines <= 52


def test_a_story_over_the_limit_has_an_error_that_says_how_many_characters_to_cut(draft, campaign, templates):
    story = "word " * 4_000
    assert letters.draft_errors(letters.Draft(draft.person, draft.recipients, story)) == {}
    longer = letters.Draft(draft.person, draft.recipients, story + "more")
    assert letters.draft_errors(longer)["story"] == "Shorten your story by 4 characters: a letter takes 20,000."
    assert "more" not in letters.render(longer, campaign, templates)[0].text


def test_the_story_is_put_as_typed_between_the_argument_and_the_ask(draft, campaign, templates):
    story = "My son was 17.\n\nHe {{ 7*7 }} <b>never</b> came home."
    text = letters.render(letters.Draft(draft.person, draft.recipients, story), campaign, templates)[0].text
    assert text.index("sleeping cars") < text.index(f"\n\n{story}\n\n") < text.index("Sincerely")


def test_windows_line_breaks_in_the_story_become_plain_ones(draft, campaign, templates):
    text = letters.render(letters.Draft(draft.person, draft.recipients, "One\r\ntwo"), campaign, templates)[0].text
    assert "\n\nOne\ntwo\n\n" in text


def test_blanks_are_in_brackets_until_they_are_filled_in(campaign, templates):
    house = letters.blank_letters(campaign, templates)[0]
    assert "Dear Representative [Last name]:" in house.text
    assert [span.field for span in house.spans if span.kind == "blank"][:2] == ["house_name", "house_last"]


def test_typed_words_keep_the_name_of_their_field(rendered):
    typed = {span.field: span.text for span in rendered[0].spans if span.kind == "typed"}
    assert typed["city"] == "Oakland"
    assert typed["house_name"] == "Lateefah Simon"


def test_the_diy_letter_is_for_any_chamber_and_has_only_blanks(campaign, templates):
    diy = letters.diy_letter(campaign, templates)
    assert "Dear [Senator or Representative] [Last name]:" in diy.text
    assert "[H.R. 1 or S. 2]" in diy.text
    assert not [span for span in diy.spans if span.kind == "typed"]


def test_the_diy_letter_says_what_the_auto_filled_one_says(draft, campaign, templates):
    reasons = (letters.Reason("a", "A", "A reason."), letters.Reason("b", "B", "Another."))
    with_reasons = replace(campaign, reasons=reasons)
    diy = letters.diy_letter(with_reasons, templates).text.split("\n\n")
    written = letters.render(draft, with_reasons, templates)[0].text.split("\n\n")
    assert diy[3:5] == written[3:5] == ["A reason.", "Another."]
    assert len(diy) == len(written)


@pytest.mark.parametrize(
    ("state", "greeting"),
    [
        ("DC", "Dear Delegate Norton:"),
        ("PR", "Dear Resident Commissioner Norton:"),
        ("WY", "Dear Representative Norton:"),
    ],
)
def test_the_states_own_title_is_used(state, greeting, campaign, templates):
    draft = letters.Draft(
        letters.Person(state=state),
        (letters.recipient("house", "Eleanor Holmes Norton", "", state, legislature=CONGRESS),),
    )
    assert greeting in letters.render(draft, campaign, templates)[0].text


NAMES = [
    "O'Brien-Núñez",
    "محمد علي",
    "李小龍",
    "🦋 Ada",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    "%0ABcc: x@y.z",
    "${7*7}",
    "\\n",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_appears_in_the_letter_as_typed(name, draft, campaign, templates):
    person = letters.Person("", name, "Lovelace", "12 Byron Row", "Oakland", "CA", "94601", "a@b.co")
    text = letters.render(letters.Draft(person, draft.recipients), campaign, templates)[0].text
    assert f"Sincerely,\n\n{name} Lovelace\n" in text


def test_a_line_break_in_a_name_becomes_a_space(draft, campaign, templates):
    person = letters.Person(first="Ada\r\nBcc: x@y.z", last="L")
    text = letters.render(letters.Draft(person, draft.recipients), campaign, templates)[0].text
    assert "\nAda Bcc: x@y.z L\n" in text


@pytest.mark.claim("It arrives complete")
@given(st.text(max_size=200))
def test_any_story_comes_through_whole(draft, campaign, templates, story):
    text = letters.render(letters.Draft(draft.person, draft.recipients, story), campaign, templates)[0].text
    for line in story.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        assert line.rstrip() in text


def test_a_template_with_an_unknown_name_is_an_error(draft, campaign):
    env = letters.environment(DictLoader({"letter.txt": "{{ persn.first }}", "subject.txt": "x"}))
    with pytest.raises(TemplateError, match="persn"):
        letters.render(draft, campaign, env)


def test_a_template_cannot_reach_private_attributes(draft, campaign):
    env = letters.environment(DictLoader({"letter.txt": "{{ campaign.__class__.__mro__ }}", "subject.txt": "x"}))
    with pytest.raises(TemplateError):
        letters.render(draft, campaign, env)


def test_a_subject_is_one_line(draft, campaign):
    env = letters.environment(DictLoader({"letter.txt": "x", "subject.txt": "One\n{{ campaign.name }}\n"}))
    assert letters.render(draft, campaign, env)[0].subject == "One Example"
