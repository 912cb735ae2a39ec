"""Letters on paper: for a window envelope, and with lines to write on."""

import re
import subprocess
from shutil import which

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer
from tests.browser.test_office_sheet import open_way

#: What shows through the window of a #10 envelope wherever the page slides in it, in points from the page's corner.
WINDOW = {"left": 0.875 * 72, "right": 4.375 * 72, "top": 2.04 * 72, "bottom": 3.625 * 72}
SAFE = {"top": 2.4 * 72, "bottom": 3.2 * 72}
FOLD = 11 / 3 * 72


@pytest.fixture
def written(lookup_page):
    """The page with the letters of somebody in one district written."""
    lookup_page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(lookup_page)
    writer.press_write(lookup_page)
    return lookup_page


@pytest.fixture
def printed(lookup_page, tmp_path):
    """`printed("envelope-house")`: the PDF that pressing that button prints."""

    def press(part):
        lookup_page.evaluate("part => { document.documentElement.dataset.print = part }", part)
        file = tmp_path / "printed.pdf"
        lookup_page.pdf(path=file, format="Letter", prefer_css_page_size=True)
        return file

    return press


def words_of(file):
    """Each word of the first page with its place: (text, left, top, right, bottom), in points."""
    found = subprocess.run(["pdftotext", "-bbox", "-l", "1", file, "-"], capture_output=True, text=True, check=True)
    places = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<'
    return [(match[5], *map(float, match.groups()[:4])) for match in re.finditer(places, found.stdout)]


@pytest.mark.only_browser("chromium")  # Firefox over BiDi does not print to PDF.
@pytest.mark.skipif(not which("pdftotext"), reason="pdftotext, which tells where words stand on paper, is not here")
def test_the_address_shows_through_the_window_and_nothing_else_does(written, printed):
    words = words_of(printed("envelope-house"))
    address = [
        "The",
        "Honorable",
        "Lateefah",
        "Simon",
        "1023",
        "Longworth",
        "House",
        "Office",
        "Building",
        "United",
        "States",
        "House",
        "of",
    ]
    address += ["Representatives", "Washington,", "DC", "20515"]
    assert [word[0] for word in words[: len(address)]] == address
    for _, left, top, right, bottom in words[: len(address)]:
        assert left >= WINDOW["left"]
        assert right <= WINDOW["right"]
        assert top >= SAFE["top"]
        assert bottom <= SAFE["bottom"]
    assert all(top >= FOLD for _, _, top, _, _ in words[len(address) :])


@pytest.mark.only_browser("chromium")  # Firefox over BiDi does not print to PDF.
def test_a_letter_for_a_window_envelope_is_one_page_and_has_every_word(written, printed):
    pdf = printed("envelope-senate-2").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    envelope = writer.letter(written, "senate-2").locator("[data-envelope]")
    address, rest = (envelope.locator(f"[data-envelope-{part}]").text_content() for part in ("address", "rest"))
    assert f"{address}\n\n{rest}" == writer.text_of(written, "senate-2")


@pytest.mark.only_browser("chromium")  # Firefox over BiDi does not print to PDF.
@pytest.mark.skipif(not which("pdftotext"), reason="pdftotext, which tells where words stand on paper, is not here")
def test_a_printed_letter_is_one_page_with_the_date_and_room_to_sign(written, printed):
    written.evaluate("dispatchEvent(new Event('beforeprint'))")
    file = printed("letter-house")
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) == 1
    words = words_of(file)
    assert [word[0] for word in words[:5]] == ["June", "15,", "2026", "The", "Honorable"]
    closing = next(place for place, word in enumerate(words) if word[0] == "Sincerely,")
    assert words[closing + 1][2] - words[closing][4] >= 30  # points: a little less than half an inch


@pytest.mark.only_browser("chromium")  # Firefox over BiDi does not print to PDF.
def test_a_longer_letter_gets_tighter_margins_then_smaller_type_then_more_pages(written, printed):
    pages_by_fit = {}
    for sentences in range(0, 40, 2):
        written.get_by_label("Your story", exact=True).fill("It was late, and no train came.\n" * sentences)
        expect(written.locator("#letter-house-text")).to_contain_text("It was late" if sentences else "Dear")
        written.evaluate("dispatchEvent(new Event('beforeprint'))")
        fits = written.locator("#letter-house-text").get_attribute("data-fits")
        if fits not in pages_by_fit or (fits == "usual" and "small" in pages_by_fit):
            count = len(re.findall(rb"/Type\s*/Page\b", printed("letter-house").read_bytes()))
            pages_by_fit[fits if count == 1 else "more"] = count
        if "more" in pages_by_fit:
            break
    assert pages_by_fit == {"usual": 1, "tight": 1, "small": 1, "more": 2}
    assert list(pages_by_fit) == ["usual", "tight", "small", "more"]


@pytest.mark.in_both_browsers
def test_the_button_prints_the_letter_for_a_window_envelope(page, site):
    page.add_init_script("window.print = () => { document.title = 'print ' + document.documentElement.dataset.print }")
    page.goto(site.url)
    pages.wait_ready(page)
    writer.write(page)
    sheet = open_way(page, "paper", "senate-1")
    sheet.get_by_role("button", name="Print for a window envelope").click()
    expect(page).to_have_title("print envelope-senate-1")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(sheet.locator("[data-envelope-address]")).to_contain_text("The Honorable Alex Padilla")
    expect(sheet.locator("[data-envelope]")).to_be_hidden()


def test_a_letter_edited_by_hand_goes_into_the_envelope_as_it_is(ready_page):
    writer.write(ready_page)
    writer.press(ready_page, "Edit by hand")
    writer.letter(ready_page).locator("textarea").fill("Dear Lateefah,\n\nplease.")
    ready_page.evaluate("document.documentElement.dataset.print = 'envelope-house'")
    ready_page.evaluate("dispatchEvent(new Event('beforeprint'))")
    envelope = writer.letter(ready_page).locator("[data-envelope]")
    expect(envelope.locator("[data-envelope-address]")).to_contain_text("The Honorable Lateefah Simon")
    assert envelope.locator("[data-envelope-rest]").text_content() == "Dear Lateefah,\n\nplease."


@pytest.mark.only_browser("chromium")  # Firefox over BiDi has no print media to look at.
def test_the_do_it_yourself_letter_is_printed_with_lines_to_write_on(page, site):
    page.add_init_script("window.print = () => { document.title = 'print ' + document.documentElement.dataset.print }")
    page.goto("./")
    page.get_by_role("button", name="Print with lines to write on").click()
    expect(page).to_have_title("print diy-lines")
    page.emulate_media(media="print")
    blank = page.locator("[data-diy-text] mark", has_text="[Full name]")
    expect(blank).to_have_css("border-top-style", "solid")
    box = blank.bounding_box()
    assert box
    assert box["width"] >= 180
    expect(page.locator("#letters [data-letter-text]").first).to_be_hidden()


def test_the_do_it_yourself_letter_is_the_same_text_as_before(ready_page, clipboard_text):
    diy = ready_page.locator("[data-diy-text]")
    assert (diy.text_content() or "").startswith("The Honorable [Full name]\n[United States Senate, or United States")
    ready_page.locator("#diy").get_by_role("button", name="Copy letter").click()
    assert clipboard_text(ready_page).replace("\r\n", "\n") == diy.text_content()
