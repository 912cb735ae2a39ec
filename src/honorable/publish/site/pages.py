"""Render the page's HTML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, TemplateError

from honorable.letters.language import use_language
from honorable.publish.campaign.model import Campaign
from honorable.publish.checks.check import Checked
from honorable.publish.checks.template_errors import template_error
from honorable.publish.checks.time_limit import time_limit
from honorable.publish.errors import UserError
from honorable.publish.project import Project
from honorable.publish.site.assets import Assets
from honorable.publish.site.page_environment import page_environment
from honorable.publish.site.page_version import PageVersion, page_version
from honorable.publish.site.template_context import template_context

#: The most CPU time that a page may take, in seconds. It usually takes well under one.
SECONDS = 5
#: The templates of whole pages, by their names in the site: the page, and an example of a page that embeds it.
PAGES = ("index.html", "embed-example.html")


def render_pages(
    campaign: Campaign, project: Project, folders: list[Path], assets: Assets, version: PageVersion
) -> dict[str, str]:
    """Return the HTML of one version of the page by file name; the first version has the embedding example, too.

    `folders` are those of the templates. Raises UserError with file and line if a template is broken or never ends.
    """
    env = page_environment(project, folders, version.language)
    context = template_context(campaign, project, folders, assets, version)
    try:
        with use_language(version.language.catalog, version.language.formats):
            names = PAGES if version.is_first else PAGES[:1]
            return {name: _rendered(env, name, context) for name in names}
    except (TimeoutError, TemplateError, TypeError, ValueError, LookupError, ArithmeticError, RecursionError) as error:
        raise UserError([template_error(error, [*folders, project.root], context)]) from None


def check_pages(checked: Checked, campaign_file: Path, project: Project) -> None:
    """Render the page in each language, and throw it away. Raises UserError as `render_pages` does."""
    folders = project.template_folders(campaign_file)
    assets = Assets({"app": "app", "runtime": "runtime", "data": "data"})
    for language, translation in zip(checked.languages, checked.translated, strict=True):
        render_pages(translation, project, folders, assets, page_version(language, checked, campaign_file, project))


def _rendered(env: Environment, name: str, context: Mapping[str, object]) -> str:
    with time_limit(SECONDS):
        return env.get_template(name).render(context)
