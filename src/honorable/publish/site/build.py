"""Build the site of one campaign, or of several next to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from honorable.publish.checks.check import Checked, check
from honorable.publish.errors import Message, UserError
from honorable.publish.officials.store import Store
from honorable.publish.project import Project
from honorable.publish.site.campaign_index import campaign_index
from honorable.publish.site.output import check_replaceable, replace_folder
from honorable.publish.site.site_files import site_files


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: the number of files, their size in bytes, and warnings and notes for the operator."""

    files: int
    size: int
    warnings: tuple[Message, ...]
    notes: tuple[Message, ...] = ()


def build(campaign_file: Path, out: Path, project: Project, today: date, data: Store | None = None) -> Built:
    """Check the campaign and write its site to `out`, which is replaced as a whole.

    `data` is the store with the list of officials, by default the project's own. Without a list, the page has no
    lookup. Raises UserError with every error, and leaves `out` as it was.
    """
    check_replaceable(out, [campaign_file], project)
    store = data or Store(project.data, project.embedded_officials)
    checked = check(campaign_file, project, today, store)
    files = site_files(checked, campaign_file, project, store)
    replace_folder(files, out)
    return _built(files, (*checked.warnings, *_list_warnings(checked, store, today)), checked.notes)


def build_all(
    campaign_files: Sequence[Path], out: Path, project: Project, today: date, data: Store | None = None
) -> Built:
    """Build each campaign into its own folder in `out`, with a page that links to all of them.

    Raises UserError with the errors of all the campaigns, and leaves `out` as it was.
    """
    check_replaceable(out, campaign_files, project)
    store = data or Store(project.data, project.embedded_officials)
    names = [file.resolve().parent.name if file.name == "campaign.toml" else file.stem for file in campaign_files]
    errors: list[Message | str] = [
        f"--campaign {file}: two campaigns would be built into {name!r}; rename the file or its folder"
        for file, name in zip(campaign_files, names, strict=True)
        if names.count(name) > 1
    ]
    files: dict[str, bytes] = {".nojekyll": b""}
    done: dict[str, Checked] = {}
    for file, name in zip(campaign_files, names, strict=True):
        try:
            done[name] = check(file, project, today, store)
            site = site_files(done[name], file, project, store)
        except UserError as found:
            errors += found.messages
            continue
        files |= {f"{name}/{path}": content for path, content in site.items()}
    if errors:
        raise UserError(errors)
    files["index.html"] = campaign_index({name: checked.campaign for name, checked in done.items()}, project)
    replace_folder(files, out)
    warnings = [line for checked in done.values() for line in checked.warnings]
    warnings += dict.fromkeys(line for checked in done.values() for line in _list_warnings(checked, store, today))
    notes = dict.fromkeys(line for checked in done.values() for line in checked.notes)
    return _built(files, warnings, notes)


def _list_warnings(checked: Checked, store: Store, today: date) -> tuple[Message, ...]:
    """Return what is wrong with the list that is published. Before that, `check` only notes which one there is."""
    congress = checked.campaign.bill.congress
    return tuple(map(Message, store.warnings(today, congress))) if congress else ()


def _built(files: Mapping[str, bytes], warnings: Iterable[Message], notes: Iterable[Message]) -> Built:
    return Built(len(files), sum(map(len, files.values())), tuple(warnings), tuple(notes))
