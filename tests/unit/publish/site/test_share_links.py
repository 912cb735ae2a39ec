from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.sharing import Share
from honorable.publish.site.share_links import ShareLink, share_links

TEXT = 'I wrote & "meant" it: 100% {url}?'
SITE = "https://example.org/letters/?a=1&b=2"


@pytest.fixture
def campaign(smallest: Path) -> Campaign:
    return load_campaign(smallest).model_copy(update={"share": Share(text=TEXT), "site": SITE, "name": "A & B"})


def links(campaign: Campaign) -> dict[str, ShareLink]:
    return {link.network: link for link in share_links(campaign)}


def test_there_is_a_link_for_each_network_in_the_order_of_the_page(campaign: Campaign):
    assert list(links(campaign)) == ["facebook", "x", "bluesky", "threads", "whatsapp", "reddit", "email"]


@pytest.mark.parametrize(
    ("network", "host", "wanted"),
    [
        ("facebook", "www.facebook.com", {"u": [SITE]}),
        ("x", "x.com", {"text": [TEXT], "url": [SITE]}),
        ("bluesky", "bsky.app", {"text": [f"{TEXT} {SITE}"]}),
        ("threads", "www.threads.com", {"text": [TEXT], "url": [SITE]}),
        ("whatsapp", "wa.me", {"text": [f"{TEXT} {SITE}"]}),
        ("reddit", "www.reddit.com", {"url": [SITE], "title": ["A & B"]}),
        ("email", "", {"subject": ["A & B"], "body": [f"{TEXT}\r\n\r\n{SITE}"]}),
    ],
)
def test_each_network_gets_the_text_and_the_address_unchanged(
    campaign: Campaign, network: str, host: str, wanted: dict[str, list[str]]
):
    parts = urlsplit(links(campaign)[network].url)
    assert parts.netloc == host
    assert parse_qs(parts.query) == wanted


def test_without_an_address_the_link_has_a_placeholder_for_it(campaign: Campaign):
    nowhere = campaign.model_copy(update={"site": ""})
    for network, link in links(nowhere).items():
        assert link.pattern.count("{url}") == 1
        assert link.pattern.replace("{url}", "https%3A%2F%2Fexample.org%2Fletters%2F%3Fa%3D1%26b%3D2") == (
            links(campaign)[network].url
        )
        assert "{" not in link.url


def test_a_campaign_without_a_share_text_has_no_links(smallest: Path):
    assert share_links(load_campaign(smallest)) == ()
