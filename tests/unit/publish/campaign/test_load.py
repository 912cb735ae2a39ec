from collections.abc import Callable
from pathlib import Path

import pytest

from honorable.publish.campaign.load import LARGEST, load_campaign
from honorable.publish.errors import UserError

Change = Callable[[str, str], None]


def errors(file: Path) -> list[str]:
    with pytest.raises(UserError) as raised:
        load_campaign(file)
    return [line.removeprefix(f"{file}: ") for line in raised.value.lines]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            '"https://www.congress.gov/bill/119th-congress/house-bill/3602"',
            '"javascript:x"',
            'bill.house.url: "javascript:x" must be an https:// address',
        ),
        ('site = ""', 'site = "example.org"', 'site: "example.org" must be an https:// address'),
        (
            'url = "https://x.com/endimmunity"',
            'url = "http://x.com/endimmunity"',
            'follow[2].url: "http://x.com/endimmunity" must be an https:// address',
        ),
        ('"H.R. 3602"', "3602", 'bill.house.number: 3602 must be the bill\'s number, such as "H.R. 3602"'),
        ('number = "50409"', "number = 50409", 'resistbot.number: 50409 must be digits in quotes, such as "50409"'),
        (
            'words = "Sign WJOYDU"',
            'words = "Sign “WJOYDU”"',
            'resistbot.words: "Sign “WJOYDU”" must be plain letters, digits and spaces',
        ),
        (
            "lapses = 2027-01-03",
            'lapses = "soon"',
            'bill.lapses: "soon" must be a date, such as 2027-01-03, without quotes',
        ),
        (
            "introduced = 2025-05-23",
            'introduced = "2025-05-23"',
            'bill.house.introduced: "2025-05-23" must be a date, such as 2025-05-23, without quotes',
        ),
        (
            "congress = 119",
            "congress = 0",
            "bill.congress: 0 must be the number of the Congress, such as 119, without quotes",
        ),
        (
            "congress = 119",
            "congress = true",
            "bill.congress: true must be the number of the Congress, such as 119, without quotes",
        ),
        ('accent = "#1d4f91"', 'accent = "blue"', 'theme.accent: "blue" must be a color, such as "#1d4f91"'),
        ('accent = "#1d4f91"', 'accent = "#fff; x"', 'theme.accent: "#fff; x" must be a color, such as "#1d4f91"'),
        (
            'network = "x"',
            'network = "twitter"',
            (
                'follow[2].network: "twitter" must be one of: facebook, x, instagram, bluesky, threads, mastodon, '
                "youtube, tiktok, linkedin, reddit, discord, signal, whatsapp, telegram"
            ),
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_shown_with_what_is_expected(
    campaign_file: Path, change: Change, old: str, new: str, line: str
):
    change(old, new)
    assert errors(campaign_file) == [line]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"Civil Rights", "Crime', '"", "Crime', 'letter.other_topics[1]: "" must be text on one line'),
        (
            'other_topics = ["Civil Rights", "Crime and Law Enforcement"]',
            'other_topics = "Civil Rights"',
            'letter.other_topics: "Civil Rights" must be a list of other topics, each on one line',
        ),
        (
            'subject = "Support',
            'subject = "\\nBcc: all@example.org',
            (
                'letter.subject: "\\nBcc: all@example.org Ending Qualified Immunity Act" '
                "must be the letters' subject, on one line"
            ),
        ),
    ],
)
def test_lines_and_lists_of_lines_are_what_they_say(campaign_file: Path, change: Change, old: str, new: str, line: str):
    change(old, new)
    assert errors(campaign_file) == [line]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[bill.house]", "[bill.hose]", 'bill.hose: unknown key (did you mean "house"?)'),
        (
            "[share]",
            '[share]\nxyz = "red"',
            "share.xyz: unknown key (the keys here are text, picture, picture_alt, posts)",
        ),
        ("[theme]", "[steps.fnd]\n[theme]", 'steps.fnd: unknown key (did you mean "find"?)'),
    ],
)
def test_an_unknown_key_comes_with_the_nearest_one(campaign_file: Path, change: Change, old: str, new: str, line: str):
    change(old, new)
    assert errors(campaign_file) == [line]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            'number = "H.R. 3602"\n',
            "",
            'bill.house.number: missing; must be the bill\'s number, such as "H.R. 3602"',
        ),
        ('link = "https://www.facebook.com/endqi"', 'link = ""', "join: must have a link or an endpoint"),
        (
            '# endpoint = "https://forms.example.org/f/abc123"',
            'endpoint = "https://forms.example.org/f/abc123"',
            "email_copy: must name the provider that receives the letter at its endpoint",
        ),
    ],
)
def test_a_key_that_is_needed_is_named(campaign_file: Path, change: Change, old: str, new: str, line: str):
    change(old, new)
    assert errors(campaign_file) == [line]


def test_missing_tables_are_named(campaign_file: Path):
    campaign_file.write_text('name = "N"\nsentence = "S"\nsummary = "S"\n', "utf-8")
    assert errors(campaign_file) == [
        "letter: missing; must be a table with subject and topic",
        "bill: missing; must be a table with the bill's title, congress, house and senate",
    ]


def test_a_value_in_place_of_a_table_is_named(smallest: Path):
    smallest.write_text("share = 3\n" + smallest.read_text("utf-8"), "utf-8")
    assert errors(smallest) == ["share: 3 must be a table"]


def test_all_errors_are_reported_at_once(campaign_file: Path, change: Change):
    change('"H.R. 3602"', "3602")
    change("congress = 119", 'congress = "119"')
    change("sentence =", "sentense =")
    assert errors(campaign_file) == [
        "sentence: missing; must be what the page is for, in one sentence",
        'bill.congress: "119" must be the number of the Congress, such as 119, without quotes',
        'bill.house.number: 3602 must be the bill\'s number, such as "H.R. 3602"',
        'sentense: unknown key (did you mean "sentence"?)',
    ]


def test_the_sources_of_the_list_of_officials_are_checked_too(campaign_file: Path):
    with campaign_file.open("a", encoding="utf-8") as file:
        file.write('\n[data]\nmembers = "members.json"\nvacant = ["California"]\nyear = 1\n')
    assert errors(campaign_file) == [
        'data.members: "members.json" must be an https:// address',
        'data.vacant[1]: "California" must be a seat, such as "CA-14", or a state, such as "OH"',
        (
            "data.year: unknown key (the keys here are members, districts, members_sha256, districts_sha256, vacant, "
            "more_zctas_than)"
        ),
    ]


def test_invalid_toml_is_reported_with_its_line(campaign_file: Path):
    campaign_file.write_text('name = "N"\nsentence = \n', "utf-8")
    assert errors(campaign_file) == ["not valid TOML: Invalid value (at line 2, column 12)"]


def test_an_impossible_date_is_reported_with_its_line(campaign_file: Path, change: Change):
    change("lapses = 2027-01-03", "lapses = 2027-13-03")
    (line,) = errors(campaign_file)
    assert line.startswith("not valid TOML: ")
    assert "line 20" in line


def test_a_missing_file_is_named(tmp_path: Path):
    assert errors(tmp_path / "none.toml") == ["no such file; name another with --campaign"]


def test_a_folder_is_not_a_campaign(tmp_path: Path):
    assert errors(tmp_path) == ["cannot be read: Is a directory"]


def test_text_in_another_encoding_is_refused(campaign_file: Path):
    campaign_file.write_bytes('name = "É"'.encode("latin-1"))
    assert errors(campaign_file) == ["must be UTF-8; byte 8 is not"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name = "' + "x" * 2000 + '"', "must be shorter: it has 2,000 characters; the limit is 1,000"),
        ("[share]\ntext = 'a'\nposts = [" + "'a'," * 60 + "]", "must be shorter: it has 60 entries; the limit is 50"),
        ("x = " + "[" * 5000 + "]" * 5000, "not valid TOML: "),
        ("# " + "x" * LARGEST, "too large (500,002 bytes); must be 500,000 bytes or less"),
    ],
    ids=["line", "list", "nesting", "file"],
)
def test_a_huge_file_value_or_list_is_one_short_line(campaign_file: Path, text: str, line: str):
    campaign_file.write_text(text, "utf-8")
    found = [error for error in errors(campaign_file) if line in error]
    assert len(found) == 1
    assert len(found[0]) < 300


def test_a_long_value_is_cut_off_in_its_message(campaign_file: Path, change: Change):
    change('site = ""', f'site = "{"x" * 500}"')
    (line,) = errors(campaign_file)
    assert len(line) < 160
