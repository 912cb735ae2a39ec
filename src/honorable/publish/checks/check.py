"""Check a campaign before anything is built: all errors at once, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from honorable.letters import Recipient
from honorable.publish.campaign.images import image_errors
from honorable.publish.campaign.load import CampaignFile, read_file, validated
from honorable.publish.campaign.model import Campaign
from honorable.publish.checks.redirects import redirect_warnings
from honorable.publish.checks.translations import check_translations
from honorable.publish.checks.trial_render import trial_render
from honorable.publish.checks.warnings import letter_warnings, warnings_for
from honorable.publish.errors import Message, UserError, shown
from honorable.publish.i18n import Language
from honorable.publish.officials.store import Store
from honorable.publish.project import Project, template_file


@dataclass(frozen=True, slots=True)
class Checked:
    """A campaign without errors, with warnings that the operator should read and notes that may help.

    `translated` is the campaign in each of its languages, its own first. `untranslated` has a message for each missing
    translation; the page is built anyway and shows the first language there. `has_ended` says whether its last day is
    over.
    """

    campaign: Campaign
    warnings: tuple[Message, ...]
    notes: tuple[Message, ...] = ()
    untranslated: tuple[Message, ...] = ()
    languages: tuple[Language, ...] = ()
    translated: tuple[Campaign, ...] = ()
    has_ended: bool = False


def check(file: Path, project: Project, today: date, data: Store | None = None, *, online: bool = False) -> Checked:
    """Check the campaign in a file with its templates, its images and the list of officials.

    The list is the project's own unless `data` names another store. With `online`, ask the campaign's endpoints too.
    Raise UserError with one line for each error.
    """
    source = read_file(file)
    folders = project.template_folders(file)
    try:
        campaign = validated(source)
    except UserError as found:
        raise UserError([*found.messages, *_letter_errors_anyway(source, folders)]) from None
    store = data or Store(project.data, project.embedded_officials)
    to_congress = campaign.legislature is None
    rendered = trial_render(campaign.letter_campaign(), folders, _members(store) if to_congress else ())
    translations = check_translations(campaign, source, file, project)
    errors = [
        *rendered.errors,
        *map(source.message_about, image_errors(campaign, file, project)),
        *translations.errors,
    ]
    if errors:
        raise UserError(errors)
    return Checked(
        campaign,
        warnings=(
            *map(source.message_about, warnings_for(campaign, today)),
            *map(source.message_about, redirect_warnings(campaign) if online else ()),
            *rendered.warnings,
            *_borrowed_letter(file, project),
            *letter_warnings(rendered.longest, template_file(folders, "letter.txt")),
        ),
        notes=(*translations.notes, *(map(Message, store.notes(today)) if to_congress else ())),
        untranslated=translations.untranslated,
        languages=translations.languages,
        translated=translations.campaigns,
        has_ended=campaign.ended is not None and campaign.ended.on < today,
    )


def _borrowed_letter(file: Path, project: Project) -> Iterator[Message]:
    """Yield a warning if a campaign in another folder has no letter of its own: the project's is about another bill."""
    folders = project.template_folders(file)
    own = folders[0]
    if own == project.templates or template_file(folders, "letter.txt").parent != project.templates:
        return
    near = [path.name for path in sorted(own.glob("*")) if "letter" in path.name.lower()]
    rename = f'; rename "{near[0]}"' if near else ""
    yield Message(
        f"not there, so the page has the letter of Honorable's own campaign{rename}", shown(own / "letter.txt")
    )


def _members(store: Store) -> list[Recipient]:
    """Return every member in the list of officials as a recipient; none if there is no list."""
    lookup = store.lookup()
    if lookup is None:
        return []
    return [member.recipient("house" if member.chamber == "house" else "senate-1") for member in lookup.members]


def _letter_errors_anyway(source: CampaignFile, folders: list[Path]) -> Sequence[Message]:
    """Return the letter's errors although the campaign has its own, if it has the tables that a letter needs."""
    tables = {
        name: source.data[name] for name in ("letter", "bill", "legislature", "contact_pages") if name in source.data
    }
    try:
        partial = Campaign.model_validate({"name": "-", "sentence": "-", "summary": "-", **tables})
    except ValidationError:  # already reported
        return ()
    return trial_render(partial.letter_campaign(), folders).errors
