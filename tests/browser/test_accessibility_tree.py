"""What a screen reader is told of the page: names, roles and states, each of its main states as a file to be reviewed.

`make test ARGS="--record -k accessibility_tree"` writes the files anew; the difference is for a person to read.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import writer

TREES = Path(__file__).parent / "trees"

# The tree is the page's; Chromium's is the one that Playwright reads without a stand-in.
pytestmark = pytest.mark.same_in_every_browser


@pytest.fixture
def same_as_recorded(request):
    """`same_as_recorded("letters", element)`: AssertionError where the element's tree is not that of the file."""

    def compare(name, element):
        file = TREES / f"{name}.yml"
        tree = re.sub(r"localhost(:|%3A)\d+", "localhost", element.aria_snapshot()) + "\n"
        if request.config.getoption("--record"):
            file.write_text(tree, "utf-8")
        assert tree == file.read_text("utf-8"), f"{file} differs: --record writes it anew"

    return compare


def test_the_page_is_told_as_it_was_reviewed(ready_page, same_as_recorded):
    same_as_recorded("ready", ready_page.locator("body"))
    writer.press_write(ready_page)
    expect(ready_page.locator("#form-status")).to_contain_text("still to mend")
    same_as_recorded("with mistakes", ready_page.locator("#letter-form"))
    writer.write(ready_page)
    expect(ready_page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    same_as_recorded("letters", ready_page.locator("#letters"))


@pytest.mark.usefixtures("held")
def test_without_python_the_page_is_told_as_it_was_reviewed(page, same_as_recorded):
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    same_as_recorded("loading", page.locator("#write"))


def test_the_officials_are_told_as_they_were_reviewed(lookup_page, same_as_recorded):
    lookup_page.get_by_label("ZIP code", exact=True).fill("94601")
    expect(lookup_page.locator("#lookup")).not_to_be_empty()
    same_as_recorded("officials", lookup_page.locator("#lookup"))


def test_a_dialog_is_told_as_it_was_reviewed(with_endpoint, same_as_recorded):
    page = with_endpoint
    writer.press(page, "Email me a copy")
    expect(page.locator("#email-dialog")).to_be_visible()
    same_as_recorded("dialog", page.locator("#email-dialog"))
