"""What a visit costs a host, and how many a small one can bear: `python -m tests.audit.load`.

nginx with the lines of docs/hosting.md serves the site. A browser visits it twice; then wrk asks as fast as it can.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import browsers, building, congress, pages
from tests.hosts import programs, servers

_SECONDS = 10
_CONNECTIONS = 64
_MILLION = 1_000_000


def main() -> int:
    """Prints the figures. Exit code 0."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder, "work")
        work.mkdir()
        Path(folder, "variant").mkdir()
        dist = building.variant_dist(Path(folder, "variant"), {}, congress.kept_in(Path(folder, "data")))
        with servers.start("nginx", dist, work, programs.find(), compressed=True) as host:
            first, again = _visits(host.url, work / "sent.log", Path(folder))
            print(f"first visit   {_said(first)}, kept for use offline")
            print(f"second visit  {_said(again)}")
            for name in ("", next(dist.glob("app-*/python.zip.gzip")).relative_to(dist).as_posix()):
                print(f"nginx, 2 cores shared with wrk, /{name}: {_asked(f'{host.url}{name}'):,.0f} answers a second")
    a_day = f"{sum(first) * _MILLION / 1e12:.1f} TB, {len(first) * _MILLION / 86_400:,.0f} requests a second"
    print(f"a million first visits a day: {a_day}")
    return 0


def _visits(url: str, log: Path, folder: Path) -> tuple[list[int], list[int]]:
    """The bytes of each answer, headers included: of a first visit until the page is kept, and of the next one."""
    with sync_playwright() as playwright:
        found = browsers.find("chromium", playwright)
        assert found, "There is no Chromium on this machine. `make test` installs one."
        args = found.launch_args(folder / "downloads", folder / "printed.pdf")
        context = playwright.chromium.launch_persistent_context(folder / "profile", **args)
        page = context.new_page()
        page.goto(url)
        pages.wait_ready(page)
        pages.wait_for_lookup(page)
        page.locator("html[data-offline=ready]").wait_for(state="attached", timeout=pages.PYTHON_STARTS_WITHIN)
        first = _sent(log)
        page.goto("about:blank")
        page.goto(url)
        pages.wait_ready(page)
        pages.wait_for_lookup(page)
        page.wait_for_timeout(2000)
        context.close()
    return first, _sent(log)[len(first) :]


def _sent(log: Path) -> list[int]:
    return [int(line.split()[0]) for line in log.read_text("utf-8").splitlines()]


def _said(answers: list[int]) -> str:
    return f"{len(answers)} requests, {sum(answers) / 1e6:.2f} MB over the wire"


def _asked(url: str) -> float:
    wrk = programs.program("wrk")
    command = [str(wrk), "-t2", f"-c{_CONNECTIONS}", f"-d{_SECONDS}s", "-H", "Accept-Encoding: gzip", url]
    done = subprocess.run(command, env=programs.libraries(), capture_output=True, text=True, check=True)
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    assert found, done.stdout
    return float(found[1])


if __name__ == "__main__":
    sys.exit(main())
