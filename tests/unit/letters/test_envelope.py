"""A letter for a window envelope."""

from dataclasses import replace

import pytest

from honorable import letters
from honorable.letters.envelope import folded


def test_the_letters_address_goes_to_the_window_and_nothing_is_lost(draft, campaign, templates):
    for letter, to in zip(letters.render(draft, campaign, templates), draft.recipients, strict=True):
        address, rest = folded(letter.text, to)
        assert address.split("\n")[0] == f"The Honorable {to.full_name}"
        assert address.split("\n")[1:] == list(to.address)
        assert rest.startswith("Dear ")
        assert f"{address}\n\n{rest}" == letter.text


def test_an_office_is_a_line_of_the_address(draft, campaign, templates):
    house = replace(draft.recipients[0], office="1023 Longworth House Office Building")
    letter = letters.render(replace(draft, recipients=(house, *draft.recipients[1:])), campaign, templates)[0]
    assert folded(letter.text, house)[0].split("\n") == [
        "The Honorable Lateefah Simon",
        "1023 Longworth House Office Building",
        "United States House of Representatives",
        "Washington, DC 20515",
    ]


@pytest.mark.parametrize("text", ["Dear Lateefah Simon,\n\nplease.", "", "Lateefah Simon", "Please.\nNow.\n\nA"])
def test_a_letter_rewritten_without_an_address_gets_one_and_keeps_every_word(draft, text):
    address, rest = folded(text, draft.recipients[0])
    assert address.startswith("The Honorable Lateefah Simon\nUnited States House of Representatives")
    assert rest == text
