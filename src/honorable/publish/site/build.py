"""Builds the site: all of its files in memory first, then into a fresh folder that takes the old one's place."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from honorable.publish.campaign.images import logo_file, picture_file
from honorable.publish.checks.check import Checked, check
from honorable.publish.errors import Message, UserError
from honorable.publish.i18n import ENGLISH, Language
from honorable.publish.officials.store import PACKED, Store
from honorable.publish.project import Project
from honorable.publish.python.python_zip import python_zip, stdlib_zip
from honorable.publish.python.runtime import read_runtime
from honorable.publish.site.campaign_index import campaign_index
from honorable.publish.site.config import kit, translated_config
from honorable.publish.site.fingerprint import fingerprints, moved
from honorable.publish.site.headers import HOST_HEADERS, host_headers
from honorable.publish.site.licenses import licenses
from honorable.publish.site.manifest import WEB_MANIFEST, web_manifest
from honorable.publish.site.pages import PICTURE, PageVersion, render_pages
from honorable.publish.site.service_worker import WORKER, worker
from honorable.publish.site.stylesheet import stylesheet

_INTERPRETER = "interpreter.js"
_APP = "app"
_RUNTIME = "runtime"
_DATA = "data"
# Others hold the address of these: share cards, people's home screens, the pages of other sites.
_KEEP_THEIR_ADDRESS = ("*.svg", "*.png", "embed*")


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: the number of files, their size in bytes, what the operator should know, and what they may."""

    files: int
    size: int
    warnings: tuple[Message, ...]
    notes: tuple[Message, ...] = ()


def build(campaign_file: Path, out: Path, project: Project, today: date, data: Store | None = None) -> Built:
    """Checks the campaign, and puts its site into `out`, which is replaced as a whole.

    The look-up's data is the project's own, unless another store is named; without any, the page has no look-up.
    Raises UserError, and leaves `out` as it was, where anything is wrong.
    """
    _refuse_to_replace(out, [campaign_file], project)
    files, checked = _site(campaign_file, project, today, data or Store(project.data))
    swap_in(files, out)
    return Built(len(files), sum(map(len, files.values())), checked.warnings, checked.notes)


def build_all(
    campaign_files: Sequence[Path], out: Path, project: Project, today: date, data: Store | None = None
) -> Built:
    """Builds each campaign's site into a folder of its own in `out`, with a page that leads to them.

    Raises UserError, those of all the campaigns, and leaves `out` as it was, where anything is wrong.
    """
    _refuse_to_replace(out, campaign_files, project)
    names = [file.resolve().parent.name if file.name == "campaign.toml" else file.stem for file in campaign_files]
    problems: list[Message | str] = [
        f"--campaign {file}: must lie in a folder of another name, or be called otherwise: there are two "
        f"called {name!r}"
        for file, name in zip(campaign_files, names, strict=True)
        if names.count(name) > 1
    ]
    files: dict[str, bytes] = {".nojekyll": b""}
    done: dict[str, Checked] = {}
    for file, name in zip(campaign_files, names, strict=True):
        try:
            site, done[name] = _site(file, project, today, data or Store(project.data))
        except UserError as found:
            problems += found.messages
            continue
        files |= {f"{name}/{path}": content for path, content in site.items()}
    if problems:
        raise UserError(problems)
    files["index.html"] = campaign_index({name: checked.campaign for name, checked in done.items()}, project)
    swap_in(files, out)
    warnings, notes = ([line for one in done.values() for line in getattr(one, kind)] for kind in ("warnings", "notes"))
    return Built(len(files), sum(map(len, files.values())), tuple(warnings), tuple(dict.fromkeys(notes)))


def _site(campaign_file: Path, project: Project, today: date, store: Store) -> tuple[dict[str, bytes], Checked]:
    checked = check(campaign_file, project, today, store)
    packed = store.packed() if checked.campaign.legislature is None else None
    folders = project.template_folders(campaign_file)
    campaign = checked.campaign
    data_files, letter_folders = kit(campaign), {"site": folders}
    for spoken, version in zip(checked.languages, checked.translated, strict=True):
        if spoken.code != ENGLISH or spoken.code != campaign.languages[0]:
            letter_folders[f"site/{spoken.code}"] = project.letter_folders(campaign_file, spoken.code)
            data_files |= translated_config(version, spoken, project)
    runtime = read_runtime(project)
    stdlib = stdlib_zip(project, runtime)
    unchanging = {
        f"{_APP}/style.css": stylesheet(project, campaign.theme, campaign.letter_campaign().legislature.slots).encode(),
        f"{_APP}/python.zip": python_zip(project, runtime, stdlib, letter_folders, data_files),
        f"{_RUNTIME}/python_stdlib.zip": stdlib,
    }
    unchanging |= {f"{_RUNTIME}/{name}": content for name, content in runtime.served.items()}
    kept = {path for pattern in _KEEP_THEIR_ADDRESS for path in project.web.glob(pattern)}
    for path in set(project.web.glob("*.js")) - kept - {project.web / WORKER}:
        unchanging[f"{_RUNTIME if path.name == _INTERPRETER else _APP}/{path.name}"] = path.read_bytes()
    if packed is not None:
        unchanging[f"{_DATA}/{PACKED}"] = packed
    places = fingerprints(unchanging)
    placed = moved(unchanging, places)
    modules = sorted(name for name in placed if name.startswith(places[_RUNTIME]) and name.endswith(".js"))
    files: dict[str, bytes] = {}
    for spoken, version in zip(checked.languages, checked.translated, strict=True):
        page = _spoken(spoken, checked.languages, campaign_file, project)
        inside = "" if page.is_first else f"{spoken.code}/"
        pages = render_pages(version, project, folders, modules, places, page)
        files |= {f"{inside}{name}": html.encode() for name, html in pages.items()}
        files[f"{inside}{WEB_MANIFEST}"] = web_manifest(version, spoken, page.root or "./")
    files |= {
        HOST_HEADERS: host_headers(campaign, places.values(), campaign.languages[1:]),
        ".nojekyll": b"",  # GitHub Pages then serves every file as it is
    }
    files |= placed
    files |= {path.name: path.read_bytes() for path in kept}
    if picture := picture_file(campaign, campaign_file, project):
        files[PICTURE] = picture.read_bytes()
    if logo := logo_file(campaign, campaign_file):
        files[f"logo{logo.suffix}"] = logo.read_bytes()
    files[WORKER] = worker(project, files)
    files |= {f"licenses/{name}": content for name, content in licenses(project).items()}
    return files, checked


def _spoken(spoken: Language, every: Sequence[Language], campaign_file: Path, project: Project) -> PageVersion:
    """The page in one of the languages, of which the first has the site's root."""
    first = every[0]
    root = "" if spoken is first else "../"
    own = project.letter_folders(campaign_file, spoken.code)
    has_letters = own != project.template_folders(campaign_file)
    return PageVersion(
        spoken,
        root,
        tuple((root or "./" if one is first else f"{root}{one.code}/", one) for one in every if one is not spoken),
        own if has_letters else None,
        spoken.code if has_letters else "",
    )


def swap_in(files: Mapping[str, bytes], out: Path) -> None:
    """Writes the files to a fresh folder beside `out`, then puts it in the place of `out`."""
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as work:
        fresh, old = Path(work, "new"), Path(work, "old")
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if out.exists():
            out.rename(old)
        try:
            fresh.rename(out)
        except OSError:
            if old.exists():
                old.rename(out)
            raise


def _refuse_to_replace(out: Path, campaign_files: Sequence[Path], project: Project) -> None:
    out = out.resolve()
    holds_ours = any(place.resolve().is_relative_to(out) for place in (*campaign_files, project.root))
    built_before = all((out / name).is_file() for name in ("index.html", ".nojekyll"))
    empty = not out.exists() or (out.is_dir() and not any(out.iterdir()))
    if holds_ours or not (built_before or empty):
        raise UserError([f"--out {out}: must be a folder that is new, empty or was built before; it is replaced"])
