"""What Python in the page unpacks besides code: the campaign and its words, for each language."""

from __future__ import annotations

import json

from honorable.publish.campaign.model import Campaign
from honorable.publish.i18n import Language, page_words
from honorable.publish.project import Project

# The rooms whose words the page's Python says.
_ROOMS = frozenset({"letters", "page"})


def kit(campaign: Campaign) -> dict[str, bytes]:
    """The kit of the page's own language, for the archive of the page's Python."""
    return {"site/campaign.json": json.dumps(campaign.for_page(), ensure_ascii=False, indent=1).encode()}


def translated_config(campaign: Campaign, language: Language, project: Project) -> dict[str, bytes]:
    """The kit of a page in a language, in a folder of its own."""
    said = [message for message, places in page_words(project).items() if places & _ROOMS]
    own = campaign.letter_campaign().legislature
    said += [own.postal_code.wrong, *own.labels.values()]
    words = json.dumps(language.words_of(said), ensure_ascii=False, indent=1).encode()
    files = kit(campaign) | {"site/words.json": words}
    return {f"site/{language.code}/{name.removeprefix('site/')}": content for name, content in files.items()}
