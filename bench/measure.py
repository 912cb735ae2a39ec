"""Measure a page in a real browser: times, bytes, requests and memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright

from bench.server import Server
from tests.browser import browsers

HERE = Path(__file__).parent
_PROBE = (HERE / "probe.js").read_text("utf-8")
_KEYS = (HERE / "keys.js").read_text("utf-8")
_WITHIN = 180_000  # milliseconds
_BALLAST = 64  # MiB

#: CPU four times slower, 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms round trip.
SLOW_PHONE = {"cpu": 4, "down": 1_600_000 / 8, "up": 750_000 / 8, "latency": 150}

_READ = """() => {
  const entries = performance.getEntriesByType("resource").map((r) => [r.name, r.responseEnd]);
  const navigation = performance.getEntriesByType("navigation")[0];
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
  const imported = performance.getEntriesByName("honorable:imported")[0]?.startTime ?? null;
  const { marks, tasks } = globalThis.bench;
  const ready = performance.timeOrigin + marks.ready;
  return { marks, tasks, entries, paint, imported, ready, usable: navigation.domContentLoadedEventEnd };
}"""

_SCROLL_TO_THE_END = """async () => {
  for (let before = -1; before < scrollY; ) {
    before = scrollY;
    scrollBy({ top: innerHeight, behavior: "instant" });
    await new Promise((done) => setTimeout(done, 100));
  }
}"""


@dataclass(frozen=True)
class Visit:
    """One visit. Times are in milliseconds since its start; None if this browser does not report them."""

    ready: float
    paint: float | None
    usable: float
    longest_task: float  # 0 in Firefox, which does not report them
    long_tasks: int
    size: int
    requests: int
    stages: dict[str, float] = field(default_factory=dict)
    worker: bool = False


@dataclass
class Profile:
    """A visitor's browser: the first visit is cold, later ones are warm."""

    context: BrowserContext
    server: Server
    name: str
    home: Path

    def visit(self, peer: str, slow: dict[str, float] | None = None, *, stay: bool = False) -> tuple[Visit, Page]:
        """Open a page in a new tab and wait until its Python is ready. Close the tab unless `stay` is set."""
        page = self.context.new_page()
        if slow:
            _slow_down(self.context.new_cdp_session(page), slow)
        self.server.forget()
        page.goto(f"{self.server.url}{peer}/", wait_until="commit", timeout=_WITHIN)
        page.locator('html[data-python="ready"], html[data-python="failed"]').wait_for(
            state="attached", timeout=_WITHIN
        )
        if page.locator("html").get_attribute("data-python") == "failed":
            raise RuntimeError(f"{peer} could not start in {self.name}")
        page.wait_for_timeout(300)  # the last long task is reported after it has ended
        worker = _wait_for_worker(page)
        found = page.evaluate(_READ)
        if not stay:
            page.close()
        # A service worker starts to keep the page only when it is ready, so it costs this visit nothing.
        answers = self.server.until(found["ready"] / 1000)
        return _visit(found, sum(answers), len(answers), worker=worker), page

    def read(self, peer: str) -> int:
        """Open a page with the data saver on, scroll to its end, and return how many bytes were sent. Chromium only."""
        page = self.context.new_page()
        self.context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
        self.server.forget()
        page.goto(f"{self.server.url}{peer}/", timeout=_WITHIN)
        page.evaluate(_SCROLL_TO_THE_END)
        page.wait_for_timeout(1000)  # what a script might ask for after the end was seen
        page.close()
        return sum(size for _, _, size in self.server.sent)


def _visit(found: dict[str, Any], size: int, requests: int, *, worker: bool) -> Visit:
    ready = found["marks"]["ready"]
    tasks = [duration for start, duration in found["tasks"] if start < ready]
    return Visit(
        ready=ready,
        paint=found["paint"],
        usable=max(found["usable"], found["paint"] or 0),
        longest_task=max(tasks, default=0.0),
        long_tasks=len(tasks),
        size=size,
        requests=requests,
        stages=_stages(found, ready),
        worker=worker,
    )


def _stages(found: dict[str, Any], ready: float) -> dict[str, float]:
    """Return the length of each stage. Stages overlap, so each is counted from the end of the one before.

    download ends with the last byte needed, compile with the WebAssembly compiled, start with Python running, import
    with our code and its libraries imported, and first letter with the page ready.
    """
    marks = found["marks"]
    # Only Python itself: the packages that a page loads belong to its imports.
    fetched = [end for name, end in found["entries"] if "pyodide" in name or "stdlib" in name or "micropython" in name]
    ends = {
        "download": max((end for end in fetched if end <= marks.get("Loaded interpreter", ready)), default=None),
        "compile": marks.get("compiled"),
        "start": marks.get("Loaded interpreter"),
        "import": found["imported"],
        "first letter": ready,
    }
    stages, before = {}, 0.0
    for name, end in ends.items():
        if end is not None:
            stages[name] = max(0.0, end - before)
            before = max(before, end)
    return stages


def _wait_for_worker(page: Page) -> bool:
    """Wait until the page's service worker has cached everything. Return False if the page has none."""
    has_one = page.evaluate("async () => Boolean(await navigator.serviceWorker?.getRegistration())")
    if has_one:
        page.locator('html[data-offline="ready"]').wait_for(state="attached", timeout=_WITHIN)
    return bool(has_one)


def _slow_down(session: CDPSession, slow: dict[str, float]) -> None:
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": slow["latency"],
            "downloadThroughput": slow["down"],
            "uploadThroughput": slow["up"],
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": slow["cpu"]})


@contextmanager
def profile(playwright: Playwright, name: str, server: Server, *, without_policy: bool = False) -> Iterator[Profile]:
    """Run a browser with an empty profile on disk until the block ends.

    Our page's Content-Security-Policy forbids more Python; `without_policy` turns it off for that.
    """
    found = browsers.find(name, playwright)
    if found is None:
        raise RuntimeError(f"No {name} on this machine. `make bench` installs one.")
    with tempfile.TemporaryDirectory(prefix="honorable-bench-", ignore_cleanup_errors=True) as folder:
        home = Path(folder, "profile")
        args = found.launch_args(Path(folder), Path(folder, "printed.pdf")) | found.context_args()
        if name == "chromium":
            # As large a disk cache as a visitor's. Firefox's default preferences are already right.
            args["args"] = [*args["args"], "--disk-cache-size=268435456"]
        context = getattr(playwright, name).launch_persistent_context(home, **args, bypass_csp=without_policy)
        context.add_init_script(_PROBE)
        try:
            yield Profile(context, server, name, home)
        finally:
            context.close()


def memory_of(profile: Profile, page: Page) -> float:
    """Return the private memory of the page's process in MiB, in Chromium after a garbage collection.

    The page's process is the one that grows when the page does: a browser has others, among them the service worker's.
    Only Linux reports it: 0 elsewhere.
    """
    if profile.name == "chromium":
        session = profile.context.new_cdp_session(page)
        session.send("HeapProfiler.enable")
        session.send("HeapProfiler.collectGarbage")
    page.wait_for_timeout(500)
    before = {pid: _private(pid) for pid in _content_processes(profile.home)}
    page.evaluate("size => { globalThis.ballast = new Uint8Array(size).fill(1); }", _BALLAST << 20)
    return next((used for pid, used in before.items() if _private(pid) - used > _BALLAST / 2), 0.0)


def _content_processes(home: Path) -> list[int]:
    """Return the processes that show pages, of the browser with the profile in this folder."""
    parents, commands = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().decode(errors="replace")
            parent = int((folder / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue  # it has just ended
        commands[int(folder.name)], parents[int(folder.name)] = command, parent
    ours = {pid for pid, command in commands.items() if str(home) in command}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return [pid for pid in ours if "--type=renderer" in commands[pid] or "-contentproc" in commands[pid]]


def _private(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Clean", "Private_Dirty"))) / 1024


def keys(page: Page, text: str, pause: float = 0.03) -> list[float]:
    """Return how many milliseconds the page was busy with each key of the text, typed into the story.

    The time is from the key's event to the end of the frame that shows it, without the wait for that frame to begin.
    """
    page.evaluate(_KEYS)
    box = page.locator("#story")
    box.scroll_into_view_if_needed()
    box.focus()
    for key in text:
        page.keyboard.press("Enter" if key == "\n" else "Space" if key == " " else key)
        page.wait_for_timeout(1000 * pause)
    page.wait_for_timeout(200)
    return [float(busy) for busy in page.evaluate("() => globalThis.keys.busy")]
