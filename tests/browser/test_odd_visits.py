"""Visits that nobody plans: two tabs at once, a wrong clock, storage that is full or goes away, back and forth."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from tests.browser import pages, writer


def noted(page) -> list[str]:
    return page.locator("[data-record] li").all_text_contents()


def test_two_tabs_at_once_lose_nothing_of_each_other(ready_page):
    first, second = ready_page, ready_page.context.new_page()
    second.goto("./")
    pages.wait_ready(second)
    for page, slot, story in ((first, "house", "My first story"), (second, "senate-1", "My second story")):
        writer.write(page)
        page.get_by_label("Your story").fill(story)
        writer.press(page, "I sent this letter", slot)
    expect(first.get_by_label("Your story")).to_have_value("My first story")
    for page, story in ((first, "My first story"), (second, "My second story")):
        page.reload()
        pages.wait_ready(page)
        expect(page.get_by_label("Your story")).to_have_value(story)
        assert story in writer.text_of(page)
        assert [("Simon" in line, "Padilla" in line) for line in noted(page)] in (
            [(True, False), (False, True)],
            [(False, True), (True, False)],
        )


@pytest.mark.parametrize("now", ["1996-02-29T12:00:00", "2049-12-31T23:59:59"])
def test_a_clock_that_is_wrong_by_years_stops_nothing(page, now):
    page.clock.set_fixed_time(now)
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    writer.press(page, "I sent this letter")
    expect(writer.said(page)).to_contain_text(now[:4])
    assert "Dear Representative Simon:" in writer.text_of(page)


def test_storage_that_is_cleared_in_the_middle_takes_nothing_from_the_open_page(ready_page):
    writer.write(ready_page)
    ready_page.get_by_label("Your story").fill("My story")
    ready_page.context.clear_cookies()
    ready_page.evaluate("sessionStorage.clear(); localStorage.clear()")
    writer.press(ready_page, "I sent this letter")
    assert len(noted(ready_page)) == 1
    assert "My story" in writer.text_of(ready_page)
    expect(ready_page.get_by_label("First name")).to_have_value("Ada")


def test_where_storage_is_full_letters_are_written_all_the_same(ready_page, watch):
    full = "() => { throw new DOMException('full', 'QuotaExceededError') }"
    ready_page.evaluate(f"() => {{ Storage.prototype.setItem = {full} }}")
    writer.write(ready_page)
    ready_page.get_by_label("Your story").fill("My story")
    assert "My story" in writer.text_of(ready_page)
    expect(ready_page.locator("#form-status")).to_contain_text("Your 3 letters are written.")
    assert any("cannot keep" in line for line in watch.console)


def test_where_cookies_are_refused_the_record_says_that_it_is_not_kept(page):
    page.add_init_script("Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} })")
    page.goto("./")
    pages.wait_ready(page)
    writer.write(page)
    writer.press(page, "I sent this letter")
    expect(writer.said(page)).to_contain_text("download it below")
    assert len(noted(page)) == 1


def test_a_page_that_is_left_and_come_back_to_is_as_it_was(ready_page):
    writer.write(ready_page)
    ready_page.get_by_label("Your story").fill("My story")
    ready_page.goto("about:blank")
    ready_page.go_back()
    pages.wait_ready(ready_page)
    expect(ready_page.get_by_label("Your story")).to_have_value("My story")
    assert "My story" in writer.text_of(ready_page)


@pytest.mark.own_context  # All pages of a site share a process, and this one crashes.
def test_after_a_crash_details_come_back_from_the_cookie(ready_page):
    writer.write(ready_page)
    writer.press(ready_page, "I sent this letter")
    with ready_page.expect_event("crash"), suppress(Error):
        ready_page.goto("chrome://crash")
    again = ready_page.context.new_page()
    again.goto("./")
    pages.wait_ready(again)
    expect(again.get_by_label("First name")).to_have_value("Ada")
    assert "Dear Representative Simon:" in writer.text_of(again)
    assert len(noted(again)) == 1


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
