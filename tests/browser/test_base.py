"""The ground that the other browser tests stand on: that a fault in a page is seen, and that what leaves a page is."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.pages import retype

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src *; form-action *"
_PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Trial</title>
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<link rel="icon" href="icon.svg"><script type="module" src="trial.js"></script></head>
<body><button>Try</button><output></output></body></html>"""


@pytest.fixture
def trial(tmp_path: Path, serve, page):
    """`trial("script")`: opens a small page under a strict policy that runs the script when its button is pressed."""

    def open_and_press(script: str, *, insecure: bool = False, press: bool = True):
        (tmp_path / "index.html").write_text(_PAGE)
        (tmp_path / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
        (tmp_path / "trial.js").write_text(
            "const say = (text) => { document.querySelector('output').textContent = text; };\n"
            f"document.querySelector('button').addEventListener('click', async () => {{ {script} }});\n"
        )
        site = serve(tmp_path)
        page.goto((site.insecure_origin if insecure else site.origin) + "/")
        if press:
            page.get_by_role("button").click()
        return page

    return open_and_press


def failure_of(watch) -> str:
    """What the test would fail with; the test then begins anew."""
    with pytest.raises(pytest.fail.Exception) as failure:
        watch.check()
    watch.forget()
    return str(failure.value)


FAULTS = {
    "a line in the console": ("console.error('Out of paper');", "Out of paper"),
    "an error that nobody caught": ("throw new Error('Out of ink');", "Out of ink"),
    "a promise that nobody kept": ("Promise.reject(new Error('Out of stamps'));", "Out of stamps"),
    "a missing file": ("await fetch('missing.txt');", "404 for"),
    "a script that the policy stops": (
        "const s = document.createElement('script'); s.textContent = '1'; document.body.append(s);",
        "script-src-elem inline",
    ),
    "a violation that the page hides": ("try { Function('1')(); } catch { }", "script-src eval"),
    "a request to elsewhere": (
        "await fetch('https://example.org/who').catch(() => 0);",
        "left the origin: https://example.org/who",
    ),
}


@pytest.mark.claim("Every browser test fails if its page violates the policy")
@pytest.mark.in_both_browsers
@pytest.mark.parametrize(("script", "report"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_the_page_fails_its_test(trial, watch, script, report):
    page = trial(script + " say('done');")
    page.wait_for_timeout(300)
    assert report in failure_of(watch)


@pytest.mark.in_both_browsers
def test_a_fault_that_never_came_fails_its_test(trial, watch):
    trial("say('fine');")
    watch.expect("Out of paper")
    assert "never reported: Out of paper" in failure_of(watch)


@pytest.mark.in_both_browsers
@pytest.mark.expects("Out of paper")
def test_an_expected_fault_is_none(trial):
    trial("console.error('Out of paper today');")


@pytest.mark.in_both_browsers
@pytest.mark.leaves_origin("example.org")
def test_a_visit_elsewhere_is_answered_on_this_machine(trial):
    page = trial("say((await fetch('https://example.org/', {mode: 'no-cors'})).type);")
    expect(page.locator("output")).to_have_text("opaque")


@pytest.mark.in_both_browsers
def test_nothing_reaches_another_machine(trial, watch):
    page = trial("say(await fetch('https://example.com/', {mode: 'no-cors'}).then(() => 'reached', () => 'refused'));")
    expect(page.locator("output")).to_have_text("refused")
    assert "left the origin" in failure_of(watch)


@pytest.mark.in_both_browsers
def test_an_endpoint_keeps_what_it_was_sent(trial, endpoint):
    page = trial(f"say((await fetch('{endpoint.url}f', {{method: 'POST', body: 'name=Ann'}})).status);")
    expect(page.locator("output")).to_have_text("200")
    assert endpoint.posts == ["name=Ann"]


@pytest.mark.in_both_browsers
def test_copied_text_is_what_one_pastes(trial, clipboard_text):
    page = trial("await navigator.clipboard.writeText('Dear Señor 😀:\\n\\nTwo lines'); say('copied');")
    expect(page.locator("output")).to_have_text("copied")
    assert clipboard_text(page) == "Dear Señor 😀:\n\nTwo lines"


@pytest.mark.in_both_browsers
def test_a_page_without_a_certificate_has_no_clipboard(trial):
    page = trial("say(String(navigator.clipboard));", insecure=True)
    expect(page.locator("output")).to_have_text("undefined")


@pytest.mark.in_both_browsers
def test_a_downloaded_file_has_its_name_and_its_bytes(trial, download):
    page = trial(
        "const a = document.createElement('a'); a.download = 'A letter.txt';"
        "a.href = URL.createObjectURL(new Blob(['Dear\\r\\nSenator'])); a.click();",
        press=False,
    )
    for _ in range(2):
        file = download(page, page.get_by_role("button").click)
        assert (file.name, file.content) == ("A letter.txt", b"Dear\r\nSenator")


@pytest.mark.in_both_browsers
def test_a_box_is_typed_anew(trial):
    page = trial("document.body.innerHTML = '<input type=email>';")
    box = page.locator("input")
    for text in ("ada@example.org", "grace@example.org"):
        retype(box, text)
        expect(box).to_have_value(text)


@pytest.mark.in_both_browsers
def test_a_mail_link_opens_the_mail_program(trial, mail_program):
    page = trial("const a = document.createElement('a'); a.href = 'mailto:ann@example.org?subject=A%20b'; a.click();")
    assert mail_program.opened(page) == "mailto:ann@example.org?subject=A%20b"


@pytest.mark.in_both_browsers
def test_printing_asks_for_nothing_and_lets_the_page_go_on(trial):
    page = trial("addEventListener('beforeprint', () => say('printing'), {once: true}); print();")
    expect(page.locator("output")).to_have_text("printing")
    page.get_by_role("button").click()


@pytest.mark.only_browser("firefox")  # Chromium without a window prints nothing
def test_what_is_printed_is_a_file_of_the_tests(trial, printed_file):
    page = trial("print();")
    for _ in range(100):
        if printed_file.exists() and printed_file.read_bytes().startswith(b"%PDF"):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"Nothing was printed to {printed_file} within 10 seconds.")


@pytest.mark.in_both_browsers
def test_a_changed_campaign_is_built_and_served(page, build_variant):
    site = build_variant(name="A Trial Campaign", resistbot=None)
    page.goto(site.url)
    expect(page).to_have_title(re.compile("A Trial Campaign"))


# ---------- The profile that tests share ----------

KEEP_EVERYTHING = """async () => {
    document.cookie = "left=1; max-age=3600";
    localStorage.setItem("left", "1");
    sessionStorage.setItem("left", "1");
    await new Promise((done) => { indexedDB.open("left").onsuccess = done; });
    await (await caches.open("left")).put("left", new Response("1"));
}"""
WHAT_IS_KEPT = """async () => [
    document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length,
]"""


@pytest.fixture
def profile(shared_profile, watch):
    profile = shared_profile("block")
    yield profile
    profile.close()  # These tests break it.


@pytest.mark.only_browser("chromium")
def test_the_next_test_finds_an_empty_profile_and_the_right_time(profile, site):
    page = profile.context.new_page()
    page.goto(f"{site.url}icon.svg")
    page.clock.set_fixed_time("2099-01-01T12:00:00Z")
    page.evaluate(KEEP_EVERYTHING)
    assert page.evaluate(WHAT_IS_KEPT) == ["left=1", 1, 1, 1, 1]
    profile.empty([site.origin])
    later = profile.context.new_page()
    later.goto(f"{site.url}icon.svg")
    assert later.evaluate(WHAT_IS_KEPT) == ["", 0, 0, 0, 0]
    assert later.evaluate("new Date().toISOString()") == "2026-06-15T12:00:00.000Z"


@pytest.mark.only_browser("chromium")
def test_a_test_that_leaves_something_behind_fails(profile, site):
    page = profile.context.new_page()
    page.goto(f"{site.url}icon.svg")
    page.evaluate(KEEP_EVERYTHING)
    with pytest.raises(AssertionError, match="left something behind"):
        profile.empty([])  # of no origin


@pytest.mark.only_browser("chromium")
def test_what_would_stay_for_the_next_test_is_refused(page):
    for change in (page.clock.install, lambda: page.context.add_init_script("globalThis.left = 1")):
        with pytest.raises(AssertionError, match="own_context"):
            change()
