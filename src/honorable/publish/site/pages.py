"""The page: index.html and its sections, rendered with the campaign, the letters with their blanks included."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any
from urllib.parse import urljoin

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from honorable import letters
from honorable.letters.congress.member import CLERK_VACANCIES, ordinal
from honorable.letters.language import N_, _, format_date, use_catalog
from honorable.letters.letter import LABELS
from honorable.letters.office_form import office_fields
from honorable.letters.phone_script import phone_script
from honorable.publish.campaign.model import Campaign
from honorable.publish.checks.template_errors import template_error
from honorable.publish.errors import UserError
from honorable.publish.i18n import Language, page_words
from honorable.publish.project import Project
from honorable.publish.site.csp import policy
from honorable.publish.site.icons import icon_reader
from honorable.publish.site.qr import qr_svg, sms_url
from honorable.publish.site.share_links import share_links

#: How many seconds of a processor a page may take. It takes well under one.
SECONDS = 5
#: The name of the share card's picture in the site.
PICTURE = "share.png"
#: The templates of whole pages, by their names in the site.
PAGES = ("index.html", "embed-example.html")


#: Offered in each language, by its own catalogue, to those who read it.
OFFER = N_("Read this page in English")
_NUMBERS = (
    *(N_("one"), N_("two"), N_("three"), N_("four"), N_("five")),
    *(N_("six"), N_("seven"), N_("eight"), N_("nine")),
)


@dataclass(frozen=True, slots=True)
class PageVersion:
    """A page in one of the site's languages.

    `root` leads from it to the site's root. `others` are the addresses of the page in every other language, with that
    language. `letters` are the folders of its letters, where they are in this language too, and so is
    `letter_language` then.
    """

    language: Language
    root: str = ""
    others: tuple[tuple[str, Language], ...] = ()
    letters: list[Path] | None = None
    letter_language: str = ""

    @property
    def is_first(self) -> bool:
        """Whether it is the site's own page, at its root."""
        return not self.root


def render_pages(  # noqa: PLR0913, PLR0917  all of them are the page's
    campaign: Campaign,
    project: Project,
    folders: list[Path],
    modules: list[str],
    places: Mapping[str, str],
    page: PageVersion | None = None,
) -> dict[str, str]:
    """The site's HTML by its file: the page, and an example of a page that takes it in. `page` is in which language.

    `modules` are the addresses of the runtime's scripts, which the page can name beforehand.
    `places` are the site's folders, each with its name there: {"app": "app-1f2e3d4c5b"}. Where none has the data that
    officials are looked up in, the page is one without the look-up.

    Raises UserError where a template is broken, with its file and line.
    """
    page = page or PageVersion(Language("en", {}))
    speech = page.language
    env = page_environment(project, folders, speech)
    letter_folders = page.letters or folders
    there = {name: page.root + place for name, place in places.items()}
    with use_catalog(speech.words):
        words = context(campaign, project, letter_folders, there) | _of_language(page, campaign, project)
    words |= {
        "modules": [page.root + module for module in modules],
        "lookup": "data" in places,
        "clerk_vacancies": CLERK_VACANCIES,
    }
    try:
        with use_catalog(speech.words):
            pages = PAGES if page.is_first else PAGES[:1]
            return {name: _in_time(name, env.get_template(name).generate(words)) for name in pages}
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, RecursionError) as error:
        raise UserError([template_error(error, [*folders, project.root], words)]) from None


def _in_time(page: str, pieces: Iterable[str]) -> str:
    """The pieces together. Raises UserError where they do not come to an end, as in two loops, one in the other."""
    ends = process_time() + SECONDS
    whole: list[str] = []
    for piece in pieces:
        if process_time() > ends:
            raise UserError([f"{page}: takes more than {SECONDS} seconds; does a loop in a section never end?"])
        whole.append(piece)
    return "".join(whole)


def page_environment(project: Project, folders: list[Path], language: Language) -> ImmutableSandboxedEnvironment:
    """The Jinja2 environment of the page: HTML, in this language. Sandboxed, for a campaign may bring sections."""
    env = ImmutableSandboxedEnvironment(
        extensions=["jinja2.ext.i18n"],
        loader=FileSystemLoader([*folders, project.root]),  # index.html is in the root
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    return env


def _of_language(page: PageVersion, campaign: Campaign, project: Project) -> dict[str, Any]:
    """What the templates can name of the languages."""
    said = [message for message, used in page_words(project).items() if "web" in used]
    words = page.language.words_of(said)
    return {
        "language": page.language,
        "languages": page.others,
        "root": page.root,
        "letter_language": page.letter_language or campaign.letter_campaign().legislature.language,
        "words_for_scripts": json.dumps(words, ensure_ascii=False) if words else "",
        "offer": OFFER,
        "in_words": format_date,
        "ordinal_of": ordinal,
    }


def context(campaign: Campaign, project: Project, folders: list[Path], places: Mapping[str, str]) -> dict[str, Any]:
    """What the page's templates can name."""
    templates = letters.environment(FileSystemLoader(folders))
    about = campaign.letter_campaign()
    nobody = letters.blank_draft(about.legislature)
    usual = {"officials": not campaign.legislature, "compose": not campaign.legislature, "topic": bool(about.topic)}
    pyscript = tomllib.loads(_placed(project.pyscript.read_text("utf-8"), places))
    return {
        "campaign": campaign,
        "steps": campaign.steps.numbers(usual),
        "legislature": about.legislature,
        "labels": LABELS | dict(about.legislature.labels),
        "contact_pages": campaign.office_pages,
        "legislature_bills": [
            (body.name, getattr(campaign.bill, name)) for name, body in about.legislature.chambers.items()
        ],
        "number_word": lambda number: _(number_word(number)),
        "person_titles": letters.PERSON_TITLES,
        "blank_letters": letters.blank_letters(about, templates),
        "diy": letters.diy_letter(about, templates),
        "blank_calls": {to.slot: phone_script(nobody, to, about, templates) for to in nobody.recipients},
        "blank_addresses": {to.slot: "\n".join((to.styled, *to.address)) for to in nobody.recipients},
        "office_fields": office_fields(about.legislature),
        "blank_markup": blank_markup,
        "share_links": share_links(campaign),
        "icon": icon_reader(project.node_modules / "bootstrap-icons" / "icons"),
        "sms_url": sms_url(campaign.resistbot) if campaign.resistbot else "",
        "qr_svg": _sms_code(campaign),
        "picture_url": urljoin(campaign.site, PICTURE) if campaign.share and campaign.share.picture else "",
        "csp": policy(campaign),
        "folders": places,
        "pyscript_config": json.dumps(pyscript),
        "micropython_config": json.dumps({"plugins": pyscript["plugins"]}),
    }


def number_word(number: int) -> str:
    """A small number as a word.

    >>> number_word(3), number_word(12)
    ('three', '12')
    """
    return _NUMBERS[number - 1] if 0 < number <= len(_NUMBERS) else str(number)


def _placed(config: str, places: Mapping[str, str]) -> str:
    for folder, place in places.items():
        address = place if place.startswith("../") else f"./{place}"
        config = config.replace(f'"./{folder}/', f'"{address}/')
    return config


def blank_markup(letter: letters.Letter) -> Markup:
    """A letter as HTML with the same text: what was typed and the blanks are marked with their form field."""
    return Markup("").join(map(_part, letter.parts))


def _part(part: letters.Span) -> Markup:
    if part.kind == "template":
        return escape(part.text)
    tag = "mark" if part.kind == "blank" else "span"
    return Markup('<{} data-field="{}">{}</{}>').format(tag, part.field, part.text, tag)


def _sms_code(campaign: Campaign) -> Markup:
    if campaign.resistbot is None:
        return Markup()
    words, number = campaign.resistbot.words, campaign.resistbot.number
    return qr_svg(
        sms_url(campaign.resistbot),
        _("QR code: opens a text message to {number} that says {words}", number=number, words=words),
    )
