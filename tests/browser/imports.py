"""What the Python of a page has imported. `make imports` runs every browser test with this on (HONORABLE_IMPORTS).

The file that the variable names collects a line for each module. `python -m tests.browser.imports` puts the whole
library into the list (src/honorable/publish/python/stdlib.txt), and with that file's name, what was collected.
"""

import sys
from pathlib import Path

from playwright.sync_api import Error, Page

from honorable.publish.project import find_project
from honorable.publish.python import stdlib
from honorable.publish.python.archive import unzip
from honorable.publish.python.runtime import read_runtime

VARIABLE = "HONORABLE_IMPORTS"
_SCRIPT = "import sys\nfrom js import document\ndocument.documentElement.dataset.imports = ' '.join(sys.modules)\n"


def run_python(page: Page, code: str) -> None:
    """Runs Python in the page: a script of PyScript's that comes late joins those that are there.

    The page's policy forbids this. The page must be of a context with `bypass_csp`.
    """
    page.evaluate(
        """(code) => {
          const script = document.createElement("script");
          script.type = "py";
          script.textContent = code;
          document.body.append(script);
        }""",
        code,
    )


def imported(page: Page) -> set[str]:
    """The modules that the page's Python has imported by now. Empty where it has none, or is closed."""
    try:
        if page.is_closed() or page.locator('html[data-python="ready"]').count() == 0:
            return set()
        run_python(page, _SCRIPT)
        page.locator("html[data-imports]").wait_for(state="attached", timeout=5_000)
        return set((page.locator("html").get_attribute("data-imports") or "").split())
    except Error:
        return set()


def main() -> None:
    """Writes the list: from what was collected, or else the whole library."""
    library = unzip(read_runtime(find_project()).stdlib)
    seen = Path(sys.argv[1]).read_text("utf-8").split() if sys.argv[1:] else map(stdlib.module_of, library)
    stdlib.write_list(seen, library)
    print(f"{stdlib.LIST}: {len(stdlib.module_names())} modules")


if __name__ == "__main__":
    main()
