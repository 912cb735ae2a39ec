"""After the last day of the Congress: nothing on the page asks for a bill that has lapsed, or names who has left."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from tests.browser import pages, writer
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


def everything_on(page: Page) -> str:
    return unquote("\n".join(page.locator("body").evaluate(WHOLE_PAGE)))


def test_after_the_lapse_the_page_names_neither_the_bills_number_nor_anybody_whose_term_has_ended(ready_page: Page):
    writer.write(ready_page)  # The officials are saved.
    text = everything_on(ready_page)
    assert text.count("H.R. 9901") > 3
    assert text.count("S. 8802") > 3

    later = ready_page.context.new_page()
    later.clock.set_fixed_time(LAPSED)
    later.goto("./")
    pages.wait_ready(later)
    pages.wait_for_lookup(later)
    expect(later.locator("#lookup-said")).to_contain_text("A new Congress has begun")
    writer.press_write(later)
    expect(later.locator("#form-status")).to_contain_text("Your 2 letters are written.")
    assert "Dear Senator Padilla:" in writer.text_of(later, "senate-1")
    text = everything_on(later)
    assert "bring it back" in text
    assert "H.R. 9901" not in text
    assert "S. 8802" not in text
    assert "Simon" not in text


def test_the_notice_is_there_before_python_and_before_anything_is_typed(page: Page):
    page.clock.set_fixed_time(LAPSED)
    page.add_init_script(pages.SAVES_DATA)
    for address, notice in NOTICE.items():
        page.goto(address)
        expect(page.locator("#lapse-notice")).to_contain_text(notice)
        expect(page.locator("#diy-subject")).to_contain_text("bring back")
        expect(page.locator("[data-diy-text]")).to_contain_text("bring it back")
        above = page.evaluate(
            "document.getElementById('lapse-notice').compareDocumentPosition(document.getElementById('zip'))"
        )
        assert above & 4  # Node.DOCUMENT_POSITION_FOLLOWING
        assert "H.R. 9901" not in everything_on(page)
        expect(page.locator("html")).to_have_attribute("data-python", "loading")


def test_without_the_host_the_page_in_each_language_is_there_with_the_notice(
    keeping_page: Page, dist: Path, serve: Callable[..., Site], watch
):
    site = serve(dist, under="/letters/")
    keeping_page.add_init_script(pages.WITHOUT_PYTHON)
    keeping_page.goto(f"{site.url}es/")
    pages.wait_kept(keeping_page)
    expect(keeping_page.locator("#lapse-notice")).to_be_empty()
    site.stop()
    keeping_page.clock.set_fixed_time(LAPSED)
    for address, language in {"es/": "es", "es/index.html": "es", "": "en"}.items():
        keeping_page.goto("about:blank")
        keeping_page.goto(site.url + address)
        expect(keeping_page.locator("html")).to_have_attribute("lang", language)
        expect(keeping_page.locator("#lapse-notice")).to_contain_text(NOTICE["es/" if language == "es" else "./"])
    keeping_page.close()  # It may still ask the host.
    watch.pardon()


# Other dates, lists and districts are in tests/unit/letters/congress/test_lookup_form.py.
def test_only_members_in_office_on_the_visitors_date_are_filled_in(page: Page):
    page.clock.set_fixed_time("2027-01-03T16:59:00Z")
    page.goto("./")
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    zip_code = page.get_by_label("ZIP code", exact=True)
    zip_code.fill("94601")
    expect(page.locator("#lookup-said")).to_contain_text("Representative Lateefah Simon")
    expect(page.locator("#house_name")).to_have_value("Lateefah Simon")
    expect(page.locator("#lookup-finder")).to_be_hidden()

    page.clock.set_fixed_time("2027-01-03T17:00:00Z")  # noon in Washington
    zip_code.fill("94504")  # so that the next is another one
    expect(page.locator("#house_name")).to_have_value("")
    zip_code.fill("94601")
    expect(page.locator("#lookup-said")).to_contain_text("ZIP code 94601 is in California. A new Congress has begun")
    expect(page.locator("#senate1_name")).to_have_value("Alex Padilla")
    expect(page.locator("#senate2_name")).to_have_value("Adam Schiff")
    expect(page.locator("#house_name")).to_have_value("")
    expect(page.locator("#lookup-finder")).to_be_visible()
    expect(page.locator("#districts")).to_be_hidden()
