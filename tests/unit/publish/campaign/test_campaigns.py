"""The sample campaigns in `campaigns/`: to a state legislature and to a Member of Parliament."""

import re
from pathlib import Path

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.checks.check import check
from honorable.publish.errors import UserError
from honorable.publish.project import Project
from tests.checkout import CAMPAIGN, ROOT
from tests.unit.publish.conftest import TODAY
from tests.unit.publish.site.test_pages import render

STATE, PARLIAMENT = (ROOT / "campaigns" / name / "campaign.toml" for name in ("bus-stops", "benches"))


@pytest.mark.parametrize(
    "file", sorted((ROOT / "campaigns").glob("*/campaign.toml")), ids=lambda file: file.parent.name
)
def test_each_sample_campaign_has_no_errors_and_no_warnings(file: Path, shipped: Project):
    checked = check(file, shipped, TODAY)
    assert (checked.warnings, checked.notes) == ((), ())


def test_a_page_for_a_state_legislature_has_two_letters_and_no_lookup(project: Project):
    html = render(STATE, project)
    assert re.findall(r'<article data-letter="([^"]+)"', html) == ["assembly", "senate"]
    assert {'id="assembly_name"', 'id="assembly_last"', 'id="senate_name"'} <= set(re.findall(r'id="\w+"', html))
    assert 'id="lookup"' not in html
    assert re.findall(r"<option value=\"(\w*)\">(\w*)", html) == [("CA", "California")]
    assert "Congress" not in html
    assert "The Honorable [Full name]\nCalifornia State Assembly\nP.O. Box 942849\nSacramento, CA 94249" in html


def test_a_page_for_a_member_of_parliament_uses_british_terms(project: Project):
    html = render(PARLIAMENT, project)
    assert re.findall(r'<article data-letter="([^"]+)"', html) == ["mp"]
    assert '<label for="zip">Postcode</label>' in html
    assert 'name="state"' not in html
    assert "_last" not in html
    for word in ("Congress", "ZIP", "Senator", "Representative", "Washington", "chamber"):
        assert word not in html, word


def test_a_site_without_its_last_slash_has_its_picture_in_its_folder(project: Project, tmp_path: Path):
    file = tmp_path / "campaign.toml"
    text = CAMPAIGN.read_text("utf-8")
    file.write_text(text.replace('site = ""', 'site = "https://example.org/letters"'), "utf-8")
    html = render(file, project)
    assert '<link rel="canonical" href="https://example.org/letters/">' in html
    assert '<meta property="og:image" content="https://example.org/letters/share.png">' in html


def test_steps_that_only_congress_needs_are_left_out(project: Project):
    html = render(PARLIAMENT, project)
    assert re.findall(r'<li data-step="(\w+)"', html) == ["find", "subject", "letter", "confirmation"]
    assert re.findall(r'<span class="number"><span>(\d)', html) == ["1", "2", "3", "4"]
    assert "Four small steps." in html


def test_a_campaigns_own_text_replaces_a_steps(project: Project, tmp_path: Path):
    file = tmp_path / "campaign.toml"
    steps = '[steps.find]\ntitle = "Who?"\ntext = ["One.", "<Two>"]\ndone = "Yes"\nlink = "https://example.org/"\n'
    steps += 'link_text = "Look"\n[steps.topic]\nshow = false\n'
    file.write_text(CAMPAIGN.read_text("utf-8") + steps, "utf-8")
    html = render(file, project)
    assert "<h3>Who?</h3>" in html
    assert "<p>One.</p>\n<p>&lt;Two&gt;</p>" in html
    assert "FiscalNote" not in html.partition('data-step="officials"')[0].partition('data-step="find"')[2]
    assert 'href="https://example.org/" class="button outline"' in html
    assert 'data-step="topic"' not in html


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            'house = "https://members',
            'senate = "https://members',
            "contact_pages.house: missing; must be an https:// address",
        ),
        (
            'chamber = "house"',
            'chamber = "lords"',
            'legislature.places[1].chamber: "lords" must be "house" or "senate"',
        ),
        (
            'chamber = "house"',
            'chamber = "senate"',
            'legislature: must have a table senate, the chamber of its place "mp"',
        ),
        (
            "pattern = '([A-Z]",
            "pattern = '(([A-Z]",
            (
                'legislature.postal_code.pattern: "(([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2})" must be a regular '
                "expression: missing ), unterminated subpattern at position 0"
            ),
        ),
        (
            'honorific = "{name} MP"',
            'honorific = "{name.__class__} MP"',
            (
                'legislature.honorific: "{name.__class__} MP" must have no braces other than {title}, {name} and '
                "{last_name}"
            ),
        ),
        (
            'honorific = "{name} MP"',
            'honorific = "MP"',
            "legislature: must have {name} exactly once, and nothing else in braces, in honorific",
        ),
        (
            "[theme]",
            '[resistbot]\nwords = "A"\nnumber = "50409"\n[theme]',
            "resistbot: must be left out; Resistbot writes only to Congress",
        ),
    ],
)
def test_each_error_in_a_legislature_is_one_line(tmp_path: Path, old: str, new: str, line: str):
    text = PARLIAMENT.read_text("utf-8")
    assert old in text
    file = tmp_path / "campaign.toml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(UserError) as raised:
        load_campaign(file)
    assert line in [message.text for message in raised.value.messages]


def test_a_campaign_to_congress_needs_the_number_of_the_congress(smallest: Path):
    smallest.write_text(smallest.read_text("utf-8").replace("congress = 119", ""), "utf-8")
    with pytest.raises(UserError) as raised:
        load_campaign(smallest)
    assert raised.value.lines == (
        f"{smallest}:8:9: bill.congress: missing; must be the number of the Congress, such as 119, without quotes",
    )
