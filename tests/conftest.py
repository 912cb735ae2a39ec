"""What holds for every test: in which browsers it runs, which fixtures there are, and how much time it has."""

import pytest
from hypothesis import settings

# One place for all: what lasts for the session, such as the browser, would else be that of whichever test came first.
from tests.browser.fixtures import (  # noqa: F401  a fixture is there where its name is
    _empty_page,
    _endpoint,
    _installed_mail,
    _note_imports,
    base_url,
    browser_context_args,
    browser_type_launch_args,
    build_once,
    build_variant,
    clipboard_text,
    dist,
    download,
    download_folder,
    endpoint,
    found_browser,
    held,
    keeping_page,
    lookup_page,
    mail_program,
    new_context,
    page,
    printed_file,
    ready_page,
    serve,
    shared_profile,
    site,
    waiting_page,
    watch,
    with_endpoint,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--everything", action="store_true", help="test on every host, and everything in every browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tables, and what no browser does otherwise than the first, to those who ask for everything."""
    if config.getoption("--everything"):
        return
    first, *_ = config.option.browser
    left_out = [item for item in items if item.get_closest_marker("every_host") or _repeats(item, first)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def _repeats(item: pytest.Item, first: str) -> bool:
    name = item.callspec.params.get("browser_name", first) if hasattr(item, "callspec") else first
    return name != first and not any(map(item.get_closest_marker, ("in_both_browsers", "only_browser")))


def pytest_configure(config: pytest.Config) -> None:
    if not config.option.browser:
        config.option.browser = ["chromium", "firefox"]


# These machines are noisy: no test may depend on how long something takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
