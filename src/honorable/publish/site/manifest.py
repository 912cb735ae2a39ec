"""The web app manifest: what the page is called, and how it looks, once somebody has put it among their apps.

Source: W3C "Web Application Manifest". Browsers offer to install a page that has a name, a start address, a way to be
displayed, and icons of 192 and of 512 pixels.
"""

from __future__ import annotations

import json

from honorable.publish.campaign.model import Campaign
from honorable.publish.i18n import Language

#: .json rather than .webmanifest, for which several servers have no type.
WEB_MANIFEST = "manifest.json"


def web_manifest(campaign: Campaign, language: Language, root: str = "./") -> bytes:
    """The manifest as JSON. All addresses are relative to it, so it holds under any path. `root` leads to the top."""
    invitation = language.gettext(campaign.letter_campaign().legislature.invitation)
    at = "" if root == "./" else root
    manifest = {
        "name": f"{campaign.name}: {invitation}",
        "short_name": campaign.name,
        "description": campaign.sentence,
        "lang": language.code,
        "dir": language.direction,
        "start_url": "./",
        "scope": root,
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": campaign.theme.accent,
        "icons": [
            {"src": f"{at}icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": f"{at}icon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": f"{at}icon-512.png", "sizes": "512x512", "type": "image/png"},
            {"src": f"{at}icon-maskable.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()
