"""Real servers for the page, on top of the browser tests' fixtures."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.browser.watching import Watch
from tests.hosts import programs, servers
from tests.hosts.servers import Host


@pytest.fixture(scope="session")
def found_programs() -> programs.Programs:
    """nginx and Caddy."""
    try:
        return programs.find()
    except AssertionError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def start(
    found_programs: programs.Programs,
    dist: Path,
    watch: Watch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., Host]]:
    """`start("nginx", under="/letters/", compressed=True)`: the site on a real server, which the test may stop."""
    with ExitStack() as running:

        def begin(server: str, *, under: str = "/", compressed: bool = False) -> Host:
            work = tmp_path_factory.mktemp("host")
            host = running.enter_context(
                servers.start(server, dist, work, found_programs, under=under, compressed=compressed)
            )
            watch.home.add(host.origin)
            return host

        yield begin
