"""Downloading from a server that fails, stalls, cuts off and sends the wrong thing."""

from time import monotonic

import pytest

from honorable.publish.errors import UserError
from honorable.publish.officials.download import Patience, download
from tests.unit.publish.officials.local_server import drips, hangs_up, sends, stalls

PATIENCE = Patience(attempts=3, pause=0.01, silence=0.3, in_all=2, largest=1_000_000)
FILE = bytes(range(256)) * 1000


def nothing(_so_far, _size):
    """Progress that nobody looks at."""


def line(address, patience=PATIENCE):
    with pytest.raises(UserError) as caught:
        download(address, patience, nothing)
    (one,) = caught.value.lines
    assert one.startswith(address)
    return one


def test_a_file_comes_as_it_is(server):
    assert download(server.at("/file", sends(FILE)), PATIENCE, nothing) == FILE
    assert server.asked == ["/file"]


def test_a_file_without_an_announced_length_comes_too(server):
    assert download(server.at("/file", sends(FILE, length=0)), PATIENCE, nothing) == FILE


def test_progress_is_told_to_the_last_byte(server):
    told = []
    download(server.at("/file", sends(FILE)), PATIENCE, lambda so_far, size: told.append((so_far, size)))
    assert told[0] == (0, len(FILE))
    assert told[-1] == (len(FILE), len(FILE))
    assert told == sorted(told)


@pytest.mark.parametrize("code", [500, 502, 503, 504, 429, 408])
def test_a_server_in_trouble_is_asked_again(server, code):
    address = server.at("/file", sends(b"no", code), sends(b"no", code), sends(FILE))
    assert download(address, PATIENCE, nothing) == FILE
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (sends(b"no", 500), "the server answered 500 Internal Server Error; tried 3 times"),
        (sends(FILE, length=len(FILE) + 9), "it ended after 256,000 of 256,009 bytes; tried 3 times"),
        (stalls(), "the server was silent for 0.3 seconds; tried 3 times"),
        (stalls(b"half"), "the server was silent for 0.3 seconds; tried 3 times"),
        (hangs_up, "; tried 3 times"),
    ],
    ids=["broken", "cut off", "silent from the start", "silent half-way", "hangs up"],
)
def test_trouble_that_lasts_is_told_after_the_last_try(server, trouble, words):
    assert words in line(server.at("/file", trouble))
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "trouble",
    [sends(FILE, length=len(FILE) + 9), stalls(b"half"), hangs_up],
    ids=["cut off", "silent half-way", "hangs up"],
)
def test_trouble_that_passes_leaves_no_trace(server, trouble):
    assert download(server.at("/file", trouble, sends(FILE)), PATIENCE, nothing) == FILE


def test_an_answer_that_comes_drop_by_drop_is_given_up(server):
    start = monotonic()
    assert "it took more than 0.5 seconds" in line(server.at("/file", drips), Patience(2, 0.01, 0.3, 0.5))
    assert monotonic() - start < 10


@pytest.mark.parametrize(("code", "words"), [(404, "404 Not Found"), (403, "403 Forbidden"), (410, "410 Gone")])
def test_an_answer_that_is_final_is_not_asked_for_again(server, code, words):
    assert words in line(server.at("/file", sends(b"no", code)))
    assert len(server.asked) == 1


@pytest.mark.parametrize("length", [None, 0])
def test_a_file_that_is_too_large_is_refused_at_once(server, length):
    assert "is larger than 0.1 MB" in line(
        server.at("/file", sends(FILE, length=length)), Patience(3, 0.01, 1, 2, 100_000)
    )
    assert len(server.asked) == 1


def test_a_file_that_says_it_is_too_large_is_not_read(server):
    assert "is larger than" in line(server.at("/file", sends(FILE[:10], length=10**12)))


def test_pauses_grow_from_try_to_try(server):
    start = monotonic()
    line(server.at("/file", sends(b"no", 500)), Patience(attempts=4, pause=0.05))
    assert monotonic() - start >= 0.05 + 0.1 + 0.2


def test_a_server_that_is_not_there_is_told(server):
    address = server.at("/file", sends(FILE))
    server.shutdown()
    server.server_close()
    assert "tried 3 times" in line(address)


def test_a_redirect_is_followed(server):
    address = server.at("/old", sends(b"", 302, Location="/new"))
    server.at("/new", sends(FILE))
    assert download(address, PATIENCE, nothing) == FILE


@pytest.mark.parametrize("target", ["http://example.org/file", "file:///etc/passwd", "ftp://example.org/file"])
def test_a_redirect_to_an_insecure_address_is_not_followed(server, target):
    with pytest.raises(UserError):
        download(server.at("/old", sends(b"", 302, Location=target)), PATIENCE, nothing)
    assert server.asked == ["/old"]


@pytest.mark.parametrize("address", ["http://example.org/file", "file:///etc/passwd", "members.json"])
def test_an_insecure_address_is_refused_before_anything_is_asked(address):
    assert "must be an https:// address" in line(address)
