"""Check a campaign in each of its languages: catalogs, translated keys, and letters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from honorable.publish.campaign.error_lines import as_toml, error_line
from honorable.publish.campaign.load import CampaignFile
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.translation import not_for_translation, translated, untranslated
from honorable.publish.checks.trial_render import trial_render
from honorable.publish.errors import Message, UserError, shown
from honorable.publish.i18n import Language, catalog_to_edit, language, needs_native_reader
from honorable.publish.project import Project


@dataclass(frozen=True, slots=True)
class Translations:
    """A campaign's languages, the campaign in each of them, the errors, the keys that are not translated, and notes."""

    languages: tuple[Language, ...]
    campaigns: tuple[Campaign, ...]
    errors: tuple[Message, ...]
    untranslated: tuple[Message, ...]
    notes: tuple[Message, ...]


def check_translations(campaign: Campaign, source: CampaignFile, file: Path, project: Project) -> Translations:
    """Check each language of the campaign. A language with errors is left out of the result's languages."""
    languages: list[Language] = []
    campaigns: list[Campaign] = []
    errors: list[Message] = []
    missing: list[Message] = []
    notes: list[Message] = []
    for number, code in enumerate(campaign.languages):
        key = f"translation.{code}"
        try:
            catalog = language(code, project, file)
            campaigns.append(translated(campaign, code))
        except ValidationError as found:
            errors += [source.message_about(f"{key}.{error_line(error)}") for error in found.errors()]
            continue
        except UserError as found:
            errors += found.messages
            continue
        languages.append(catalog)
        if unread := needs_native_reader(code, project, file):
            problem = f"languages: {code}: no native reader has read {shown(unread)} yet; docs/translating.md says why"
            notes.append(source.message_about(problem))
        to_edit = shown(catalog_to_edit(code, project, file))
        missing += [Message(f"not translated: {as_toml(message)}", to_edit) for message in catalog.missing(project)]
        if number:
            texts = campaign.translation.get(code, {})
            errors += [
                source.message_about(f"{key}.{name}: visitors never see this key; remove it")
                for name in not_for_translation(texts)
            ]
            missing += [source.message_about(f"{key}.{name}: missing") for name in untranslated(campaign, texts)]
            folders = project.letter_folders(file, code)
            if folders != project.template_folders(file):
                errors += trial_render(campaign.letter_campaign(), folders).errors
    return Translations(tuple(languages), tuple(campaigns), tuple(errors), tuple(missing), tuple(notes))
