"""A site that was taken down with `honorable retire`, and a campaign whose last day is over."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from honorable.publish.checks.check import check
from honorable.publish.project import find_project
from honorable.publish.site.output import replace_folder
from honorable.publish.site.retired import retired_files
from tests.browser import pages
from tests.checkout import CAMPAIGN

#: How much of a file arrives. It is read to its end: what is under way when the page is left, Firefox calls an error.
WHOLE = "address => fetch(address).then(async (answer) => answer.ok && (await answer.arrayBuffer()).byteLength)"
REMOVED = "navigator.serviceWorker.getRegistration().then((found) => !found)"


@pytest.fixture
def retired(tmp_path: Path) -> dict[str, bytes]:
    file = tmp_path / "campaign.toml"
    ended = '[ended]\non = 2026-12-31\ntext = ["Thank you."]\n'
    file.write_text(CAMPAIGN.read_text("utf-8").replace("[theme]", ended + "[theme]"), "utf-8")
    project = find_project()
    return retired_files(check(file, project, date(2026, 6, 15)), file, project)


def wait_for(page: Page, script: str) -> None:
    pages.wait_until(page, lambda: page.evaluate(script), f"Not within 10 seconds: {script}")


@pytest.fixture
def kept(dist, serve, keeping_page, retired, tmp_path) -> Page:
    """An open page that the browser keeps, and whose site has been retired since."""
    folder = tmp_path / "site"
    shutil.copytree(dist, folder)
    (folder / "index.html").touch()  # A browser keeps what has not changed for long (RFC 9111, section 4.2.2).
    site = serve(folder, under="/letters/")
    keeping_page.add_init_script(pages.WITHOUT_PYTHON)
    keeping_page.goto(site.url)
    pages.wait_kept(keeping_page)
    replace_folder(retired, folder)
    return keeping_page


@pytest.mark.expects("Python could not start")
@pytest.mark.in_both_browsers
def test_a_browser_that_kept_a_retired_page_has_all_of_it_once_more_and_then_sees_the_closing_page(
    dist, kept, tmp_path
):
    page, url = kept, kept.url
    other = f"workbox-precache-v2-{url}other/"  # another campaign, in a folder of this one
    page.evaluate("name => caches.open(name).then(() => true)", other)
    page.goto(url)  # the old page once more, which finds the new service worker
    wait_for(page, REMOVED)
    # What the page may still need to finish a letter is on the device, although the host has it no more.
    for path in sorted(dist.glob("*-*/*")):
        address = path.relative_to(dist).as_posix()
        assert page.evaluate(WHOLE, address) == path.stat().st_size, address
        assert not (tmp_path / "site" / address).exists()

    page.goto("about:blank")
    page.goto(url)
    expect(page.get_by_text("This campaign has ended.")).to_be_visible()
    expect(page.get_by_text("Thank you.")).to_be_visible()
    wait_for(page, "caches.keys().then((names) => names.length === 1)")
    assert page.evaluate("caches.keys()") == [other]
    assert page.evaluate(REMOVED)


@pytest.mark.expects("Python could not start")
@pytest.mark.in_both_browsers
def test_in_an_open_page_the_closing_page_is_there_as_soon_as_it_is_taken(kept):
    kept.reload()
    kept.get_by_role("button", name="New version: reload").click()
    expect(kept.get_by_text("This campaign has ended.")).to_be_visible()


@pytest.mark.in_both_browsers
def test_the_closing_page_offers_to_delete_what_was_saved(serve, page, retired, tmp_path):
    folder = tmp_path / "site"
    replace_folder(retired, folder)
    site = serve(folder, under="/letters/")
    page.goto(site.url)
    delete = page.get_by_role("button", name="Delete my saved details")
    expect(delete).to_be_hidden()
    page.evaluate("document.cookie = 'honorable=1; Path=/letters/'; document.cookie = 'other=1; Path=/letters/'")
    page.goto(site.url + "es/")
    page.get_by_role("button", name="Borrar mis datos guardados").click()
    expect(page.get_by_role("status")).to_have_text("Se borraron.")
    assert page.evaluate("document.cookie") == "other=1"


def test_a_campaign_whose_last_day_is_over_shows_what_to_do_instead(build_variant, page):
    site = build_variant(ended={"on": date(2099, 1, 1), "text": ["Thank you."]})
    page.add_init_script(pages.SAVES_DATA)
    for now, ended in {"2099-01-01T12:00:00": False, "2099-01-02T12:00:00": True}.items():
        page.clock.set_fixed_time(now)
        page.goto(site.url)
        expect(page.get_by_text("Thank you.")).to_be_visible(visible=ended)
        for shown_until_then in ("#write", "#diy", "#plan"):
            expect(page.locator(shown_until_then)).to_be_visible(visible=not ended)


@pytest.mark.only_browser("chromium")  # Firefox over BiDi parses the page as if scripts would run.
def test_without_javascript_the_closing_page_can_be_read(serve, new_context, retired, tmp_path):
    replace_folder(retired, tmp_path / "site")
    page = new_context(java_script_enabled=False).new_page()
    page.goto(serve(tmp_path / "site").url)
    expect(page.get_by_text("This campaign has ended.")).to_be_visible()
    expect(page.get_by_text("Thank you.")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
