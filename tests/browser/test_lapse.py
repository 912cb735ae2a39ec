"""After the last day of the Congress: nothing on the page asks for a bill that has lapsed, or names who has left."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser import congress, pages, writer
from tests.browser.serving import Site

LAPSED = "2027-01-10T12:00:00Z"
NOTICE = {
    "./": "The bill lapsed after January 3, 2027, when its Congress ended. Your letters ask for it to be introduced",
    "es/": "El proyecto de ley caducó después del 3 de enero de 2027",
}
#: Everything that a visitor can see, type into, copy or follow, but for the numbers that the bill once had.
WHOLE_PAGE = """body => {
  body.querySelector(".bills").remove();
  for (const details of body.querySelectorAll("details")) details.open = true;
  const shown = (element) => element.checkVisibility();
  return [
    document.title,
    body.innerText,
    ...[...body.querySelectorAll("input, textarea")].map((field) => field.value),
    ...[...body.querySelectorAll("a[href]")].filter(shown).map((link) => link.href),
    ...[...body.querySelectorAll("[data-letter-text], [data-diy-text]")].map((text) => text.textContent),
  ];
}"""


def with_list(page: Page, packed: bytes) -> None:
    """Let the page load this list of officials."""
    page.route("**/congress.dat", lambda route: route.fulfill(body=packed))


@pytest.fixture
def after_the_lapse(page: Page) -> Page:
    page.clock.set_fixed_time(LAPSED)
    with_list(page, congress.packed(120, districts=120, house=120))
    page.goto("./")
    pages.wait_ready(page)
    return page


def everything_on(page: Page) -> str:
    return unquote("\n".join(page.locator("body").evaluate(WHOLE_PAGE)))


def test_nothing_on_the_page_names_the_number_of_a_lapsed_bill(after_the_lapse: Page):
    writer.write(after_the_lapse)
    text = everything_on(after_the_lapse)
    assert "Dear Representative Simon:" in text
    assert "bring it back" in text
    assert "H.R. 9901" not in text
    assert "S. 8802" not in text


def test_until_then_the_number_is_in_the_letters_and_the_posts(lookup_page: Page):
    writer.write(lookup_page)
    text = everything_on(lookup_page)
    assert text.count("H.R. 9901") > 3
    assert text.count("S. 8802") > 3


def test_with_an_old_list_nobody_whose_term_has_ended_is_on_the_page(ready_page: Page):
    writer.write(ready_page)  # The officials are saved.
    later = ready_page.context.new_page()
    later.clock.set_fixed_time(LAPSED)
    later.goto("./")
    pages.wait_ready(later)
    pages.wait_for_lookup(later)
    expect(later.locator("#lookup-said")).to_contain_text("A new Congress has begun")
    writer.press_write(later)
    expect(later.locator("#form-status")).to_contain_text("Your 2 letters are written.")
    assert "Dear Senator Padilla:" in writer.text_of(later, "senate-1")
    assert "Simon" not in everything_on(later)


@pytest.mark.parametrize("address", ["./", "es/"])
def test_the_notice_is_there_before_python_and_before_anything_is_typed(page: Page, address: str):
    page.clock.set_fixed_time(LAPSED)
    page.route("**/python.zip.gzip*", lambda _route: None)  # It never arrives.
    page.goto(address)
    expect(page.locator("#lapse-notice")).to_contain_text(NOTICE[address])
    expect(page.locator("#diy-subject")).to_contain_text("bring back")
    expect(page.locator("[data-diy-text]")).to_contain_text("bring it back")
    assert "H.R. 9901" not in everything_on(page)
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    above = page.evaluate(
        "document.getElementById('lapse-notice').compareDocumentPosition(document.getElementById('zip'))"
    )
    assert above & 4  # Node.DOCUMENT_POSITION_FOLLOWING


def test_the_notice_is_there_offline_too(keeping_page: Page, dist: Path, serve: Callable[..., Site], watch):
    site = serve(dist, under="/letters/")
    keeping_page.goto(f"{site.url}es/")
    expect(keeping_page.locator("html")).to_have_attribute("data-offline", "ready", timeout=60_000)
    expect(keeping_page.locator("#lapse-notice")).to_be_empty()
    site.stop()
    keeping_page.clock.set_fixed_time(LAPSED)
    for address in ("es/", "./"):
        keeping_page.goto("about:blank")
        keeping_page.goto(site.url + address.removeprefix("./"))
        expect(keeping_page.locator("#lapse-notice")).to_contain_text(NOTICE[address])
        pages.wait_ready(keeping_page)
    keeping_page.close()  # It may still ask the host.
    watch.forget()


# Who is filled in, by the visitor's date and the Congress of the list.

LISTS = {
    "119th": congress.packed(),
    "120th": congress.packed(120, districts=120, house=120),
    "120th on the districts of the 119th": congress.packed(120, districts=119, house=120),
}
HOUSE, SENATE, NONE = ["Lateefah Simon"], ["Alex Padilla", "Adam Schiff"], [""]


def open_with(page: Page, members: str, now: str) -> None:
    """Open the page with one of the lists, by the visitor's date, and type a ZIP code."""
    page.clock.set_fixed_time(now)
    with_list(page, LISTS[members])
    page.goto("./")
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    page.get_by_label("ZIP code", exact=True).fill("94601")
    expect(page.locator("#lookup-said")).to_contain_text("California")


def names(page: Page) -> list[str]:
    return [page.locator(f"#{slot}_name").input_value() for slot in ("house", "senate1", "senate2")]


# More dates are in tests/unit/letters/congress/test_lookup_form.py.
@pytest.mark.parametrize(
    ("members", "now", "filled_in"),
    [
        ("119th", "2027-01-03T16:59:00Z", HOUSE + SENATE),
        ("119th", "2027-01-03T17:00:00Z", NONE + SENATE),
        ("120th", "2029-01-10T12:00:00Z", [*NONE, "Adam Schiff", ""]),
    ],
)
def test_only_members_in_office_on_the_visitors_date_are_filled_in(
    page: Page, members: str, now: str, filled_in: list[str]
):
    open_with(page, members, now)
    assert names(page) == filled_in
    expect(page.locator("#lookup-finder")).to_be_visible(visible=filled_in != HOUSE + SENATE)
    expect(page.locator("#districts")).to_be_hidden()


def test_where_districts_have_changed_a_zip_code_names_no_member_of_the_house(page: Page):
    open_with(page, "120th on the districts of the 119th", LAPSED)
    assert names(page) == NONE + SENATE
    expect(page.locator("#lookup-said")).to_contain_text("The districts of California have changed")
    expect(page.locator("#districts label").first).to_contain_text("Lateefah Simon")
    expect(page.locator("#districts label")).to_have_count(4)
    expect(page.get_by_role("link", name="Find your district by address")).to_be_visible()
    page.get_by_label("Representative Mark Ten").check()
    assert names(page) == ["Mark Ten", *SENATE]
