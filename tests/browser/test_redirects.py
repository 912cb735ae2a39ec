"""Sign-up lists whose endpoint redirects to another site, which the page's policy must allow."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import serving
from tests.browser.serving import Endpoint, Site
from tests.browser.watching import Watch


@pytest.fixture
def thanks(watch: Watch) -> Iterator[Endpoint]:
    """Another site than the endpoint's, with the list's page of thanks.

    Request it before the page, so that it stops after the page: its own tab may still be loading an icon.
    """
    with serving.endpoint() as answers:
        watch.home.add(answers.url.rstrip("/"))
        yield answers


def join(page: Page, site: Site, endpoint: Endpoint) -> None:
    """Fill in the form of the list, send it, and wait until the endpoint has it."""
    page.goto(site.url)
    page.locator("#join").get_by_label("Your name").fill("Ada Lovelace")
    page.locator("#join").get_by_label("Your email address").fill("ada@example.org")
    page.locator("#join").get_by_role("button").click()
    wait_for(page, endpoint.posts)


def wait_for(page: Page, requests: list[str]) -> None:
    for _ in range(100):
        if requests:
            return
        page.wait_for_timeout(100)
    pytest.fail("No request within 10 seconds.")


def redirecting(endpoint: Endpoint, thanks: Endpoint, **also: Any) -> dict[str, Any]:
    endpoint.status, endpoint.location = 303, f"{thanks.url}thanks"
    return {"endpoint": f"{endpoint.url}join", "provider": "Example Lists", **also}


@pytest.mark.in_both_browsers
def test_a_redirect_to_a_site_in_also_allow_reaches_it(
    thanks: Endpoint, page: Page, build_variant: Callable[..., Site], endpoint: Endpoint
):
    site = build_variant(join=redirecting(endpoint, thanks, also_allow=[thanks.url.rstrip("/")]))
    join(page, site, endpoint)
    wait_for(page, thanks.visits)
    assert thanks.visits[0] == "/thanks"


@pytest.mark.only_browser("chromium")  # Firefox does not apply form-action to redirects, which CSP level 3 leaves open.
@pytest.mark.expects("form-action")
def test_a_redirect_to_any_other_site_is_blocked(
    thanks: Endpoint, page: Page, build_variant: Callable[..., Site], endpoint: Endpoint
):
    join(page, build_variant(join=redirecting(endpoint, thanks)), endpoint)
    page.wait_for_timeout(1000)
    assert len(endpoint.posts) == 1
    assert thanks.visits == []
