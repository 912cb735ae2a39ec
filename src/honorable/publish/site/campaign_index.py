"""Render the page that links to several campaigns built together."""

from __future__ import annotations

from collections.abc import Mapping

from honorable.publish.campaign.model import Campaign
from honorable.publish.i18n import ENGLISH, Language
from honorable.publish.project import Project
from honorable.publish.site.page_environment import page_environment


def campaign_index(campaigns: Mapping[str, Campaign], project: Project) -> bytes:
    """Return the page. `campaigns` are by the names of their folders."""
    env = page_environment(project, [project.templates], Language(ENGLISH, {}))
    return env.get_template("several.html").render(campaigns=campaigns).encode()
