"""Downloading from a server that fails, stalls, cuts off and sends the wrong thing."""

from dataclasses import replace
from datetime import date
from time import monotonic

import pytest

from honorable.publish.errors import UserError
from honorable.publish.officials.download import NotFoundError, Patience, download
from tests.unit.publish.officials.local_server import drips, hangs_up, sends, stalls

PATIENCE = Patience(attempts=3, pause=0.01, silence=1, in_all=10, largest=1_000_000)
FILE = bytes(range(256)) * 1000


def nothing(_so_far, _size):
    """Ignore the progress."""


def line(address, patience=PATIENCE):
    with pytest.raises(UserError) as caught:
        download(address, patience, nothing)
    (one,) = caught.value.lines
    assert one.startswith(address)
    return one


def test_a_file_is_downloaded_unchanged(server):
    assert download(server.at("/file", sends(FILE)), PATIENCE, nothing).content == FILE
    assert server.asked == ["/file"]


def test_a_file_without_a_content_length_is_downloaded(server):
    assert download(server.at("/file", sends(FILE, length=0)), PATIENCE, nothing).content == FILE


def test_progress_is_reported_to_the_last_byte(server):
    reported = []
    download(server.at("/file", sends(FILE)), PATIENCE, lambda so_far, size: reported.append((so_far, size)))
    assert reported[0] == (0, len(FILE))
    assert reported[-1] == (len(FILE), len(FILE))
    assert reported == sorted(reported)


@pytest.mark.parametrize("code", [500, 502, 503, 504, 429, 408])
def test_a_server_in_trouble_is_asked_again(server, code):
    address = server.at("/file", sends(b"no", code), sends(b"no", code), sends(FILE))
    assert download(address, PATIENCE, nothing).content == FILE
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (sends(b"no", 500), "the server answered 500 Internal Server Error; tried 3 times"),
        (sends(FILE, length=len(FILE) + 9), "it ended after 256,000 of 256,009 bytes; tried 3 times"),
        (hangs_up, "; tried 3 times"),
    ],
    ids=["broken", "cut off", "hangs up"],
)
def test_lasting_trouble_is_reported_after_the_last_try(server, trouble, words):
    assert words in line(server.at("/file", trouble))
    assert len(server.asked) == 3


@pytest.mark.parametrize("trouble", [stalls(), stalls(b"half")], ids=["from the start", "half-way"])
def test_lasting_silence_is_reported_after_the_last_try(server, trouble):
    patience = replace(PATIENCE, silence=0.2)
    assert "the server was silent for 0.2 seconds; tried 3 times" in line(server.at("/file", trouble), patience)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "trouble",
    [sends(FILE, length=len(FILE) + 9), stalls(b"half"), hangs_up],
    ids=["cut off", "silent half-way", "hangs up"],
)
def test_temporary_trouble_does_not_change_the_file(server, trouble):
    assert download(server.at("/file", trouble, sends(FILE)), PATIENCE, nothing).content == FILE


def test_an_endlessly_slow_answer_is_given_up(server):
    assert "it took more than 0.5 seconds" in line(server.at("/file", drips), Patience(2, 0.01, 5, 0.5))


@pytest.mark.parametrize(("code", "words"), [(404, "404 Not Found"), (403, "403 Forbidden"), (410, "410 Gone")])
def test_a_final_answer_is_not_tried_again(server, code, words):
    assert words in line(server.at("/file", sends(b"no", code)))
    assert len(server.asked) == 1


@pytest.mark.parametrize("length", [None, 0])
def test_a_file_that_is_too_large_is_refused_at_once(server, length):
    assert "is larger than 0.1 MB" in line(
        server.at("/file", sends(FILE, length=length)), Patience(3, 0.01, 1, 2, 100_000)
    )
    assert len(server.asked) == 1


def test_a_file_with_a_huge_content_length_is_not_read(server):
    assert "is larger than" in line(server.at("/file", sends(FILE[:10], length=10**12)))


def test_pauses_grow_with_each_try(server):
    start = monotonic()
    line(server.at("/file", sends(b"no", 500)), Patience(attempts=4, pause=0.05))
    assert monotonic() - start >= 0.05 + 0.1 + 0.2


def test_a_server_that_does_not_exist_is_reported(server):
    address = server.at("/file", sends(FILE))
    server.shutdown()
    server.server_close()
    assert "tried 3 times" in line(address)


def test_a_redirect_is_followed(server):
    address = server.at("/old", sends(b"", 302, Location="/new"))
    server.at("/new", sends(FILE))
    assert download(address, PATIENCE, nothing).content == FILE


@pytest.mark.parametrize("target", ["http://example.org/file", "file:///etc/passwd", "ftp://example.org/file"])
def test_a_redirect_to_an_insecure_address_is_not_followed(server, target):
    with pytest.raises(UserError):
        download(server.at("/old", sends(b"", 302, Location=target)), PATIENCE, nothing)
    assert server.asked == ["/old"]


@pytest.mark.parametrize("address", ["http://example.org/file", "file:///etc/passwd", "members.json"])
def test_an_insecure_address_is_refused_before_any_request(address):
    assert "must be an https:// address" in line(address)


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ({"Last-Modified": "Mon, 15 Jun 2026 23:30:00 GMT"}, date(2026, 6, 15)),
        ({"Last-Modified": "Mon, 15 Jun 2026 23:30:00 -0500"}, date(2026, 6, 16)),
        ({"Last-Modified": "last week"}, None),
        ({"Last-Modified": "Mon, 35 Jun 2026 23:30:00 GMT"}, None),
        ({}, None),
    ],
)
def test_the_day_of_a_file_is_that_of_its_last_change_if_the_server_sends_it(server, header, day):
    assert download(server.at("/file", sends(FILE, **header)), PATIENCE, nothing).modified == day


def test_a_missing_file_and_a_refused_one_have_messages_of_their_own(server):
    with pytest.raises(NotFoundError):
        download(server.at("/file", sends(b"no", 404)), PATIENCE, nothing)
    with pytest.raises(UserError) as caught:
        download(server.at("/file", sends(b"no", 403)), PATIENCE, nothing)
    assert not isinstance(caught.value, NotFoundError)
