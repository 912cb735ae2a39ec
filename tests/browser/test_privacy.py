"""Nothing that is typed leaves the device."""

import pytest

from tests.browser import pages, writer

MARK = "zq7word"


@pytest.mark.claim("Typing, writing and delivering make no request")
@pytest.mark.in_both_browsers
def test_no_request_is_made_while_everything_is_typed_written_and_delivered(lookup_page, watch, download):
    lookup_page.wait_for_timeout(500)
    watch.requests.clear()
    for box in lookup_page.locator("#letter-form input:not([type=checkbox], [type=email]), #story").all():
        writer.reveal(box).fill(f"{MARK} 94601" if box.get_attribute("name") != "zip" else "94601")
    # Too long for a mail link, so that the copy comes as a file.
    lookup_page.get_by_label("Your story", exact=True).fill(f"{MARK} was late, and no train came. " * 60)
    lookup_page.get_by_label("Email", exact=True).fill(f"{MARK}@example.org")
    lookup_page.get_by_label("State", exact=True).select_option("CA")
    writer.press_write(lookup_page)
    for slot in ("house", "senate-1", "senate-2"):
        writer.press(lookup_page, "Copy letter", slot)
        download(lookup_page, lambda slot=slot: writer.press(lookup_page, "Download", slot))
        download(lookup_page, lambda slot=slot: writer.press(lookup_page, "Email me a copy", slot))
        writer.press(lookup_page, "I sent this letter", slot)
    asked = [request.url for request in watch.requests if not request.url.startswith("blob:")]
    assert asked == []
    assert MARK not in lookup_page.url + lookup_page.title()
    assert not [line for line in watch.console if MARK in line]


@pytest.mark.claim("A visit requests only the page's own origin")
@pytest.mark.in_both_browsers
def test_a_first_visit_asks_only_the_pages_own_origin(ready_page, watch, site):
    writer.write(ready_page)
    assert watch.requests
    assert {request.url for request in watch.requests if not request.url.startswith((site.origin, "blob:"))} == set()


@pytest.mark.claim("The page works without a network")
@pytest.mark.in_both_browsers
def test_the_page_works_with_the_network_cut_after_it_has_loaded(dist, serve, page, clipboard_text):
    site = serve(dist)
    page.goto(site.url)
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    site.stop()
    writer.write(page)
    writer.press(page, "Copy letter")
    assert clipboard_text(page).startswith("The Honorable Lateefah Simon")


@pytest.mark.claim("the policy allows no other origin")
def test_the_policy_names_no_other_place(ready_page):
    policy = ready_page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    assert "default-src 'none'" in policy
    assert "script-src 'self' 'wasm-unsafe-eval'" in policy
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy
