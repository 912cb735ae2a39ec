"""Staying connected, spreading the word, and Resistbot."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from tests.browser import pages


def test_a_campaign_without_a_list_offers_a_link(ready_page):
    expect(ready_page.locator("#connect")).to_contain_text("Would you like news of the night trains?")
    expect(ready_page.locator("#connect a").first).to_have_attribute(
        "href", "https://www.facebook.com/nighttrains.example"
    )
    expect(ready_page.locator("#join")).to_have_count(0)


@pytest.fixture
def joining(build_variant, endpoint, page):
    site = build_variant(join={"endpoint": endpoint.url + "join", "provider": "Example Lists"})
    page.goto(site.url)
    page.locator("#join").get_by_label("Your name").fill("Ada Lovelace")
    page.locator("#join").get_by_label("Your email address").fill("ada@example.org")
    return page


def test_joining_posts_the_form_in_a_new_tab(joining, endpoint):
    with joining.expect_popup():
        joining.locator("#join").get_by_role("button").click()
    joining.wait_for_timeout(500)
    (post,) = endpoint.posts
    assert parse_qs(post) == {"name": ["Ada Lovelace"], "email": ["ada@example.org"]}


def test_a_filled_honeypot_is_never_sent_and_a_person_can_mend_it(joining, endpoint):
    trap = joining.get_by_label("Leave this box empty")
    assert joining.locator("#join .trap").bounding_box()["width"] <= 1
    trap.evaluate("box => { box.value = 'spam' }")
    joining.locator("#join").get_by_role("button").click()
    joining.wait_for_timeout(500)
    assert endpoint.posts == []
    assert trap.bounding_box()["width"] > 100
    trap.fill("")
    with joining.expect_popup():
        joining.locator("#join").get_by_role("button").click()
    joining.wait_for_timeout(500)
    assert len(endpoint.posts) == 1


def test_share_links_are_plain_links_with_the_pages_address(ready_page, site):
    links = ready_page.locator("#spread a[data-share]")
    hrefs = [link.get_attribute("href") for link in links.all()]
    assert len(hrefs) == 7
    address = site.url.replace(":", "%3A").replace("/", "%2F")
    assert all(address in href for href in hrefs)


def test_the_link_and_the_posts_can_be_copied(ready_page, clipboard_text, site):
    ready_page.get_by_role("button", name="Copy link").click()
    assert clipboard_text(ready_page) == site.url
    ready_page.locator("#spread .posts").get_by_role("button").first.click()
    assert "#NightTrainsNow" in clipboard_text(ready_page)


def test_the_share_sheet_is_offered_only_where_there_is_one(page):
    page.add_init_script(
        "navigator.share = data => { document.title = JSON.stringify(data); return Promise.resolve() }"
    )
    page.goto("./")
    pages.wait_ready(page)
    page.get_by_role("button", name="Share…").click()
    page.wait_for_timeout(300)
    assert '"url":"http' in page.title()


def test_the_page_has_cards_for_those_who_share_it(build_variant, page):
    site = build_variant(site="https://example.org/letters/")
    page.goto(site.url, wait_until="domcontentloaded")
    picture = page.locator('meta[property="og:image"]').get_attribute("content")
    assert picture == "https://example.org/letters/share.png"
    assert page.locator('meta[name="twitter:card"]').get_attribute("content") == "summary_large_image"
    assert "https%3A%2F%2Fexample.org%2Fletters%2F" in page.locator("#spread a[data-share]").first.get_attribute("href")


def test_resistbot_has_a_link_that_opens_with_the_words_typed_in(ready_page):
    section = ready_page.locator("#resistbot")
    link = section.locator('a[href^="sms:"]')
    expect(link).to_have_attribute("href", "sms:50409?&body=Sign%20ABCDEF")
    expect(section).to_contain_text("Sign ABCDEF")
    expect(section.locator("svg").last).to_be_attached()
