"""The page that leads to several campaigns which are built together."""

from __future__ import annotations

from collections.abc import Mapping

from honorable.publish.campaign.model import Campaign
from honorable.publish.i18n import ENGLISH, Language
from honorable.publish.project import Project
from honorable.publish.site.pages import page_environment


def campaign_index(campaigns: Mapping[str, Campaign], project: Project) -> bytes:
    """The page, with a link to each campaign's folder."""
    env = page_environment(project, [project.templates], Language(ENGLISH, {}))
    return env.get_template("several.html").render(campaigns=campaigns).encode()
