import json

from honorable.publish.cli.report import Report, as_github, as_json, as_summary, as_text
from honorable.publish.errors import Message

REPORT = Report(
    errors=[Message('name: "100%"\nmust be short', "my,campaign:1.toml", 3, 7), Message("no data")],
    warnings=[Message("bill.lapses: soon", "campaign.toml", 20)],
    notes=[Message("no list of officials")],
)


def test_text_has_a_line_for_each_message():
    assert list(as_text(REPORT)) == [
        "note: no list of officials",
        "warning: campaign.toml:20: bill.lapses: soon",
        'my,campaign:1.toml:3:7: name: "100%"\nmust be short',
        "no data",
    ]


def test_github_gets_an_annotation_for_each_message():
    assert list(as_github(REPORT)) == [
        "::notice::no list of officials",
        "::warning file=campaign.toml,line=20::bill.lapses: soon",
        '::error file=my%2Ccampaign%3A1.toml,line=3,col=7::name: "100%25"%0Amust be short',
        "::error::no data",
    ]


def test_json_has_a_list_for_each_kind():
    report = json.loads(as_json(REPORT))
    assert list(report) == ["errors", "warnings", "notes"]
    assert report["errors"][0] == {
        "text": 'name: "100%"\nmust be short',
        "file": "my,campaign:1.toml",
        "line": 3,
        "column": 7,
    }
    assert (len(report["errors"]), len(report["warnings"]), len(report["notes"])) == (2, 1, 1)


def test_the_words_are_the_same_in_each_format():
    for written in ("\n".join(as_text(REPORT)), as_json(REPORT), "\n".join(as_github(REPORT))):
        assert "bill.lapses: soon" in written


def test_the_summary_is_a_table_in_which_no_message_is_markup():
    report = Report([Message("name: <b>|*x*", "campaign.toml", 3, 7), Message("unknown name", "letter.txt", 2)])
    assert as_summary(report, "campaign.toml").splitlines() == [
        "## campaign\\.toml: 2 errors",
        "",
        "| | Line | Message |",
        "| --- | --- | --- |",
        "| error | 3 | name: \\<b\\>\\|\\*x\\* |",
        "| error | 2 | letter\\.txt: unknown name |",
        "",
    ]


def test_the_summary_of_a_good_campaign_is_one_line():
    assert as_summary(Report(), "campaign.toml").strip() == "## campaign\\.toml: no errors"
