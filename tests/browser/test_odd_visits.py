"""Visits that nobody plans: two tabs at once, a wrong clock, storage that is refused, full or goes away."""

import pytest
from playwright.sync_api import expect

from tests.browser import pages, writer


def noted(page) -> list[str]:
    return page.locator("[data-record] li").all_text_contents()


def test_two_tabs_at_once_lose_nothing_of_each_other(ready_page):
    first, second = ready_page, ready_page.context.new_page()
    second.goto("./")
    pages.wait_ready(second)
    for page, slot, story in ((first, "house", "My first story"), (second, "senate-1", "My second story")):
        page.bring_to_front()  # In the background, a browser draws once a second, and a click waits for that.
        writer.write(page)
        page.get_by_label("Your story").fill(story)
        writer.press(page, "I sent this letter", slot)
    assert sorted(("Simon" in line, "Padilla" in line) for line in noted(second)) == [(False, True), (True, False)]
    for page, story in ((first, "My first story"), (second, "My second story")):
        expect(page.get_by_label("Your story")).to_have_value(story)
        assert story in writer.text_of(page)
        page.evaluate("dispatchEvent(new Event('pagehide'))")  # What waits is saved now.
        assert page.evaluate("JSON.parse(sessionStorage.honorable).typed.story") == story


def test_storage_that_is_cleared_or_fills_up_takes_nothing_from_the_open_page(page, watch):
    page.clock.set_fixed_time("2049-12-31T23:59:59")
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    page.get_by_label("Your story").fill("My story")
    page.context.clear_cookies()
    page.evaluate("sessionStorage.clear(); localStorage.clear()")
    writer.press(page, "I sent this letter")
    expect(writer.said(page)).to_contain_text("2049")  # A clock that is wrong by years stops nothing.
    assert len(noted(page)) == 1
    assert "My story" in writer.text_of(page)
    expect(page.get_by_label("First name")).to_have_value("Ada")

    full = "() => { throw new DOMException('full', 'QuotaExceededError') }"
    page.evaluate(f"() => {{ Storage.prototype.setItem = {full} }}")
    page.get_by_label("Your story").fill("Another story")
    writer.write(page)
    assert "Another story" in writer.text_of(page)
    expect(page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    assert any("cannot keep" in line for line in watch.console)


def test_where_storage_is_refused_letters_are_written_and_the_page_says_what_is_not_kept(page):
    page.add_init_script(
        "for (const name of ['sessionStorage', 'localStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } });"
        " Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} })"
    )
    page.clock.set_fixed_time("1996-02-29T12:00:00")
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    expect(page.locator("#form-status")).to_contain_text("does not let the page save your details")
    assert "Dear Representative Simon:" in writer.text_of(page)
    writer.press(page, "I sent this letter")
    expect(writer.said(page)).to_contain_text("1996")
    expect(writer.said(page)).to_contain_text("download it below")
    assert len(noted(page)) == 1


@pytest.mark.every_host
@pytest.mark.own_context  # What other tests left in the process would be counted too.
def test_200_visits_back_and_forth_take_no_more_memory(page, record_property):
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")

    def held() -> dict[str, float]:
        devtools.send("HeapProfiler.collectGarbage")
        metrics = devtools.send("Performance.getMetrics")["metrics"]
        return {metric["name"]: metric["value"] for metric in metrics}

    page.goto("./")
    pages.wait_ready(page)
    before = held()
    for _ in range(200):
        page.goto("about:blank")
        page.go_back()
        pages.wait_ready(page)
    after = held()
    for name in ("JSHeapUsedSize", "Documents", "Nodes", "JSEventListeners"):
        grown = after[name] / before[name] - 1
        record_property("cell", ("200 visits back and forth", name, "grown by", f"{100 * grown:.0f} %"))
        assert grown < 0.2, name
