"""Write the web app manifest: the name and the look of the page once somebody has installed it.

Source: W3C "Web Application Manifest". Browsers offer to install a page that has a name, a start URL, a display mode,
and icons of 192 and 512 pixels.
"""

from __future__ import annotations

import json

from honorable.publish.campaign.model import Campaign
from honorable.publish.i18n import Language

#: .json rather than .webmanifest, for which several servers have no media type.
WEB_MANIFEST = "manifest.json"


def web_manifest(campaign: Campaign, language: Language, root: str = "./") -> bytes:
    """Return the manifest as JSON. All addresses are relative to it, so it works under any path.

    `root` leads from the manifest to the root of the site.
    """
    invitation = language.gettext(campaign.letter_campaign().legislature.invitation)
    prefix = "" if root == "./" else root
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
            {"src": f"{prefix}icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": f"{prefix}icon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": f"{prefix}icon-512.png", "sizes": "512x512", "type": "image/png"},
            {"src": f"{prefix}icon-maskable.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()
