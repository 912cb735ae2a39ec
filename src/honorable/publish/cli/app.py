"""The `honorable` command: check, build and serve."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from shlex import quote
from shutil import which
from typing import Annotated

import typer

from honorable.publish.campaign.load import load_campaign
from honorable.publish.campaign.reference import schema_text
from honorable.publish.campaign.reference import write as write_reference
from honorable.publish.campaign.scaffold import Answers, Whom
from honorable.publish.campaign.scaffold import new as write_new
from honorable.publish.checks.check import check as check_campaign
from honorable.publish.checks.variety import variety as measured_variety
from honorable.publish.cli.data import app as data_app
from honorable.publish.cli.report import Format, OutputFormat, Report, as_summary, write
from honorable.publish.devserver.file_server import FileHandler
from honorable.publish.devserver.live_reload import LiveHandler
from honorable.publish.devserver.serve import Site
from honorable.publish.devserver.serve import serve as serve_site
from honorable.publish.errors import UserError, shown
from honorable.publish.i18n import updated as updated_catalogs
from honorable.publish.officials.store import PACKED, Store
from honorable.publish.project import find_checkout, find_project
from honorable.publish.python.runtime import LOCK, lock_text
from honorable.publish.site.build import build as build_site
from honorable.publish.site.build import build_all
from honorable.publish.site.output import check_replaceable, replace_folder
from honorable.publish.site.pages import check_pages
from honorable.publish.site.retired import retired_files
from honorable.publish.wheel import wheel_files

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(data_app, name="data")

CampaignFile = Annotated[Path, typer.Option("--campaign", help="The campaign file.")]
CampaignFiles = Annotated[
    list[Path] | None, typer.Option("--campaign", help="The campaign file; repeat to build several.")
]
Data = Annotated[
    Path | None,
    typer.Option("--data", help="Use only the list of officials in this folder.", show_default="the newest"),
]
Out = Annotated[Path, typer.Option(help="The folder to write; it is replaced.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"honorable {version('honorable')}")
        raise typer.Exit


@app.callback()
def main(
    _wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Build a page on which people write to Congress."""


@app.command()
def build(
    campaign: CampaignFiles = None, out: Out = Path("dist"), data: Data = None, output: OutputFormat = Format.TEXT
) -> None:
    """Check the campaign and build its page into a folder that any static host can serve.

    Several campaigns get a folder each, with a page that links to them.
    """
    files = campaign or [Path("campaign.toml")]
    try:
        store = _store(data)
        if len(files) == 1:
            built = build_site(files[0], out, find_project(), _today(), store)
        else:
            built = build_all(files, out, find_project(), _today(), store)
    except UserError as error:
        report = Report(error.messages)
    else:
        done = f"{out}: {built.files} files, {built.size / 1e6:.1f} MB"
        report = Report((), built.warnings, built.notes, done)
    write(report, output)


@app.command()
def check(
    campaign: CampaignFile = Path("campaign.toml"),
    data: Data = None,
    output: OutputFormat = Format.TEXT,
    online: Annotated[
        bool, typer.Option("--online", help="Ask the campaign's endpoints whether they redirect, without sending data.")
    ] = False,
) -> None:
    """Check the campaign and its letters without building anything.

    On GitHub, the report is also written to the job's summary.
    """
    try:
        project = find_project()
        checked = check_campaign(campaign, project, _today(), _store(data), online=online)
        check_pages(checked, campaign, project)
    except UserError as error:
        report = Report(error.messages)
    else:
        done = "" if checked.untranslated else f"{campaign}: no errors"
        report = Report(checked.untranslated, checked.warnings, checked.notes, done)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_summary(report, str(campaign)))
    write(report, output)


@app.command()
def new(  # noqa: PLR0913, PLR0917  one for each question
    folder: Annotated[Path, typer.Argument(help="The folder to create; it must be new or empty.")],
    name: Annotated[str, typer.Option(prompt="1. The campaign's name", help="The campaign's name.")],
    sentence: Annotated[
        str,
        typer.Option(
            prompt="2. What the page asks people to do, in one sentence", help="What the page is for, in one sentence."
        ),
    ],
    to: Annotated[
        Whom,
        typer.Option(
            prompt="3. Who is written to: Congress, a state legislature, or another legislature",
            help="Who is written to.",
        ),
    ],
    bill: Annotated[str, typer.Option(prompt="4. The bill's title", help="The bill's title.")],
    languages: Annotated[
        str,
        typer.Option(
            prompt="5. The page's languages, such as en or en,es for English and Spanish",
            help="Language codes separated by commas, such as en,es.",
        ),
    ],
) -> None:
    """Write a small campaign that builds right away. Ask for the options that are missing."""
    with _user_errors():
        written = write_new(folder, Answers(name, sentence, to, bill, languages), find_project(), _today())
        for path in written:
            typer.echo(f"Wrote {shown(path)}")
        file = quote(shown(written[0]))
        called = sys.argv[0]
        honorable = "honorable" if which("honorable") == called else quote(shown(Path(called)))
        typer.echo(f"Next: {honorable} check --campaign {file}, then {honorable} serve --campaign {file}")


@app.command()
def serve(
    campaign: CampaignFile = Path("campaign.toml"),
    out: Out = Path("dist"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port; if it is taken, the next free one.")] = 8000,
    offline: Annotated[
        bool,
        typer.Option("--offline", help="Serve the site as a host does: cached by the browser, without live reload."),
    ] = False,
) -> None:
    """Build the page and serve it on this machine; rebuild and reload it when a file changes."""
    with _user_errors():
        serve_site(Site(campaign, out, find_project()), port, typer.echo, FileHandler if offline else LiveHandler)


@app.command()
def retire(campaign: CampaignFile = Path("campaign.toml"), out: Out = Path("dist")) -> None:
    """Write a closing page to publish in place of the site, so that no browser keeps showing the old one.

    The page has the text of the table "ended". Its service worker removes the old page from the browsers that keep it;
    leave it online for a year.
    """
    with _user_errors():
        project = find_project()
        check_replaceable(out, [campaign], project)
        files = retired_files(check_campaign(campaign, project, _today()), campaign, project)
        replace_folder(files, out)
        typer.echo(f"{out}: {len(files)} files; publish them in place of the site")


@app.command(hidden=True)
def lock_runtime() -> None:
    """Lock the runtime to the files that are in node_modules now."""
    with _user_errors():
        LOCK.write_text(lock_text(find_checkout()), "utf-8")
        typer.echo(f"Wrote {LOCK.name}")


@app.command(hidden=True)
def reference() -> None:
    """Write docs/campaign.md and the JSON Schema of campaign.toml from the model."""
    with _user_errors():
        for path in write_reference(find_checkout()):
            typer.echo(f"Wrote {shown(path)}")


@app.command(hidden=True)
def words() -> None:
    """Update the catalogs in locale/ with the messages of the page."""
    with _user_errors():
        for path, content in updated_catalogs(find_checkout()).items():
            path.write_bytes(content)
            typer.echo(f"Wrote {shown(path)}")


@app.command(hidden=True)
def stage_wheel(folder: Annotated[Path, typer.Argument(help="The folder to write; it is replaced.")]) -> None:
    """Write the folder that `make wheel` builds the wheel from."""
    with _user_errors():
        replace_folder(wheel_files(find_checkout()), folder)
        typer.echo(f"Wrote {shown(folder)}")


@app.command()
def variety(campaign: CampaignFile = Path("campaign.toml")) -> None:
    """Print how much the letters of 1,000 made-up writers differ, none of whom adds a story."""
    with _user_errors():
        project = find_project()
        found = load_campaign(campaign).letter_campaign()
        for label, pick in (("with the default reasons", False), ("with reasons of their own", True)):
            result = measured_variety(found, project.template_folders(campaign), pick=pick)
            typer.echo(
                f"{label}: {result.different} different letters for {result.writers:,} writers; "
                f"mean similarity of two {result.similarity:.0%}; same as the writer before {result.neighbors} "
                f"(by chance {result.by_chance:.0f}); reading grade {result.grade:.1f}"
            )


@app.command()
def schema() -> None:
    """Print the JSON Schema of campaign.toml for an editor."""
    typer.echo(schema_text(), nl=False)


def _store(data: Path | None) -> Store | None:
    """Return the store in this folder. Raises UserError unless it is one: a typo would leave out the lookup."""
    if data and not (data.is_dir() and ((data / PACKED).is_file() or not any(data.iterdir()))):
        raise UserError([f"--data {data}: must be a folder with {PACKED} in it, or an empty one for no lookup"])
    return Store(data) if data else None


def _today() -> date:
    return datetime.now(UTC).date()


@contextmanager
def _user_errors() -> Iterator[None]:
    try:
        yield
    except UserError as error:
        for line in error.lines:
            typer.echo(line, err=True)
        raise typer.Exit(1) from None
