"""The reasons and the sponsors' IDs in campaign.toml."""

from pathlib import Path

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.errors import UserError


def with_reasons(file: Path, *ids: str, label: str = "A label") -> Path:
    tables = "".join(f'[[reasons]]\nid = "{one}"\nlabel = "{label}"\ntext = "Because."\n' for one in ids)
    file.write_text(f"{file.read_text('utf-8')}\n{tables}", "utf-8")
    return file


def errors(file: Path) -> list[str]:
    with pytest.raises(UserError) as raised:
        load_campaign(file)
    return [message.text for message in raised.value.messages]


def test_a_campaign_has_no_reasons_or_four_to_eight(smallest: Path):
    assert load_campaign(smallest).letter_campaign().reasons == ()
    four = load_campaign(with_reasons(smallest, "a", "b", "c", "d")).letter_campaign().reasons
    assert [reason.id for reason in four] == ["a", "b", "c", "d"]


def test_three_reasons_are_too_few(smallest: Path):
    assert errors(with_reasons(smallest, "a", "b", "c")) == ["reasons: must be four to eight, or none"]


def test_nine_reasons_are_too_many(smallest: Path):
    (line,) = errors(with_reasons(smallest, *"abcdefghi"))
    assert "must be a list of four to eight tables" in line


def test_two_reasons_with_the_same_id_are_an_error(smallest: Path):
    assert errors(with_reasons(smallest, "a", "b", "c", "a")) == ["reasons: must have different ids"]


def test_an_id_that_cannot_be_in_a_link_is_an_error(smallest: Path):
    (line,) = errors(with_reasons(smallest, "a", "b", "c", "The Cost"))
    assert line.startswith('reasons[4].id: "The Cost" must be lowercase letters, digits and hyphens')


def with_bill(file: Path, old: str, new: str) -> Path:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def test_the_bill_names_sponsor_and_cosponsors_by_id(smallest: Path):
    ids = 'sponsor_id = "P000617", cosponsors = ["M000133", "W000817"]'
    bill = (
        load_campaign(with_bill(smallest, 'number = "H.R. 1"', f'number = "H.R. 1", {ids}'))
        .letter_campaign()
        .bills["house"]
    )
    assert (bill.sponsor_id, bill.cosponsors) == ("P000617", ("M000133", "W000817"))


def test_a_name_in_place_of_an_id_is_an_error(smallest: Path):
    (line,) = errors(with_bill(smallest, 'number = "H.R. 1"', 'number = "H.R. 1", sponsor_id = "Pressley"'))
    assert line.startswith('bill.house.sponsor_id: "Pressley" must be the sponsor')


def test_a_bill_that_is_only_in_the_house_is_not_in_the_senate(smallest: Path):
    only_house = with_bill(smallest, 'senate = { number = "S. 1", sponsor = "Senator B" }', "")
    bills = load_campaign(only_house).letter_campaign().bills
    assert (bills["house"].in_chamber, bills["senate"].in_chamber) == (True, False)
    assert bills["senate"].number == "H.R. 1"
