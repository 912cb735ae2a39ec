"""The letter page in frames: under every rule that browsers have for them, a visitor writes, copies and comes back."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from tests.browser import browsers, pages, serving, writer
from tests.frames import hosting, webkit

ANOTHER_SITE = "embed.js, another site"
PLAIN = "plain iframe, another site"
SAME_SITE = "embed.js, same site"


@dataclass(frozen=True)
class Context:
    """A browser, its rule for frames, how the page got into the frame, and whether it can remember there.

    `often` where `make test` tries it too: those with the surprises.
    """

    browser: str
    rule: str
    frame: str
    remembers: bool
    often: bool = False

    def __str__(self) -> str:
        return f"{self.browser}, {self.rule}, {self.frame}"


@dataclass(frozen=True)
class Outcome:
    """What the visitor got. `remembers` is None where the page said one thing and did another."""

    written: bool
    copied: bool
    remembers: bool | None
    fits: bool
    quiet: bool


CONTEXTS = (
    Context("chromium", "as shipped", ANOTHER_SITE, remembers=True, often=True),
    Context("chromium", "as shipped", PLAIN, remembers=True),
    Context("chromium", "as shipped", SAME_SITE, remembers=True),
    Context("chromium", "third-party cookies blocked", ANOTHER_SITE, remembers=True),
    Context("chromium", "storage refused in frames", ANOTHER_SITE, remembers=True),
    Context("chromium", "cookies and storage refused", ANOTHER_SITE, remembers=False, often=True),
    Context("firefox", "as shipped", ANOTHER_SITE, remembers=True),
    Context("firefox", "as shipped", PLAIN, remembers=True),
    Context("firefox", "as shipped", SAME_SITE, remembers=True),
    Context("firefox", "third-party cookies blocked", ANOTHER_SITE, remembers=False, often=True),
    Context("firefox", "cookies and storage refused", ANOTHER_SITE, remembers=False),
)

# As the settings of each browser store them. Chromium: components/content_settings, 2 is "block". Firefox: 1 refuses
# frames of other sites, 2 refuses everybody.
_CHROMIUM_SETTINGS = {
    "third-party cookies blocked": {"cookie_controls_mode": 1},
    "storage refused in frames": {"cookie_controls_mode": 1},
    "cookies and storage refused": {"default_content_setting_values": {"cookies": 2}},
}
#: Playwright's for Chromium, once a test has read it.
_COMMAND_LINE: list[str] = []
_FIREFOX_BEHAVIOUR = {"third-party cookies blocked": 1, "cookies and storage refused": 2}


@contextmanager
def opened(context: Context, playwright: Playwright, work: Path) -> Iterator[Page]:
    """A page in a new profile under the context's rule. LookupError where there is no such browser."""
    found = browsers.find(context.browser, playwright)
    if found is None:
        raise LookupError(f"no {context.browser} on this machine")
    args = found.launch_args(work / "downloads", work / "printed.pdf")
    if context.browser == "chromium":
        # Without partitioned storage, Chromium refuses frames all storage when it blocks third-party cookies.
        if context.rule != "storage refused in frames":
            args |= _as_shipped(playwright, args)
        settings = work / "profile" / "Default" / "Preferences"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"profile": _CHROMIUM_SETTINGS.get(context.rule, {})}))
        chromium = playwright.chromium.launch_persistent_context(work / "profile", **args)
        try:
            yield chromium.pages[0]
        finally:
            chromium.close()
    else:
        if behaviour := _FIREFOX_BEHAVIOUR.get(context.rule):
            args["firefox_user_prefs"] = args["firefox_user_prefs"] | {"network.cookie.cookieBehavior": behaviour}
        firefox = playwright.firefox.launch(**args)
        try:
            yield firefox.new_context(**found.context_args()).new_page()
        finally:
            firefox.close()


def visit(page: Page, host: str) -> Outcome:
    """Opens the host's page, writes and copies in its frame, and comes back later."""
    page.goto(host)
    frame = page.frame_locator("iframe")
    _wait_ready(page)
    writer.write(frame)
    writer.press(frame, "Copy letter")
    expect(writer.said(frame)).to_contain_text("Cop")
    letter = writer.text_of(frame)
    status = frame.locator("#form-status").text_content() or ""
    heard = json.dumps(page.evaluate("heard"))
    fits = _fits(page)
    copied = writer.said(frame).text_content() == "Copied the letter." and pages.clipboard_text(page) == letter
    # What a later visit finds. That it then welcomes the visitor is in tests/browser.
    page.add_init_script(pages.WITHOUT_PYTHON)
    page.goto("about:blank")
    page.goto(host)
    frame.locator("html[data-python=failed]").wait_for(state="attached")
    came_back = "Lovelace" in page.frames[1].evaluate("document.cookie")
    said = {"are saved on this device": True, "does not let the page save": False}
    told = next((kept for words, kept in said.items() if words in status), None)
    return Outcome(
        written=letter.startswith("The Honorable Lateefah Simon") and letter.endswith("ada@example.org"),
        copied=copied,
        remembers=told if told == came_back else None,
        fits=fits,
        quiet=not any(word in heard for word in (*writer.ADA.values(), *writer.OFFICIALS.values())),
    )


def visit_webkit(host: str, *, framed: bool) -> Outcome:
    """The same in WebKit, in a frame or top-level; without coming back."""
    with webkit.visitor() as visitor:
        visitor.open(host, framed=framed)
        visitor.write()
        visitor.wait_for("#form-status", "Your 3 letters are written")
        letter = visitor.text("#letter-house-text")
        visitor.press("[data-copy='#letter-house-text']")
        visitor.wait_for("#letter-house [data-letter-status]", "Cop")
        said = visitor.text("#letter-house [data-letter-status]")
        status = visitor.text("#form-status")
        fits = visitor.run("return !parent.length || document.scrollingElement.scrollHeight <= innerHeight")
        pasted = visitor.pasted()
        heard = json.dumps(visitor.heard()) if framed else ""
    return Outcome(
        written=letter.startswith("The Honorable Lateefah Simon") and letter.endswith("ada@example.org"),
        copied=said == "Copied the letter." and pasted == letter,
        remembers="are saved on this device" in status,
        fits=bool(fits),
        quiet="Lovelace" not in heard and (not framed or "written" in heard),
    )


@contextmanager
def hosts(dist: Path, folder: Path) -> Iterator[Callable[[str], str]]:
    """Serves the page and its host, and gives the host's address for each kind of frame."""
    with serving.serve(dist) as site, serving.serve(folder) as host:
        hosting.write_host(folder, hosting.script(site.url), "script.html")
        hosting.write_host(folder, hosting.iframe(site.url), "iframe.html")
        elsewhere = hosting.on_another_site(host)
        yield {
            ANOTHER_SITE: f"{elsewhere}script.html",
            PLAIN: f"{elsewhere}iframe.html",
            SAME_SITE: f"{host.url}script.html",
            "": site.url,
        }.__getitem__


def failures(context: Context, outcome: Outcome) -> list[str]:
    """What of the outcome is not as it must be."""
    wanted = Outcome(written=True, copied=True, remembers=context.remembers, fits=context.frame != PLAIN, quiet=True)
    names = Outcome.__dataclass_fields__
    return [
        f"{name} is {got}, not {want}"
        for name, got, want in zip(names, astuple(outcome), astuple(wanted), strict=True)
        if got != want
    ]


def told(context: Context, outcome: Outcome) -> dict[str, str]:
    """What the table says of the outcome, by column. Whether it is as it must be is for `failures`."""
    return {
        "copied": _word(outcome.copied),
        "remembered": "no, and says so" if outcome.remembers is False else _word(outcome.remembers),
        "no scrollbar": "its host's choice" if context.frame == PLAIN else _word(outcome.fits),
        "host hears no word": _word(outcome.quiet),
    }


def _word(good: bool | None) -> str:
    return "yes" if good else "NO"


def _fits(page: Page) -> bool:
    """Whether the frame is as high as the letters, once the host has heard how high they are."""
    with suppress(PlaywrightTimeoutError):
        page.frames[1].wait_for_function("() => document.scrollingElement.scrollHeight <= innerHeight", timeout=5_000)
    return bool(page.frames[1].evaluate("document.scrollingElement.scrollHeight <= innerHeight"))


def _wait_ready(page: Page) -> None:
    ready = page.frame_locator("iframe").locator("html[data-python=ready]")
    ready.wait_for(state="attached", timeout=pages.PYTHON_STARTS_WITHIN)


def _as_shipped(playwright: Playwright, args: dict[str, object]) -> dict[str, object]:
    """What gives Chromium back the partitioned storage that Playwright takes from it, with one flag among many."""
    if not _COMMAND_LINE:
        browser = playwright.chromium.launch(**args)  # type: ignore[arg-type]
        page = browser.new_page()
        page.goto("chrome://version")
        _COMMAND_LINE.append(page.locator("#command_line").inner_text())
        browser.close()
    [flag] = re.findall(r"--disable-features=\S*\bThirdPartyStoragePartitioning\b\S*", _COMMAND_LINE[0])
    others = [name for name in flag.partition("=")[2].split(",") if name != "ThirdPartyStoragePartitioning"]
    flags = [*args["args"], f"--disable-features={','.join(others)}"]  # type: ignore[misc]
    return {"ignore_default_args": [flag], "args": flags}
