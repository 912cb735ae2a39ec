"""`honorable data`: get the list of officials for the lookup, and show what the page finds in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from honorable.letters.congress.lookup import UnknownZipError
from honorable.letters.congress.lookup_result import LookupResult
from honorable.letters.congress.member import CLERK_VACANCIES, Member
from honorable.letters.congress.terms import in_office
from honorable.letters.language import use_language
from honorable.publish.cache import replace_file
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.campaign.load import load_campaign, read_file
from honorable.publish.cli.report import Format, OutputFormat, Report, write
from honorable.publish.errors import Message, UserError, shown, writing
from honorable.publish.i18n import ENGLISH, Language
from honorable.publish.officials import download as web
from honorable.publish.officials.contact_pages import Politeness, find_contact_pages
from honorable.publish.officials.pack import unpack_districts
from honorable.publish.officials.prepare import Prepared, prepare
from honorable.publish.officials.sources import Network, Sources, from_files, from_network
from honorable.publish.officials.store import Store
from honorable.publish.project import find_checkout, find_project

#: For a download on the way to something else, which must not keep anybody waiting.
_QUICK = web.Patience(attempts=1, silence=5.0, in_all=60.0)
_PATIENT = web.Patience()
#: The list changes about once a month, so a quick update does not ask again this soon.
_FRESH = dt.timedelta(days=1)
#: In winter, when terms end (20th Amendment, section 1), noon in Washington is 17:00 UTC.
_NOON_IN_WASHINGTON = dt.timedelta(hours=17)

app = typer.Typer(no_args_is_help=True)

CampaignFile = Annotated[Path, typer.Option("--campaign", help="The campaign file.")]
From = Annotated[
    list[Path] | None,
    typer.Option("--from", help="Use local files: first the members, then the districts.", metavar="FILE"),
]
Dated = Annotated[
    dt.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day of the local list, if not that of the file's last change."),
]
ContactPages = Annotated[
    bool, typer.Option("--contact-pages", help="Also ask each House member's site for its contact page (minutes).")
]


@app.callback()
def in_english(context: typer.Context) -> None:
    """Download the list of officials for the lookup by ZIP code, and show what the page finds in it."""
    context.with_resource(use_language({}, Language(ENGLISH, {}).formats))


@app.command()
def fetch(
    campaign: CampaignFile = Path("campaign.toml"),
    files: From = None,
    dated: Dated = None,
    contact_pages: ContactPages = False,
) -> None:
    """Download, check and pack the members of Congress and the districts of each ZIP code."""
    store = _store()
    try:
        settings = _settings(campaign)
        if settings is None:
            return
        sources = _local(files, dated, settings) if files else _download(settings, store, _PATIENT)
        done = _save(sources, settings, store, contact_pages=contact_pages)
    except UserError as error:
        _print_errors(error)
        typer.echo(f"Still using the {store.describe(_today())}", err=True)
        raise typer.Exit(1) from None
    _print_prepared(done)


@app.command()
def update(
    campaign: CampaignFile = Path("campaign.toml"),
    quick: Annotated[
        bool, typer.Option("--quick", help="Try once, at most once a day, and never fail: for local work.")
    ] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Download nothing.")] = False,
    contact_pages: ContactPages = False,
    output: OutputFormat = Format.TEXT,
) -> None:
    """Use the newest list there is: a fresh download, else the last one, else the embedded one.

    Fails if there is none, or if it is older than data.max_age_days in the campaign.
    """
    store = _store()
    try:
        settings = _settings(campaign)
        if settings is None:
            return
        why_not = _update(settings, store, quick=quick, offline=offline, contact_pages=contact_pages)
    except UserError as error:
        if quick:
            _print_errors(error)
        else:
            write(Report(error.messages), output)
        return
    newest = store.newest()
    typer.echo(f"Using the {store.describe(_today())}" + (f"; no newer list: {why_not}" if why_not else ""))
    if quick:
        return
    if newest is None:
        problem = "there is no list of officials to publish; honorable data fetch downloads one"
        write(Report([Message(problem)]), output)
        return
    if (_today() - newest.lookup.day).days > settings.max_age_days:
        problem = (
            f"data.max_age_days: {settings.max_age_days}: the list is older; "
            "honorable data fetch downloads a newer one, or set a higher number"
        )
        write(Report([read_file(campaign).message_about(problem)]), output)


@app.command()
def embed(files: From = None, dated: Dated = None) -> None:
    """Pack local files into the list that Honorable embeds, for use without any network."""
    try:
        project = find_checkout()
        done = prepare(_local(files, dated, DataSources()), DataSources())
        with writing(project.embedded_officials):
            project.embedded_officials.parent.mkdir(parents=True, exist_ok=True)
            replace_file(project.embedded_officials, done.packed)
    except UserError as error:
        _print_errors(error)
        raise typer.Exit(1) from None
    _print_prepared(done)
    typer.echo(f"{shown(project.embedded_officials)} is written; keep README.md next to it up to date")


@app.command()
def show(
    zip_code: Annotated[str, typer.Argument(metavar="ZIP", help="A ZIP code.")],
    on: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"],
            help="The day, from noon in Washington, or a time in UTC; now if left out.",
        ),
    ] = None,
    campaign: CampaignFile = Path("campaign.toml"),
) -> None:
    """Print what the page says for a ZIP code, now or on a day to come."""
    try:
        settings = _settings(campaign)
    except UserError as error:
        _print_errors(error)
        raise typer.Exit(1) from None
    if settings is None:
        return
    lookup = _store().lookup()
    if lookup is None:
        typer.echo("There is no list of officials yet; honorable data fetch downloads one", err=True)
        raise typer.Exit(1)
    lookup = replace(lookup, redrawn=settings.redrawn)
    moment = on.replace(tzinfo=dt.UTC) if on else dt.datetime.now(dt.UTC)
    if on and on.time() == dt.time():
        moment += _NOON_IN_WASHINGTON
    try:
        found = in_office(lookup.find(zip_code), lookup.congress, moment)
    except UnknownZipError as error:
        typer.echo(str(error))
        raise typer.Exit(1) from None
    typer.echo("\n".join(_lines(found)))
    typer.echo(f"\n{lookup.as_of}")


def _store() -> Store:
    project = find_project()
    return Store(project.data, project.embedded_officials)


def _settings(campaign: Path) -> DataSources | None:
    """Return the campaign's settings; None, with a message, if it does not write to Congress."""
    about = load_campaign(campaign)
    if about.bill.congress is None:
        typer.echo(f"{campaign}: writes to another legislature than Congress, so there is nothing to look up", err=True)
        return None
    return about.data


def _local(files: list[Path] | None, dated: dt.datetime | None, settings: DataSources) -> Sources:
    if not files or len(files) != 2:
        raise UserError(["--from: must be given twice, first with the members' file, then with the districts' file"])
    return from_files(files[0], files[1], dated.date() if dated else None, settings)


def _download(settings: DataSources, store: Store, patience: web.Patience) -> Sources:
    newest = store.newest()
    with _bars() as bars:
        network = Network(_today(), lambda title: _bar(bars, title), patience)
        return from_network(settings, network, unpack_districts(newest.lookup.packed) if newest else None)


def _update(settings: DataSources, store: Store, *, quick: bool, offline: bool, contact_pages: bool) -> str:
    """Download if that is wanted. Return why there is no newer list, or an empty string after a download."""
    downloaded = store.downloaded()
    if offline:
        return "--offline downloads nothing"
    if quick and downloaded and dt.datetime.now(dt.UTC) - downloaded < _FRESH:
        return "the last download was less than a day ago"
    try:
        done = _save(
            _download(settings, store, _QUICK if quick else _PATIENT), settings, store, contact_pages=contact_pages
        )
    except UserError as error:
        return "; ".join(error.lines)
    _print_prepared(done)
    return ""


def _save(sources: Sources, settings: DataSources, store: Store, *, contact_pages: bool) -> Prepared:
    done = prepare(sources, settings, _contact_pages(sources) if contact_pages else None)
    with writing(store.folder):
        store.save(done.packed)
    return done


def _contact_pages(sources: Sources) -> dict[str, str]:
    with _bars() as bars:
        members = [holder.member for holder in sources.holders]
        return find_contact_pages(members, Politeness(), _bar(bars, "Contact pages"))


@contextmanager
def _bars() -> Iterator[Progress]:
    columns = (TextColumn("{task.description:<24}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        yield bars


def _bar(bars: Progress, title: str) -> web.Progress:
    task = bars.add_task(title, total=None)
    return lambda so_far, size: bars.update(task, completed=so_far, total=size)


def _print_errors(error: UserError) -> None:
    for line in error.lines:
        typer.echo(line, err=True)


def _print_prepared(done: Prepared) -> None:
    for note in done.notes:
        typer.echo(f"note: {note}", err=True)
    typer.echo(
        f"List of {done.day}: {done.members} members, {done.zctas:,} ZIP code areas, "
        f"{len(done.packed) / 1024:.1f} KB packed"
    )


def _lines(found: LookupResult) -> Iterator[str]:
    yield found.sentence
    if found.vacant:
        yield f"The Clerk of the House lists vacant seats at {CLERK_VACANCIES}"
    for seat in found.seats:
        yield ""
        yield ": ".join(filter(None, (seat.line, found.share_text(seat))))
        if seat.member:
            yield from _contact(seat.member)
    for senator in found.senators:
        yield ""
        yield ", ".join(filter(None, (f"{senator.title} {senator.full_name}", senator.party, senator.state)))
        yield from _contact(senator)


def _contact(member: Member) -> Iterator[str]:
    yield f"  Dear {member.title} {member.last_name}:"
    yield from (f"  {text}" for text in (member.office, member.phone, member.contact_page) if text)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
