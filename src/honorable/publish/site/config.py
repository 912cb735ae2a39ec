"""What Python in the page unpacks besides code: the campaign and its words, for each language."""

from __future__ import annotations

import json

from honorable.publish.campaign.model import Campaign
from honorable.publish.i18n import Language, page_messages
from honorable.publish.project import Project

# The rooms whose words the page's Python says.
_ROOMS = frozenset({"letters", "page"})


def kit(campaign: Campaign, language: Language | None = None) -> dict[str, bytes]:
    """The config of the page in a language, for the archive of the page's Python; by default, in its own."""
    locale = (language or Language(campaign.languages[0], {})).locale
    data = campaign.for_page() | {"locale": locale}
    return {"site/campaign.json": json.dumps(data, ensure_ascii=False, indent=1).encode()}


def translated_config(campaign: Campaign, language: Language, project: Project) -> dict[str, bytes]:
    """The kit of a page in a language, in a folder of its own."""
    said = [message for message, used in page_messages(project).items() if used.places & _ROOMS]
    own = campaign.letter_campaign().legislature
    said += [own.postal_code.wrong, *own.labels.values()]
    words = json.dumps(language.translations_of(said), ensure_ascii=False, indent=1).encode()
    files = kit(campaign, language) | {"site/words.json": words}
    return {f"site/{language.code}/{name.removeprefix('site/')}": content for name, content in files.items()}
