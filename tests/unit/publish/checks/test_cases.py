from dataclasses import replace
from pathlib import Path

import pytest

from honorable.letters import Bill, Campaign, Reason, environment
from honorable.letters.congress.legislature import CONGRESS
from honorable.publish.checks.cases import contradictions, longest
from honorable.publish.project import template_loader

HOUSE = Bill("H.R. 1", "Act", 119, "Ann Lee", sponsor_id="L000001", cosponsors=("K000001",))
SENATE = replace(HOUSE, number="S. 1")
CAMPAIGN = Campaign("A Cause", "Please", "", {"house": HOUSE, "senate": SENATE}, CONGRESS, lapses="2027-01-03")
NO_SENATE_BILL = replace(CAMPAIGN, bills={"house": HOUSE, "senate": replace(HOUSE, in_chamber=False)})
EVERY_CASE = """
{% if bill.lapsed %}Bring it back.
{% elif recipient.stance == "sponsor" %}Thank you for {{ bill.number }}.
{% elif recipient.stance == "cosponsor" %}Thank you for joining {{ bill.number }}.
{% elif not bill.in_chamber %}Please write a companion to {{ bill.number }}.
{% elif not recipient.votes %}Please cosponsor {{ bill.number }}.
{% else %}Please vote for {{ bill.number }}.
{% endif %}
"""


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder of templates that fit every case."""
    for name in ("letter.txt", "short.txt", "call.txt"):
        (tmp_path / name).write_text(EVERY_CASE, "utf-8")
    (tmp_path / "subject.txt").write_text("Please", "utf-8")
    return tmp_path


def found(folder: Path, campaign: Campaign = CAMPAIGN) -> list[str]:
    templates = environment(template_loader([folder]))
    return [str(message).removeprefix(f"{folder}/") for message in contradictions(campaign, templates)]


def test_templates_that_fit_every_case_bring_no_warning(templates: Path):
    assert found(templates) == []
    assert found(templates, NO_SENATE_BILL) == []


@pytest.mark.parametrize(
    ("template", "old", "new", "line"),
    [
        (
            "letter.txt",
            'recipient.stance == "sponsor"',
            "false",
            "says the same to a sponsor as to everyone else; use recipient.stance to thank a sponsor",
        ),
        (
            "short.txt",
            'recipient.stance == "cosponsor"',
            "false",
            "says the same to a cosponsor as to everyone else; use recipient.stance to thank a cosponsor",
        ),
        (
            "call.txt",
            "not recipient.votes",
            "false",
            'says "vote for" to a Delegate, who has no vote on the floor; use recipient.votes',
        ),
        ("letter.txt", "bill.lapsed", "false", "names H.R. 1 after the bill has lapsed; use bill.lapsed"),
        (
            "subject.txt",
            "Please",
            "Support {{ bill.number }}",
            "names H.R. 1 after the bill has lapsed; use bill.lapsed",
        ),
    ],
)
def test_a_template_that_ignores_a_case_is_a_warning(templates: Path, template: str, old: str, new: str, line: str):
    text = (templates / template).read_text("utf-8")
    assert old in text
    (templates / template).write_text(text.replace(old, new), "utf-8")
    assert found(templates) == [f"{template}: {line}"]


@pytest.mark.parametrize("stance", ["sponsor", "cosponsor"])
def test_a_sponsor_or_cosponsor_who_is_asked_to_cosponsor_is_a_warning(templates: Path, stance: str):
    other = "cosponsor" if stance == "sponsor" else "sponsor"
    for asks in ("Please cosponsor {{ bill.number }}", "Will you Cosponsor the {{ bill.title }}?"):
        text = EVERY_CASE + f'{{% if recipient.stance != "{other}" and not bill.lapsed %}}{asks}{{% endif %}}'
        (templates / "letter.txt").write_text(text, "utf-8")
        assert found(templates) == [f"letter.txt: asks a {stance} to cosponsor the bill; use recipient.stance"]
        nobody = replace(HOUSE, sponsor_id="", cosponsors=())
        assert found(templates, replace(CAMPAIGN, bills={"house": nobody, "senate": nobody})) == []


@pytest.mark.parametrize(
    ("quote", "length"), [("{{ story[0] }}", 1000), ("{% for part in story %}{{ part }}{% endfor %}", 1001)]
)
def test_a_short_version_that_is_too_long_for_some_stories_is_a_warning(templates: Path, quote: str, length: int):
    for name in ("letter.txt", "short.txt"):
        text = f"{{% if story %}}{quote}{{% endif %}}" + EVERY_CASE
        (templates / name).write_text(text, "utf-8")
    (line,) = found(templates)
    longest = length + len("Please vote for H.R. 1.")
    assert line.startswith(f"short.txt: {longest} characters, a line break counted as two, for some writers; ")


def test_a_short_version_that_quotes_short_stories_only_brings_no_warning(templates: Path):
    text = "{% if story and story[0]|length < 400 %}{{ story[0] }}{% endif %}" + EVERY_CASE
    (templates / "short.txt").write_text(text, "utf-8")
    assert found(templates) == []


def test_senators_are_not_asked_for_a_bill_of_the_house(templates: Path):
    text = EVERY_CASE.replace("not bill.in_chamber", "false")
    (templates / "letter.txt").write_text(text, "utf-8")
    assert found(templates) == []
    (line,) = found(templates, NO_SENATE_BILL)
    assert line == (
        "letter.txt: asks the Senate for H.R. 1, which is not a bill of the Senate; add [bill.senate] to "
        "campaign.toml, or use bill.in_chamber to ask for a companion bill"
    )


def test_a_case_that_cannot_happen_is_not_asked_for(templates: Path):
    for name in ("letter.txt", "short.txt", "call.txt"):
        (templates / name).write_text("Please support {{ bill.number }}.", "utf-8")
    bill = replace(HOUSE, sponsor_id="", cosponsors=())
    assert found(templates, replace(CAMPAIGN, bills={"house": bill, "senate": bill}, lapses="")) == []


def test_a_wording_that_only_some_writers_get_counts_too(templates: Path):
    one_of_two = '{% if variant("a", 2) %}Please cosponsor it.{% else %}' + EVERY_CASE + "{% endif %}"
    (templates / "letter.txt").write_text(one_of_two, "utf-8")
    assert "letter.txt: says the same to a sponsor" in found(templates)[0]


def test_the_longest_letter_has_the_longest_reasons(templates: Path):
    (templates / "letter.txt").write_text("{% for reason in reasons %}{{ reason }}\n\n{% endfor %}", "utf-8")
    reasons = tuple(Reason(f"r{number}", "Reason", "word " * number * 30) for number in range(1, 6))
    letter = longest(replace(CAMPAIGN, reasons=reasons), environment(template_loader([templates])))
    assert letter.count("word") == (5 + 4 + 3) * 30
