"""Record which functions of Pyodide's WebAssembly are used by a page: `make profile` writes profile.json from it.

Every page of the default site is opened, its form filled in, a letter edited, the page reloaded, and each button
pressed, with a module that notes each function's first call (`honorable.publish.python.wasm.instrument`).
"""

import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from honorable.publish.errors import UserError
from honorable.publish.project import find_project
from honorable.publish.python.wasm.instrument import MEMORY, instrumented
from honorable.publish.python.wasm.module import Module
from honorable.publish.python.wasm.profile import PROFILE, read_profile, write_profile
from honorable.publish.site.build import build
from tests.browser import browsers, serving

_PAGES = ("", "es/", "#zip=94110&first=Ann&last=Lee&street=1+Main+St&city=San+Francisco&state=CA")
_TEXT = "Ånn O’Léé 12\nšž"
_TYPE = """(field, text) => {
  field.value = text;
  for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
}"""
_ANSWERS = {"zip": "94110", "state": "CA", "email": "ann@example.org"}
# The interpreter hands Python to PyScript alone. The recording needs it, too.
_BEFORE, _AFTER = (
    "const { path } = python.pyimport",
    "globalThis.python = python;\n    const { path } = python.pyimport",
)
_NOTE_MEMORY = """
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const instance = await instantiate(...given);
  globalThis.recorded ??= instance.exports?.NAME;
  return instance;
};
""".replace("NAME", MEMORY)
_READ = "(count) => Array.from(new Uint8Array(recorded.buffer, 0, count))"


def main() -> None:
    """Build, record, write."""
    project = replace(find_project(), whole_python=True)
    whole = (project.node_modules / "pyodide" / "pyodide.asm.wasm").read_bytes()
    module = Module.parse(whole)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        build(project.root / "campaign.toml", site, project, datetime.now(UTC).date())
        [wasm] = site.glob("runtime-*/pyodide.asm.wasm")
        wasm.write_bytes(instrumented(module).encode())
        interpreter = wasm.with_name("interpreter.js")
        script = interpreter.read_text("utf-8")
        if _BEFORE not in script:
            sys.exit(f"{interpreter.name} has changed: {_BEFORE!r} is not in it")
        interpreter.write_text(script.replace(_BEFORE, _AFTER), "utf-8")
        found = browsers.find("chromium", playwright)
        if not found:
            sys.exit("No Chromium on this machine: make test installs one")
        browser = playwright.chromium.launch(**found.launch_args(Path(folder), Path(folder, "printed.pdf")))
        with serving.serve(site) as served:
            used = set(_seen_before(whole))
            for path in _PAGES:
                page = browser.new_context(service_workers="block", bypass_csp=True).new_page()
                used |= _used(page, served.url + path, len(module.functions))
        browser.close()
    write_profile(whole, used)
    print(f"{PROFILE}: {len(used):,} of {len(module.functions):,} functions")


def _seen_before(whole: bytes) -> frozenset[int]:
    """What earlier recordings saw: a few functions depend on the time that things take, and run in one visit only."""
    try:
        return read_profile(whole)
    except UserError:
        return frozenset()  # of another Pyodide


def _used(page: Page, url: str, count: int) -> set[int]:
    page.on("dialog", lambda dialog: dialog.accept())
    page.add_init_script(_NOTE_MEMORY)
    page.goto(url)
    _write(page)
    _edit(page)
    before = _ran(page, count)
    page.reload()  # What was typed, edited and saved comes back.
    _write(page)
    _press_everything(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(1500)
    exercise = Path(__file__).with_name("profile_exercise.py").read_text("utf-8")
    page.evaluate("(code) => { python.runPython(code); }", exercise + "\nrun()\n")
    page.wait_for_timeout(500)
    return before | _ran(page, count)


def _ran(page: Page, count: int) -> set[int]:
    return {place for place, ran in enumerate(page.evaluate(_READ, count)) if ran}


def _write(page: Page) -> None:
    """Wait for Python, fill the form in, and write the letters."""
    page.wait_for_selector('html[data-python="ready"]', state="attached", timeout=300_000)
    for field in page.query_selector_all("#letter-form input, #letter-form textarea, #letter-form select"):
        kind, name = field.get_attribute("type"), field.get_attribute("name") or ""
        if name == "remember":
            field.evaluate("(box) => { box.checked = true; }")
        elif kind in {"checkbox", "radio"}:
            field.evaluate("(box) => box.click()")
        else:
            field.evaluate(_TYPE, _ANSWERS.get(name, _TEXT))
    page.wait_for_timeout(1500)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    page.evaluate("document.getElementById('letter-form').requestSubmit()")
    page.wait_for_timeout(500)


def _edit(page: Page) -> None:
    """Edit a letter by hand, and type what an office answered."""
    page.evaluate("document.querySelector('[data-letter] [data-action=edit]').click()")
    for field in page.query_selector_all("[data-letter]:first-of-type [data-letter-edit], [data-confirmation]"):
        field.evaluate(_TYPE, _TEXT)
    page.wait_for_timeout(500)


def _press_everything(page: Page) -> None:
    """Each action three times at most: there is one of each for each letter."""
    pressed: dict[str, int] = {}
    for button in page.query_selector_all("[data-action]"):
        action = button.get_attribute("data-action") or ""
        pressed[action] = pressed.get(action, 0) + 1
        if pressed[action] <= 3:
            try:
                button.evaluate("(button) => button.click()")
            except Error as error:  # a button that another one has taken away
                print(f"{action}: {error.message.splitlines()[0]}")
            page.wait_for_timeout(60)


if __name__ == "__main__":
    main()
