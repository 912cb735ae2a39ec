"""The page that leads to several campaigns which are built together."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from honorable.publish.campaign import Campaign
from honorable.publish.project import Project


def index_page(campaigns: Mapping[str, Campaign], project: Project) -> bytes:
    """The page, with a link to each campaign's folder."""
    env = Environment(
        loader=FileSystemLoader(project.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return env.get_template("several.html").render(campaigns=campaigns).encode()
