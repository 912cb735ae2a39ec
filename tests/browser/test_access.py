"""The page for everybody: what axe-core finds in each state (nothing), and what axe cannot see.

Rules: WCAG 2.2, levels A and AA, and axe's own good practice.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import pages, writer
from tests.checkout import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What axe looks at is the same in every browser; only Chromium can be told of colours, motion and scripts.


# How many of axe's rules were passed, each time that it looked.
rules_passed: list[int] = []


@pytest.fixture(autouse=True)
def _tell_rules(request, record_property):
    """For the table of `make audit`: the state that was tested, and the rules that it passed."""
    rules_passed.clear()
    yield
    if rules_passed:
        state = request.node.name.removeprefix("test_").replace("_", " ")
        record_property("cell", ("What axe-core looked at", state, "rules passed", max(rules_passed)))


def found_by_axe(page: Page) -> list[str]:
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
    assert results["passed"] > 15
    rules_passed.append(results["passed"])
    return list(results["broken"])


def open_everything(page: Page) -> None:
    """Unfolds every step and every part that is folded."""
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")


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


def test_while_python_loads_when_it_is_ready_with_mistakes_and_with_letters(page, held):
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    assert found_by_axe(page) == []
    held()
    pages.wait_ready(page)
    writer.press_write(page)
    expect(page.locator("#form-status")).to_contain_text("problems in the form")
    assert found_by_axe(page) == []
    writer.write(page)
    open_everything(page)
    assert found_by_axe(page) == []


@pytest.mark.expects("Python could not start")
def test_where_python_cannot_start(page):
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto("./")
    expect(page.locator("#python-failed")).to_be_visible()
    assert found_by_axe(page) == []


LOOKS = {
    "dark": ({"color_scheme": "dark", "forced_colors": "none"}, {"width": 1280, "height": 720}),
    "forced colors": ({"color_scheme": "light", "forced_colors": "active"}, {"width": 1280, "height": 720}),
    "dark, 320 px or 400 %": ({"color_scheme": "dark", "forced_colors": "none"}, {"width": 320, "height": 568}),
    "light, 1280 px at 200 %": ({"color_scheme": "light", "forced_colors": "none"}, {"width": 640, "height": 400}),
}


def test_in_every_look_a_person_may_choose(ready_page):
    page = ready_page
    writer.write(page)
    writer.press(page, "I sent this letter")
    for name, (looks, size) in LOOKS.items():
        page.emulate_media(**looks)
        page.set_viewport_size(size)
        open_everything(page)
        page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
        assert found_by_axe(page) == [], name
        assert not wider_than_the_screen(page), name
        assert cut_off(page) == [], name


def test_with_the_officials_found_their_offices_open_and_a_district_to_choose(lookup_page):
    page = lookup_page
    page.get_by_label("ZIP code", exact=True).fill("94601")
    writer.fill_person(page)
    writer.press_write(page)
    open_everything(page)
    assert found_by_axe(page) == []
    page.get_by_label("ZIP code", exact=True).fill("82001")
    assert found_by_axe(page) == []


def test_with_a_dialog_open(with_endpoint):
    page = with_endpoint
    writer.press(page, "Email me a copy")
    expect(page.locator("#email-dialog")).to_be_visible()
    assert found_by_axe(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_a_frame_with_the_hosts_colour(page, site, theme):
    page.goto(f"{site.url}embed-example.html")
    page.evaluate(
        "(theme) => { const frame = document.createElement('iframe'); frame.title = 'Letters'; frame.id = 'mine';"
        " frame.src = `./#theme=${theme}&accent=%23ffd54f`; frame.width = 900; frame.height = 900;"
        " document.body.replaceChildren(frame); }",
        theme,
    )
    inside = page.frame_locator("#mine")
    inside.locator("html[data-python=ready]").wait_for(state="attached", timeout=pages.PYTHON_STARTS_WITHIN)
    writer.write(inside)
    [frame] = [frame for frame in page.frames if f"theme={theme}" in frame.url and "ffd54f" in frame.url]
    # The level-one heading is the host page's own.
    assert [broken for broken in found_by_axe(frame) if "page-has-heading-one" not in broken] == []


def test_without_javascript_what_is_left_can_be_read(new_context, site):
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 568}).new_page()
    page.goto(site.url)
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    tree = page.locator("body").aria_snapshot()
    assert "[First name]" in tree
    assert "textbox" not in tree


def test_text_may_be_spaced_as_a_reader_needs_it(ready_page):
    """WCAG 1.4.12: nothing is lost when lines, paragraphs, letters and words are set apart."""
    writer.write(ready_page)
    ready_page.set_viewport_size({"width": 320, "height": 568})
    ready_page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
            document.adoptedStyleSheets.push(sheet);
        }"""
    )
    open_everything(ready_page)
    assert not wider_than_the_screen(ready_page)
    assert cut_off(ready_page) == []


def test_with_reduced_motion_nothing_moves_by_itself(page, site):
    page.emulate_media(reduced_motion="reduce")
    page.goto(site.url)
    pages.wait_ready(page)
    writer.write(page)
    moving = page.evaluate(
        """() => document.getAnimations().filter((animation) =>
            animation.effect.getComputedTiming().duration > 1).map((animation) => animation.effect.target.outerHTML)"""
    )
    assert moving == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_what_has_happened_is_announced_once(ready_page):
    """Live regions: a screen reader says each change, so one event may change one of them, and once."""
    ready_page.evaluate(
        """() => {
            globalThis.announced = [];
            const live = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], output";
            new MutationObserver((changes) => {
                const regions = new Set(changes.map(({ target }) =>
                    (target.nodeType === 1 ? target : target.parentElement)?.closest(live)).filter(Boolean));
                for (const region of regions) {
                    const text = region.textContent.trim();
                    if (text && region.checkVisibility()) announced.push(text);
                }
            }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }"""
    )
    writer.write(ready_page)
    expect(ready_page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    said = ready_page.evaluate("announced.splice(0)")
    assert [text for text in said if "letters are written" in text] == [said[-1]]
    writer.press(ready_page, "Copy letter")
    expect(writer.said(ready_page)).to_have_text("Copied the letter.")
    assert ready_page.evaluate("announced.splice(0)") == ["Copied the letter."]
