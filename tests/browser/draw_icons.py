"""Draws the app's icons from web/icon.svg, in Chromium: `.venv/bin/python -m tests.browser.draw_icons`.

Run it after a change of the SVG, and commit what it draws. It is no part of the build, which needs no browser.
"""

import re

from playwright.sync_api import Page, sync_playwright

from tests.browser import browsers
from tests.checkout import ROOT

WEB = ROOT / "web"


def main() -> None:
    svg = (WEB / "icon.svg").read_text()
    # A maskable icon is cut to a circle, or to any other shape, that spares 80% of it (W3C "Web Application Manifest",
    # "Icon masks and safe zone"): the ground without its round corners, and the drawing in the middle.
    ground, _, drawing = svg.partition("/>")
    ground = re.sub(r' rx="\d+"', "", ground)
    shrunk = drawing.removesuffix("</svg>\n").removesuffix("</svg>")
    maskable = f'{ground}/><g transform="translate(8 8) scale(.75)">{shrunk}</g></svg>'
    with sync_playwright() as playwright:
        found = browsers.find("chromium", playwright)
        if not found:
            raise SystemExit("No chromium on this machine. `make test` installs one.")
        browser = playwright.chromium.launch(executable_path=found.executable, chromium_sandbox=False)
        page = browser.new_page()
        _draw(page, svg, 192, "icon-192.png")
        _draw(page, svg, 512, "icon-512.png")
        _draw(page, maskable, 512, "icon-maskable.png")
        browser.close()


def _draw(page: Page, svg: str, size: int, name: str) -> None:
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg}")
    page.screenshot(path=WEB / name, omit_background=True)


if __name__ == "__main__":
    main()
