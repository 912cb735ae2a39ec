"""The letter of the tests' campaign in every case: it fits its reader, whoever writes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from honorable.letters import Bill, Campaign, Draft, Letter, Person, Reason, diy_letter, recipient, render, short_letter
from honorable.letters.congress.legislature import CONGRESS, SLOTS
from honorable.letters.legislature import Chamber
from honorable.letters.phone_script import phone_script
from honorable.letters.plain_text import form_length

REASONS = (
    Reason("a", "A", "The first reason."),
    Reason("b", "B", "The second reason."),
    Reason("c", "C", "The third."),
)
#: Enough writers to get every wording at least once.
NAMES = [(first, last) for first in ("Ada", "Ben", "Cleo", "Dan", "Eve", "Flo") for last in ("Adams", "Bell", "Cole")]
ADDRESS = {"street": "12 Byron Row", "city": "Oakland", "zip": "94601", "email": "ada@example.org"}
BEFORE, AFTER = date(2026, 11, 25), date(2027, 1, 10)


def campaign_on(day: date, *, only_house: bool = False) -> Campaign:
    house = Bill("H.R. 1", "Example Act", 119, "", "", "S000001", ("C000001",))
    senate = replace(house, in_chamber=False) if only_house else replace(house, number="S. 2")
    bills: dict[Chamber, Bill] = {"house": house, "senate": senate}
    return Campaign("Example", "Support the Example Act", "", bills, CONGRESS, REASONS, "2027-01-03").as_of(day)


def drafts(state: str, bioguide: str = "") -> Iterator[Draft]:
    slots = SLOTS[:1] if state == "DC" else SLOTS
    to = tuple(
        replace(recipient(slot, "Ann Lee", state=state, legislature=CONGRESS), bioguide=bioguide) for slot in slots
    )
    for first, last in NAMES:
        yield Draft(Person("", first, last, state=state, **ADDRESS), to)


def letters_in(templates, day=BEFORE, state="CA", bioguide="", *, only_house=False) -> Iterator[tuple[Draft, Letter]]:
    campaign = campaign_on(day, only_house=only_house)
    for draft in drafts(state, bioguide):
        for letter in render(draft, campaign, templates):
            yield draft, letter


def body(letter: Letter) -> str:
    return letter.text.partition(":\n\n")[2]


def everything(templates, day=BEFORE, state="CA", bioguide="", *, only_house=False) -> Iterator[str]:
    """Yield every text about the bill: letters with their subjects, short versions and phone scripts."""
    campaign = campaign_on(day, only_house=only_house)
    for draft in drafts(state, bioguide):
        for to, letter in zip(draft.recipients, render(draft, campaign, templates), strict=True):
            yield f"{letter.subject}\n\n{letter.text}"
            yield short_letter(draft, to, campaign, templates)
            yield phone_script(draft, to, campaign, templates)


@pytest.mark.parametrize("bioguide", ["S000001", "C000001"])
def test_a_sponsor_or_cosponsor_is_thanked_and_not_asked_to_cosponsor(templates, bioguide):
    for text in everything(templates, bioguide=bioguide):
        assert re.search(r"[Tt]hank .* for|grateful that you (introduced|have cosponsored)", text)
        assert ("introduc" in text) == bioguide.startswith("S")
        assert "cosponsor the" not in text
        assert "vote" not in text
        assert "where you stand" not in text


def test_others_are_asked_to_cosponsor_and_to_vote(templates):
    for _draft, letter in letters_in(templates):
        assert "cosponsor the Example Act" in letter.text
        assert "vote for it" in letter.text
        assert letter.subject == "Support the Example Act"


def test_a_delegate_is_never_asked_for_a_vote(templates):
    for text in everything(templates, state="DC"):
        assert "vote" not in text
        assert "speak for it" in text
        assert "Senator" not in text


def test_a_senator_is_asked_for_a_companion_where_the_bill_is_only_in_the_house(templates):
    for draft, letter in letters_in(templates, only_house=True):
        if letter.slot == "house":
            assert "companion" not in letter.text
        else:
            assert "companion to the Example Act, H.R. 1, in the Senate, which has none yet" in letter.text
            assert "cosponsor the Example Act, H.R. 1" not in letter.text
            assert "companion" in phone_script(
                draft, draft.recipients[1], campaign_on(BEFORE, only_house=True), templates
            )


@pytest.mark.parametrize("bioguide", ["", "S000001", "C000001"])
@pytest.mark.parametrize("state", ["CA", "DC"])
def test_after_a_lapse_the_bill_is_to_be_brought_back_and_has_no_number(templates, state, bioguide):
    for text in everything(templates, AFTER, state, bioguide):
        assert "H.R. 1" not in text
        assert "S. 2" not in text
        assert "bring" in text or "introduce" in text
        assert "vote" not in text


def test_every_letter_names_the_bill_of_the_readers_own_chamber(templates):
    for _draft, letter in letters_in(templates):
        mine, other = ("H.R. 1", "S. 2") if letter.slot == "house" else ("S. 2", "H.R. 1")
        assert mine in letter.text
        assert other not in letter.text


def test_a_writer_in_dc_lives_in_dc(templates):
    for _draft, letter in letters_in(templates, state="DC"):
        assert "Oakland, DC" in body(letter)
        assert "District of Columbia" not in body(letter)


@pytest.mark.parametrize(
    ("zip_code", "city", "line"),
    [
        ("09012", "APO", "APO, AE 09012"),
        ("AE 09012-1234", "APO", "APO, AE 09012-1234"),
        ("34002", "FPO AA", "FPO, AA 34002"),
        ("96530", "DPO, AP", "DPO, AP 96530"),
    ],
)
def test_a_writer_with_a_military_address_votes_in_their_state_and_gets_mail_elsewhere(templates, zip_code, city, line):
    campaign = campaign_on(BEFORE)
    for at_home in drafts("CA"):
        person = replace(at_home.person, street="PSC 1 Box 2", city=city, zip=zip_code)
        draft = replace(at_home, person=person)
        for to, letter in zip(draft.recipients, render(draft, campaign, templates), strict=True):
            assert f"\nPSC 1 Box 2\n{line}\nada@example.org" in letter.text
            texts = (
                body(letter),
                phone_script(draft, to, campaign, templates),
                short_letter(draft, to, campaign, templates),
            )
            for text in texts:
                assert "vote in California" in text
                assert "live in" not in text
                assert "home is in" not in text


@pytest.mark.parametrize("picked", [None, (), ("third", "first"), ("first", "second", "third")])
@pytest.mark.parametrize(("day", "bioguide"), [*product([BEFORE, AFTER], ["", "S000001"])])
def test_a_letter_reads_well_in_every_case(templates, picked, day, bioguide):
    campaign = campaign_on(day)
    for draft in drafts("CA", bioguide):
        for letter in render(replace(draft, reasons=picked, story="My story."), campaign, templates):
            paragraphs = letter.text.split("\n\n")
            assert all(paragraph == paragraph.strip() for paragraph in paragraphs)
            assert "  " not in letter.text
            assert "\n\n\n" not in letter.text
            assert all(paragraph[-1] in ".?" for paragraph in paragraphs[2:-2])
            reasons = [reason.text for reason in campaign.picked(picked)]
            assert paragraphs[3 : 3 + len(reasons)] == reasons
            assert "My story." in paragraphs


def test_a_person_with_one_name_signs_with_it(templates):
    for name in ({"first": "Sukarno"}, {"last": "Sukarno"}):
        draft = Draft(Person(state="CA", **name, **ADDRESS), next(drafts("CA")).recipients)
        for letter in render(draft, campaign_on(BEFORE), templates):
            signature = letter.text.rpartition("Sincerely,\n\n")[2].split("\n")[0]
            assert signature.replace("[First name] ", "") == "Sukarno"


def test_both_lines_of_an_address_are_in_the_letter(templates):
    draft = next(drafts("CA"))
    draft = replace(draft, person=replace(draft.person, street2="Apt 3"))
    assert "12 Byron Row\nApt 3\nOakland, CA 94601" in render(draft, campaign_on(BEFORE), templates)[0].text


def test_the_short_version_fits_500_characters_even_with_long_names(templates):
    person = Person(
        "Dr.", "Maximiliana-Josefina", "Wolfeschlegelsteinhausen", city="Rancho Santa Margarita", state="CA"
    )
    to = recipient("house", "Alexandria Ocasio-Cortez Blunt Rochester Fernández", state="PR", legislature=CONGRESS)
    for day, reason, story in product([BEFORE, AFTER], ["x" * 180, "x" * 181], ["", "y" * 180, "y" * 181]):
        campaign = campaign_on(day)
        campaign = replace(campaign, reasons=(Reason("a", "A", reason),))
        text = short_letter(Draft(person, (to,), story), to, campaign, templates)
        assert form_length(text) <= 500
        assert (story in text) == (len(story) <= 180)


def test_the_diy_letter_asks_for_all_that_any_reader_can_do(templates):
    assert "[H.R. 1 or S. 2]" in diy_letter(campaign_on(BEFORE), templates).text
    assert "companion to the Example Act, H.R. 1, if your chamber has none" in (
        diy_letter(campaign_on(BEFORE, only_house=True), templates).text
    )
    after = diy_letter(campaign_on(AFTER), templates).text
    assert "bring it back" in after
    assert "H.R. 1" not in after


def test_the_diy_letter_has_the_default_reasons(templates):
    paragraphs = diy_letter(campaign_on(BEFORE), templates).text.split("\n\n")
    assert paragraphs[3:5] == ["The first reason.", "The second reason."]
