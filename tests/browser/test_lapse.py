"""After the last day of the Congress, nothing on the page asks for a bill that has lapsed."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import pages, writer
from tests.browser.serving import Site

pytestmark = pytest.mark.same_in_every_browser


@pytest.fixture
def after_the_lapse(page: Page, site: Site) -> Page:
    page.clock.set_fixed_time("2027-01-10T12:00:00")
    page.goto(site.url)
    pages.wait_ready(page)
    return page


def test_the_letters_ask_to_bring_the_bill_back(after_the_lapse: Page):
    writer.write(after_the_lapse)
    text = writer.text_of(after_the_lapse)
    assert "bring it back" in text
    assert "H.R." not in text


def test_the_diy_letter_and_the_posts_do_not_name_the_bill_either(after_the_lapse: Page):
    expect(after_the_lapse.locator("[data-diy-text]")).to_contain_text("bring it back")
    expect(after_the_lapse.locator("[data-diy-text]")).not_to_contain_text("H.R.")
    expect(after_the_lapse.locator("#diy-subject")).to_contain_text("bring back")
    for post in after_the_lapse.locator(".posts blockquote").filter(has_text="H.R.").all():
        expect(post).to_be_hidden()
    expect(after_the_lapse.locator(".posts blockquote").first).to_be_visible()


def test_until_then_they_do(ready_page: Page):
    expect(ready_page.locator("[data-diy-text]")).to_contain_text("H.R. 9901")
    expect(ready_page.locator(".posts blockquote").filter(has_text="H.R.").first).to_be_visible()
