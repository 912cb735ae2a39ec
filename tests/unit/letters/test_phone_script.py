"""What to say on the phone."""

from dataclasses import replace

import pytest
from jinja2 import DictLoader, UndefinedError

from honorable import letters
from honorable.letters.phone_script import phone_link, phone_script


def test_the_script_says_who_calls_from_where_and_what_for(draft, campaign, templates):
    house, senator, _other = (phone_script(draft, to, campaign, templates) for to in draft.recipients)
    assert "My name is Ada Lovelace, and I live in Oakland, California. My ZIP code is 94601." in house
    assert "ask Representative Simon to cosponsor the Example Act, H.R. 1," in house
    assert "ask Senator Padilla to cosponsor the Example Act, S. 2," in senator
    assert len(house.split()) < 120


def test_the_script_has_the_storys_first_paragraph_or_asks_for_a_sentence(draft, campaign, templates):
    to = draft.recipients[0]
    own = phone_script(replace(draft, story="My son was 17.\n\nHe never came home."), to, campaign, templates)
    assert "\n\nMy son was 17.\n\nCan you tell me" in own
    assert "never came home" not in own
    assert "[Say in a sentence why it matters to you.]" in phone_script(draft, to, campaign, templates)


def test_unknown_values_are_blanks(campaign, templates):
    nobody = letters.blank_draft(campaign.legislature)
    script = phone_script(nobody, nobody.recipients[0], campaign, templates)
    assert "My name is [First name] [Last name], and I live in [City], [State]." in script


def test_an_unknown_name_in_the_script_is_an_error(draft, campaign):
    own = letters.environment(DictLoader({"call.txt": "{{ campaign.name }} {{ nobody }}"}))
    with pytest.raises(UndefinedError, match="nobody"):
        phone_script(draft, draft.recipients[0], campaign, own)


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("202-225-2661", "tel:+12022252661"),
        ("1-202-225-2661", "tel:+12022252661"),
        ("+1 (202) 225 2661", "tel:+12022252661"),
        ("225-2661", ""),
        ("202-225-2661 ext. 5", ""),
        ("٢٠٢-225-2661", ""),
        ("javascript:1", ""),
        ("", ""),
    ],
)
def test_only_a_number_in_the_united_states_becomes_a_link(phone, link):
    assert phone_link(phone) == link
