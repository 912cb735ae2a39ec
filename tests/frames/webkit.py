"""WebKit, the engine of Safari, as Debian ships it: WebKitGTK's own small browser, driven by Selenium.

It needs a screen, which Xvfb stands in for. `python -m tests.frames.webkit` installs what is missing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.browsers import as_root, quietly
from tests.browser.writer import ADA, LABELS, OFFICIALS

_DRIVER = "WebKitWebDriver"
# What it needs, and the Debian package that has it.
_PACKAGES = {
    "webkit2gtk-driver": lambda: shutil.which(_DRIVER) and _browser(),
    "xvfb": lambda: shutil.which("Xvfb"),
}


def missing() -> list[str]:
    """The Debian packages that are not there."""
    return [package for package, there in _PACKAGES.items() if not there()]


def install() -> list[str]:
    """Installs what is missing, where there is an apt-get to do it. The packages that are missing still."""
    if missing() and shutil.which("apt-get"):
        print(f"No WebKit on this machine. Installing {' and '.join(missing())}.", flush=True)
        quietly([*as_root(), "apt-get", "update"])
        quietly([*as_root(), "apt-get", "install", "--yes", "--no-install-recommends", *missing()])
    return missing()


class Visitor:
    """Somebody at WebKit's browser: what they press, and what they see. All of it is in the frame, if there is one."""

    def __init__(self, driver: webdriver.WebKitGTK) -> None:
        self.driver = driver

    def open(self, url: str, *, framed: bool = False) -> None:
        """Opens the page, and waits for its Python."""
        self.driver.get(url)
        if framed:
            self.driver.switch_to.frame(self.driver.find_element(By.TAG_NAME, "iframe"))
        self._until(lambda: self._root("data-python") in {"ready", "failed"})
        assert self._root("data-python") == "ready", "Python did not start"

    def write(self) -> None:
        """Fills the form in, and presses the button."""
        # A frame in which nothing was clicked takes no keys, and the driver's mouse misses what is far down in it.
        self._box("ZIP code").click()
        for name, text in (ADA | OFFICIALS).items():
            self._box(LABELS[name]).send_keys(text)
        self._box("State").send_keys("California")
        self.press("#letter-form .finish > [type=submit]")

    def press(self, selector: str) -> None:
        """Presses a button, by keyboard: in a frame of another site, the driver's mouse misses what is far down."""
        self.driver.execute_script("arguments[0].focus()", self._reached(selector))
        ActionChains(self.driver).send_keys(Keys.ENTER).perform()

    def text(self, selector: str) -> str:
        """An element's text as it is, line breaks and all."""
        element = self.driver.find_element(By.CSS_SELECTOR, selector)
        return str(element.get_property("textContent"))

    def wait_for(self, selector: str, text: str) -> None:
        """Waits until an element has this text in it."""
        self._until(lambda: text in self.text(selector))

    def heard(self) -> object:
        """What the host's page has heard from the frame."""
        self.driver.switch_to.default_content()
        return self.run("return heard")

    def run(self, script: str) -> object:
        """What a script returns."""
        return self.driver.execute_script(script)

    def pasted(self) -> str:
        """What somebody gets who pastes, into the page's empty field for a story."""
        box = self._reached("#story")
        box.send_keys(Keys.CONTROL + "v")
        self._until(lambda: box.get_property("value"))
        return str(box.get_property("value"))

    def _reached(self, selector: str) -> WebElement:
        # The driver scrolls too, but does not wait until a smooth scroll has ended.
        element = self.driver.find_element(By.CSS_SELECTOR, selector)
        # In a narrow frame, another part of the form may be shown.
        self.driver.execute_script(
            "arguments[0].dispatchEvent(new CustomEvent('honorable:reveal', {bubbles: true}));"
            " arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})",
            element,
        )
        return element

    def _box(self, label: str) -> WebElement:
        path = f'//label[normalize-space()="{label}"]'
        found = self.driver.find_element(By.XPATH, path).get_attribute("for")
        return self._reached(f"[id='{found}']")

    def _root(self, attribute: str) -> str | None:
        return self.driver.find_element(By.CSS_SELECTOR, "html").get_attribute(attribute)

    def _until(self, true: Callable[[], object]) -> None:
        WebDriverWait(self.driver, 90).until(lambda _: true())


@contextmanager
def visitor() -> Iterator[Visitor]:
    """A visitor with a new profile. RuntimeError where Debian's packages are missing."""
    if missing():
        raise RuntimeError(f"Debian's {' and '.join(missing())} is missing")
    with tempfile.TemporaryDirectory() as home, _screen() as display:
        # Without a graphics card, compositing only costs.
        environment = os.environ | {"DISPLAY": display, "HOME": home, "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        environment |= {f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
        options = Options()
        options.binary_location = _browser()
        options.add_argument("--automation")
        driver = webdriver.WebKitGTK(
            options=options, service=Service(executable_path=shutil.which(_DRIVER), env=environment)
        )
        try:
            yield Visitor(driver)
        finally:
            driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    """A screen that nobody sees. X chooses a free number, and says which."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with Path(os.devnull).open("w") as nowhere:
        server = subprocess.Popen(command, pass_fds=[writing], stdout=nowhere, stderr=nowhere)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _browser() -> str:
    return next((str(path) for path in sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), "")


if __name__ == "__main__":
    if still := install():
        sys.exit(f"WebKit cannot be had here: Debian's {' and '.join(still)} is missing, and could not be installed.")
    print(f"WebKit: {_browser()}")
