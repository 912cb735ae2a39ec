"""What starting Python costs, as far as it is the same on every machine. `make bench` measures the times."""

from pathlib import Path

from playwright.sync_api import expect

from bench.server import serving
from tests.browser import imports, pages, writer

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
        page.wait_for_timeout(300)  # a long task is told after it has ended
        assert 0 < page.evaluate("bench.tasks.length") <= 20


def test_a_module_that_was_left_out_is_named_with_what_to_do(new_context, watch):
    page = new_context(bypass_csp=True).new_page()
    page.goto("./")
    pages.wait_ready(page)
    watch.expect("ModuleNotFoundError")
    with page.expect_event("console", lambda message: "pdb is left out" in message.text):
        imports.run_python(page, "import pdb")
    assert any("make imports" in line for line in watch.console)


def test_what_was_typed_a_moment_before_a_reload_is_kept(ready_page):
    ready_page.get_by_label("Your story").press_sequentially("My story")
    ready_page.reload()
    pages.wait_ready(ready_page)
    expect(ready_page.get_by_label("Your story")).to_have_value("My story")
    assert "My story" in writer.text_of(ready_page)
