"""The page's Python without a browser: `pyscript` and `pyodide` are stood in for by a small fake document."""

# ruff: noqa: E402  the page's own modules can only be imported once the browser's are in place

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.letters import Campaign, environment
from honorable.letters.language import use_language
from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.translation import translated
from honorable.publish.i18n import Language, language
from honorable.publish.project import find_project, template_loader
from honorable.publish.site.assets import Assets
from honorable.publish.site.page_version import PageVersion
from honorable.publish.site.pages import render_pages
from tests.checkout import CAMPAIGN
from tests.unit.page import fake_document


def _as_it_is(value: Any, *_args: Any, **_options: Any) -> Any:
    return value


def _install() -> None:
    """Put the modules that only a browser has into place, before the page's own are imported."""
    pyscript = ModuleType("pyscript")
    pyscript.document = fake_document.document  # type: ignore[attr-defined]
    pyscript.window = fake_document.window  # type: ignore[attr-defined]
    pyodide, ffi = ModuleType("pyodide"), ModuleType("pyodide.ffi")
    ffi.JsException = fake_document.JsException  # type: ignore[attr-defined]
    ffi.create_proxy = ffi.create_once_callable = ffi.to_js = _as_it_is  # type: ignore[attr-defined]
    pyodide.ffi = ffi  # type: ignore[attr-defined]
    sys.modules |= {"pyscript": pyscript, "pyodide": pyodide, "pyodide.ffi": ffi}


_install()

from honorable.page import config as page_config
from honorable.page import dom, main
from honorable.page import lookup as page_lookup
from honorable.page.config import PageConfig
from honorable.page.state import Visit


@pytest.fixture(autouse=True)
def document() -> fake_document.Document:
    """An empty document, new for each test. `document.load(html)` gives it what the test is about."""
    fake_document.reset()
    dom.warn.cache_clear()
    return fake_document.document


@pytest.fixture
def window(document: fake_document.Document) -> fake_document.Window:
    """The window of the document: its storage, address, timers, requests and console."""
    return fake_document.window


@pytest.fixture
def finish() -> Iterator[Callable[..., Any]]:
    """`finish()` runs what the page has started and waits for; `finish(coroutine)` also returns its result."""
    # After a browser test in the same process, Playwright's own loop counts as running.
    playwright_loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)

    def run(work: Coroutine[Any, Any, Any] | None = None) -> Any:
        result = loop.run_until_complete(work) if work else None
        while tasks := asyncio.all_tasks(loop):
            for done in loop.run_until_complete(asyncio.wait(tasks))[0]:
                done.result()
        return result

    yield run
    asyncio.set_event_loop(None)
    loop.close()
    asyncio._set_running_loop(playwright_loop)


@cache
def _rendered(code: str) -> tuple[str, dict[str, Any], list[Path]]:
    """The page's HTML with the lookup in it, what the build hands to its Python, and the folders of its templates."""
    project = find_project()
    campaign = translated(load_campaign(CAMPAIGN), code)
    folders = project.template_folders(CAMPAIGN)
    assets = Assets({"app": "app", "runtime": "runtime", "data": "data"})
    html = render_pages(campaign, project, folders, assets, PageVersion(language(code, project)))
    return html["index.html"], campaign.for_page(), folders


@pytest.fixture
def page_language() -> Language:
    """The language of the page. A module of tests may replace it."""
    return Language("en", {})


@pytest.fixture(autouse=True)
def _in_the_pages_language(page_language: Language) -> Iterator[None]:
    """Write messages, numbers, dates and lists as the page does; in a browser, `Intl` does the latter three."""
    with use_language(page_language.catalog, page_language.formats):
        yield


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The visitor's clock is in November 2026, whenever the tests run."""
    monkeypatch.setattr(page_lookup, "_now", lambda: datetime(2026, 11, 25, 15, 0, tzinfo=UTC))


@cache
def _templates(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """The letters' templates, compiled once."""
    return environment(template_loader(folders))


@pytest.fixture
def config(page_language: Language) -> PageConfig:
    """The config of the tests' campaign."""
    _html, data, folders = _rendered(page_language.code)
    return PageConfig(
        campaign=Campaign.from_json(json.loads(json.dumps(data["campaign"]))),
        templates=_templates(tuple(folders)),
        email_copy=None,
        site=data["site"],
        share_text=data["share_text"],
        contact_pages=data["contact_pages"],
    )


@pytest.fixture
def visit(document: fake_document.Document, config: PageConfig, page_language: Language) -> Visit:
    """A visit to the whole page, as the build renders it, before its Python starts."""
    document.load(_rendered(page_language.code)[0])
    return Visit(config)


@pytest.fixture
def start(
    visit: Visit, page_language: Language, finish: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., fake_document.Document]:
    """`start(packed)` starts the page's Python, and loads this list of ZIP codes as if the form had come into view.

    `start(packed, reload=True)` does it again after a reload of the tab, `later=True` on a later visit.
    """

    def run(packed: bytes | None = None, *, reload: bool = False, later: bool = False) -> fake_document.Document:
        window, document = fake_document.window, fake_document.document
        if reload or later:
            window.dispatchEvent(fake_document.Event("pagehide"))
            fake_document.reset(cookies=True, tab=reload)
            document.load(_rendered(page_language.code)[0])
        monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
        monkeypatch.setattr(page_config, "load_config", lambda: visit.config)
        if packed is not None:
            window.responses["data/congress.dat"] = fake_document.Response(packed)
        main.start()
        if packed is not None:
            window.intersect(document.querySelector("#letter-form"))
            finish()
        return document

    return run
