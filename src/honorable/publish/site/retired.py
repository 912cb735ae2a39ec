"""The closing page of a site that is taken down, and the service worker that removes the old page."""

from __future__ import annotations

from pathlib import Path

from honorable.publish.checks.check import Checked
from honorable.publish.project import Project
from honorable.publish.site.page_environment import page_environment
from honorable.publish.site.page_version import page_version

#: Files of web/ that other sites and open pages still ask for.
_STILL_ASKED_FOR = ("embed.js", "icon.svg")


def retired_files(checked: Checked, campaign_file: Path, project: Project) -> dict[str, bytes]:
    """Return the closing page in each language of the campaign with its files, by their names in the site.

    The service worker has the name of the old one, so that browsers find it in its place.
    """
    files = {path.name: path.read_bytes() for path in sorted((project.web / "retired").iterdir())}
    files |= {name: (project.web / name).read_bytes() for name in _STILL_ASKED_FOR}
    files[".nojekyll"] = b""
    for language, campaign in zip(checked.languages, checked.translated, strict=True):
        version = page_version(language, checked, campaign_file, project)
        template = page_environment(project, [project.templates], language).get_template("retired.html")
        html = template.render(campaign=campaign, language=language, languages=version.others, root=version.root)
        files[f"{version.folder}index.html"] = html.encode()
    return files
