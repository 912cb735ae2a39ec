from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.services import Counting, EmailCopy, Join
from honorable.publish.checks.redirects import redirect_warnings


class Handler(BaseHTTPRequestHandler):
    """Redirects to what follows /to/ in the path, and from /circle to /circle. Refuses an address without a slash."""

    def do_GET(self) -> None:
        if not self.path.startswith("/"):
            self.send_error(400)
            return
        _, redirects, target = (self.path.replace("/circle", "/to//circle")).partition("/to/")
        self.send_response(303 if redirects else 200)
        if redirects:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[str, str]]:
    """Two servers on this machine, which are two origins."""
    running = [ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
    for server in running:
        Thread(target=server.serve_forever, daemon=True).start()
    one, other = (f"http://127.0.0.1:{server.server_port}" for server in running)
    yield one, other
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture
def campaign(smallest: Path) -> Campaign:
    return load_campaign(smallest)


def joining(campaign: Campaign, endpoint: str, *also_allow: str) -> Campaign:
    join = Join(endpoint=endpoint, provider="Lists", also_allow=also_allow)
    return campaign.model_copy(update={"join": join})


def test_an_endpoint_on_another_host_after_a_redirect_is_a_warning_with_what_to_add(campaign, servers):
    one, other = servers
    (line,) = redirect_warnings(joining(campaign, f"{one}/to/{other}/thanks"))
    assert line == (
        f'join.endpoint: "{one}/to/{other}/thanks" redirects to "{other}/thanks", which browsers block; use that '
        f'address, or add also_allow = ["{other}"] to [join]'
    )


def test_an_allowed_host_and_a_redirect_on_the_same_host_are_fine(campaign, servers):
    one, other = servers
    assert list(redirect_warnings(joining(campaign, f"{one}/to/{other}/thanks", f"{other}/"))) == []
    assert list(redirect_warnings(joining(campaign, f"{one}/to//thanks"))) == []
    assert list(redirect_warnings(joining(campaign, f"{one}/subscribe?list=1"))) == []


def test_an_endpoint_may_have_a_query_right_after_its_host(campaign, servers):
    one, other = servers
    (line,) = redirect_warnings(joining(campaign, f"{one}?next=/to/{other}/"))
    assert f'redirects to "{other}/"' in line


def test_every_endpoint_is_asked(campaign, servers):
    one, other = servers
    endpoint = f"{one}/to/{other}/"
    changed = campaign.model_copy(
        update={
            "email_copy": EmailCopy(endpoint=endpoint, provider="Forms"),
            "counting": Counting(endpoint=endpoint, provider="Counter"),
        }
    )
    lines = list(redirect_warnings(changed))
    assert [line.partition(":")[0] for line in lines] == ["email_copy.endpoint", "counting.endpoint"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/to/ftp://example.org/", "redirects to ftp://example.org/"),
        ("/to/javascript:alert", "redirects to javascript:alert"),
        ("/circle", "redirects in a circle"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_reported(campaign, servers, path, reason):
    one, _ = servers
    (line,) = redirect_warnings(joining(campaign, one + path))
    assert line == f'join.endpoint: "{one}{path}" cannot be reached: {reason}'


def test_a_server_that_does_not_answer_is_reported(campaign):
    (line,) = redirect_warnings(joining(campaign, "http://127.0.0.1:9/"))
    assert line.startswith('join.endpoint: "http://127.0.0.1:9/" cannot be reached: ')


def test_a_campaign_without_endpoints_asks_nobody(campaign):
    assert list(redirect_warnings(campaign)) == []
