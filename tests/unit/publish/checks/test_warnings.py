from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.checks.cases import PAGE_LINES
from honorable.publish.checks.warnings import letter_warnings, warnings_for
from tests.unit.publish.conftest import TODAY

Change = Callable[[str, str], None]


def warnings(file: Path, today: date = TODAY) -> list[str]:
    return list(warnings_for(load_campaign(file), today))


@pytest.mark.parametrize(
    ("today", "when"),
    [
        (date(2026, 11, 4), ""),
        (date(2026, 11, 5), "lapses on 2027-01-03, in 59 days"),
        (date(2027, 1, 3), "lapses on 2027-01-03, today"),
        (date(2027, 1, 4), "lapsed on 2027-01-03"),
    ],
)
def test_from_sixty_days_before_a_bill_lapses_check_says_what_to_change(campaign_file: Path, today: date, when: str):
    line = (
        f"bill.lapses: the bill {when}; once it is introduced again, change bill.congress, bill.lapses, and the "
        "number, sponsor, date and url in each chamber"
    )
    assert warnings(campaign_file, today) == ([line] if when else [])


def test_without_a_date_a_bill_lapses_with_its_congress(smallest: Path):
    assert warnings(smallest, date(2026, 11, 4)) == []
    (line,) = warnings(smallest, date(2027, 1, 4))
    assert line.startswith("bill.congress: the bill lapsed on 2027-01-03")


def test_a_post_that_is_too_long_for_a_network_is_a_warning(campaign_file: Path, change: Change):
    change('text = "I wrote to Congress', f'text = "{"word " * 50}I wrote to Congress')
    change('    "Two minutes,', f'    "{"😀" * 150} Two minutes,')
    assert warnings(campaign_file) == [
        "share.text: too long for X (280), Bluesky (300) with the page's address",
        "share.posts[3]: too long for X (280), Bluesky (300)",
    ]


def test_a_color_that_is_hard_to_read_is_a_warning(campaign_file: Path, change: Change):
    change('accent = "#1d4f91"', 'accent = "#8ab4f0"')
    change('accent_dark = "#8ab4f0"', 'accent_dark = "#1d4f91"')
    light, dark = warnings(campaign_file)
    assert 'theme.accent: "#8ab4f0" on "#ffffff" has a contrast of 2.1:1; readable text needs 4.5:1' in light
    assert 'the page uses "#5' in light
    assert 'theme.accent_dark: "#1d4f91"' in dark


@pytest.mark.parametrize(("lines", "count"), [(PAGE_LINES, 0), (PAGE_LINES + 1, 1)])
def test_a_letter_longer_than_a_page_is_a_warning(lines: int, count: int):
    assert len(list(letter_warnings("word\n" * lines, Path("letter.txt")))) == count
