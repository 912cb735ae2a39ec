"""What the build has put beside the code: the campaign and the letters' templates."""

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

__all__ = ["Endpoint", "PageConfig", "load_config"]

# Beside our code, in the archive of the page's Python. The loader of our code reads files, too.
_SITE = f"{__file__.rpartition('/honorable/')[0]}/site"
_LOADER: Any = __spec__.loader


@dataclass(frozen=True)
class Endpoint:
    """Where a copy for email is posted, and who runs that place."""

    endpoint: str
    provider: str

    @property
    def receiver(self) -> str:
        """Who will receive what is posted, as the page names them."""
        host = self.endpoint.split("/")[2]
        return f"{self.provider} ({host})" if self.provider else host


@dataclass(frozen=True)
class PageConfig:
    """The campaign, its templates, and what else its page needs."""

    campaign: Campaign
    templates: ImmutableSandboxedEnvironment
    email_copy: Endpoint | None
    site: str
    share_text: str
    contact_pages: dict[str, str]
    counting: str = ""

    def contact_page(self, slot: str) -> str:
        """Return the address of the chamber's list of offices, for a slot whose own contact page is unknown."""
        return self.contact_pages[self.campaign.legislature.place(slot).chamber]


def load_config() -> PageConfig:
    """Return the config in the page's language, with the templates that the build has compiled.

    From now on, messages, numbers and dates are in that language.
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
