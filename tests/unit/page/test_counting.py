"""Counting: what is posted, and that nothing is if the browser objects. tests/browser has the rest."""

import json
from dataclasses import replace

import pytest

from tests.unit.page.fake_document import Response
from tests.unit.page.test_writing import fill, press_write

ENDPOINT = "https://counts.example.org/"


@pytest.fixture
def counted(visit, start, window, finish):
    """`counted()` is a visit of which letters are written: the events that are posted."""

    def run():
        visit.config = replace(visit.config, counting=ENDPOINT)
        window.responses[ENDPOINT] = Response()
        document = start()
        fill(document)
        press_write(document, window)
        finish()
        return [json.loads(options["body"])["event"] for url, options in window.requests if url == ENDPOINT]

    return run


def test_a_visit_is_counted_if_the_browser_says_nothing_or_agrees(counted, window):
    window.navigator.globalPrivacyControl, window.navigator.doNotTrack = False, "0"
    assert counted() == ["opened", "written"]


@pytest.mark.claim("three kinds of event, nothing typed, and nothing from browsers that send *do not track*")
@pytest.mark.parametrize(("name", "value"), [("globalPrivacyControl", True), ("doNotTrack", "1")])
def test_who_asks_not_to_be_tracked_is_not_counted(counted, window, name, value):
    setattr(window.navigator, name, value)
    assert counted() == []
