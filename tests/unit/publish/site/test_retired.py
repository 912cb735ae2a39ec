from pathlib import Path

import pytest
from typer.testing import CliRunner

from honorable.publish.checks.check import check
from honorable.publish.cli.app import app
from honorable.publish.project import Project
from honorable.publish.site.retired import retired_files
from tests.unit.publish.conftest import TODAY

ENDED = """
[ended]
on = 2026-12-31
heading = "We won."
text = ["The Act passed.", "Thank you <all>."]
link = "https://example.org/next"
link_text = "See what comes next"
"""


def retired(file: Path, project: Project) -> dict[str, bytes]:
    return retired_files(check(file, project, TODAY), file, project)


@pytest.fixture
def spanish(smallest: Path) -> Path:
    """The smallest campaign, in English and Spanish."""
    text = 'languages = ["en", "es"]\n' + smallest.read_text("utf-8")
    smallest.write_text(text + '[translation.es]\nname = "Pequeña"\nsentence = "S"\nsummary = "S"\n', "utf-8")
    return smallest


def test_the_service_worker_takes_the_place_of_the_old_one_and_removes_itself(smallest: Path, project: Project):
    script = retired(smallest, project)["sw.js"].decode()
    assert "registration.unregister()" in script
    assert "fetch" not in script


def test_the_closing_page_says_what_the_campaign_says(smallest: Path, project: Project):
    smallest.write_text(smallest.read_text("utf-8") + ENDED, "utf-8")
    html = retired(smallest, project)["index.html"].decode()
    assert "<h1>Small</h1>" in html
    for text in ("We won.", "The Act passed.", "Thank you &lt;all&gt;.", 'href="https://example.org/next"'):
        assert text in html
    assert "You can no longer write letters here." not in html


def test_without_words_of_its_own_the_closing_page_says_that_the_campaign_has_ended(smallest: Path, project: Project):
    html = retired(smallest, project)["index.html"].decode()
    assert "This campaign has ended." in html
    assert "You can no longer write letters here." in html


def test_each_language_has_its_closing_page_with_every_file_that_it_names(spanish: Path, project: Project):
    files = retired(spanish, project)
    html = files["es/index.html"].decode()
    assert '<html lang="es" data-root="../">' in html
    assert "<h1>Pequeña</h1>" in html
    assert "Esta campaña ha terminado." in html
    assert '<a href="../" lang="en" hreflang="en">English</a>' in html
    assert '<a href="es/" lang="es" hreflang="es">Español</a>' in files["index.html"].decode()
    assert {"retired.css", "retired.js", "icon.svg", "embed.js", ".nojekyll"} <= set(files)
    for name in ("retired.css", "retired.js", "icon.svg"):
        assert f'"{name}"' in files["index.html"].decode()
        assert f'"../{name}"' in files["es/index.html"].decode()


def test_the_command_replaces_a_build_and_nothing_else(smallest: Path, tmp_path: Path):
    out = tmp_path / "dist"
    result = CliRunner().invoke(app, ["retire", "--campaign", str(smallest), "--out", str(out)])
    assert (result.exit_code, result.stdout) == (0, f"{out}: 7 files; publish them in place of the site\n")
    assert (out / "sw.js").is_file()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", "utf-8")
    result = CliRunner().invoke(app, ["retire", "--campaign", str(smallest), "--out", str(tmp_path / "mine")])
    assert result.exit_code == 1
    assert (tmp_path / "mine" / "notes.txt").is_file()
