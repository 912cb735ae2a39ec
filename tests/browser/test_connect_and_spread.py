"""Staying connected, spreading the word, and Resistbot."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from tests.browser import pages, serving
from tests.browser.serving import Endpoint
from tests.browser.watching import Watch


def test_a_campaign_without_a_list_offers_a_link_and_resistbot_one_with_the_words_typed_in(waiting_page):
    expect(waiting_page.locator("#connect")).to_contain_text("Would you like news of the night trains?")
    expect(waiting_page.locator("#connect a").first).to_have_attribute(
        "href", "https://www.facebook.com/nighttrains.example"
    )
    expect(waiting_page.locator("#join")).to_have_count(0)
    resistbot = waiting_page.locator("#resistbot")
    expect(resistbot.locator('a[href^="sms:"]')).to_have_attribute("href", "sms:50409?&body=Sign%20ABCDEF")
    expect(resistbot).to_contain_text("Sign ABCDEF")
    expect(resistbot.locator("svg").last).to_be_attached()


def test_the_page_is_shared_by_link_by_post_and_by_the_share_sheet_where_there_is_one(page, clipboard_text, site):
    page.add_init_script(
        "navigator.share = data => { document.title = JSON.stringify(data); return Promise.resolve() }"
    )
    page.goto("./")
    pages.wait_ready(page)
    links = page.locator("#spread a[data-share]")
    hrefs = [link.get_attribute("href") for link in links.all()]
    assert len(hrefs) == 7
    address = site.url.replace(":", "%3A").replace("/", "%2F")
    assert all(address in href for href in hrefs)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#spread .address [data-copy-status]")).to_have_text("Copied the link.")
    assert clipboard_text(page) == site.url
    post = page.locator("#spread .posts li").first
    post.get_by_role("button").click()
    expect(post.locator("[data-copy-status]")).to_have_text("Copied the post.")
    assert "#NightTrainsNow" in clipboard_text(page)
    page.get_by_role("button", name="Share…").click()
    expect(page).to_have_title(re.compile(f'"url":"{re.escape(site.url)}"'))


# ---------- A list to join, whose endpoint redirects to another site, which the page's policy must allow ----------


@pytest.fixture
def thanks(watch: Watch) -> Iterator[Endpoint]:
    """Another site than the endpoint's, with the list's page of thanks.

    Request it before the page, so that it stops after the page: its own tab may still be loading an icon.
    """
    with serving.endpoint() as answers:
        watch.home.add(answers.url.rstrip("/"))
        yield answers


@pytest.fixture
def elsewhere(watch: Watch) -> Iterator[Endpoint]:
    """A site that the campaign does not name."""
    with serving.endpoint() as answers:
        watch.home.add(answers.url.rstrip("/"))
        yield answers


def press_join(page: Page) -> None:
    page.locator("#join").get_by_role("button").click()


def wait_for(page: Page, requests: list[str], number: int) -> None:
    pages.wait_until(page, lambda: len(requests) >= number, "Not so many requests within 10 seconds.")


@pytest.mark.only_browser("chromium")  # Firefox does not apply form-action to redirects, which CSP level 3 leaves open.
@pytest.mark.expects("form-action")
def test_joining_posts_the_form_in_a_new_tab_and_leads_only_where_the_campaign_says(
    thanks, elsewhere, page, *, build_variant, endpoint
):
    join = {"endpoint": f"{endpoint.url}join", "provider": "Example Lists", "also_allow": [thanks.url.rstrip("/")]}
    site = build_variant(join=join)
    page.add_init_script(pages.SAVES_DATA)
    page.goto(site.url)
    page.locator("#join").get_by_label("Your name").fill("Ada Lovelace")
    page.locator("#join").get_by_label("Your email address").fill("ada@example.org")

    # A program that fills in every box is caught. A person sees the box then, and can empty it.
    trap = page.get_by_label("Leave this box empty")
    assert page.locator("#join .trap").bounding_box()["width"] <= 1
    trap.evaluate("box => { box.value = 'spam' }")
    press_join(page)
    page.wait_for_timeout(300)
    assert endpoint.posts == []
    assert trap.bounding_box()["width"] > 100
    trap.fill("")
    endpoint.status, endpoint.location = 303, f"{thanks.url}thanks"
    with page.expect_popup():
        press_join(page)
    wait_for(page, thanks.visits, 1)
    assert thanks.visits[0] == "/thanks"  # Its icon may be asked for after it.
    assert [parse_qs(post) for post in endpoint.posts] == [{"name": ["Ada Lovelace"], "email": ["ada@example.org"]}]

    endpoint.location = f"{elsewhere.url}thanks"
    press_join(page)
    wait_for(page, endpoint.posts, 2)
    page.wait_for_timeout(500)
    assert elsewhere.visits == []
