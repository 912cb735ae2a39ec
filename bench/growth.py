"""Measure how costs grow with the number of letters and with the length of the story."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from jinja2 import FileSystemLoader
from playwright.sync_api import Page, Playwright

from bench import measure
from bench.server import Server
from honorable import letters
from honorable.letters.congress.legislature import CONGRESS
from honorable.publish.campaign.load import load_campaign
from honorable.publish.i18n import Language
from honorable.publish.project import Project
from honorable.publish.site.assets import Assets
from honorable.publish.site.page_environment import page_environment
from honorable.publish.site.page_version import PageVersion
from honorable.publish.site.template_context import template_context
from tests.browser.imports import run_python
from tests.browser.writer import ADA, OFFICIALS

LETTERS = (1, 3, 50, 537)
STORIES = (1_000, 10_000, 100_000, 1_000_000)

_SENTENCE = "Nobody has answered for what was done to my brother, and we still wait. "


def fill(page: Page) -> None:
    """Fill in the form, so that every letter is complete."""
    page.locator("#letter-form #state").select_option("CA")
    for name, text in (ADA | OFFICIALS).items():
        # By force: where the ZIP code has found the officials, their fields are closed.
        page.locator(f'#letter-form [name="{name}"]').fill(text, force=True)


def measured(playwright: Playwright, server: Server, root: Path) -> dict[str, Any]:
    """Return milliseconds in the build and in the page for each number of letters and each length of story."""
    with measure.profile(playwright, "chromium", server, without_policy=True) as profile:
        _, page = profile.visit("ours", stay=True)
        in_page = _many_letters(page)
    stories = {}
    for length in STORIES:
        with measure.profile(playwright, "chromium", server) as profile:
            _, page = profile.visit("ours", stay=True)
            stories[length] = _long_story(page, length)
    return {"build": _build(root), "page": in_page, "story": stories}


def table(found: Mapping[str, Any]) -> str:
    """Return the results as Markdown."""
    lines = [
        "| letters at once | build, ms | bytes of HTML | page: written, ms | page: shown, ms |",
        "| --- | --- | --- | --- | --- |",
    ]
    for number in LETTERS:
        build, page = found["build"][number], found["page"][str(number)]
        lines.append(
            f"| {number} | {build['ms']:.1f} | {build['bytes']} | {page['written']:.1f} | {page['shown']:.1f} |"
        )
    lines += [
        "",
        "| story, characters | pasted, ms | a key, ms (median) | a key, ms (95th percentile) | the page says |",
        "| --- | --- | --- | --- | --- |",
    ]
    for length, cost in found["story"].items():
        lines.append(
            f"| {length} | {cost['pasted']:.0f} | {cost['key']:.1f} | {cost['key 95']:.1f} | {cost['message'] or '–'} |"
        )
    return "\n".join(lines)


def _build(root: Path) -> dict[int, dict[str, float]]:
    campaign, project = load_campaign(root / "campaign.toml"), Project(root)
    version = PageVersion(Language("en", {}), letter_language="en")
    assets = Assets({"app": "app", "runtime": "runtime"})
    context = template_context(campaign, project, [project.templates], assets, version)
    env = page_environment(project, [project.templates], version.language)
    section = env.get_template("sections/letters.html")
    plain = letters.environment(FileSystemLoader(project.templates))
    cost = {}
    for number in LETTERS:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            written = letters.render(letters.Draft(recipients=_recipients(number)), campaign.letter_campaign(), plain)
            html = section.render(context | {"blank_letters": written})
            times.append(1000 * (time.perf_counter() - began))
        cost[number] = {"ms": median(times), "bytes": len(html.encode())}
    return cost


def _recipients(number: int) -> tuple[letters.Recipient, ...]:
    """Return the first `number` of 541 recipients, as many as there are seats in Congress."""
    slots = ("house", *["senate-1", "senate-2"] * 50, *["house"] * 440)[:number]
    return tuple(
        letters.recipient(slot, f"Member Number{index}", state="CA", legislature=CONGRESS)
        for index, slot in enumerate(slots)
    )


def _many_letters(page: Page) -> dict[str, dict[str, float]]:
    """Run page_growth.py in the page's own Python: PyScript also runs scripts that are added later."""
    run_python(page, (Path(__file__).parent / "page_growth.py").read_text("utf-8"))
    page.locator("html[data-growth]").wait_for(state="attached", timeout=120_000)
    costs: dict[str, dict[str, float]] = json.loads(page.locator("html").get_attribute("data-growth") or "")
    return costs


def _long_story(page: Page, length: int) -> dict[str, Any]:
    fill(page)
    story = (_SENTENCE * (length // len(_SENTENCE) + 1))[:length]
    began = time.perf_counter()
    page.locator("#story").fill(story)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    pasted = 1000 * (time.perf_counter() - began)
    busy = measure.keys(page, "It is so. ", pause=0.1)
    return {
        "pasted": pasted,
        "key": median(busy),
        "key 95": quantiles(busy, n=20, method="inclusive")[-1],
        "message": page.locator("#story-problem").inner_text(),
    }
