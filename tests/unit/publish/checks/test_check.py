from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from honorable.publish.checks.check import LARGEST, check, read_campaign
from honorable.publish.checks.warnings import PAGE_LINES
from honorable.publish.errors import UserError
from honorable.publish.officials.store import Sources, Store
from honorable.publish.project import Project
from tests.unit.publish.conftest import a_packed_file

TODAY = date(2026, 11, 23)

Change = Callable[[str, str], None]


def problems(file: Path) -> list[str]:
    with pytest.raises(UserError) as raised:
        read_campaign(file)
    return [line.removeprefix(f"{file}: ") for line in raised.value.lines]


@pytest.fixture
def own_templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def test_a_good_campaign_has_no_problems_and_no_warnings(campaign_file: Path, project: Project):
    assert check(campaign_file, project, TODAY).warnings == ()


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            '"https://www.congress.gov/bill/119th-congress/house-bill/3602"',
            '"javascript:x"',
            "bill.house.url: 'javascript:x' must be an https:// address",
        ),
        (
            '"H.R. 3602"',
            "3602",
            'bill.house.number: 3602 must be the bill\'s number, such as "H.R. 3602"',
        ),
        (
            'number = "H.R. 3602"\n',
            "",
            'bill.house.number: is missing; it must be the bill\'s number, such as "H.R. 3602"',
        ),
        (
            "lapses = 2027-01-03",
            'lapses = "soon"',
            "bill.lapses: 'soon' must be a date, such as 2027-01-03, without quotes",
        ),
        (
            "introduced = 2025-05-23",
            'introduced = "2025-05-23"',
            "bill.house.introduced: '2025-05-23' must be a date, such as 2025-05-23, without quotes",
        ),
        (
            "congress = 119",
            "congress = 0",
            "bill.congress: 0 must be the number of the Congress, such as 119, without quotes",
        ),
        (
            "congress = 119",
            "congress = true",
            "bill.congress: True must be the number of the Congress, such as 119, without quotes",
        ),
        ("[bill.house]", "[bill.hose]", "bill.hose: is no key of the campaign; did you mean 'house'?"),
        ("sentence =", "sentense =", "sentense: is no key of the campaign; did you mean 'sentence'?"),
        (
            'words = "Sign WJOYDU"',
            'words = "Sign “WJOYDU”"',
            "resistbot.words: 'Sign “WJOYDU”' must be plain letters, digits and spaces",
        ),
        ('number = "50409"', "number = 50409", 'resistbot.number: 50409 must be digits in quotes, such as "50409"'),
        ('accent = "#1d4f91"', 'accent = "blue"', "theme.accent: 'blue' must be a colour, such as \"#1d4f91\""),
        ('accent = "#1d4f91"', 'accent = "#fff; x"', "theme.accent: '#fff; x' must be a colour, such as \"#1d4f91\""),
        ('"Civil Rights", "Crime', '"", "Crime', "letter.other_topics[1]: '' must be text in one line"),
        (
            'other_topics = ["Civil Rights", "Crime and Law Enforcement"]',
            'other_topics = "Civil Rights"',
            "letter.other_topics: 'Civil Rights' must be a list of other topics, each in one line",
        ),
        (
            'subject = "Support',
            'subject = "\\nBcc: all@example.org',
            (
                "letter.subject: '\\nBcc: all@example.org Ending Qualified Immunity Act' "
                "must be the letters' subject, in one line"
            ),
        ),
        (
            'network = "x"',
            'network = "twitter"',
            (
                "follow[2].network: 'twitter' must be one of: facebook, x, instagram, bluesky, threads, mastodon, "
                "youtube, tiktok, linkedin, reddit, discord, signal, whatsapp, telegram"
            ),
        ),
        (
            'url = "https://x.com/endimmunity"',
            'url = "http://x.com/endimmunity"',
            "follow[2].url: 'http://x.com/endimmunity' must be an https:// address",
        ),
        ('link = "https://www.facebook.com/endqi"', 'link = ""', "join: must name a link or an endpoint"),
        ('site = ""', 'site = "example.org"', "site: 'example.org' must be an https:// address"),
        (
            '# endpoint = "https://forms.example.org/f/abc123"',
            'endpoint = "https://forms.example.org/f/abc123"',
            "email_copy: must name the provider that receives the letter, where it names an endpoint",
        ),
    ],
)
def test_each_mistake_is_one_line_that_says_what_it_must_be(
    campaign_file: Path, change: Change, old: str, new: str, line: str
):
    change(old, new)
    assert line in problems(campaign_file)


def test_all_mistakes_are_told_at_once(campaign_file: Path, change: Change):
    change('"H.R. 3602"', "3602")
    change("congress = 119", 'congress = "119"')
    change("[share]", '[share]\ncolour = "red"')
    assert problems(campaign_file) == [
        "bill.congress: '119' must be the number of the Congress, such as 119, without quotes",
        'bill.house.number: 3602 must be the bill\'s number, such as "H.R. 3602"',
        "share.colour: is no key of the campaign; the keys here are text, picture, picture_alt, posts",
    ]


def test_a_table_that_is_none_is_named(smallest: Path):
    smallest.write_text("share = 3\n" + smallest.read_text("utf-8"), "utf-8")
    assert problems(smallest) == ["share: 3 must be a table"]


def test_missing_tables_are_named(campaign_file: Path):
    campaign_file.write_text('name = "N"\nsentence = "S"\nsummary = "S"\n', "utf-8")
    assert problems(campaign_file) == [
        "letter: is missing; it must be a table with subject and topic",
        "bill: is missing; it must be a table with the bill's title, congress, house and senate",
    ]


def test_broken_toml_names_the_line(campaign_file: Path):
    campaign_file.write_text('name = "N"\nsentence = \n', "utf-8")
    assert problems(campaign_file) == ["is not TOML: Invalid value (at line 2, column 12)"]


def test_a_date_that_is_none_names_the_line(campaign_file: Path, change: Change):
    change("lapses = 2027-01-03", "lapses = 2027-13-03")
    (line,) = problems(campaign_file)
    assert line.startswith("is not TOML: ")
    assert "line 20" in line


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    assert problems(tmp_path / "none.toml") == ["is not there; --campaign names another file"]


def test_a_folder_is_no_campaign(tmp_path: Path):
    assert problems(tmp_path) == ["cannot be read: Is a directory"]


def test_text_in_another_encoding_is_named(campaign_file: Path):
    campaign_file.write_bytes('name = "É"'.encode("latin-1"))
    assert problems(campaign_file) == ["must be UTF-8; byte 8 is not"]


def test_a_long_value_is_cut_short(campaign_file: Path, change: Change):
    change('site = ""', f'site = "{"x" * 500}"')
    (line,) = problems(campaign_file)
    assert len(line) < 160


def test_a_picture_must_be_there(campaign_file: Path, change: Change, project: Project):
    change('"web/share.png"', '"web/none.png"')
    with pytest.raises(UserError) as raised:
        check(campaign_file, project, TODAY)
    assert raised.value.lines == (f"{campaign_file}: share.picture: 'web/none.png' must be a file that is there",)


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("Dear {{ persn.first }}", "letter.txt:1: 'persn' is not known here; did you mean 'person'?"),
        ("Dear\n{{ bill.nmber }}", "letter.txt:2: 'nmber' is not known here; did you mean 'number'?"),
        ("Dear {% if person.first %}", "letter.txt:1: Unexpected end of template"),
        ("Dear {{ person.first }", "letter.txt:1: unexpected '}'"),
        ("\n{{ campaign.__class__ }}", "letter.txt:2: access to attribute '__class__'"),
        ("\n{{ bill.number.__class__.__mro__ }}", "letter.txt:2: access to attribute '__class__'"),
        ("{{ 1 / 0 }}", "letter.txt:1: division by zero"),
        ('{% include "other.txt" %}', "other.txt: is missing"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", "letter.txt:1: Range too big"),
    ],
)
def test_mistakes_in_a_letter_name_the_line(
    campaign_file: Path, own_templates: Path, project: Project, template: str, problem: str
):
    (own_templates / "letter.txt").write_text(template, "utf-8")
    with pytest.raises(UserError) as raised:
        check(campaign_file, project, TODAY)
    (line,) = raised.value.lines
    assert line.startswith(f"{own_templates}/{problem}")


def test_mistakes_in_the_words_for_the_phone_name_the_line(campaign_file: Path, own_templates: Path, project: Project):
    (own_templates / "call.txt").write_text("Hello\n{{ persn.first }}", "utf-8")
    with pytest.raises(UserError) as raised:
        check(campaign_file, project, TODAY)
    (line,) = raised.value.lines
    assert line.startswith(f"{own_templates}/call.txt:2: 'persn' is not known here; did you mean 'person'?")


def test_a_letter_that_never_ends_is_stopped(campaign_file: Path, own_templates: Path, project: Project):
    loops = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
    (own_templates / "letter.txt").write_text(f"Dear\n{loops}", "utf-8")
    with pytest.raises(UserError, match=r"letter.txt:2: takes more than 2 seconds"):
        check(campaign_file, project, TODAY)


def test_a_letter_of_more_than_a_page_is_a_warning(campaign_file: Path, own_templates: Path, project: Project):
    (own_templates / "letter.txt").write_text("word\n" * (PAGE_LINES + 1), "utf-8")
    (warning,) = check(campaign_file, project, TODAY).warnings
    assert "53 lines" in warning


def test_old_data_of_the_officials_is_a_warning(campaign_file: Path, project: Project, tmp_path: Path):
    store = Store(tmp_path / "data")
    store.keep(Sources(b"", b"", TODAY), a_packed_file(TODAY))
    assert check(campaign_file, project, TODAY, store).warnings == ()
    assert check(campaign_file, project, TODAY, store).notes == ()
    _, warning = check(campaign_file, project, date(2027, 1, 4), store).warnings
    assert warning.startswith("Congress 119 ended on 2027-01-03; the members in the data may no longer be in office")


def test_the_settings_of_the_data_are_checked_with_the_campaign(campaign_file: Path):
    with campaign_file.open("a", encoding="utf-8") as file:
        file.write('\n[data]\nmembers = "members.json"\nvacant = ["California"]\nyear = 1\n')
    assert problems(campaign_file) == [
        "data.members: 'members.json' must be an https:// address",
        'data.vacant[1]: \'California\' must be a seat, such as "CA-14", or a state, such as "OH"',
        (
            "data.year: is no key of the campaign; the keys here are members, districts, members_sha256, "
            "districts_sha256, vacant, more_zctas_than"
        ),
    ]


def test_a_bill_that_has_lapsed_is_a_warning(campaign_file: Path, project: Project):
    (warning,) = check(campaign_file, project, date(2027, 1, 4)).warnings
    assert "lapsed on 2027-01-03" in warning
    assert check(campaign_file, project, date(2027, 1, 3)).warnings == ()


def test_a_bill_of_a_congress_that_has_ended_is_a_warning(smallest: Path, project: Project):
    (warning,) = check(smallest, project, date(2027, 1, 4)).warnings
    assert warning == (f"{smallest}: bill.congress: Congress 119 ended on 2027-01-03; is there a new bill in this one?")
    assert check(smallest, project, date(2027, 1, 3)).warnings == ()


def test_a_post_that_a_network_would_cut_off_is_a_warning(campaign_file: Path, change: Change, project: Project):
    change('text = "I wrote to Congress', f'text = "{"word " * 50}I wrote to Congress')
    change('    "Two minutes,', f'    "{"😀" * 150} Two minutes,')
    assert [line.removeprefix(f"{campaign_file}: ") for line in check(campaign_file, project, TODAY).warnings] == [
        "share.text: is too long for X (280), Bluesky (300), with the page's address",
        "share.posts[3]: is too long for X (280), Bluesky (300)",
    ]


def test_a_colour_that_cannot_be_read_is_a_warning(campaign_file: Path, change: Change, project: Project):
    change('accent = "#1d4f91"', 'accent = "#8ab4f0"')
    change('accent_dark = "#8ab4f0"', 'accent_dark = "#1d4f91"')
    light, dark = check(campaign_file, project, TODAY).warnings
    assert "theme.accent: '#8ab4f0' on '#ffffff' has a contrast of 2.1:1; text needs 4.5:1 to be read" in light
    assert "so the page uses '#5" in light
    assert "theme.accent_dark: '#1d4f91'" in dark


@pytest.fixture
def congress(tmp_path: Path) -> Store:
    """The data of a Congress with one member, of whom neither office nor phone is known."""
    store = Store(tmp_path / "data")
    store.keep(Sources(b"", b"", TODAY), a_packed_file(TODAY))
    return store


def test_what_stays_unfilled_for_a_real_member_is_a_mistake(
    campaign_file: Path, own_templates: Path, project: Project, congress: Store
):
    (own_templates / "letter.txt").write_text("Dear {{ recipient.last_name }}, {{ recipient.phone }}", "utf-8")
    assert check(campaign_file, project, TODAY).warnings == ()
    with pytest.raises(UserError) as raised:
        check(campaign_file, project, TODAY, congress)
    assert raised.value.lines == ("letter.txt: [phone] stays unfilled in the letter to Representative A B",)


def test_what_a_template_asks_for_first_does_not_stay_unfilled(
    campaign_file: Path, own_templates: Path, project: Project, congress: Store
):
    (own_templates / "letter.txt").write_text("{% if recipient.phone %}{{ recipient.phone }}{% endif %}", "utf-8")
    assert check(campaign_file, project, TODAY, congress).warnings == ()


def test_mistakes_of_the_file_and_of_the_letter_are_told_together(
    campaign_file: Path, change: Change, own_templates: Path, project: Project
):
    change("sentence =", "sentense =")
    (own_templates / "letter.txt").write_text("Dear {{ persn.first }}", "utf-8")
    with pytest.raises(UserError) as raised:
        check(campaign_file, project, TODAY)
    assert len(raised.value.lines) == 3
    assert "letter.txt:1: 'persn' is not known here; did you mean 'person'?" in raised.value.lines[-1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name = "' + "x" * 2000 + '"', "must be shorter: it has 2,000 characters, and 1,000 are the most"),
        ("[share]\ntext = 'a'\nposts = [" + "'a'," * 60 + "]", "it has 60 entries, and 50 are the most"),
        ("x = " + "[" * 5000 + "]" * 5000, "is not TOML: "),
        ("# " + "x" * LARGEST, "must be shorter: it has 500,002 bytes, and 500,000 are the most"),
    ],
)
def test_huge_texts_are_one_short_line_each(campaign_file: Path, text: str, line: str):
    campaign_file.write_text(text, "utf-8")
    found = [problem for problem in problems(campaign_file) if line in problem]
    assert len(found) == 1
    assert len(found[0]) < 300


def test_a_step_says_what_it_must_be(campaign_file: Path):
    with campaign_file.open("a", encoding="utf-8") as file:
        file.write('[steps.find]\nlink = "javascript:x"\n[steps.letter]\nshow = false\n[steps.fnd]\n')
    assert problems(campaign_file) == [
        "steps.find.link: 'javascript:x' must be an https:// address",
        "steps.fnd: is no key of the campaign; did you mean 'find'?",
    ]
