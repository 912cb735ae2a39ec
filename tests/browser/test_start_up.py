"""What starting Python costs, as far as it is the same on every machine. `make bench` measures the times."""

from pathlib import Path

from bench.server import serving
from tests.browser import pages

ROOT = Path(__file__).parents[2]


def test_a_first_visit_brings_less_than_three_megabytes_in_a_few_requests(page, dist, watch):
    page.add_init_script(path=ROOT / "bench" / "probe.js")
    with serving({"page": dist}) as server:
        watch.home.add(server.url.rstrip("/"))
        page.goto(f"{server.url}page/")
        pages.wait_ready(page)
        answers = server.until(page.evaluate("performance.timeOrigin + bench.marks.ready") / 1000)
        assert sum(answers) < 2_850_000  # two fifths of stock PyScript with the same code
        assert len(answers) <= 19  # three quarters of stock PyScript's
