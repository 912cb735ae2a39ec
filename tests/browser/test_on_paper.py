"""Letters on paper: for a window envelope, and with lines to write on."""

import re
import subprocess
from shutil import which

import pytest
from playwright.sync_api import expect

from tests.browser import writer
from tests.browser.test_office_sheet import open_way

#: What shows through the window of a #10 envelope wherever the page slides in it, in points from the page's corner.
WINDOW = {"left": 0.875 * 72, "right": 4.375 * 72, "top": 2.04 * 72, "bottom": 3.625 * 72}
SAFE = {"top": 2.4 * 72, "bottom": 3.2 * 72}
FOLD = 11 / 3 * 72


# Where a test does not print, it sees in the title what the button would have printed.
NOTE_PRINT = "window.print = () => { document.title = 'print ' + document.documentElement.dataset.print }"


def printed(page, folder, part=""):
    """The PDF that is printed once a button has been pressed, or of this part."""
    if part:
        page.evaluate("part => { document.documentElement.dataset.print = part }", part)
    file = folder / "printed.pdf"
    page.pdf(path=file, format="Letter", prefer_css_page_size=True)
    return file


def pages_in(file):
    return len(re.findall(rb"/Type\s*/Page\b", file.read_bytes()))


def words_of(file):
    """Each word of the first page with its place: (text, left, top, right, bottom), in points."""
    found = subprocess.run(["pdftotext", "-bbox", "-l", "1", file, "-"], capture_output=True, text=True, check=True)
    places = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<'
    return [(match[5], *map(float, match.groups()[:4])) for match in re.finditer(places, found.stdout)]


@pytest.mark.only_browser("chromium")  # Firefox over BiDi does not print to PDF.
@pytest.mark.skipif(not which("pdftotext"), reason="pdftotext, which tells where words stand on paper, is not here")
def test_a_printed_letter_is_one_page_and_in_a_window_envelope_its_address_shows_and_nothing_else(
    lookup_page, tmp_path
):
    page = lookup_page
    page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(page)
    writer.press_write(page)
    page.evaluate(NOTE_PRINT)
    sheet = open_way(page, "paper")
    sheet.get_by_role("button", name="Print for a window envelope").click()
    expect(page).to_have_title("print envelope-house")
    file = printed(page, tmp_path)
    assert pages_in(file) == 1
    words = words_of(file)
    place = "1023 Longworth House Office Building United States House of Representatives Washington, DC 20515"
    address = ["The", "Honorable", "Lateefah", "Simon", *place.split()]
    assert [word[0] for word in words[: len(address)]] == address
    for _, left, top, right, bottom in words[: len(address)]:
        assert left >= WINDOW["left"]
        assert right <= WINDOW["right"]
        assert top >= SAFE["top"]
        assert bottom <= SAFE["bottom"]
    assert all(top >= FOLD for _, _, top, _, _ in words[len(address) :])
    on_paper, rest = (sheet.locator(f"[data-envelope-{part}]").text_content() for part in ("address", "rest"))
    assert f"{on_paper}\n\n{rest}" == writer.text_of(page)
    expect(sheet.locator("[data-envelope]")).to_be_hidden()  # on the screen

    # By itself, it has the date, and room to sign.
    file = printed(page, tmp_path, "letter-house")
    assert pages_in(file) == 1
    words = words_of(file)
    assert [word[0] for word in words[:5]] == ["June", "15,", "2026", "The", "Honorable"]
    closing = next(place for place, word in enumerate(words) if word[0] == "Sincerely,")
    assert words[closing + 1][2] - words[closing][4] >= 30  # points: a little less than half an inch


@pytest.mark.only_browser("chromium")  # Firefox over BiDi does not print to PDF.
def test_a_longer_letter_gets_tighter_margins_then_smaller_type_then_more_pages(waiting_page, tmp_path):
    letter = waiting_page.locator("#letter-house-text")
    pages_by_fit = {}
    for _ in range(20):
        waiting_page.evaluate("dispatchEvent(new Event('beforeprint'))")
        fits = letter.get_attribute("data-fits")
        if fits not in pages_by_fit or (fits == "usual" and "small" in pages_by_fit):
            count = pages_in(printed(waiting_page, tmp_path, "letter-house"))
            pages_by_fit[fits if count == 1 else "more"] = count
        if "more" in pages_by_fit:
            break
        letter.evaluate("letter => letter.prepend('It was late, and no train came.\\n'.repeat(2))")
    assert pages_by_fit == {"usual": 1, "tight": 1, "small": 1, "more": 2}
    assert list(pages_by_fit) == ["usual", "tight", "small", "more"]


@pytest.mark.only_browser("chromium")  # Firefox over BiDi has no print media to look at.
def test_the_do_it_yourself_letter_can_be_copied_and_printed_with_lines_to_write_on(waiting_page, clipboard_text):
    page = waiting_page
    diy = page.locator("[data-diy-text]")
    assert (diy.text_content() or "").startswith("The Honorable [Full name]\n[United States Senate, or United States")
    page.locator("#diy").get_by_role("button", name="Copy letter").click()
    expect(page.locator("#diy [data-copy-status]")).to_contain_text("Copied")
    assert clipboard_text(page).replace("\r\n", "\n") == diy.text_content()
    page.evaluate(NOTE_PRINT)
    page.get_by_role("button", name="Print with lines to write on").click()
    expect(page).to_have_title("print diy-lines")
    page.emulate_media(media="print")
    blank = diy.locator("mark", has_text="[Full name]")
    expect(blank).to_have_css("border-top-style", "solid")
    box = blank.bounding_box()
    assert box
    assert box["width"] >= 180
    expect(page.locator("#letters [data-letter-text]").first).to_be_hidden()
