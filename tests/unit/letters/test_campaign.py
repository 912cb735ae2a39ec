"""What a letter knows about the campaign: the bill on a day, and the reasons picked."""

import json
from dataclasses import asdict, replace
from datetime import date

import pytest

from honorable.letters import Campaign, Reason

REASONS = tuple(Reason(one, one.title(), f"Because of {one}.") for one in ("cost", "law", "safety", "trust"))


@pytest.fixture
def with_reasons(campaign: Campaign) -> Campaign:
    return replace(campaign, reasons=REASONS, lapses="2027-01-03")


@pytest.mark.parametrize(
    ("day", "lapsed"), [(date(2026, 11, 25), False), (date(2027, 1, 3), False), (date(2027, 1, 4), True)]
)
def test_a_bill_lapses_after_its_last_day(with_reasons: Campaign, day: date, lapsed: bool):
    assert {bill.lapsed for bill in with_reasons.as_of(day).bills.values()} == {lapsed}


def test_a_bill_without_a_last_day_never_lapses(campaign: Campaign):
    assert not campaign.as_of(date.max).bills["house"].lapsed


@pytest.mark.parametrize(
    ("picked", "used"),
    [
        (None, ["cost", "law"]),
        ((), []),
        (("trust", "cost"), ["trust", "cost"]),
        (("trust", "trust", "unknown", "cost"), ["trust", "cost"]),
        (("trust", "safety", "law", "cost"), ["trust", "safety", "law"]),
    ],
)
def test_reasons_are_taken_in_the_order_picked_and_at_most_three(with_reasons: Campaign, picked, used):
    assert [reason.id for reason in with_reasons.picked(picked)] == used


def test_a_campaign_is_unchanged_in_the_page(with_reasons: Campaign):
    bill = replace(with_reasons.bills["house"], sponsor_id="P000617", cosponsors=("M000133",), in_chamber=False)
    campaign = replace(with_reasons, bills={"house": bill})
    assert Campaign.from_json(json.loads(json.dumps(asdict(campaign)))) == campaign
