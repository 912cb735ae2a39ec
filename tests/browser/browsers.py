"""The browsers that the tests run in: found where they are, and installed only where there is none.

`python -m tests.browser.browsers` does both and says what it found; `make test` calls it before the tests.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

from tests.browser.serving import INSECURE_HOST

# What the commands are called, the likeliest first. The keys are Playwright's names.
COMMANDS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "firefox": ("firefox-esr", "firefox"),
}
# The packages of Debian, then of Ubuntu.
PACKAGES = {"chromium": ("chromium", "chromium-browser"), "firefox": ("firefox-esr", "firefox")}

# A test may talk to this machine only, whatever the page asks for. And nothing of the browser's own goes out.
CHROMIUM_ARGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    f"--host-resolver-rules=MAP {INSECURE_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE *localhost, EXCLUDE 127.0.0.1",
    "--no-first-run",
]
# Pages of one site share a process, which compiles Python once (see sharing.py): so the browser's optimised code pays.
SHARED_PROCESS = {"chromium": ["--process-per-site"], "firefox": []}
FIREFOX_PREFS: dict[str, str | float | bool] = {
    # A proxy that nobody serves, for all but this machine.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": f"localhost, .localhost, 127.0.0.1, {INSECURE_HOST}",
    "network.dns.localDomains": INSECURE_HOST,
    # All sites in one process: over BiDi, a click does not reach a frame that has a process of its own. What a frame
    # may keep and see is decided elsewhere (network.cookie.*, dom.*), and stays as shipped.
    "fission.webContentIsolationStrategy": 0,
    # window.print() would wait for a person in a dialog. This prints at once, to the file that `launch_args` names.
    "print.always_print_silent": True,
    "print_printer": "Mozilla Save to PDF",
    "print.printer_Mozilla_Save_to_PDF.print_to_file": True,
}


@dataclass(frozen=True)
class FoundBrowser:
    """A browser that can be started. `patched` where it is Playwright's own build."""

    name: str
    executable: Path
    version: str
    patched: bool

    @property
    def over_bidi(self) -> bool:
        """True where Playwright speaks WebDriver BiDi to it: a Firefox as Mozilla and Debian ship it."""
        return self.name == "firefox" and not self.patched

    def launch_args(self, downloads: Path, printed: Path) -> dict[str, Any]:
        """What `BrowserType.launch` needs to be told.

        Files that pages download end up in the folder `downloads`; what Firefox prints, in the file `printed`. That
        must be a file of the tests' own: Firefox changes its permissions, even those of /dev/null.
        """
        args: dict[str, Any] = {"executable_path": self.executable, "downloads_path": downloads}
        if self.name == "chromium":
            # Chromium's sandbox refuses to work for root.
            args |= {"args": CHROMIUM_ARGS, "chromium_sandbox": os.geteuid() != 0}
        else:
            print_to = {"print.printer_Mozilla_Save_to_PDF.print_to_filename": str(printed)}
            args |= {"firefox_user_prefs": FIREFOX_PREFS | print_to}
        if self.over_bidi:
            args |= {"channel": "moz-firefox"}
        return args

    def context_args(self) -> dict[str, Any]:
        """What `Browser.new_context` needs to be told: without this, Playwright sends what Firefox does not know."""
        media = ("color_scheme", "reduced_motion", "forced_colors", "contrast")
        return dict.fromkeys(media, "null") if self.over_bidi else {}


def find(name: str, playwright: Playwright) -> FoundBrowser | None:
    """The first browser of that name that starts: one on the PATH, else Playwright's own; None where there is none."""
    for command in COMMANDS[name]:
        path = shutil.which(command)
        if path and (version := _version(Path(path))):
            return FoundBrowser(name, Path(path), version, patched=False)
    own = Path(getattr(playwright, name).executable_path)
    if version := _version(own):
        return FoundBrowser(name, own, version, patched=True)
    return None


def install(name: str) -> None:
    """Playwright's own build, and where that cannot be had or does not start, the distribution's package.

    Whether it worked is for `find` to say: each step may fail, and the next is tried.
    """
    print(f"No {name} on this machine. Installing Playwright's own.", flush=True)
    quietly([sys.executable, "-m", "playwright", "install", "--no-shell", name])
    with sync_playwright() as playwright:
        if find(name, playwright):
            return
    if not shutil.which("apt-get"):
        return
    print(f"That does not work here. Installing the distribution's {name} instead.", flush=True)
    root = as_root()
    quietly([*root, "apt-get", "update"])
    for package in PACKAGES[name]:
        if quietly([*root, "apt-get", "install", "--yes", "--no-install-recommends", package]):
            return


def main() -> int:
    """Makes sure that there is one of each. Exit code 1, and one line, where there is not."""
    missing = []
    for name in COMMANDS:
        with sync_playwright() as playwright:
            found = find(name, playwright)
        if not found:
            install(name)
            with sync_playwright() as playwright:
                found = find(name, playwright)
        if found:
            print(f"{found.version}: {found.executable}")
        else:
            missing.append(name)
    if missing:
        names = " and ".join(missing)
        print(f"The browser tests need {names}. Install with your system's packages, then try again.", file=sys.stderr)
    return 1 if missing else 0


def _version(executable: Path) -> str:
    """What the program says it is, or "". A missing library or a stub that only names a package counts as nothing."""
    try:
        run = subprocess.run([executable, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.strip() if run.returncode == 0 else ""


def as_root() -> list[str]:
    """What to put before a command that only root may give."""
    if os.geteuid() == 0 or not shutil.which("sudo"):
        return []
    # Where nobody can type a password, sudo must not wait for one.
    return ["sudo"] if sys.stdin.isatty() else ["sudo", "--non-interactive"]


def quietly(command: list[str]) -> bool:
    """True where the command worked. What it said is shown only where it failed."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if run.returncode:
        # Playwright's last lines are a stack trace; what went wrong stands in its lines with "Error".
        lines = run.stdout.splitlines()
        print("\n".join([line for line in lines if "Error" in line][-2:] or lines[-2:]), file=sys.stderr)
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
