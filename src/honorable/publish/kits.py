"""What Python in the page unpacks besides code: the campaign, its templates and its words, for each language."""

from __future__ import annotations

import json
from pathlib import Path

from honorable.publish.campaign import Campaign
from honorable.publish.languages import Language, page_words
from honorable.publish.project import Project

#: The templates that are rendered there.
TEMPLATES = ("letter.txt", "subject.txt", "call.txt")
# The rooms whose words the page's Python says.
_ROOMS = frozenset({"letters", "page"})


def kits(campaign: Campaign, folders: list[Path]) -> dict[str, bytes]:
    """The kit of the page's own language."""
    files = {f"site/{name}": _template(name, folders) for name in TEMPLATES}
    files["site/campaign.json"] = json.dumps(campaign.for_page(), ensure_ascii=False, indent=1).encode()
    return files


def kit_in(campaign: Campaign, language: Language, project: Project, folders: list[Path]) -> dict[str, bytes]:
    """The kit of a page in a language, in a folder of its own."""
    said = [message for message, places in page_words(project).items() if places & _ROOMS]
    own = campaign.letters().legislature
    said += [own.postal_code.wrong, *own.labels.values()]
    words = json.dumps(language.words_of(said), ensure_ascii=False, indent=1).encode()
    kit = kits(campaign, folders) | {"site/words.json": words}
    return {f"site/{language.code}/{name.removeprefix('site/')}": content for name, content in kit.items()}


def _template(name: str, folders: list[Path]) -> bytes:
    return next(folder / name for folder in folders if (folder / name).is_file()).read_bytes()
