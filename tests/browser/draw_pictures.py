"""Draws the pictures of the documentation, in Chromium: `.venv/bin/python -m tests.browser.draw_pictures`.

Those of docs/your-first-campaign.md show the guide's own campaign: its page, a letter, and the summary of a run after a
curly quote was pasted. Those of docs/looks.md show the parts of the default campaign's page. Run it after a change of
the page that they should show, and commit what it draws.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser import browsers, pages, serving, writer
from tests.checkout import ROOT

PICTURES = ROOT / "docs" / "pictures"
#: Width to height, in CSS pixels, of a small phone, a tablet and a laptop.
WIDTHS = {360: 640, 768: 1024, 1280: 800}
NOW = "2026-06-15T12:00:00Z"  # while the embedded list is valid
_SUMMARY = """
body { margin: 16px 24px; font: 14px/1.5 system-ui, sans-serif; color: #1f2328; background: #fff }
h2 { font-size: 20px; border-bottom: 1px solid #d1d9e0; padding-bottom: 6px }
table { border-collapse: collapse } td, th { border: 1px solid #d1d9e0; padding: 5px 12px; text-align: left }
"""


def main() -> None:
    guide = (ROOT / "docs" / "your-first-campaign.md").read_text("utf-8")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / "templates", folder / "templates")
        (folder / "templates" / "letter.txt").write_text(_example(guide, "jinja"), "utf-8")
        (folder / "campaign.toml").write_text(_example(guide, "toml"), "utf-8")
        _honorable("build", folder)
        found = browsers.find("chromium", playwright)
        if not found:
            raise SystemExit("No chromium on this machine. `make test` installs one.")
        browser = playwright.chromium.launch(**found.launch_args(folder, folder / "printed.pdf"))
        with serving.serve(folder / "dist") as site:
            _draw_page(browser, site.url)
        _draw_summary(browser, folder)
        shutil.copy(ROOT / "campaign.toml", folder / "campaign.toml")
        shutil.copy(ROOT / "templates" / "letter.txt", folder / "templates" / "letter.txt")
        _honorable("build", folder)
        with serving.serve(folder / "dist") as site:
            for width in WIDTHS:
                for scheme in ("light", "dark"):
                    _draw_parts(browser, site.url, width, scheme)
        browser.close()


def _example(guide: str, language: str) -> str:
    return guide.partition(f"```{language}\n")[2].partition("```")[0]


def _honorable(command: str, folder: Path, **environment: str) -> None:
    words = [sys.executable, "-m", "honorable.publish", command]
    subprocess.run(words, cwd=folder, env=os.environ | environment, check=command == "build")


def _draw_page(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 760, "height": 394})
    page.clock.set_fixed_time(NOW)
    page.goto(url)
    pages.wait_ready(page)
    page.screenshot(path=PICTURES / "page.png")
    pages.wait_for_lookup(page)
    writer.fill_person(page)
    writer.press_write(page)
    writer.letter(page).locator("[data-letter-text]").screenshot(path=PICTURES / "letter.png")
    page.close()


def _draw_parts(browser: Browser, url: str, width: int, scheme: Literal["light", "dark"]) -> None:
    """Draws who is written to, who writes, and the letters, at half size where the screen is wide."""
    scale = 1 if width < 500 else 0.5
    size: ViewportSize = {"width": width, "height": WIDTHS[width]}
    page = browser.new_page(viewport=size, device_scale_factor=scale, color_scheme=scheme)
    page.clock.set_fixed_time(NOW)
    page.goto(url)
    pages.wait_ready(page)
    pages.wait_for_lookup(page)
    page.get_by_label("ZIP code", exact=True).fill("94601")
    page.locator("[data-official]").first.wait_for()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.screenshot(path=PICTURES / f"who-{width}-{scheme}.png")
    writer.fill_person(page)
    page.evaluate("document.querySelector('#you').scrollIntoView()")
    page.screenshot(path=PICTURES / f"you-{width}-{scheme}.png")
    writer.press_write(page)
    page.wait_for_timeout(1000)  # The page scrolls to the letter.
    page.screenshot(path=PICTURES / f"send-{width}-{scheme}.png")
    page.close()


def _draw_summary(browser: Browser, folder: Path) -> None:
    campaign = folder / "campaign.toml"
    text = re.sub(r'^name = "(.*)"', "name = “\\1”", campaign.read_text("utf-8"))
    campaign.write_text(text.replace("topic =", "topc ="), "utf-8")
    _honorable("check", folder, GITHUB_STEP_SUMMARY=str(folder / "summary.md"))
    summary = MarkdownIt("commonmark").enable("table").render((folder / "summary.md").read_text("utf-8"))
    page = browser.new_page(viewport={"width": 760, "height": 190})
    page.set_content(f"<style>{_SUMMARY}</style>{summary}")
    page.screenshot(path=PICTURES / "summary.png")
    page.close()


if __name__ == "__main__":
    main()
