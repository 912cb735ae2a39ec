"""Letters to other legislatures than Congress: the campaigns in `campaigns/`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import building, pages
from tests.browser.serving import Site


@pytest.fixture
def campaign_site(build_once: Callable[..., Path], serve: Callable[..., Site]) -> Callable[[str], Site]:
    """`campaign_site("benches")`: the page of one of the campaigns in `campaigns/`, built and served."""
    return lambda name: serve(build_once(name, lambda out: building.campaign_dist(name, out)))


def test_a_letter_to_a_member_of_parliament(page: Page, campaign_site: Callable[[str], Site]):
    site = campaign_site("benches")
    page.goto(site.url)
    pages.wait_ready(page)
    page.get_by_label("First name").fill("Ada")
    page.get_by_label("Last name").fill("Lovelace")
    page.get_by_label("Address", exact=True).fill("12 St James's Square")
    page.get_by_label("Town or city").fill("London")
    page.get_by_label("Postcode").fill("10001")
    page.get_by_label("Email", exact=True).fill("ada@example.org")
    page.get_by_label("Your MP's full name").fill("Jane Smith")
    page.get_by_role("button", name="Write my letters").click()
    expect(page.locator("#zip-problem")).to_have_text("Please check the postcode: it should look like SW1A 0AA.")
    page.get_by_label("Postcode").fill("sw1y4jh")
    page.get_by_role("button", name="Write my letters").click()
    expect(page.locator("#form-status")).to_contain_text("Your letter is written.")
    letter = page.locator("[data-letter=mp] [data-letter-text]")
    expect(letter).to_contain_text("Jane Smith MP House of Commons London SW1A 0AA Dear Jane Smith,")
    expect(letter).to_contain_text("Ada Lovelace 12 St James's Square London SW1Y 4JH")
    expect(page.get_by_role("heading", name="Letter to Jane Smith MP")).to_be_visible()
    expect(page.locator("#letter-bar [data-filled-text]")).to_have_text("6 of 6 filled in")
    page.reload()
    pages.wait_ready(page)
    expect(page.locator("#welcome")).to_have_text("Welcome back, Ada")
    expect(page.get_by_label("Your MP's full name")).to_have_value("Jane Smith")


def test_two_letters_to_a_state_legislature(page: Page, campaign_site: Callable[[str], Site]):
    page.goto(campaign_site("bus-stops").url)
    pages.wait_ready(page)
    page.get_by_label("Assembly Member's full name").fill("Ann Lee")
    page.get_by_label("State Senator's full name").fill("Chris Van Hollen")
    page.locator("#city").fill("Fresno")
    expect(page.locator("[data-letter=assembly]")).to_contain_text("Dear Assembly Member Lee:")
    expect(page.locator("[data-letter=senate]")).to_contain_text("Dear Senator Van Hollen:")
    expect(page.locator("[data-letter=senate] [data-letter-text]")).to_contain_text("Fresno, CA [ZIP code]")
    page.get_by_role("button", name="Forget my details").click()
    expect(page.locator("#state")).to_have_value("CA")
