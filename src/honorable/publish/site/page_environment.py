"""Set up Jinja2 for the page's HTML."""

from __future__ import annotations

from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.publish.i18n import Language
from honorable.publish.project import Project, template_loader


def page_environment(project: Project, folders: list[Path], language: Language) -> ImmutableSandboxedEnvironment:
    """Return an environment for HTML in this language. It is sandboxed, because a campaign may bring templates."""
    env = ImmutableSandboxedEnvironment(
        extensions=["jinja2.ext.i18n"],
        loader=template_loader([*folders, project.root]),  # index.html is in the root
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    return env
