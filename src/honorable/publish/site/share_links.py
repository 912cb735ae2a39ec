"""Make links that share the page: plain addresses of each network's own form, without its scripts.

Sources: X "Web Intents", Bluesky "Action Intent Links", Threads "Web Intents", WhatsApp "Click to Chat", RFC 6068.
Facebook's sharer and Reddit's submit form are not documented and have been the same for years.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from honorable.publish.campaign.model import Campaign

# In the order of the page. Bluesky and WhatsApp take one text, with the address at its end.
_NETWORKS = (
    ("facebook", "Facebook", "facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    ("x", "X", "twitter-x", "https://x.com/intent/post?text={text}&url={url}"),
    ("bluesky", "Bluesky", "bluesky", "https://bsky.app/intent/compose?text={text}%20{url}"),
    ("threads", "Threads", "threads", "https://www.threads.com/intent/post?text={text}&url={url}"),
    ("whatsapp", "WhatsApp", "whatsapp", "https://wa.me/?text={text}%20{url}"),
    ("reddit", "Reddit", "reddit", "https://www.reddit.com/submit?url={url}&title={name}"),
    ("email", "Email", "envelope", "mailto:?subject={name}&body={text}%0D%0A%0D%0A{url}"),
)


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A link that opens a network's own form. In `pattern`, {url} is for the page's address, percent-encoded."""

    network: str
    label: str
    icon: str
    url: str
    pattern: str


def share_links(campaign: Campaign) -> tuple[ShareLink, ...]:
    """Return the links of a campaign; none if it has no text to share.

    If the campaign has no address, the links leave it out, and the page's Python puts the real one into the pattern.
    """
    if campaign.share is None:
        return ()
    text, name = (quote(words, safe="") for words in (campaign.share.text, campaign.name))
    links = []
    for network, label, icon, form in _NETWORKS:
        pattern = form.replace("{text}", text).replace("{name}", name)
        url = pattern.replace("{url}", quote(campaign.site, safe=""))
        links.append(ShareLink(network, label, icon, url, pattern))
    return tuple(links)
