"""Put together all the files of one campaign's site."""

from __future__ import annotations

from pathlib import Path

from honorable.publish.campaign.images import logo_file, picture_file, picture_name
from honorable.publish.checks.check import Checked
from honorable.publish.officials.store import Store
from honorable.publish.project import Project
from honorable.publish.site.assets import fixed_files, page_assets
from honorable.publish.site.csp import inline_script, policy
from honorable.publish.site.headers import HOST_HEADERS, host_headers
from honorable.publish.site.licenses import licenses
from honorable.publish.site.manifest import WEB_MANIFEST, web_manifest
from honorable.publish.site.page_version import page_version
from honorable.publish.site.pages import render_pages
from honorable.publish.site.service_worker import SERVICE_WORKER, service_worker


def site_files(checked: Checked, campaign_file: Path, project: Project, store: Store) -> dict[str, bytes]:
    """Return the files by their names in the site. Raises UserError if the runtime or a template is broken."""
    campaign = checked.campaign
    officials = store.packed() if campaign.legislature is None else None
    assets = page_assets(checked, campaign_file, project, officials)
    folders = project.template_folders(campaign_file)
    files: dict[str, bytes] = {}
    for language, translation in zip(checked.languages, checked.translated, strict=True):
        version = page_version(language, checked, campaign_file, project)
        pages = render_pages(translation, project, folders, assets, version)
        files |= {f"{version.folder}{name}": html.encode() for name, html in pages.items()}
        files[f"{version.folder}{WEB_MANIFEST}"] = web_manifest(translation, language, version.root or "./")
    own_policy = policy(campaign, inline_script(project))
    files[HOST_HEADERS] = host_headers(own_policy, assets.folders.values(), campaign.languages[1:])
    files[".nojekyll"] = b""  # tells GitHub Pages to serve every file as it is
    files |= assets.files or {}
    files |= fixed_files(project)
    if picture := picture_file(campaign, campaign_file, project):
        files[picture_name(campaign)] = picture.read_bytes()
    if logo := logo_file(campaign, campaign_file):
        files[f"logo{logo.suffix}"] = logo.read_bytes()
    files[SERVICE_WORKER] = service_worker(project, files)
    return files | {f"licenses/{name}": content for name, content in licenses(project).items()}
