"""What the build put beside the code: the campaign, and the letters' templates."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinja2 import ModuleLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pyscript import document

from honorable.letters import Campaign, environment
from honorable.letters.language import set_language
from honorable.page.intl import IntlFormats

__all__ = ["Endpoint", "PageConfig", "unpacked"]

# Beside our code, in the archive that all of the page's Python is in. The loader of our code reads files, too.
_SITE = f"{__file__.rpartition('/honorable/')[0]}/site"
_LOADER: Any = __spec__.loader


@dataclass(frozen=True)
class Endpoint:
    """Where the campaign has a copy by email posted to, and who runs it."""

    endpoint: str
    provider: str

    @property
    def receiver(self) -> str:
        """Who will receive what is posted, as the visitor is told."""
        host = self.endpoint.split("/")[2]
        return f"{self.provider} ({host})" if self.provider else host


@dataclass(frozen=True)
class PageConfig:
    """The campaign, its templates, and what its page needs besides."""

    campaign: Campaign
    templates: ImmutableSandboxedEnvironment
    email_copy: Endpoint | None
    site: str
    share_text: str
    contact_pages: dict[str, str]
    counting: str = ""

    def contact_page(self, slot: str) -> str:
        """Where a letter of this slot can be sent from, where the office's own page is not known."""
        return self.contact_pages[self.campaign.legislature.place(slot).chamber]


def unpacked() -> PageConfig:
    """The kit from the archive, with the letters' templates as the build compiled them.

    It is the one in the language of the page, which is spoken from now on.
    """
    folder, words = f"{_SITE}/{document.documentElement.lang}", ""
    try:
        words = _LOADER.get_data(f"{folder}/words.json")
    except OSError:
        folder = _SITE  # the site's first language, in English
    data = json.loads(_LOADER.get_data(f"{folder}/campaign.json"))
    set_language(json.loads(words or "{}"), IntlFormats(data["locale"]))
    return PageConfig(
        campaign=Campaign.from_json(data["campaign"]).as_of(date.today()),  # noqa: DTZ011 - the visitor's own calendar
        templates=environment(ModuleLoader(folder)),
        email_copy=Endpoint(**data["email_copy"]) if data["email_copy"] else None,
        site=data["site"],
        share_text=data["share_text"],
        contact_pages=data["contact_pages"],
        counting=data["counting"],
    )
