"""The image files that a campaign names: the share card and the logo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from honorable.publish.campaign.model import Campaign
from honorable.publish.project import Project


def image_paths(campaign: Campaign, file: Path, project: Project) -> Iterator[Path]:
    """Yield each path at which one of the campaign's images may be, whether there is a file or not."""
    yield from _picture_paths(campaign, file, project)
    if campaign.theme.logo:
        yield file.parent / campaign.theme.logo


def picture_file(campaign: Campaign, file: Path, project: Project) -> Path | None:
    """Return the share card's file, from the campaign's folder or else the project's; None if there is none."""
    return next((path for path in _picture_paths(campaign, file, project) if path.is_file()), None)


def picture_name(campaign: Campaign) -> str:
    """Return the name of the share card's picture in the site; empty if there is none.

    Hosts choose the media type by the ending, so it stays.
    """
    picture = _picture(campaign)
    return f"share{Path(picture).suffix}" if picture else ""


def logo_file(campaign: Campaign, file: Path) -> Path | None:
    """Return the logo's file in the campaign's folder; None if there is none."""
    path = file.parent / campaign.theme.logo
    return path if campaign.theme.logo and path.is_file() else None


def image_errors(campaign: Campaign, file: Path, project: Project) -> Iterator[str]:
    """Yield a line, beginning with its key, for each image that the campaign names and that does not exist."""
    picture = _picture(campaign)
    if picture and picture_file(campaign, file, project) is None:
        yield f'share.picture: "{picture}" must be an existing file'
    logo = campaign.theme.logo
    if logo and logo_file(campaign, file) is None:
        yield f'theme.logo: "{logo}" must be an existing file in the campaign\'s folder'


def _picture(campaign: Campaign) -> str:
    return campaign.share.picture if campaign.share else ""


def _picture_paths(campaign: Campaign, file: Path, project: Project) -> Iterator[Path]:
    if picture := _picture(campaign):
        yield from (folder / picture for folder in (file.parent, project.root))
