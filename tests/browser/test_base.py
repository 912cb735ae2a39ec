"""The ground that the other browser tests stand on: that a fault in a page is seen, and that what leaves a page is."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import watching
from tests.browser.fixtures import NOW
from tests.browser.pages import retype, wait_until
from tests.browser.sharing import SharedProfile
from tests.browser.watching import Watch

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src *; form-action *"
_PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Trial</title>
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<link rel="icon" href="icon.svg"><script type="module" src="trial.js"></script></head>
<body><output></output></body></html>"""
_SCRIPT = """\
const say = (text) => { document.querySelector("output").textContent = text; };
const add = (name, work) => {
    const button = document.body.appendChild(document.createElement("button"));
    button.textContent = name;
    button.addEventListener("click", work);
};
"""


def blank(folder: Path) -> Path:
    """The folder with the one file that every page of this module asks for."""
    (folder / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    return folder


@pytest.fixture
def trial(tmp_path: Path, serve, page):
    """`trial({"Try": "script"})`: opens a small page under a strict policy. Each of its buttons runs its script."""

    def open_page(scripts: dict[str, str], *, insecure: bool = False):
        (blank(tmp_path) / "index.html").write_text(_PAGE)
        buttons = [f'add("{name}", async () => {{ {script} }});\n' for name, script in scripts.items()]
        (tmp_path / "trial.js").write_text(_SCRIPT + "".join(buttons))
        site = serve(tmp_path)
        page.goto((site.insecure_origin if insecure else site.origin) + "/")
        return page

    return open_page


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


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
def test_a_fault_in_the_page_fails_its_test(trial, watch):
    page = trial({name: script for name, (script, _report) in FAULTS.items()})
    for name, (_script, report) in FAULTS.items():
        press(page, name)
        wait_until(page, lambda: any(report in problem for problem in watch.problems), f"{name}: unseen")  # noqa: B023 - at once
        assert report in failure_of(watch), name
        page.wait_for_timeout(100)  # The same fault may be reported twice, by the console and by the browser.
        watch.forget()


def test_a_fault_that_is_expected_is_none_and_one_that_never_came_is():
    watch = Watch(home=set())
    watch.expect("Out of paper")
    assert failure_of(watch) == "The page never reported: Out of paper"
    watch.expect("Out of paper")
    watch.problems += ["Out of paper today", "Out of ink"]
    assert failure_of(watch) == "The page reported: Out of ink"
    watch.expect("Out of paper")
    watch.problems.append("Out of paper today")
    watch.check()


@pytest.mark.in_both_browsers
@pytest.mark.leaves_origin("example.org")
def test_a_visit_elsewhere_is_answered_on_this_machine_if_expected_and_else_refused(trial, watch):
    ask = "say(await fetch('https://%s/', {mode: 'no-cors'}).then(({type}) => type, () => 'refused'));"
    page = trial({host: ask % host for host in ("example.org", "example.com")})
    press(page, "example.org")
    expect(page.locator("output")).to_have_text("opaque")
    watch.check()
    press(page, "example.com")
    expect(page.locator("output")).to_have_text("refused")
    assert "left the origin: https://example.com/" in failure_of(watch)


@pytest.mark.in_both_browsers
def test_what_a_page_hands_over_is_what_the_test_gets_and_without_a_certificate_there_is_no_clipboard(
    trial, browser_name, *, clipboard_text, download, mail_program, printed_file
):
    page = trial(
        {
            "Copy": "await navigator.clipboard.writeText('Dear Señor 😀:\\n\\nTwo lines'); say('copied');",
            "Download": (
                "const a = document.createElement('a'); a.download = 'A letter.txt';"
                "a.href = URL.createObjectURL(new Blob(['Dear\\r\\nSenator'])); a.click();"
            ),
            "Mail": (
                "const a = document.createElement('a'); a.href = 'mailto:ann@example.org?subject=A%20b'; a.click();"
            ),
            "Print": "addEventListener('beforeprint', () => say('printing'), {once: true}); print();",
            "Go on": "document.body.innerHTML = '<input type=email>';",
        }
    )
    press(page, "Copy")
    expect(page.locator("output")).to_have_text("copied")
    assert clipboard_text(page) == "Dear Señor 😀:\n\nTwo lines"
    for _ in range(2):
        file = download(page, lambda: press(page, "Download"))
        assert (file.name, file.content) == ("A letter.txt", b"Dear\r\nSenator")
    press(page, "Mail")
    assert mail_program.opened(page) == "mailto:ann@example.org?subject=A%20b"
    printed_file.unlink(missing_ok=True)
    press(page, "Print")
    expect(page.locator("output")).to_have_text("printing")
    if browser_name == "firefox":  # Chromium without a window prints nothing.
        wait_for_pdf(page, printed_file)
    press(page, "Go on")
    box = page.locator("input")
    for text in ("ada@example.org", "grace@example.org"):
        retype(box, text)
        expect(box).to_have_value(text)
    trial({"Try": "say(String(navigator.clipboard));"}, insecure=True)
    press(page, "Try")
    expect(page.locator("output")).to_have_text("undefined")


def wait_for_pdf(page, file: Path) -> None:
    wait_until(
        page,
        lambda: file.exists() and file.read_bytes().startswith(b"%PDF"),
        f"Nothing was printed to {file} within 10 seconds.",
    )


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


@pytest.mark.only_browser("chromium")
def test_the_next_test_finds_an_empty_profile_and_the_right_time_and_leaves_nothing(
    browser, browser_context_args, serve, tmp_path
):
    site = serve(blank(tmp_path))  # without Python, whose code the profile would compile
    profile = SharedProfile(browser, site, browser_context_args, NOW, watching.report_violations)
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
    for change in (later.clock.install, lambda: later.context.add_init_script("globalThis.left = 1")):
        with pytest.raises(AssertionError, match="own_context"):
            change()
    later.evaluate(KEEP_EVERYTHING)
    with pytest.raises(AssertionError, match="left something behind"):
        profile.empty([])  # of no origin
    profile.close()
