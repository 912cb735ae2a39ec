"""Collect everything that the page's templates can use."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from honorable import letters
from honorable.letters.campaign import DEFAULT_REASONS
from honorable.letters.congress.member import CLERK_VACANCIES
from honorable.letters.language import N_, _, format_date, format_list, ordinal, use_language
from honorable.letters.office_form import office_fields
from honorable.letters.person import LABELS
from honorable.letters.phone_script import phone_script
from honorable.publish.campaign.images import picture_name
from honorable.publish.campaign.model import Campaign
from honorable.publish.i18n import page_messages
from honorable.publish.project import Project, template_loader
from honorable.publish.site.assets import Assets
from honorable.publish.site.csp import inline_script, policy
from honorable.publish.site.icons import icon_reader
from honorable.publish.site.letter_markup import letter_markup
from honorable.publish.site.page_version import PageVersion
from honorable.publish.site.qr import qr_svg, sms_url
from honorable.publish.site.share_links import share_links

#: Shown in each language, from its own catalog, to visitors whose browser prefers that language.
OFFER = N_("Read this page in English")
_NUMBERS = (
    *(N_("one"), N_("two"), N_("three"), N_("four"), N_("five")),
    *(N_("six"), N_("seven"), N_("eight"), N_("nine")),
)


def template_context(
    campaign: Campaign, project: Project, folders: list[Path], assets: Assets, version: PageVersion
) -> dict[str, Any]:
    """Return the names that the templates of this version of the page can use, with their values.

    `folders` are those of the templates. Raises UserError if an icon or the letter templates cannot be read.
    """
    near = assets.seen_from(version.root)
    with use_language(version.language.catalog, version.language.formats):
        return {
            **_campaign_context(campaign, version.letters or folders),
            **_asset_context(project, near),
            **_head_context(campaign, project),
            **_language_context(campaign, project, version),
            "download_size": version.language.formats.megabytes(assets.download),
        }


def number_word(number: int) -> str:
    """Return a small number as an English word.

    >>> number_word(3), number_word(12)
    ('three', '12')
    """
    return _NUMBERS[number - 1] if 0 < number <= len(_NUMBERS) else str(number)


def _campaign_context(campaign: Campaign, letter_folders: list[Path]) -> dict[str, Any]:
    templates = letters.environment(template_loader(letter_folders))
    about = campaign.letter_campaign()
    blank = letters.blank_draft(about.legislature)
    default_steps = {
        "officials": not campaign.legislature,
        "compose": not campaign.legislature,
        "topic": bool(about.topic),
    }
    return {
        "campaign": campaign,
        "steps": campaign.steps.numbers(default_steps),
        "legislature": about.legislature,
        "labels": LABELS | dict(about.legislature.labels),
        "contact_pages": campaign.office_pages,
        "legislature_bills": [
            (body.name, getattr(campaign.bill, name)) for name, body in about.legislature.chambers.items()
        ],
        "clerk_vacancies": CLERK_VACANCIES,
        "default_reasons": DEFAULT_REASONS,
        "person_titles": letters.PERSON_TITLES,
        **_blanks(about, templates),
        "lapsed": _blanks(about.as_of(date.max), templates) if about.lapses else None,
        "names_bill": lambda text: any(bill.number in text for bill in about.bills.values()),
        "blank_addresses": {to.slot: "\n".join((to.styled, *to.address)) for to in blank.recipients},
        "blank_markup": letter_markup,
        "office_fields": office_fields(about.legislature),
        "connects": bool(campaign.join or campaign.follow),
        "share_links": share_links(campaign),
        "sms_url": sms_url(campaign.resistbot) if campaign.resistbot else "",
        "qr_svg": _sms_code(campaign),
        "picture_url": urljoin(campaign.site, name) if (name := picture_name(campaign)) else "",
    }


def _blanks(about: letters.Campaign, templates: ImmutableSandboxedEnvironment) -> dict[str, Any]:
    """Return what the page shows until its form is filled in, and the letter to fill in by hand."""
    blank = letters.blank_draft(about.legislature)
    blanks = letters.blank_letters(about, templates)
    return {
        "blank_letters": blanks,
        "blank_calls": {to.slot: phone_script(blank, to, about, templates) for to in blank.recipients},
        "diy": letters.diy_letter(about, templates),
    }


def _asset_context(project: Project, assets: Assets) -> dict[str, Any]:
    pyscript = tomllib.loads(_with_addresses(project.pyscript.read_text("utf-8"), assets.folders))
    return {
        "folders": assets.folders,
        "modules": assets.modules,
        "lookup": "data" in assets.folders,
        "icon": icon_reader(project.node_modules / "bootstrap-icons" / "icons"),
        "pyscript_config": json.dumps(pyscript),
        "micropython_config": json.dumps({"plugins": pyscript["plugins"]}),
    }


def _head_context(campaign: Campaign, project: Project) -> dict[str, Any]:
    script = inline_script(project)
    return {"csp": policy(campaign, script), "python_files_script": script}


def _language_context(campaign: Campaign, project: Project, version: PageVersion) -> dict[str, Any]:
    for_scripts = [message for message, used in page_messages(project).items() if "web" in used.places]
    words = version.language.translations_of(for_scripts)
    letter_language = version.letter_language or campaign.letter_campaign().legislature.language
    return {
        "language": version.language,
        "languages": version.others,
        "root": version.root,
        "has_ended": version.has_ended,
        "letter_language": letter_language,
        # Empty where the letters are in the page's own language.
        "letter_language_name": version.language.name_of(letter_language),
        "words_for_scripts": json.dumps(words, ensure_ascii=False) if words else "",
        "offer": OFFER,
        "number_word": lambda number: _(number_word(number)),
        "in_words": format_date,
        "list_of": format_list,
        "ordinal_of": ordinal,
    }


def _with_addresses(config: str, folders: Mapping[str, str]) -> str:
    for folder, name in folders.items():
        address = name if name.startswith("../") else f"./{name}"
        config = config.replace(f'"./{folder}/', f'"{address}/')
    return config


def _sms_code(campaign: Campaign) -> Markup:
    if campaign.resistbot is None:
        return Markup()
    words, number = campaign.resistbot.words, campaign.resistbot.number
    return qr_svg(
        sms_url(campaign.resistbot),
        _("QR code: opens a text message to {number} that says {words}", number=number, words=words),
    )
