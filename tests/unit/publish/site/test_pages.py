import base64
import hashlib
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from honorable import letters
from honorable.publish.campaign.load import load_campaign
from honorable.publish.checks.check import check
from honorable.publish.errors import UserError
from honorable.publish.i18n import Language
from honorable.publish.project import Project
from honorable.publish.site import pages
from honorable.publish.site.assets import Assets
from honorable.publish.site.letter_markup import letter_markup
from honorable.publish.site.page_version import PageVersion, page_version
from honorable.publish.site.pages import render_pages
from tests.checkout import CAMPAIGN, TEMPLATES


class Page(HTMLParser):
    """A parsed page: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def render(file: Path, project: Project, folders: list[Path] | None = None) -> str:
    assets = Assets({"app": "app-1", "runtime": "runtime-2"}, ("runtime-2/core.js",))
    version = PageVersion(Language("en", {}))
    templates = folders or project.template_folders(file)
    return render_pages(load_campaign(file), project, templates, assets, version)["index.html"]


@pytest.fixture(scope="module")
def page(project: Project) -> Page:
    return Page(render(CAMPAIGN, project))


def test_the_page_contains_its_policy(page: Page):
    (policy,) = [meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert str(policy["content"]).startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-")
    assert "http" not in str(policy["content"])  # No service is in this campaign.


def test_nothing_in_the_page_violates_its_policy(page: Page):
    for tag, attributes in page.elements:
        assert tag not in {"style", "base", "iframe", "object"}
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
    assert [script.get("type") for script in page.all("script") if not script.get("src")] == [None, "py"]


@pytest.mark.claim("no inline script but one, which the build allows by its hash")
def test_the_policy_allows_the_one_inline_script_by_its_hash(page: Page, project: Project):
    (script,) = re.findall(r"<script>(.*?)</script>", render(CAMPAIGN, project), re.DOTALL)
    (policy,) = [meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f" 'sha256-{digest}'; " in str(policy["content"])


def test_pythons_files_are_listed_in_front_of_the_script_that_fetches_them_and_of_the_style(project: Project):
    html = render(CAMPAIGN, project)
    inert, _, rest = html.partition("</template>\n  <script>")
    listed = re.findall(r'<link rel="(?:modulepreload|preload)" href="([^"]+)"', inert.partition("<template")[2])
    assert listed == [
        "runtime-2/core.js",
        "runtime-2/pyodide.asm.wasm",
        "runtime-2/python_stdlib.zip.gzip",
        "app-1/python.zip.gzip",
    ]
    assert "stylesheet" not in inert
    assert "stylesheet" in rest


def test_the_page_loads_nothing_from_another_origin(page: Page):
    loaded = [attributes.get("src") for _, attributes in page.elements if "src" in attributes]
    loaded += [link["href"] for link in page.all("link") if link.get("rel") != "canonical"]
    assert loaded
    assert not [address for address in loaded if ":" in str(address) or str(address).startswith("/")]


def test_python_starts_with_the_projects_configuration(page: Page):
    (script,) = [script for script in page.all("script") if script.get("type") == "py"]
    config = json.loads(str(script["config"]))
    assert config["interpreter"] == "./runtime-2/interpreter.js"
    assert "from honorable.page import main\nmain.start()" in page.text


def test_all_of_pyscripts_plugins_are_off(page: Page, project: Project):
    core = next((project.node_modules / "@pyscript/core/src").glob("plugins.js")).read_text("utf-8")
    (script,) = [script for script in page.all("script") if script.get("type") == "py"]
    plugins = json.loads(str(script["config"]))["plugins"]
    assert all(f'"{name[1:]}"' in core or f"    {name[1:]}:" in core for name in plugins)
    assert len(plugins) == core.count("import(")
    assert json.dumps({"plugins": plugins}) in page.text


def test_browsers_can_autofill_every_field_about_the_writer(page: Page):
    # HTML standard, "autofill field names".
    wanted = {
        "title": "honorific-prefix",
        "first": "given-name",
        "last": "family-name",
        "street": "address-line1",
        "street2": "address-line2",
        "city": "address-level2",
        "state": "address-level1",
        "zip": "postal-code",
        "email": "email",
        "phone": "tel",
    }
    fields = [*page.all("input"), *page.all("select")]
    assert {field["name"]: field.get("autocomplete") for field in fields if field.get("name") in wanted} == wanted


def test_every_label_belongs_to_one_field_and_no_field_has_two(page: Page):
    fields = {field.get("id") for tag in ("input", "select", "textarea") for field in page.all(tag)}
    named = [label["for"] for label in page.all("label") if "for" in label]
    assert set(named) <= fields
    assert len(named) == len(set(named))


def test_without_a_way_to_stay_connected_the_plan_has_two_parts(smallest: Path, project: Project):
    for file, parts in ((CAMPAIGN, ["Part 1", "Part 2", "Part 3"]), (smallest, ["Part 1", "Part 2"])):
        html = render(file, project)
        assert re.findall(r'"eyebrow">(Part \d)<', html) == parts
        plan = html[html.index('<ol class="plan">') :].partition("</ol>")[0]
        links = re.findall(r'href="#(\w+)"', plan)
        assert len(links) == len(parts)
        assert [link for link in links if f'id="{link}"' not in html] == []
        assert f"A plan in {'three' if len(parts) == 3 else 'two'} parts" in html


def test_each_link_that_opens_in_a_new_tab_says_so(project: Project):
    links = re.findall(r'<a [^>]*target="_blank".*?</a>', render(CAMPAIGN, project), re.DOTALL)
    assert len(links) > 10
    silent = [link for link in links if "(opens in a new tab)" not in link]
    assert not [link for link in silent if 'href="mailto:' not in link]  # A mail program opens by itself.


def test_python_is_preloaded_the_way_that_scripts_fetch_it(page: Page):
    links = [link for link in page.all("link") if link.get("rel") == "preload"]
    preloads = {str(link["href"]): link for link in links if link["as"] not in {"script", "style"}}
    assert list(preloads) == ["runtime-2/pyodide.asm.wasm", "runtime-2/python_stdlib.zip.gzip", "app-1/python.zip.gzip"]
    # Without these two, browsers fetch the file again (HTML standard, "preload").
    assert all(link["as"] == "fetch" and "crossorigin" in link for link in preloads.values())


def test_the_keyboard_skips_the_honeypot(campaign_file: Path, project: Project):
    text = campaign_file.read_text("utf-8")
    endpoint = 'endpoint = "https://lists.example.org/subscribe"\nprovider = "Example Lists"\n'
    campaign_file.write_text(text.replace("[join]\n", f"[join]\n{endpoint}"), "utf-8")
    fields = Page(render(campaign_file, project)).all("input")
    (trap,) = [field for field in fields if field.get("id") == "join-empty"]
    assert (trap["tabindex"], trap["autocomplete"]) == ("-1", "off")


def test_the_page_has_a_card_and_links_for_those_who_share_it(campaign_file: Path, project: Project):
    site = "https://example.org/letters/"
    text = campaign_file.read_text("utf-8")
    campaign_file.write_text(text.replace('site = ""', f'site = "{site}"'), "utf-8")
    page = Page(render(campaign_file, project))
    card = {meta.get("property") or meta.get("name"): meta.get("content") for meta in page.all("meta")}
    assert card["og:url"] == site
    assert card["og:image"] == card["twitter:image"] == f"{site}share.png"
    assert card["twitter:card"] == "summary_large_image"
    links = [str(link["href"]) for link in page.all("a") if "data-share" in link]
    assert links
    assert all("https%3A%2F%2Fexample.org%2Fletters%2F" in link for link in links)


def test_a_link_to_an_account_names_its_network(campaign_file: Path, project: Project):
    text = campaign_file.read_text("utf-8")
    campaign_file.write_text(text.replace('network = "instagram"', 'network = "tiktok"'), "utf-8")
    assert "on TikTok (opens in a new tab)" in Page(render(campaign_file, project)).text


def test_the_do_it_yourself_letter_is_in_the_html(page: Page, project: Project):
    campaign = load_campaign(CAMPAIGN)
    from jinja2 import FileSystemLoader

    diy = letters.diy_letter(campaign.letter_campaign(), letters.environment(FileSystemLoader(TEMPLATES)))
    assert diy.text in page.text


def test_a_template_next_to_the_campaign_replaces_the_default(campaign_file: Path, project: Project):
    (campaign_file.parent / "templates" / "sections").mkdir(parents=True, exist_ok=True)
    (campaign_file.parent / "templates/letter.txt").write_text("Dear [friend],", "utf-8")
    (campaign_file.parent / "templates/sections/about.html").write_text("<p>Ours</p>", "utf-8")
    html = render(campaign_file, project)
    assert "Dear [friend]," in html
    assert "<p>Ours</p>" in html


def test_a_template_that_was_changed_is_compiled_again(campaign_file: Path, project: Project):
    (campaign_file.parent / "templates" / "sections").mkdir(parents=True, exist_ok=True)
    about = campaign_file.parent / "templates/sections/about.html"
    for words in ("<p>Ours</p>", "<p>Yours</p>", "<p>Ours</p>"):
        about.write_text(words, "utf-8")
        assert words in render(campaign_file, project)


@pytest.mark.claim("texts are escaped")
def test_markup_in_the_campaign_is_escaped(smallest: Path, project: Project):
    smallest.write_text(smallest.read_text("utf-8").replace('"Small"', '"<b>{{ 7*7 }}</b>"'), "utf-8")
    html = render(smallest, project)
    assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt;" in html
    assert "<b>{{" not in html


def test_a_minimal_campaign_has_a_page(smallest: Path, project: Project):
    page = Page(render(smallest, project))
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {"letter-form", "diy"} <= ids
    assert "resistbot" not in ids
    assert "sms:" not in page.text


def test_an_unknown_name_in_a_template_is_reported_with_its_line(campaign_file: Path, project: Project):
    (campaign_file.parent / "templates" / "sections").mkdir(parents=True, exist_ok=True)
    about = campaign_file.parent / "templates/sections/about.html"
    about.write_text("<p>\n{{ campagn.name }}", "utf-8")
    with pytest.raises(UserError, match=r'about.html:2: unknown name "campagn" \(did you mean "campaign"\?\)'):
        render(campaign_file, project)


def test_a_missing_icon_is_reported(campaign_file: Path, project: Project):
    (campaign_file.parent / "templates" / "sections").mkdir(parents=True, exist_ok=True)
    about = campaign_file.parent / "templates/sections/about.html"
    about.write_text('{{ icon("nope") }}', "utf-8")
    with pytest.raises(UserError, match=r"there is no nope.svg"):
        render(campaign_file, project)


def test_blanks_and_typed_words_are_marked_and_the_text_is_unchanged():
    letter = letters.Letter(
        "house",
        "S",
        (
            letters.Span("Dear <b> & "),
            letters.Span("[Last name]", "blank", "house_last"),
            letters.Span("\n"),
            letters.Span("</span><script>", "typed", "first"),
        ),
    )
    markup = letter_markup(letter)
    assert markup == (
        'Dear &lt;b&gt; &amp; <mark data-field="house_last">[Last name]</mark>\n'
        '<span data-field="first">&lt;/span&gt;&lt;script&gt;</span>'
    )
    assert Page(str(markup)).text == letter.text


@pytest.mark.claim("Letters are rendered in Jinja2's sandbox")
@pytest.mark.parametrize(
    ("section", "error"),
    [
        ("{{ campaign.__class__ }}", "about.html:1: access to attribute '__class__'"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", "about.html:1: Range too big"),
        ("{% if %}", "about.html:1: "),
    ],
)
def test_a_template_of_the_campaign_cannot_leave_the_sandbox(
    campaign_file: Path, project: Project, section: str, error: str
):
    (campaign_file.parent / "templates" / "sections").mkdir(parents=True, exist_ok=True)
    (campaign_file.parent / "templates/sections/about.html").write_text(section, "utf-8")
    with pytest.raises(UserError) as raised:
        render(campaign_file, project)
    (line,) = raised.value.lines
    assert error in line


@pytest.mark.claim("Letters are rendered in Jinja2's sandbox")
@pytest.mark.parametrize("body", ["", "x"], ids=["prints nothing", "prints"])
def test_a_section_that_never_ends_is_stopped(
    campaign_file: Path, project: Project, monkeypatch: pytest.MonkeyPatch, body: str
):
    monkeypatch.setattr(pages, "SECONDS", 2)
    (campaign_file.parent / "templates" / "sections").mkdir(parents=True, exist_ok=True)
    loops = f"{{% for n in range(99999) %}}{{% for m in range(99999) %}}{body}{{% endfor %}}{{% endfor %}}"
    (campaign_file.parent / "templates/sections/about.html").write_text(loops, "utf-8")
    with pytest.raises(UserError, match=r"(about|index)\.html:\d+: takes more than 2 seconds; does a loop never end\?"):
        render(campaign_file, project)


def test_a_page_in_another_language_says_in_which_one_its_letters_are(project: Project, page: Page):
    assets = Assets({"app": "app-1", "runtime": "runtime-2"}, ("runtime-2/core.js",))
    version = PageVersion(Language("es", {}))
    folders = project.template_folders(CAMPAIGN)
    spanish = Page(render_pages(load_campaign(CAMPAIGN), project, folders, assets, version)["index.html"])
    assert "Please write it in inglés" in spanish.text
    assert "words for a call are in inglés" in spanish.text
    assert "Please write it in" not in page.text


@pytest.mark.parametrize(("today", "has_ended"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_a_page_built_after_the_last_day_says_so_without_a_script_and_loads_no_python(
    smallest: Path, project: Project, today: date, has_ended: bool
):
    """What is then hidden is in tests/browser/test_retired.py."""
    ended = '[ended]\non = 2026-12-31\ntext = ["Thank you."]\n'
    smallest.write_text(smallest.read_text("utf-8") + ended, "utf-8")
    checked = check(smallest, project, today)
    version = page_version(checked.languages[0], checked, smallest, project)
    assets = Assets({"app": "app-1", "runtime": "runtime-2"}, ("runtime-2/core.js",))
    folders = project.template_folders(smallest)
    html = render_pages(checked.campaign, project, folders, assets, version)["index.html"]
    page = Page(html)
    assert "Thank you." in page.text
    assert ("data-ended" in page.all("html")[0]) == has_ended
    assert ("runtime-2" not in html) == has_ended
    assert ("app-1/boot.js" not in html) == has_ended
    assert ([script for script in page.all("script") if not script.get("src")] == []) == has_ended
