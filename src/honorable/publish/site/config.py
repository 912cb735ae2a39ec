"""The files that the page's Python reads: the campaign and the messages, for each language."""

from __future__ import annotations

import json

from honorable.publish.campaign.model import Campaign
from honorable.publish.i18n import Language, page_messages
from honorable.publish.project import Project

# The packages whose messages the page's Python shows.
_PACKAGES = frozenset({"letters", "page"})


def page_config(campaign: Campaign, language: Language | None = None) -> dict[str, bytes]:
    """Return the page's config in a language, by default the campaign's first, by its path in the archive of Python."""
    locale = (language or Language(campaign.languages[0], {})).locale
    data = campaign.for_page() | {"locale": locale}
    return {"site/campaign.json": json.dumps(data, ensure_ascii=False, indent=1).encode()}


def translated_config(campaign: Campaign, language: Language, project: Project) -> dict[str, bytes]:
    """Return the config and the messages of a page in a language, by their paths in a folder of their own."""
    messages = [message for message, used in page_messages(project).items() if used.places & _PACKAGES]
    own = campaign.letter_campaign().legislature
    messages += [own.postal_code.wrong, *own.labels.values()]
    words = json.dumps(language.translations_of(messages), ensure_ascii=False, indent=1).encode()
    files = page_config(campaign, language) | {"site/words.json": words}
    return {f"site/{language.code}/{name.removeprefix('site/')}": content for name, content in files.items()}
