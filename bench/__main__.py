"""`make bench`: opens each page again and again, and says how ours compares."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

from bench import growth, measure, peers, report
from bench.measure import SLOW_PHONE, Profile
from bench.server import Server, serving
from bench.targets import rows
from tests.browser import browsers

ROOT = peers.ROOT
RESULTS, PICTURE = ROOT / "bench" / "results.json", ROOT / "docs" / "startup.svg"
PARTS = ("cold", "warm", "slow", "keys", "memory", "growth")

# Which pages a part opens. What the table does not ask for is left out, to keep a run short.
_COLD = ("ours", "stock", "pyodide", "micropython", "nunjucks", "floor")
_WARM = ("ours", "stock", "micropython", "floor")
_SLOW = ("ours", "stock")
_KEYS = ("ours", "nunjucks")
_TEXT = "On Monday two officers came to our door. Nobody has answered for it since then, and we still wait. " * 2


class Run:
    """What was measured so far."""

    def __init__(self, playwright: Playwright, server: Server, rounds: int, parts: set[str]) -> None:
        self.playwright, self.server, self.rounds, self.parts = playwright, server, rounds, parts
        self.samples: dict[tuple[str, str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        self.stages: dict[tuple[str, str, str], list[dict[str, float]]] = defaultdict(list)
        self.worker = False

    def starts(self, browser: str) -> None:
        """Cold and warm visits, each round in a new profile. The pages take turns, so that noise hits all alike."""
        pages = _COLD if "cold" in self.parts else _WARM
        for number in range(self.rounds):
            for page in pages:
                _say(f"{browser}, round {number + 1} of {self.rounds}: {page}")
                self._fresh(browser, lambda profile, page=page: self._start(profile, page))

    def slow(self, browser: str) -> None:
        """First visits on a slow phone."""
        for number in range(self.rounds):
            for page in _SLOW:
                _say(f"{browser}, slow phone, round {number + 1} of {self.rounds}: {page}")
                self._fresh(browser, lambda profile, page=page: self._keep(profile, page, "slow", SLOW_PHONE))

    def keys(self, browser: str) -> None:
        """Keys typed into the story, one after the other, with the form filled in."""
        for page in _KEYS:
            _say(f"{browser}: keys in {page}")

            def type_it(profile: Profile, page: str = page) -> None:
                _, tab = profile.visit(page, stay=True)
                growth.fill(tab)
                self.samples[browser, page, "keys"]["key"] += measure.keys(tab, _TEXT)

            self._fresh(browser, type_it)

    def _start(self, profile: Profile, page: str) -> None:
        self._keep(profile, page, "cold")
        if page in _WARM and self.parts & {"warm", "memory"}:
            profile.visit(page)  # A browser keeps what it compiled only when it sees a page again.
            tab = self._keep(profile, page, "warm", stay=True)
            if "memory" in self.parts and (used := measure.memory_of(profile, tab)):
                self.samples[profile.name, page, "memory"]["memory"].append(used)

    def _keep(
        self, profile: Profile, page: str, kind: str, slow: dict[str, float] | None = None, *, stay: bool = False
    ) -> Any:
        visit, tab = profile.visit(page, slow, stay=stay)
        where = self.samples[profile.name, page, kind]
        for name in ("ready", "paint", "usable", "longest_task", "long_tasks", "size", "requests"):
            value = getattr(visit, name)
            if value is not None and not (name.startswith("long") and profile.name == "firefox"):
                where[name].append(float(value))
        self.stages[profile.name, page, kind].append(visit.stages)
        self.worker |= visit.worker and page == "ours"
        return tab

    def _fresh(self, browser: str, work: Callable[[Profile], object]) -> None:
        with measure.profile(self.playwright, browser, self.server) as profile:
            work(profile)


def main() -> int:
    """0; 1 where a target was missed and --strict was given."""
    options = _options()
    parts = set(options.only.split(",")) if options.only else set(PARTS)
    began = time.monotonic()
    sites = peers.sites(ROOT / "dist", ROOT / ".cache" / "bench" / "sites")
    found: dict[str, Any] = {}
    with serving(sites) as server, sync_playwright() as playwright:
        run = Run(playwright, server, options.rounds, parts)
        names = options.browsers.split(",")
        versions = {name: str(getattr(browsers.find(name, playwright), "version", "none")) for name in names}
        for name in names:
            if parts & {"cold", "warm", "memory"}:
                run.starts(name)
        if "chromium" in names:
            # CDP slows the network and the processor down, and Firefox has none.
            if "slow" in parts:
                run.slow("chromium")
            if "keys" in parts:
                run.keys("chromium")
            if "growth" in parts:
                _say("growth")
                found = growth.measured(playwright, server, ROOT)
    about = {
        "taken": datetime.now(UTC).isoformat(timespec="minutes"),
        "rounds": options.rounds,
        "minutes": round((time.monotonic() - began) / 60, 1),
        "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, load {os.getloadavg()[0]:.1f}",
        "browsers": versions,
        "warm visits": "from the service worker" if run.worker else "from the browser's HTTP cache",
        "slow phone": f"processor {SLOW_PHONE['cpu']} times slower, 1.6 Mbit/s, {SLOW_PHONE['latency']} ms",
    }
    _report(run, about, found, quiet=options.dry)
    missed = [row for row in rows(run.samples) if not row.met]
    return 1 if missed and options.strict else 0


def _report(run: Run, about: dict[str, Any], found: dict[str, Any], *, quiet: bool) -> None:
    measured = list(rows(run.samples))
    print("\n".join(f"{name}: {value}" for name, value in about.items()), end="\n\n")
    print(report.table(measured), end="\n\n")
    print(report.details(run.samples))
    if found:
        print("\n" + growth.table(found))
    if not quiet:
        report.write(RESULTS, report.as_json(run.samples, measured, about, found))
        if "cold" in run.parts:
            report.write(PICTURE, report.picture(run.samples, run.stages, "chromium"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="visits of each kind (7)")
    parser.add_argument("--only", default="", help=f"parts, separated by commas: {', '.join(PARTS)}")
    parser.add_argument("--browsers", default="chromium,firefox", help="chromium, firefox, or both (both)")
    parser.add_argument("--dry", action="store_true", help="writes no files")
    parser.add_argument("--strict", action="store_true", help="ends with 1 where a target is missed")
    return parser.parse_args()


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
