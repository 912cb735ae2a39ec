"""What the build put beside the code: the campaign, and the letters' templates."""

import json
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.letters import Campaign, environment

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
    """The kit from the archive that PyScript has unpacked."""
    data = json.loads((_SITE / "campaign.json").read_text(encoding="utf-8"))
    return Kit(
        campaign=Campaign.from_json(data["campaign"]),
        templates=environment(FileSystemLoader(_SITE)),
        email_copy=Endpoint(**data["email_copy"]) if data["email_copy"] else None,
        site=data["site"],
        share_text=data["share_text"],
        contact_pages=data["contact_pages"],
    )
