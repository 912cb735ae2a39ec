"""The table of frames: `python -m tests.frames.table` tries each one and prints what a visitor got there."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Error, sync_playwright
from rich.console import Console
from rich.table import Table

from tests.browser import building
from tests.frames import contexts, webkit
from tests.frames.contexts import CONTEXTS, Context, Outcome

_WEBKIT = (
    Context("webkit", "as shipped", "", remembers=True),
    Context("webkit", "as shipped", contexts.ANOTHER_SITE, remembers=False),
)


def main() -> int:
    """Exit code 1 where anything is not as it must be. A browser that cannot be had is said, and fails as well."""
    table = Table(
        "browser", "its rule", "frame", "written", "copied", "remembered", "no scrollbar", "host hears no word"
    )
    wrong: list[str] = []

    def note(context: Context, outcome: Outcome) -> None:
        wrong.extend(f"{context}: {failure}" for failure in contexts.failures(context, outcome))
        frame = context.frame or "none: by itself"
        table.add_row(context.browser, context.rule, frame, *(_word(got) for got in _seen(context, outcome)))

    with tempfile.TemporaryDirectory() as folder, contexts.hosts(building.default_dist(), Path(folder)) as address:
        with sync_playwright() as playwright:
            for number, context in enumerate(CONTEXTS):
                work = Path(folder, str(number))
                work.mkdir()
                try:
                    with contexts.opened(context, playwright, work) as page:
                        note(context, contexts.visit(page, address(context.frame)))
                except (AssertionError, Error, LookupError) as error:
                    wrong.append(f"{context}: {error}")
        if still := webkit.install():
            wrong.append(f"webkit: Debian's {' and '.join(still)} is missing")
        else:
            for context in _WEBKIT:
                note(context, contexts.visit_webkit(address(context.frame), framed=bool(context.frame)))
    Console(width=150).print(table)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def _seen(context: Context, outcome: Outcome) -> tuple[bool | str, ...]:
    remembered: bool | str = "no, and says so" if outcome.remembers is False else bool(outcome.remembers)
    fits: bool | str = "its host's choice" if context.frame == contexts.PLAIN else outcome.fits
    return outcome.written, outcome.copied, remembered, fits, outcome.quiet


def _word(got: bool | str) -> str:
    return got if isinstance(got, str) else "yes" if got else "NO"


if __name__ == "__main__":
    sys.exit(main())
