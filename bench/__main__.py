"""`make bench`: open each page many times and compare ours with its peers."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from playwright.sync_api import Error, Playwright, sync_playwright

from bench import growth, measure, peers, report
from bench.measure import SLOW_PHONE, Profile
from bench.server import Server, serving
from bench.targets import rows
from tests.browser import browsers

ROOT = peers.ROOT
RESULTS, PICTURE = ROOT / "bench" / "results.json", ROOT / "docs" / "startup.svg"
PARTS = ("cold", "warm", "slow", "read", "keys", "memory", "growth")

# The pages that each part opens: only those that the table needs, to keep a run short.
_COLD = ("ours", "stock", "pyodide", "micropython", "nunjucks", "floor")
_WARM = ("ours", "stock", "micropython", "floor")
_SLOW = ("ours", "stock")
_KEYS = ("ours", "nunjucks")
_TEXT = "On Monday two officers came to our door. Nobody has answered for it since then, and we still wait. " * 2


class Run:
    """The measurements so far."""

    def __init__(self, playwright: Playwright, server: Server, rounds: int, parts: set[str]) -> None:
        self.playwright, self.server, self.rounds, self.parts = playwright, server, rounds, parts
        self.samples: dict[tuple[str, str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        self.stages: dict[tuple[str, str, str], list[dict[str, float]]] = defaultdict(list)
        self.worker = False
        self.failed: dict[str, str] = {}

    def attempt(self, part: str, measure_it: Callable[[], object]) -> None:
        """Measure a part. If a browser fails, what was measured before is kept, and the other parts follow."""
        try:
            measure_it()
        except (Error, RuntimeError) as error:
            self.failed[part] = str(error).partition("\n")[0]
            _log(f"{part}: failed: {self.failed[part]}")

    def starts(self, browser: str) -> None:
        """Make cold and warm visits, each round in a new profile. Pages take turns, so noise affects all of them."""
        pages = _COLD if "cold" in self.parts else _WARM
        for number in range(self.rounds):
            for page in pages:
                _log(f"{browser}, round {number + 1} of {self.rounds}: {page}")
                self._fresh(browser, lambda profile, page=page: self._start(profile, page))

    def slow(self, browser: str) -> None:
        """Make first visits on a slow phone."""
        for number in range(self.rounds):
            for page in _SLOW:
                _log(f"{browser}, slow phone, round {number + 1} of {self.rounds}: {page}")
                self._fresh(browser, lambda profile, page=page: self._keep(profile, page, "slow", SLOW_PHONE))

    def reads(self, browser: str) -> None:
        """Make first visits that only read, with the data saver on."""
        for _ in range(self.rounds):
            _log(f"{browser}: reading")

            def read(profile: Profile) -> None:
                self.samples[browser, "ours", "read"]["size"].append(float(profile.read("ours")))

            self._fresh(browser, read)

    def keys(self, browser: str) -> None:
        """Type into the story, one key after the other, with the form filled in."""
        for page in _KEYS:
            _log(f"{browser}: keys in {page}")

            def type_story(profile: Profile, page: str = page) -> None:
                _, tab = profile.visit(page, stay=True)
                growth.fill(tab)
                self.samples[browser, page, "keys"]["key"] += measure.keys(tab, _TEXT)

            self._fresh(browser, type_story)

    def _start(self, profile: Profile, page: str) -> None:
        self._keep(profile, page, "cold")
        if page in _WARM and self.parts & {"warm", "memory"}:
            profile.visit(page)  # A browser keeps compiled code only from the second visit on.
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
    """Run the benchmark. Return 0, or 1 if a part failed, or if a target was missed and --strict was given."""
    options = _options()
    parts = set(options.only.split(",")) if options.only else set(PARTS)
    began = time.monotonic()
    sites = peers.sites(ROOT / "dist", ROOT / ".cache" / "bench" / "sites")
    growth_costs: dict[str, Any] = {}
    with serving(sites) as server, sync_playwright() as playwright:
        run = Run(playwright, server, options.rounds, parts)
        names = options.browsers.split(",")
        versions = {name: str(getattr(browsers.find(name, playwright), "version", "none")) for name in names}
        for name in names:
            if parts & {"cold", "warm", "memory"}:
                run.attempt(f"cold and warm visits in {name}", partial(run.starts, name))
        if "chromium" in names:
            # CDP throttles the network and the processor, and saves data; Firefox has no CDP.
            if "slow" in parts:
                run.attempt("the slow phone", lambda: run.slow("chromium"))
            if "read" in parts:
                run.attempt("visits that only read", lambda: run.reads("chromium"))
            if "keys" in parts:
                run.attempt("keys", lambda: run.keys("chromium"))
            if "growth" in parts:
                run.attempt("growth", lambda: growth_costs.update(growth.measured(playwright, server, ROOT)))
    about = {
        "taken": datetime.now(UTC).isoformat(timespec="minutes"),
        "rounds": options.rounds,
        "minutes": round((time.monotonic() - began) / 60, 1),
        "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, load {os.getloadavg()[0]:.1f}",
        "browsers": versions,
        "warm visits": "from the service worker" if run.worker else "from the browser's HTTP cache",
        "slow phone": f"processor {SLOW_PHONE['cpu']} times slower, 1.6 Mbit/s, {SLOW_PHONE['latency']} ms",
    }
    if run.failed:
        about["failed"] = run.failed
    _report(run, about, growth_costs, quiet=options.dry)
    missed = [row for row in rows(run.samples) if not row.met]
    return 1 if run.failed or (missed and options.strict) else 0


def _report(run: Run, about: dict[str, Any], growth_costs: dict[str, Any], *, quiet: bool) -> None:
    measured = list(rows(run.samples))
    print("\n".join(f"{name}: {value}" for name, value in about.items()), end="\n\n")
    print(report.table(measured), end="\n\n")
    print(report.details(run.samples))
    if growth_costs:
        print("\n" + growth.table(growth_costs))
    if not quiet:
        report.write(RESULTS, report.as_json(run.samples, measured, about, growth_costs))
        if "cold" in run.parts:
            report.write(PICTURE, report.picture(run.samples, run.stages, "chromium"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="visits of each kind (7)")
    parser.add_argument("--only", default="", help=f"parts, separated by commas: {', '.join(PARTS)}")
    parser.add_argument("--browsers", default="chromium,firefox", help="chromium, firefox, or both (both)")
    parser.add_argument("--dry", action="store_true", help="write no files")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a target is missed")
    return parser.parse_args()


def _log(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
