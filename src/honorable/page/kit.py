"""What the build put beside the code: the campaign, and the letters' templates."""

import json
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pyscript import document

from honorable.letters import Campaign, environment
from honorable.letters.language import speak

__all__ = ["Endpoint", "Kit", "unpacked"]

_SITE = Path("site")


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
class Kit:
    """The campaign, its templates, and what its page needs besides."""

    campaign: Campaign
    templates: ImmutableSandboxedEnvironment
    email_copy: Endpoint | None
    site: str
    share_text: str
    contact_pages: dict[str, str]

    def contact_page(self, slot: str) -> str:
        """Where a letter of this slot can be sent from, where the office's own page is not known."""
        return self.contact_pages[self.campaign.legislature.place(slot).chamber]


def unpacked() -> Kit:
    """The kit from the archive that PyScript has unpacked, in the language of the page, which is spoken from now on."""
    own = _SITE / str(document.documentElement.lang)
    site = own if own.is_dir() else _SITE
    if (words := site / "words.json").is_file():
        speak(json.loads(words.read_text(encoding="utf-8")))
    data = json.loads((site / "campaign.json").read_text(encoding="utf-8"))
    return Kit(
        campaign=Campaign.from_json(data["campaign"]),
        templates=environment(FileSystemLoader(site)),
        email_copy=Endpoint(**data["email_copy"]) if data["email_copy"] else None,
        site=data["site"],
        share_text=data["share_text"],
        contact_pages=data["contact_pages"],
    )
