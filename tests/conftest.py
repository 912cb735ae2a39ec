"""What holds for every test: each browser test runs in Chromium and in Firefox, unless the command line names one."""

import pytest
from hypothesis import settings


def pytest_configure(config: pytest.Config) -> None:
    if not config.option.browser:
        config.option.browser = ["chromium", "firefox"]


# These machines are noisy: no test may depend on how long something takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
