"""The page's words in other languages, and the campaign's own."""

import ast
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from honorable.letters.language import format_date, format_number, ordinal, use_language
from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.translation import translated
from honorable.publish.checks.check import check
from honorable.publish.cli.app import app
from honorable.publish.errors import UserError
from honorable.publish.i18n import catalog_to_edit, language, needs_native_reader, page_messages, updated
from honorable.publish.project import Project
from honorable.publish.site.build import build
from tests.checkout import ROOT
from tests.unit.publish.conftest import TODAY

CATALOGS = sorted(path.stem for path in (ROOT / "locale").glob("*.po"))


@pytest.fixture
def spanish(smallest: Path) -> Path:
    """The smallest campaign in English and Spanish, translated."""
    words = 'languages = ["en", "es"]\n' + smallest.read_text("utf-8")
    words += '\n[translation.es]\nname = "Pequeña"\nsentence = "Escriba."\nsummary = "Una causa."\n'
    smallest.write_text(words, "utf-8")
    return smallest


def problems(file: Path, project: Project) -> list[str]:
    with pytest.raises(UserError) as raised:
        check(file, project, TODAY)
    return [message.text if message.file == str(file) else str(message) for message in raised.value.messages]


@pytest.mark.parametrize("code", CATALOGS)
def test_all_of_the_page_is_in_each_language(project: Project, code: str):
    assert len(page_messages(project)) > 300
    assert language(code, project).missing(project) == ()
    header = (ROOT / "locale" / f"{code}.po").read_text("utf-8").partition("\n\n")[0]
    assert f'"Language: {code}\\n"' in header
    assert '"Plural-Forms: nplurals=' in header


def blanks_and_tags(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s|\{\w+\}|</?\w+[^>]*>", text))


@pytest.mark.parametrize("code", CATALOGS)
def test_a_translation_keeps_every_blank_and_every_tag(project: Project, code: str):
    messages = page_messages(project)
    for message, translation in language(code, project).catalog.items():
        if isinstance(translation, str):
            assert blanks_and_tags(translation) == blanks_and_tags(message)
        else:
            # Only a form for a certain number may leave it out, as the English singular and the Arabic dual do.
            wanted = blanks_and_tags(messages[message].plural)
            for category, form in translation.items():
                left_out = wanted - blanks_and_tags(form)
                assert left_out <= ({"{count}"} if category in {"zero", "one", "two"} else set()), (message, category)


def test_the_catalogs_are_up_to_date(project: Project):
    contents = updated(project)
    assert [path.stem for path in contents] == CATALOGS
    assert [path for path, content in contents.items() if path.read_bytes() != content] == [], "run make words"


def test_a_campaign_that_is_translated_has_no_warnings(spanish: Path, project: Project):
    checked = check(spanish, project, TODAY)
    assert (checked.warnings, checked.untranslated) == ((), ())


def test_what_a_translation_leaves_out_of_a_list_stays(spanish: Path, project: Project):
    notes = 'finders = [{ note = "Mire." }, { note = "Busque." }]\n'
    finder = '[[finders]]\nname = "{0}"\nurl = "https://{0}.example"\nnote = "Look."\n'
    finders = "".join(map(finder.format, "abc"))
    spanish.write_text(spanish.read_text("utf-8") + notes + finders, "utf-8")
    translation = translated(load_campaign(spanish), "es")
    assert [(one.name, one.note) for one in translation.finders] == [("a", "Mire."), ("b", "Busque."), ("c", "Look.")]


def test_what_is_not_translated_fails_the_check_and_not_the_page(spanish: Path, project: Project, tmp_path: Path):
    spanish.write_text(spanish.read_text("utf-8").replace('summary = "Una causa."', ""), "utf-8")
    assert [str(line) for line in check(spanish, project, TODAY).untranslated] == [
        f"{spanish}:15:1: translation.es.summary: missing"
    ]
    (tmp_path / "no list").mkdir()
    result = CliRunner().invoke(app, ["check", "--campaign", str(spanish), "--data", str(tmp_path / "no list")])
    assert result.exit_code == 1
    assert "translation.es.summary: missing" in result.stderr
    build(spanish, tmp_path / "dist", project, TODAY)
    html = (tmp_path / "dist" / "es" / "index.html").read_text("utf-8")
    assert "<h1>Pequeña</h1>" in html
    assert "A cause." in html


def test_a_language_without_a_catalog_says_what_is_missing(smallest: Path, project: Project):
    smallest.write_text('languages = ["en", "fr"]\n' + smallest.read_text("utf-8"), "utf-8")
    untranslated = [str(line) for line in check(smallest, project, TODAY).untranslated]
    assert f'{smallest.parent}/locale/fr.po: not translated: "Write my letters"' in untranslated
    assert any(line.endswith("translation.fr.name: missing") for line in untranslated)


def test_missing_translations_go_into_a_catalog_that_the_operator_has(smallest: Path, tmp_path: Path):
    checkout = Project(tmp_path / "checkout")
    (checkout.root / "locale").mkdir(parents=True)
    catalog = checkout.root / "locale" / "es.po"
    catalog.touch()
    own = smallest.parent / "locale"
    assert catalog_to_edit("es-MX", checkout, smallest) == catalog
    assert catalog_to_edit("fr", checkout, smallest) == own / "fr.po"
    assert catalog_to_edit("es", replace(checkout, installed=True), smallest) == own / "es.po"


def test_a_catalog_beside_the_campaign_is_read_too(spanish: Path, project: Project):
    (spanish.parent / "locale").mkdir()
    (spanish.parent / "locale" / "es.po").write_text('msgid "Write my letters"\nmsgstr "¡Escribir!"\n', "utf-8")
    both = language("es", project, spanish)
    assert both.gettext("Write my letters") == "¡Escribir!"
    assert both.gettext("Print") == "Imprimir"


def test_a_region_has_its_own_words_and_else_those_of_its_language(spanish: Path, project: Project):
    folder = spanish.parent / "locale"
    folder.mkdir()
    for code, words in {"es": "Escribir", "es-MX": "Redactar"}.items():
        (folder / f"{code}.po").write_text(f'msgid "Write my letters"\nmsgstr "{words}"\n', "utf-8")
    for code, words in {"es": "Escribir", "es-MX": "Redactar", "es-AR": "Escribir"}.items():
        assert language(code, project, spanish).gettext("Write my letters") == words
    assert language("es-MX", project).gettext("Print") == "Imprimir"
    assert language("en-GB", project).missing(project) == ()


def test_a_catalog_that_cannot_be_read_is_named(spanish: Path, project: Project):
    (spanish.parent / "locale").mkdir()
    (spanish.parent / "locale" / "es.po").write_text("This is not a catalog.", "utf-8")
    (line,) = problems(spanish, project)
    assert line.startswith(f"{spanish.parent}/locale/es.po: cannot be read as a gettext catalog: ")


def test_a_folder_in_the_place_of_a_catalog_is_named(spanish: Path, project: Project):
    catalog = spanish.parent / "locale" / "es.po"
    catalog.mkdir(parents=True)
    assert problems(spanish, project) == [f"{catalog}: cannot be read: Is a directory"]


def test_a_translation_with_a_blank_that_the_message_does_not_have_is_named(spanish: Path, project: Project):
    (spanish.parent / "locale").mkdir()
    file = spanish.parent / "locale" / "es.po"
    file.write_text('msgid "Next office: {name}"\nmsgstr "Siguiente: {nombre}"\n', "utf-8")
    (line,) = problems(spanish, project)
    assert line.endswith("es.po: 'Next office: {name}': its translation has {nombre}, which the message does not have")


A_TABLE_EACH = "a table for each language, such as `[translation.es]`"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('["en", "es"]', '["en", "español"]', 'languages[2]: "español" must be a language code, such as "es"'),
        ('["en", "es"]', '["en", "qq"]', 'languages[2]: "qq" must be a language code, such as "es"'),
        ('["en", "es"]', '["es", "en", "es"]', "languages: must list each language only once"),
        ('["en", "es"]', '["en"]', 'translation.es: "es" must be in the list "languages", after the first one'),
        (
            "[translation.es]\n",
            "[translation]\nes = 3\n[wording]\n",
            f"translation.es: 3 must be {A_TABLE_EACH}",
        ),
        (
            "[translation.es]",
            "[translation.english]",
            'translation.english: "english" must be a language code, such as "es"',
        ),
    ],
)
def test_mistakes_in_the_tables_of_translations_are_one_line_each(spanish: Path, old: str, new: str, line: str):
    text = spanish.read_text("utf-8")
    assert old in text
    spanish.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(UserError) as raised:
        load_campaign(spanish)
    assert line in [message.text for message in raised.value.messages]


def test_mistakes_in_a_translation_are_one_line_each(spanish: Path, project: Project):
    text = spanish.read_text("utf-8")
    spanish.write_text(text.replace('name = "Pequeña"\n', 'name = 3\nsumary = "C"\n'), "utf-8")
    assert problems(spanish, project) == [
        "translation.es.name: 3 must be the campaign's name, on one line",
        'translation.es.sumary: unknown key (did you mean "summary"?)',
    ]
    spanish.write_text(text.replace('name = "Pequeña"\n', 'site = "https://x.org/"\n'), "utf-8")
    assert "translation.es.site: visitors never see this key; remove it" in problems(spanish, project)


def test_pages_in_other_languages_share_all_but_themselves(site: Path):
    html = (site / "es" / "index.html").read_text("utf-8")
    assert {path.name for path in (site / "es").iterdir()} == {"index.html", "manifest.json"}
    assert re.search(r'<html lang="es" data-python="loading" data-root="\.\./"', html)
    for address in re.findall(r'(?:src|href)="([^"#:]+)"', html):
        assert (site / "es" / address).exists(), address
    assert '<link rel="alternate" hreflang="en" href="../">' in html
    assert "&#34;../runtime-" in html  # PyScript's configuration
    assert '"../' not in (site / "index.html").read_text("utf-8")
    assert '<link rel="alternate" hreflang="es" href="es/">' in (site / "index.html").read_text("utf-8")


def test_letters_are_in_another_language_where_the_campaign_gives_them(spanish: Path, project: Project, tmp_path: Path):
    (spanish.parent / "templates" / "es").mkdir(parents=True)
    (spanish.parent / "templates" / "es" / "letter.txt").write_text("Estimado {{ recipient.last_name }}:", "utf-8")
    build(spanish, tmp_path / "dist", project, TODAY)
    html = (tmp_path / "dist" / "es" / "index.html").read_text("utf-8")
    assert "Estimado <mark" in html
    assert 'lang="en"' not in html.replace('hreflang="en"', "").replace('<a href="../" lang="en"', "")
    assert "Estimado" not in (tmp_path / "dist" / "index.html").read_text("utf-8")


def test_a_broken_letter_in_another_language_is_an_error(spanish: Path, project: Project):
    (spanish.parent / "templates" / "es").mkdir(parents=True)
    (spanish.parent / "templates" / "es" / "letter.txt").write_text("{{ persona }}", "utf-8")
    (line,) = problems(spanish, project)
    assert 'templates/es/letter.txt:1: unknown name "persona" (did you mean "person"?)' in line


def test_numbers_and_dates_are_written_as_in_the_language(project: Project):
    spanish = language("es", project)
    with use_language(spanish.catalog, spanish.formats):
        assert format_date(date(2026, 11, 3)) == "3 de noviembre de 2026"
        assert format_number(12345) == "12,345"
        assert ordinal(12) == "12.º"


POLISH = """
msgid "{count} letter"
msgid_plural "{count} letters"
msgstr[0] "{count} list"
msgstr[1] "{count} listy"
msgstr[2] "{count} listów"
"""


@pytest.mark.parametrize("header", ["", 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'])
def test_the_plurals_of_a_catalog_are_known_by_their_category(smallest: Path, project: Project, header: str):
    (smallest.parent / "locale").mkdir()
    (smallest.parent / "locale" / "pl.po").write_text(header + POLISH, "utf-8")
    assert language("pl", project, smallest).catalog == {
        "{count} letter": {
            "one": "{count} list",
            "few": "{count} listy",
            "many": "{count} listów",
            "other": "{count} listów",
        }
    }


def test_a_plural_with_a_form_that_is_not_translated_stays_in_english(smallest: Path, project: Project):
    (smallest.parent / "locale").mkdir()
    (smallest.parent / "locale" / "pl.po").write_text(POLISH.replace("{count} listy", ""), "utf-8")
    assert language("pl", project, smallest).ngettext("{count} letter", "{count} letters", 3) == "{count} letters"


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("src/honorable/page/a.py", 'ngettext("{count} letter", "{count} letters", n)'),
        ("web/a.js", 'ngettext("{count} letter", "{count} letters", n);'),
        ("templates/sections/a.html", "{% trans count=n %}{count} letter{% pluralize %}{count} letters{% endtrans %}"),
        ("templates/sections/a.html", '{{ ngettext("{count} letter", "{count} letters", n) }}'),
    ],
)
def test_messages_with_a_count_are_extracted_and_keep_their_translation(tmp_path: Path, file: str, source: str):
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(source, "utf-8")
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "pl.po").write_text(POLISH + '\nmsgid "old"\nmsgstr "stary"\n', "utf-8")
    project = Project(tmp_path)
    assert page_messages(project)["{count} letter"].plural == "{count} letters"
    ((path, content),) = updated(project).items()
    assert path == tmp_path / "locale" / "pl.po"
    written = content.decode()
    assert POLISH.strip() in written
    assert "stary" not in written


def test_messages_are_extracted_again_when_a_file_changes(tmp_path: Path):
    (tmp_path / "web").mkdir()
    for messages in (["Copy"], ["Copy", "Print"]):
        (tmp_path / "web" / "a.js").write_text("".join(f'gettext("{message}");' for message in messages), "utf-8")
        for _ in range(2):  # the second time from the cache
            page_messages.cache_clear()
            assert [*page_messages(Project(tmp_path))] == messages


def test_no_message_stands_where_it_is_not_extracted():
    """Babel does not look into f-strings, so such a message would stay English in every language."""
    for path in (ROOT / "src" / "honorable").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            calls = ast.walk(node) if isinstance(node, ast.JoinedStr) else ()
            names = {call.func.id for call in calls if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)}
            assert names.isdisjoint({"_", "N_", "ngettext"}), f"{path}:{getattr(node, 'lineno', '')}"


def test_a_catalog_that_no_native_reader_has_read_is_noted(project: Project, tmp_path: Path):
    folder = tmp_path / "locale"
    folder.mkdir()
    campaign = tmp_path / "campaign.toml"
    (folder / "es.po").write_text('# Needs a native reader.\nmsgid "Copy"\nmsgstr "Copiar"\n', "utf-8")
    assert needs_native_reader("es", project, campaign) == folder / "es.po"
    assert needs_native_reader("es-MX", project, campaign) == folder / "es.po"
    (folder / "es.po").write_text('msgid "Copy"\nmsgstr "Copiar"\n', "utf-8")
    assert needs_native_reader("es", project, campaign) is None
    assert needs_native_reader("en", project, campaign) is None
