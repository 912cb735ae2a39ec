from pathlib import Path

import pytest

from honorable.publish.campaign.theme import Theme
from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.site.stylesheet import stylesheet


@pytest.fixture
def small(tmp_path: Path) -> Project:
    (tmp_path / "web").mkdir()
    (tmp_path / "node_modules/@a/b").mkdir(parents=True)
    (tmp_path / "node_modules/@a/b/c.css").write_text('@charset "UTF-8";p { margin: 0 }\n', "utf-8")
    return Project(tmp_path)


def test_the_campaigns_colors_come_first(small: Project):
    (small.web / "style.css").write_text("b {}\n", "utf-8")
    sheet = stylesheet(small, Theme(accent="#111111", accent_dark="#eeeeee"))
    assert sheet.startswith(":root { --campaign-accent: #111111; --campaign-accent-dark: #eeeeee; ")
    assert sheet.endswith("; }\nb {}\n")


def test_a_file_of_the_page_is_put_in_its_place(small: Project):
    (small.web / "css").mkdir()
    (small.web / "css/form.css").write_text("i {}\n", "utf-8")
    (small.web / "style.css").write_text('@import "./css/form.css";\nb {}\n', "utf-8")
    assert stylesheet(small, Theme()).endswith("; }\ni {}\nb {}\n")


def test_each_letter_has_a_rule_that_prints_it_alone(small: Project):
    (small.web / "style.css").write_text("b {}\n", "utf-8")
    sheet = stylesheet(small, Theme(), ("house", "senate-1"))
    assert 'html[data-print$="-senate-1"] .letters > :not([data-letter="senate-1"]) { display: none; }' in sheet


def test_a_librarys_style_is_put_into_its_layer(small: Project):
    (small.web / "style.css").write_text('@import "@a/b/c.css" layer(base);\nb {}\n', "utf-8")
    assert stylesheet(small, Theme()).endswith("\n@layer base {\np { margin: 0 }\n}\nb {}\n")


def test_a_librarys_style_without_a_layer_is_put_in_its_place(small: Project):
    (small.web / "style.css").write_text('@import "@a/b/c.css";\nb {}\n', "utf-8")
    assert stylesheet(small, Theme()).endswith("\np { margin: 0 }\nb {}\n")


def test_a_librarys_style_that_is_not_there_is_named(small: Project):
    (small.web / "style.css").write_text('@import "@a/b/none.css";\n', "utf-8")
    with pytest.raises(UserError, match=r"'@a/b/none\.css' is not in node_modules"):
        stylesheet(small, Theme())


def test_the_pages_style_asks_for_no_other_file(project: Project):
    sheet = stylesheet(project, Theme())
    assert "@import" not in sheet
    assert "url(http" not in sheet
