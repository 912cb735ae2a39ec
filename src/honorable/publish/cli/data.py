"""`honorable data`: fetch the data for the look-up by ZIP code, and show what it says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from honorable.letters.congress.lookup import UnknownZipError
from honorable.letters.congress.lookup_result import LookupResult
from honorable.letters.congress.member import CLERK_VACANCIES, Member
from honorable.publish.campaign.data_sources import DataSources
from honorable.publish.campaign.load import load_campaign
from honorable.publish.errors import UserError
from honorable.publish.officials import download as web
from honorable.publish.officials.collect import from_files, from_network, gather
from honorable.publish.officials.store import Sources, Store
from honorable.publish.project import find_project

#: For a download that nobody asked for: on the way to something else, it must not keep anybody waiting.
_LITTLE = web.Patience(attempts=1, silence=5.0, in_all=60.0)

app = typer.Typer(no_args_is_help=True, help="The data for the look-up by ZIP code.")

CampaignFile = Annotated[Path, typer.Option("--campaign", help="The campaign's file.")]
From = Annotated[
    list[Path] | None,
    typer.Option("--from", help="Take local files instead: first the members, then the districts.", metavar="FILE"),
]


@app.command()
def fetch(
    campaign: CampaignFile = Path("campaign.toml"),
    files: From = None,
    dated: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day of the local files, if not when they changed."),
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Ask no server: pack what was kept once more.")] = False,
    if_missing: Annotated[bool, typer.Option("--if-missing", help="Only where there is none; never fail.")] = False,
) -> None:
    """Download, check and pack the members of Congress and the districts of each ZIP code."""
    store = Store(find_project().data)
    if if_missing and not files and store.packed():
        return
    try:
        about = load_campaign(campaign)
        settings, congress = about.data, about.bill.congress
        if congress is None:
            typer.echo(
                f"{campaign}: writes to another legislature than Congress: there is nothing to look up", err=True
            )
            return
        patience = _LITTLE if if_missing else web.Patience()
        sources = _local(files, dated) or (_kept(store) if offline else _downloaded(settings, congress, patience))
        done = gather(sources, settings, congress, store)
    except UserError as problems:
        for line in (*problems.lines, store.state()):
            typer.echo(line, err=True)
        raise typer.Exit(0 if if_missing else 1) from None
    for note in done.notes:
        typer.echo(f"note: {note}", err=True)
    typer.echo(
        f"Data of {done.day}: {done.members} members, {done.zctas:,} ZIP code areas, {done.size / 1000:.1f} kB packed"
    )


@app.command()
def show(zip_code: Annotated[str, typer.Argument(metavar="ZIP", help="A ZIP code.")]) -> None:
    """Print what the page finds for a ZIP code."""
    lookup = Store(find_project().data).lookup()
    if lookup is None:
        typer.echo("There is no data yet; make data fetches it", err=True)
        raise typer.Exit(1)
    try:
        found = lookup.find(zip_code)
    except UnknownZipError as error:
        typer.echo(str(error))
        raise typer.Exit(1) from None
    typer.echo("\n".join(_lines(found)))
    typer.echo(f"\n{lookup.as_of(_today())}")


def _local(files: list[Path] | None, dated: datetime | None) -> Sources | None:
    if not files:
        return None
    if len(files) != 2:
        raise UserError(["--from: must be given twice, first with the members' file, then with the districts'"])
    return from_files(files[0], files[1], dated.date() if dated else None)


def _kept(store: Store) -> Sources:
    kept = store.sources()
    if kept is None:
        raise UserError(["--offline: no files were kept; --from names files to take instead"])
    return kept


def _downloaded(settings: DataSources, congress: int, patience: web.Patience) -> Sources:
    with _bars() as bars:

        def bar(name: str) -> web.Progress:
            task = bars.add_task(name, total=None)
            return lambda so_far, size: bars.update(task, completed=so_far, total=size)

        return from_network(settings, congress, _today(), bar, patience)


@contextmanager
def _bars() -> Iterator[Progress]:
    columns = (TextColumn("{task.description:<24}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        yield bars


def _lines(found: LookupResult) -> Iterator[str]:
    yield found.sentence
    if found.vacant:
        yield f"The Clerk of the House lists vacant seats at {CLERK_VACANCIES}"
    for seat in found.seats:
        yield ""
        yield ": ".join(filter(None, (seat.line, found.part(seat))))
        if seat.member:
            yield from _contact(seat.member)
    for senator in found.senators:
        yield ""
        yield ", ".join(filter(None, (f"{senator.title} {senator.full_name}", senator.party, senator.state)))
        yield from _contact(senator)


def _contact(member: Member) -> Iterator[str]:
    yield f"  Dear {member.title} {member.last_name}:"
    yield from (f"  {text}" for text in (member.office, member.phone, member.contact_page) if text)


def _today() -> date:
    return datetime.now(UTC).date()
