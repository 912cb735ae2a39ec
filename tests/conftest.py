"""What holds for every test: each browser test runs in Chromium and in Firefox, unless the command line names one."""

import pytest
from hypothesis import settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-host", action="store_true", help="test every host, as `make hosts` does, not only a few")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long tables to `make hosts`."""
    if config.getoption("--every-host"):
        return
    left_out = [item for item in items if item.get_closest_marker("every_host")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_configure(config: pytest.Config) -> None:
    if not config.option.browser:
        config.option.browser = ["chromium", "firefox"]


# These machines are noisy: no test may depend on how long something takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
