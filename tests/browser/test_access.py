"""The page for everybody: what axe-core finds in each state (nothing), and what axe cannot see.

Rules: WCAG 2.2, levels A and AA, and axe's own good practice.
"""

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser import pages, writer
from tests.checkout import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What axe looks at is the same in every browser; only Chromium can be told of colors, motion and scripts.


# How many of axe's rules were passed in each state that it looked at.
rules_passed: dict[str, int] = {}


@pytest.fixture(autouse=True)
def _tell_rules(record_property):
    """For the table of `make audit`: the states that were tested, and the rules that each passed."""
    rules_passed.clear()
    yield
    for state, passed in rules_passed.items():
        record_property("cell", ("What axe-core looked at", state, "rules passed", passed))


def found_by_axe(page: Page | Frame, state: str) -> list[str]:
    """Each broken rule with the element that breaks it. AssertionError where axe looked at nothing."""
    if not page.evaluate("Boolean(globalThis.axe)"):
        page.evaluate(AXE.read_text("utf-8") + ";0")
    results = page.evaluate(
        """(tags) => axe.run(document, {runOnly: tags, resultTypes: ["violations"]}).then(({violations, passes}) => ({
            passed: passes.length,
            broken: violations.flatMap(({id, nodes}) =>
                nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`))}))""",
        RULES,
    )
    assert results["passed"] > 15, state
    rules_passed[state] = results["passed"]
    return [f"{state}: {broken}" for broken in results["broken"]]


def open_everything(page: Page) -> None:
    """Unfolds every step and every part that is folded."""
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")


def settle(page: Page | Frame) -> None:
    """Waits for the colors that change."""
    page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")


def wider_than_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def cut_off(page: Page) -> list[str]:
    """Elements whose text does not fit in them, and cannot be scrolled to."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("main *, footer *")].filter((box) => {
                const { overflowX, clip, position } = getComputedStyle(box);
                const hides = overflowX === "hidden" || overflowX === "clip";
                const forReaders = position === "absolute" && box.clientWidth <= 1;
                return hides && !forReaders && box.checkVisibility() && box.scrollWidth > box.clientWidth + 1;
            }).map((box) => box.outerHTML.slice(0, 120))"""
        )
    )


LOOKS = {
    "forced colors": ({"color_scheme": "light", "forced_colors": "active"}, {"width": 1280, "height": 720}),
    "light, 1280 px at 200 %": ({"color_scheme": "light", "forced_colors": "none"}, {"width": 640, "height": 400}),
    "dark, 320 px or 400 %": ({"color_scheme": "dark", "forced_colors": "none"}, {"width": 320, "height": 568}),
}
MOVING = """() => document.getAnimations().filter((animation) =>
    animation.effect.getComputedTiming().duration > 1).map((animation) => animation.effect.target.outerHTML)"""
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets.push(sheet);
}"""


def test_from_the_first_paint_to_the_letters_in_every_look_a_person_may_choose(page, held):
    page.emulate_media(reduced_motion="reduce")
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    assert found_by_axe(page, "while Python loads") == []
    held()
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    writer.press_write(page)
    expect(page.locator("#form-status")).to_contain_text("problems in the form")
    page.get_by_label("ZIP code", exact=True).fill("94507")  # in three districts
    expect(page.locator("#districts")).to_be_visible()
    page.locator("#reasons input").nth(2).check()
    expect(page.locator("#reasons input").nth(3)).to_be_disabled()
    assert found_by_axe(page, "with errors, three reasons and a district to choose") == []
    page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(page)
    writer.press_write(page)
    page.locator('html[data-letters="written"]').wait_for(state="attached")
    writer.press(page, "I sent this letter")
    # With reduced motion, nothing moves by itself.
    assert page.evaluate(MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    # WCAG 1.4.12: nothing is lost when lines, paragraphs, letters and words are set apart.
    page.set_viewport_size({"width": 320, "height": 568})
    open_everything(page)
    page.evaluate(SPACED)
    assert not wider_than_the_screen(page)
    assert cut_off(page) == []
    page.evaluate("document.adoptedStyleSheets.pop()")
    page.set_viewport_size({"width": 1280, "height": 720})
    open_everything(page)
    assert found_by_axe(page, "with letters to the officials that were found, and their offices") == []
    for name, (looks, size) in LOOKS.items():
        page.emulate_media(**looks)
        page.set_viewport_size(size)
        open_everything(page)
        settle(page)
        assert found_by_axe(page, name) == []
        assert not wider_than_the_screen(page), name
        assert cut_off(page) == [], name


@pytest.mark.expects("Python could not start")
def test_where_python_cannot_start(page):
    page.add_init_script(pages.WITHOUT_PYTHON)
    page.goto("./")
    expect(page.locator("#python-failed")).to_be_visible()
    assert found_by_axe(page, "where Python cannot start") == []


# That the letter's button opens it, and what the dialog then does: test_email_copy.py. Here nothing starts Python.
def test_with_a_dialog_open_which_has_a_name_and_a_way_out(build_variant, endpoint, page):
    site = build_variant(email_copy={"endpoint": endpoint.url + "copy", "provider": "Example Forms"})
    page.add_init_script(pages.SAVES_DATA)
    page.goto(site.url)
    page.locator("[data-email-who]").evaluate("who => { who.textContent = 'To ada@example.org, by Example Forms.' }")
    page.locator("#email-dialog").evaluate("dialog => dialog.showModal()")
    dialog = page.get_by_role("dialog", name="Send a copy to yourself?")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    assert found_by_axe(page, "with a dialog open") == []


def test_in_a_frame_with_the_hosts_color(page, site):
    address = f"{site.url}#theme=light&accent=%23ffd54f"
    page.set_content(f"<title>A host</title><iframe title='Letters' src='{address}' width=900 height=900></iframe>")
    inside = page.frame_locator("iframe")
    inside.locator("html[data-python=ready]").wait_for(state="attached", timeout=pages.PYTHON_STARTS_WITHIN)
    writer.write(inside)
    for theme in ("light", "dark"):
        inside.locator("html").evaluate("(html, theme) => { html.dataset.theme = theme }", theme)
        settle(page.frames[1])
        found = found_by_axe(page.frames[1], f"in a frame, {theme}")
        # The level-one heading is the host page's own.
        assert [broken for broken in found if "page-has-heading-one" not in broken] == []


def test_without_javascript_what_is_left_can_be_read(new_context, site):
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 568}).new_page()
    page.goto(site.url)
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    tree = page.locator("body").aria_snapshot()
    assert "[First name]" in tree
    assert "textbox" not in tree
