from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from honorable import letters
from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.services import EmailCopy, Join
from honorable.publish.campaign.sharing import Finder, Follow, Resistbot
from honorable.publish.campaign.theme import Theme
from honorable.publish.errors import UserError
from tests.checkout import CAMPAIGN


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return load_campaign(CAMPAIGN)


def test_the_projects_own_campaign_is_loaded_in_full(campaign: Campaign):
    assert campaign.name == "Bring Back the Night Trains"
    assert campaign.bill.house
    assert campaign.bill.senate
    assert campaign.bill.house.number == "H.R. 9901"
    assert campaign.bill.senate.introduced == date(2025, 5, 22)
    assert [follow.network for follow in campaign.follow] == ["facebook", "x", "instagram"]
    assert campaign.share
    assert len(campaign.share.posts) == 3
    assert campaign.resistbot == Resistbot(words="Sign ABCDEF", number="50409")


def test_letters_to_each_chamber_name_its_bill(campaign: Campaign):
    about = campaign.letter_campaign()
    assert about.bills["house"] == letters.Bill(
        "H.R. 9901", "Night Trains Act", 119, "Representative Pat Example", sponsor_id="E000001"
    )
    assert about.lapses == "2027-01-03"
    assert 4 <= len(about.reasons) <= 8
    assert about.bills["senate"].number == "S. 8802"
    assert (about.subject, about.topic) == ("Support the Night Trains Act", "Transportation")


def test_the_page_reads_the_same_campaign_back(campaign: Campaign):
    data = campaign.for_page()
    assert letters.Campaign.from_json(data["campaign"]) == campaign.letter_campaign()
    assert data["email_copy"] is None
    assert data["share_text"].startswith("I wrote to Congress")
    assert data["contact_pages"]["house"].startswith("https://www.house.gov/")


def test_the_page_knows_who_sends_copies_by_email(campaign: Campaign):
    copies = EmailCopy(endpoint="https://forms.example.org/f/1", provider="Example Forms")
    data = campaign.model_copy(update={"email_copy": copies}).for_page()
    assert data["email_copy"] == {"endpoint": "https://forms.example.org/f/1", "provider": "Example Forms"}


def test_tables_that_are_left_out_have_their_defaults(smallest: Path):
    campaign = load_campaign(smallest)
    assert campaign.join is None
    assert campaign.share is None
    assert campaign.resistbot is None
    assert not campaign.follow
    assert not campaign.finders
    assert campaign.email_copy.endpoint == ""
    assert campaign.theme == Theme()


def test_a_campaign_is_frozen(campaign: Campaign):
    with pytest.raises(ValidationError):
        campaign.name = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://example.org:8443/a/b?c=d&e=%20f#g",
        "http://localhost:9000/f",
        "http://127.0.0.1/",
    ],
)
def test_an_address_that_is_safe_to_link_to_is_accepted(url: str):
    assert Finder(name="F", url=url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "http://example.org",
        "//example.org",
        "example.org",
        "https://",
        "https:///path",
        "https://user:secret@example.org",
        "https://example.org:port/",
        "https://example.org/a b",
        "https://example.org/\nx",
        'https://example.org/"onclick=',
        "https://exa mple.org",
        "https://example.org; script-src *",
        "https://*.example.org",
        "https://localhost.",
        "https://éxample.org",
        "http://localhost.example.org",
        "",
    ],
)
def test_an_address_that_is_not_safe_to_link_to_is_refused(url: str):
    with pytest.raises(ValidationError):
        Finder(name="F", url=url)


def test_a_network_is_spelled_as_it_spells_itself():
    networks = Follow.model_fields["network"].annotation.__args__
    names = [Follow(network=network, label="A", url="https://example.org").network_name for network in networks]
    assert names == [
        *("Facebook", "X", "Instagram", "Bluesky", "Threads", "Mastodon", "YouTube", "TikTok"),
        *("LinkedIn", "Reddit", "Discord", "Signal", "WhatsApp", "Telegram"),
    ]


def test_a_mailing_list_names_its_provider():
    with pytest.raises(ValidationError, match="must name the provider"):
        Join(endpoint="https://lists.example.org/")


def test_the_fields_of_a_sign_up_form_have_different_names():
    with pytest.raises(ValidationError, match="different names"):
        Join(endpoint="https://lists.example.org/", provider="Lists", name_field="email")


def test_copies_by_email_name_their_provider():
    with pytest.raises(ValidationError, match="must name the provider"):
        EmailCopy(endpoint="https://forms.example.org/")


def test_each_network_has_its_own_icon(campaign: Campaign):
    assert [follow.icon for follow in campaign.follow] == ["facebook", "twitter-x", "instagram"]


@pytest.mark.parametrize(
    ("site", "address"),
    [
        ("", ""),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/letters", "https://example.org/letters/"),
        ("https://example.org/letters/", "https://example.org/letters/"),
        ("https://example.org/letters/index.html", "https://example.org/letters/"),
        ("https://example.org/v1.2", "https://example.org/v1.2/"),
        ("http://localhost:8000", "http://localhost:8000/"),
    ],
)
def test_the_address_of_the_site_is_that_of_its_folder(smallest: Path, site: str, address: str):
    smallest.write_text(f'site = "{site}"\n' + smallest.read_text("utf-8"), "utf-8")
    assert load_campaign(smallest).site == address


@pytest.mark.parametrize("site", ["https://example.org/a.html", "https://example.org/?a=b", "https://example.org/#a"])
def test_the_address_of_the_site_is_not_that_of_a_file(smallest: Path, site: str):
    smallest.write_text(f'site = "{site}"\n' + smallest.read_text("utf-8"), "utf-8")
    with pytest.raises(UserError, match="must be the address of a folder"):
        load_campaign(smallest)
