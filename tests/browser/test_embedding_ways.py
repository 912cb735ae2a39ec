"""The ways in which a site can load embed.js: as a script, a module, in a bundle, later, often, and under a policy.

The host is on 127.0.0.1, the letter page on localhost, so they are two sites. embed.js talks to frame.js alone, so only
that is in the frames here; test_embed.py has the whole page in them.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, expect

from tests.checkout import ROOT
from tests.frames import hosting

EMBED = (ROOT / "web" / "embed.js").read_text("utf-8")
FRAME = (ROOT / "web" / "frame.js").read_text("utf-8")
FRAMED = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Framed</title>
<link rel="icon" href="data:,"><script>{FRAME}</script></head><body style="height: 900px"></body></html>"""
# What a tag manager does.
INSERT = """Object.assign(document.createElement("script"), {{ src: "{url}embed.js", async: true }})"""


@pytest.fixture
def host(tmp_path: Path, serve, watch, page) -> Callable[..., None]:
    """Return a function that opens a page on another site: `host(body, head="")`."""
    server = serve(tmp_path)
    address = hosting.on_another_site(server)
    watch.home.add(address.rstrip("/"))
    framed = re.compile(r"^http://localhost:\d+/(letters/|v1\.2/)?$")
    page.route(framed, lambda route: route.fulfill(body=FRAMED, content_type="text/html"))

    def opened(body: str, head: str = "") -> None:
        (tmp_path / "index.html").write_text(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>'
            f'<link rel="icon" href="data:,">{head}</head><body><h1>A host</h1>{body}<p>The end.</p></body></html>'
        )
        page.goto(address)

    return opened


def letters(page, nth: int = 0) -> FrameLocator:
    """Return the frame once the letter page in it fills it."""
    page.locator("iframe").nth(nth).scroll_into_view_if_needed()
    frame = page.frame_locator("iframe").nth(nth)
    expect(frame.locator("html[data-framed=fits]")).to_be_attached()
    return frame


def test_a_marked_element_is_replaced_by_the_letters(host, page, site):
    host(
        f'<div data-honorable="{site.url}" data-theme="dark" data-title="Our letters">'
        f'<a href="{site.url}">Write</a></div>'
        f'<script src="{site.url}embed.js" async></script>'
    )
    expect(letters(page).locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("h1 + div > iframe")).to_have_attribute("title", "Our letters")
    expect(page.locator("iframe")).to_have_count(1)
    expect(page.get_by_role("link", name="Write")).to_have_count(0)


def test_any_address_of_the_page_will_do_and_none_is_the_site_of_the_script(host, page, serve, site, tmp_path):
    folders = [serve(tmp_path, under=under).url for under in ("/letters/", "/v1.2/")]
    sites = {f"{site.url}index.html": site.url, f"{site.url}?a=b#c": site.url, "": site.url}
    sites |= {folder.rstrip("/"): folder for folder in folders}
    marked = "".join(f'<div data-honorable="{mark}"></div>' for mark in sites)
    host(f'{marked}<script src="{site.url}embed.js"></script>')
    for nth, mark in enumerate(sites):
        letters(page, nth)
        assert page.frames[1 + nth].url == sites[mark], mark


def test_the_script_works_as_a_module(host, page, site):
    # Browsers load a module from another origin only with this header, which dist/_headers sets.
    headers = {"Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript"}
    page.route(f"{site.url}embed.js", lambda route: route.fulfill(body=EMBED, headers=headers))
    host(f'<script type="module" src="{site.url}embed.js" data-theme="dark"></script>')
    expect(letters(page).locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("h1 + script + iframe")).to_have_count(1)


@pytest.mark.parametrize("kind", ["text/javascript", "module"])
def test_the_script_works_in_a_bundle(host, page, site, tmp_path, kind):
    (tmp_path / "app.js").write_text(f"const app = 1;\n{EMBED}\ndocument.title += app;")
    host(f'<main data-honorable="{site.url}"></main>', head=f'<script type="{kind}" src="app.js"></script>')
    letters(page)
    expect(page.locator("main > iframe")).to_have_count(1)


def test_a_tag_manager_may_insert_the_script_into_the_head_at_any_time(host, page, site):
    host(f'<div data-honorable="{site.url}"></div>')
    page.evaluate(f"document.head.append({INSERT.format(url=site.url)})")
    letters(page)
    expect(page.locator("body > div > iframe")).to_have_count(1)


@pytest.mark.own_context  # The clock is stopped.
def test_an_element_that_appears_later_gets_its_letters(host, page, site, watch):
    page.clock.install()
    host("<main></main>", head=f'<script src="{site.url}embed.js" async></script>')
    page.evaluate("url => document.querySelector('main').innerHTML = `<p data-honorable='${url}'></p>`", site.url)
    letters(page)
    expect(page.locator("main > p > iframe")).to_have_count(1)
    page.clock.run_for(4_000)  # after three seconds, the script would say that it found no element
    assert not [line for line in watch.console if "Honorable" in line]


def test_several_elements_and_several_copies_of_the_script_give_one_frame_for_each_element(host, page, site):
    copies = f'<script src="{site.url}embed.js"></script><script src="{site.url}embed.js?2" defer></script>'
    host(f'{copies}<div data-honorable="{site.url}"></div><div data-honorable data-theme="dark"></div>{copies}')
    letters(page, 0)
    expect(letters(page, 1).locator("html")).to_have_attribute("data-theme", "dark")
    page.evaluate(f"document.head.append({INSERT.format(url=site.url)})")
    page.wait_for_timeout(300)
    expect(page.locator("div > iframe")).to_have_count(2)
    expect(page.locator("iframe")).to_have_count(2)


def test_a_strict_policy_that_names_the_sites_origin_is_enough(host, page, site):
    policy = (
        f"default-src 'none'; img-src data:; script-src {site.origin}; frame-src {site.origin}; "
        "require-trusted-types-for 'script'"
    )
    host(
        f'<div data-honorable="{site.url}"></div><script src="{site.url}embed.js"></script>',
        head=f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
    )
    letters(page)
    assert page.locator("iframe").bounding_box()["height"] > 700


@pytest.mark.own_context  # The clock is stopped.
def test_the_console_says_what_is_missing_an_element_or_an_answer(host, page, site, tmp_path, watch):
    page.clock.install()
    host("", head=f'<script src="{site.url}embed.js"></script>')
    expect(page.get_by_text("The end.")).to_be_visible()
    page.clock.run_for(4_000)
    assert any("Honorable: waiting for an element with data-honorable" in line for line in watch.console)
    expect(page.locator("iframe")).to_have_count(0)
    (tmp_path / "index.html").unlink()  # so that the folder has no letters, but a list of its files
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div data-honorable=\"other.html\"></div>')")
    expect(page.frame_locator("iframe").locator("html")).to_be_attached()
    page.clock.run_for(11_000)
    assert any("does not answer" in line for line in watch.console)


def test_an_element_without_a_web_address_is_named_in_the_console(host, page, tmp_path, watch):
    (tmp_path / "app.js").write_text(EMBED)
    addresses = ["javascript:alert(1)", "data:text/html,x", "https://", "ftp://example.org/", ""]
    places = "".join(f'<div data-honorable="{address}">Our letters</div>' for address in addresses)
    host(f'{places}<script src="app.js"></script>')
    expect(page.get_by_text("Our letters")).to_have_count(len(addresses))
    for address in addresses:
        assert any(f'cannot find the site for <div data-honorable="{address}">' in line for line in watch.console)
    expect(page.locator("iframe")).to_have_count(0)
