from collections.abc import Callable
from pathlib import Path

import pytest

from honorable.publish.campaign.load import LARGEST, load_campaign
from honorable.publish.errors import UserError

MORE_THAN_A_VALUE = "more on the line than one value; text needs quotes, and a date looks like 2027-01-03"
Change = Callable[[str, str], None]
SMALL = """name = "Small"
sentence = "Write."
summary = "A cause."
languages = ["en"]
[letter]
subject = "Please"
other_topics = ["Health", "Courts"]
[bill]
title = "An Act"
congress = 119
[bill.house]
number = "H.R. 1"
[[finders]]
name = "A"
url = "https://example.org/a"
[[finders]]
name = "B"
url = "https://example.org/b"
"""


def errors(file: Path) -> list[str]:
    with pytest.raises(UserError) as raised:
        load_campaign(file)
    assert all(message.file == str(file) for message in raised.value.messages)
    return [message.text for message in raised.value.messages]


def lines(file: Path) -> list[str]:
    """Return the errors with their line and column, without the file."""
    with pytest.raises(UserError) as raised:
        load_campaign(file)
    return [line.removeprefix(f"{file}").lstrip(": ") for line in raised.value.lines]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            '"https://www.congress.gov/bill/119th-congress/house-bill/9901"',
            '"javascript:x"',
            'bill.house.url: "javascript:x" must be an https:// address',
        ),
        ('site = ""', 'site = "example.org"', 'site: "example.org" must be an https:// address'),
        (
            'url = "https://x.com/sleepercar.example"',
            'url = "http://x.com/sleepercar.example"',
            'follow[2].url: "http://x.com/sleepercar.example" must be an https:// address',
        ),
        ('"H.R. 9901"', "3602", 'bill.house.number: 3602 must be the bill\'s number, such as "H.R. 3602"'),
        ('number = "50409"', "number = 50409", 'resistbot.number: 50409 must be digits in quotes, such as "50409"'),
        (
            'words = "Sign ABCDEF"',
            'words = "Sign “ABCDEF”"',
            'resistbot.words: "Sign “ABCDEF”" must be plain letters, digits and spaces',
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
            'picture = "web/share.png"',
            'picture = "web/share.webp"',
            'share.picture: "web/share.webp" must be the path of a .png or .jpg file',
        ),
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
        ('"Public Works", "Travel', '"", "Travel', 'letter.other_topics[1]: "" must be text on one line'),
        (
            'other_topics = ["Public Works", "Travel and Tourism"]',
            'other_topics = "Public Works"',
            'letter.other_topics: "Public Works" must be a list of other topics, each on one line',
        ),
        (
            'subject = "Support',
            'subject = "\\nBcc: all@example.org',
            (
                'letter.subject: "\\nBcc: all@example.org the Night Trains Act" '
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
            'number = "H.R. 9901"\n',
            "",
            'bill.house.number: missing; must be the bill\'s number, such as "H.R. 3602"',
        ),
        ('link = "https://www.facebook.com/nighttrains.example"', 'link = ""', "join: must have a link or an endpoint"),
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
    change('"H.R. 9901"', "3602")
    change("congress = 119", 'congress = "119"')
    change("sentence =", "sentense =")
    assert errors(campaign_file) == [
        "sentence: missing; must be what the page is for, in one sentence",
        'sentense: unknown key (did you mean "sentence"?)',
        'bill.congress: "119" must be the number of the Congress, such as 119, without quotes',
        'bill.house.number: 3602 must be the bill\'s number, such as "H.R. 3602"',
    ]


def test_the_sources_of_the_list_of_officials_are_checked_too(campaign_file: Path):
    with campaign_file.open("a", encoding="utf-8") as file:
        file.write('\n[data]\nmembers = "members.json"\nvacant = ["California"]\nyear = 1\n')
    assert errors(campaign_file) == [
        'data.members: "members.json" must be an https:// address',
        'data.vacant[1]: "California" must be a seat, such as "CA-14", or a state, such as "OH"',
        (
            "data.year: unknown key (the keys here are members, districts, members_sha256, districts_sha256, "
            "max_age_days, vacant, redrawn, more_zctas_than)"
        ),
    ]


@pytest.mark.parametrize("state", ["oh", "Ohio", "XX", ""])
def test_a_state_whose_districts_changed_is_known_by_two_letters(tmp_path: Path, state: str):
    file = small(tmp_path, "[bill]", f'[data]\nredrawn = ["TX", "{state}"]\n[bill]')
    (line,) = lines(file)
    assert line == f'9:18: data.redrawn[2]: "{state}" must be the two letters of a state, such as "OH"'


def test_no_state_may_have_changed_its_districts(tmp_path: Path):
    assert load_campaign(small(tmp_path, "[bill]", "[data]\nredrawn = []\n[bill]")).data.redrawn == ()


def test_a_missing_file_is_named(tmp_path: Path):
    assert errors(tmp_path / "none.toml") == [
        "no such file; name another with --campaign, or write one with honorable new"
    ]


def test_a_folder_is_not_a_campaign(tmp_path: Path):
    assert errors(tmp_path) == ["cannot be read: Is a directory"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (
            'a = 1\r\nname = "É"'.encode("cp1252"),
            '2:9: must be UTF-8, but has the byte 0xC9, "É" in Windows-1252; save it again and choose UTF-8',
        ),
        (
            "name = “Parks”".encode("cp1252"),
            '1:8: must be UTF-8, but has the byte 0x93, "“" in Windows-1252; save it again and choose UTF-8',
        ),
        (b'name = "\x81"', "1:9: must be UTF-8, but has the byte 0x81; save it again and choose UTF-8"),
        ('name = "Parks"'.encode("utf-16"), "must be UTF-8, but is UTF-16; save it again and choose UTF-8"),
    ],
    ids=["Windows-1252", "a curly quote", "no character", "UTF-16"],
)
def test_a_file_in_another_encoding_is_refused_with_the_place(campaign_file: Path, content: bytes, line: str):
    campaign_file.write_bytes(content)
    assert lines(campaign_file) == [line]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace(" = ", "\t=\t"),
        lambda text: text.replace("\n", " \t\n"),
    ],
    ids=["byte order mark", "Windows line ends", "old Mac line ends", "tabs", "spaces at the ends of lines"],
)
def test_what_an_editor_adds_makes_no_difference(campaign_file: Path, change: Callable[[str], str]):
    campaign = load_campaign(campaign_file)
    campaign_file.write_bytes(change(campaign_file.read_text("utf-8")).encode())
    assert load_campaign(campaign_file) == campaign


def small(folder: Path, old: str = "", new: str = "") -> Path:
    """Write the small campaign with one change and return its file."""
    assert old in SMALL
    file = folder / "campaign.toml"
    file.write_text(SMALL.replace(old, new, 1), "utf-8")
    return file


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"Write."', "“Write.”", '2:12: a curly quote (“); TOML needs straight quotes (")'),
        ('"Write."', '"Write.”', '2:19: a curly quote (”); TOML needs straight quotes (")'),
        ("congress = 119", "congress\u00a0= 119", "10:9: a non-breaking space (U+00A0); use an ordinary space"),
        ("= 119", "= \u200b119", "10:12: an invisible character: zero width space (U+200B); delete it"),
        ("= 119", "= 119\nlapses = 2027–01-03", "11:14: a dash (–); TOML needs a hyphen (-)"),
    ],
    ids=["curly quotes", "curly closing quote", "non-breaking space", "zero-width space", "dash"],
)
def test_a_character_from_a_word_processor_is_named_with_its_place(tmp_path: Path, old: str, new: str, line: str):
    assert lines(small(tmp_path, old, new)) == [line]


def test_characters_and_values_are_reported_at_once_in_the_order_of_the_file(tmp_path: Path):
    file = small(tmp_path, '["Health", "Courts"]\n[bill]', "[“Health”, “Courts”]\n[bill]\nlapses = 1")
    assert lines(file) == [
        '7:17: a curly quote (“); TOML needs straight quotes (")',
        '7:27: a curly quote (“); TOML needs straight quotes (")',
        "9:10: bill.lapses: 1 must be a date, such as 2027-01-03, without quotes",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Small\u200b", "must not have an invisible character in it: zero width space (U+200B); delete it"),
        ("Small\\u202e", "must not have an invisible character in it: right-to-left override (U+202E); delete it"),
        ("Small\\u0007", "must not have an invisible character in it: character (U+0007); delete it"),
        ("Small\tName", "must have spaces instead of tabs"),
    ],
)
def test_an_invisible_character_in_a_value_is_named(tmp_path: Path, name: str, text: str):
    (line,) = errors(small(tmp_path, "Small", name))
    assert line.endswith(text)
    assert line.isprintable()


@pytest.mark.parametrize("name", ["Où va-t-on\u00a0?", "👩‍👩‍👧 “Act”", "قانون", "Müller’s – Act"])
def test_typography_emoji_and_other_scripts_are_fine_in_text(tmp_path: Path, name: str):
    assert load_campaign(small(tmp_path, "Small", name)).name == name


@pytest.mark.parametrize(
    ("toml", "line", "text"),
    [
        ("name = Parks", 1, 'no valid value; text needs straight quotes, as in name = "Parks"'),
        ('name = "Parks\n', 1, "text without a closing quote; it must end on the line where it begins"),
        ('name = "Parks', 1, "text without a closing quote; it must end on the line where it begins"),
        ('name = "a\\parks"', 1, "a backslash in text; use / or write it twice"),
        ('name = "A"\nname = "B"\n', 2, "this key is in the table twice; remove one"),
        ("[bill.house]\n[bill.house]", 2, "the table [bill.house] is in the file twice; remove one"),
        ("posts = [\n1\n2]", 3, "a list without a comma between two entries, or without a ] at its end"),
        ("name", 1, "a key without a value; a line must look like key = value"),
        ("<<<", 1, "neither a key nor a table; a line must look like key = value or [table]"),
        (
            "\non = 2027-13-03",
            2,
            "more on the line than one value; text needs quotes, and a date looks like 2027-01-03",
        ),
    ],
)
def test_broken_toml_says_what_to_write_and_where(campaign_file: Path, toml: str, line: int, text: str):
    campaign_file.write_text(toml, "utf-8")
    with pytest.raises(UserError) as raised:
        load_campaign(campaign_file)
    (error,) = raised.value.messages
    assert (error.line, error.text) == (line, f"not valid TOML: {text}")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("congress = 119", "congress = 0", (10, 12)),
        ('name = "B"', "name = 2", (17, 8)),
        ('["Health", "Courts"]', '["Health", ""]', (7, 27)),
        ("[bill.house]", "[bill.hose]", (11, 1)),
        ('title = "An Act"', 'tilte = "An Act"', (9, 1)),
        ('number = "H.R. 1"', "", (11, 1)),
        ("[bill]", "[join]\n[bill]", (8, 1)),
        ('languages = ["en"]', 'languages = ["en", "en"]', (4, 1)),
    ],
    ids=["value", "list of tables", "entry", "table", "key", "missing", "rule of a table", "rule of the file"],
)
def test_an_error_has_the_line_and_column_of_what_to_change(tmp_path: Path, old: str, new: str, place: tuple[int, int]):
    with pytest.raises(UserError) as raised:
        load_campaign(small(tmp_path, old, new))
    assert place in [(message.line, message.column) for message in raised.value.messages]


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
