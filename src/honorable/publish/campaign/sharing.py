"""Where else the campaign is: accounts, posts to share, lookup sites, and Resistbot."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from honorable.publish.campaign.fields import (
    ADDRESS,
    Address,
    Line,
    LineOrEmpty,
    Lines,
    Number,
    PictureOrEmpty,
    Table,
    Words,
)

Network = Literal[
    "facebook", "x", "instagram", "bluesky", "threads", "mastodon", "youtube", "tiktok",
    "linkedin", "reddit", "discord", "signal", "whatsapp", "telegram",
]  # fmt: skip

# Names that are not their own keys in title case.
_NAMES = {"linkedin": "LinkedIn", "tiktok": "TikTok", "whatsapp": "WhatsApp", "youtube": "YouTube"}


class Follow(Table):
    """One of the campaign's accounts on a social network."""

    network: Network = Field(title="the network", description="one of: " + ", ".join(Network.__args__))  # type: ignore[attr-defined]
    label: Line = Field(title="the account's name", description="a name on one line")
    url: Address = Field(title="the account's page", description=ADDRESS)

    @property
    def network_name(self) -> str:
        """The network's name as it spells it, for screen readers."""
        return _NAMES.get(self.network, self.network.title())

    @property
    def icon(self) -> str:
        """The name of the network's icon in Bootstrap Icons."""
        return "twitter-x" if self.network == "x" else self.network


class Share(Table):
    """What visitors share with others."""

    text: Line = Field(title="the text that goes with a shared link", description="a sentence or two on one line")
    picture: PictureOrEmpty = Field(
        title="the picture that a shared link shows, 1200 by 630 pixels; a file next to campaign.toml",
        default="",
        description="the path of a .png or .jpg file",
    )
    picture_alt: LineOrEmpty = Field(
        default="", title="what the picture shows, for people who cannot see it", description="text on one line"
    )
    posts: Lines = Field(default=(), title="ready-made posts", description="a list of posts, each on one line")


class Finder(Table):
    """A website that shows people who represents them."""

    name: Line = Field(title="the site's name", description="a name on one line")
    url: Address = Field(title="the site's address", description=ADDRESS)
    note: LineOrEmpty = Field(default="", title="a note about it", description="text on one line")


class Resistbot(Table):
    """Signing by text message, with Resistbot."""

    # Resistbot advises plain ASCII without line breaks, curly quotes, "%" or "$".
    words: Words = Field(title="the words to send", description="plain letters, digits and spaces")
    number: Number = Field(title="the number to send them to", description='digits in quotes, such as "50409"')
