from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from honorable.publish.campaign.load import load_campaign
from honorable.publish.project import Project
from honorable.publish.site.csp import inline_script, policy
from tests.checkout import CAMPAIGN


@pytest.fixture(scope="module")
def headers(site: Path):
    """`headers("/sw.js")`: what both hosts send with the file, as names and values, from every rule that matches."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in (site / "_headers").read_text("utf-8").splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        else:
            rules.append((line, []))
    return lambda path: [header for rule, lines in rules if fnmatchcase(path, rule) for header in lines]


def paths(site: Path) -> list[str]:
    return ["/", *("/" + path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())]


def test_no_header_is_sent_twice(headers, site: Path):
    for path in paths(site):
        names = [name for name, _ in headers(path)]
        assert len(names) == len(set(names)), path


def test_only_fingerprinted_files_are_cached_for_a_year(headers, site: Path):
    for path in paths(site):
        immutable = "max-age=31536000, immutable" in dict(headers(path)).get("Cache-Control", "")
        assert immutable == path.startswith(("/app-", "/runtime-")), path


@pytest.mark.parametrize("path", ["/", "/index.html", "/es/", "/es/index.html", "/sw.js"])
def test_the_page_and_its_service_worker_are_revalidated_each_time(headers, path: str):
    assert dict(headers(path))["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["/", "/index.html", "/es/", "/es/index.html"])
def test_the_page_is_sent_with_its_policy_and_who_may_frame_it(headers, project: Project, path: str):
    sent = dict(headers(path))["Content-Security-Policy"]
    assert sent == policy(load_campaign(CAMPAIGN), inline_script(project)) + "; frame-ancestors *"


def test_other_sites_may_load_embed_js_as_a_module_and_nothing_else(headers, site: Path):
    shared = [path for path in paths(site) if "Access-Control-Allow-Origin" in dict(headers(path))]
    assert shared == ["/embed.js"]


def test_every_line_is_short_enough_for_cloudflare(site: Path):
    assert max(map(len, (site / "_headers").read_text("utf-8").splitlines())) < 2000
