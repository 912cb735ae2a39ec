"""Checks a campaign before anything is built: every mistake at once, each as one line with what it must be."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from honorable.letters import Recipient
from honorable.publish.campaign.fields import table_of
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.translation import not_for_translation, translated, untranslated
from honorable.publish.checks.trial_render import trial_render
from honorable.publish.checks.warnings import letter_warnings, warnings_for
from honorable.publish.errors import UserError, shown
from honorable.publish.i18n import Language, language
from honorable.publish.officials.store import Store
from honorable.publish.project import Project

#: In bytes. The project's own file has a hundredth of it.
LARGEST = 500_000


@dataclass(frozen=True, slots=True)
class Checked:
    """A campaign without mistakes, what its operator should still know, and what they may like to know.

    `translated` is the campaign in each of its languages, itself first. `untranslated` does not keep a page from being
    built, with the words of the first language in their place.
    """

    campaign: Campaign
    warnings: tuple[str, ...]
    notes: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    translated: tuple[Campaign, ...] = ()


def check(file: Path, project: Project, today: date, data: Store | None = None) -> Checked:
    """The campaign in a file, checked together with its templates, its picture and the look-up's data.

    The data is the project's own, unless another store is named.
    Raises UserError with every mistake.
    """
    try:
        campaign = read_campaign(file)
    except UserError as found:
        raise UserError([*found.lines, *_problems_all_the_same(file, project)]) from None
    store = data or Store(project.data)
    rendered = trial_render(
        campaign.letters(), project.template_folders(file), members(store) if campaign.legislature is None else ()
    )
    problems = [
        *filter(None, [rendered.problem]),
        *rendered.unfilled,
        *_picture_problems(campaign, file, project),
    ]
    languages, versions, untranslated_keys = _in_each_language(campaign, file, project, problems)
    if problems:
        raise UserError(problems)
    warnings = (
        *(f"{shown(file)}: {line}" for line in warnings_for(campaign, today)),
        *letter_warnings(rendered.longest),
        *(store.warnings(today, campaign.bill.congress) if campaign.bill.congress else ()),
    )
    notes = store.notes() if campaign.legislature is None else ()
    return Checked(campaign, warnings, notes, untranslated_keys, languages, versions)


def _in_each_language(
    campaign: Campaign, file: Path, project: Project, problems: list[str]
) -> tuple[tuple[Language, ...], tuple[Campaign, ...], tuple[str, ...]]:
    """The languages, the campaign in each, and what is untranslated. Mistakes are added to the problems."""
    name = shown(file)
    languages, versions, missing = [], [], []
    for number, code in enumerate(campaign.languages):
        try:
            spoken = language(code, project, file)
            versions.append(translated(campaign, code))
        except ValidationError as error:
            problems += [f"{name}: translation.{code}.{_line(problem)}" for problem in error.errors()]
            continue
        except UserError as found:
            problems += found.lines
            continue
        languages.append(spoken)
        missing += [f"locale/{code}.po: {_short(message)} is not translated" for message in spoken.missing(project)]
        if number:
            words = campaign.translation.get(code, {})
            problems += [
                f"{name}: translation.{code}.{key}: is no key that visitors read" for key in not_for_translation(words)
            ]
            missing += [f"{name}: translation.{code}.{key}: is missing" for key in untranslated(campaign, words)]
            folders = project.letter_folders(file, code)
            if folders != project.template_folders(file):
                problems += filter(None, [trial_render(campaign.letters(), folders).problem])
    return tuple(languages), tuple(versions), tuple(missing)


def members(store: Store) -> list[Recipient]:
    """Everybody in the look-up's data, as the one who is written to; nobody where there is no data."""
    lookup = store.lookup()
    if lookup is None:
        return []
    return [one.recipient("house" if one.chamber == "house" else "senate-1") for one in lookup.members]


def _problems_all_the_same(file: Path, project: Project) -> Iterator[str]:
    """What is wrong with the templates of a campaign that has mistakes of its own, where it says enough to try them."""
    try:
        data = tomllib.loads(file.read_text("utf-8"))
        partly = Campaign.model_validate(
            {
                "name": "-",
                "sentence": "-",
                "summary": "-",
                **{name: data[name] for name in ("letter", "bill")},
                **{name: data[name] for name in ("legislature", "contact_pages") if name in data},
            }
        )
    except (OSError, ValueError, LookupError):  # told already
        return
    yield from filter(None, [trial_render(partly.letters(), project.template_folders(file)).problem])


def read_campaign(file: Path) -> Campaign:
    """The campaign in a file. Raises UserError with every mistake in it."""
    name = shown(file)
    try:
        content = file.read_bytes()
        if len(content) > LARGEST:
            raise UserError([f"{name}: must be shorter: it has {len(content):,} bytes, and {LARGEST:,} are the most"])
        data = tomllib.loads(content.decode("utf-8"))
    except FileNotFoundError:
        raise UserError([f"{name}: is not there; --campaign names another file"]) from None
    except OSError as error:
        raise UserError([f"{name}: cannot be read: {error.strerror}"]) from None
    except UnicodeDecodeError as error:
        raise UserError([f"{name}: must be UTF-8; byte {error.start} is not"]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError([f"{name}: is not TOML: {error}"]) from None
    try:
        return Campaign.model_validate(data)
    except ValidationError as error:
        raise UserError([f"{name}: {_line(problem)}" for problem in error.errors()]) from None


def picture_file(campaign: Campaign, file: Path, project: Project) -> Path | None:
    """The picture for share cards, beside the campaign or in the project; None where there is none."""
    if not (campaign.share and campaign.share.picture):
        return None
    places = (file.parent / campaign.share.picture, project.root / campaign.share.picture)
    return next((place for place in places if place.is_file()), None)


def logo_file(campaign: Campaign, file: Path) -> Path | None:
    """The logo beside the campaign; None where there is none."""
    path = file.parent / campaign.theme.logo
    return path if campaign.theme.logo and path.is_file() else None


def _line(problem: ErrorDetails) -> str:
    where, value, kind = problem["loc"], problem["input"], problem["type"]
    key = _key(where)
    if not where:  # a rule that concerns several tables, which names the key by itself
        return str(problem["ctx"]["error"])
    if kind == "extra_forbidden":
        return f"{key}: is no key of the campaign; {_nearest(where)}"
    must = _description(where)
    if kind == "missing":
        return f"{key}: is missing; it must be {must}"
    if kind == "value_error" and isinstance(value, dict):  # a rule that concerns more than one key
        return f"{key}: {problem['ctx']['error']}"
    if kind == "value_error" and (own := str(problem["ctx"]["error"])).startswith("must "):
        return f"{key}: {_short(value)} {own}"
    return f"{key}: {_short(value)} must be {must}"


def _key(where: tuple[int | str, ...]) -> str:
    """The key as in TOML, with the tables of a list counted from 1: follow[2].url."""
    parts = [part for part in where if part != "[key]"]  # Pydantic's word for "the key itself, not its value"
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")


def _short(value: Any) -> str:
    words = str(value) if isinstance(value, date) else repr(value)
    return words if len(words) <= 100 else words[:97] + "..."


def _nearest(where: tuple[int | str, ...]) -> str:
    _, table = _followed(where[:-1])
    keys = list(table.model_fields) if table else []
    close = get_close_matches(str(where[-1]), keys, n=1)
    return f"did you mean {close[0]!r}?" if close else f"the keys here are {', '.join(keys)}"


def _description(where: tuple[int | str, ...]) -> str:
    about, table = _followed(where)
    if about and not isinstance(where[-1], int):
        return str(about.description)
    return "a table" if table else "text in one line"


def _followed(where: tuple[int | str, ...]) -> tuple[FieldInfo | None, type[BaseModel] | None]:
    """The last key on the way that the model knows, and the model of the table that it holds, if it holds one."""
    about: FieldInfo | None = None
    table: type[BaseModel] | None = Campaign
    for part in where:
        if isinstance(part, str) and table:  # below what is no table of the model, the keys are free
            about = table.model_fields[part]
            inner = table_of(about)
            table = inner[0] if inner else None
    return about, table


def _picture_problems(campaign: Campaign, file: Path, project: Project) -> Iterator[str]:
    picture = campaign.share.picture if campaign.share else ""
    if picture and picture_file(campaign, file, project) is None:
        yield f"{shown(file)}: share.picture: {picture!r} must be a file that is there"
    logo = campaign.theme.logo
    if logo and logo_file(campaign, file) is None:
        yield f"{shown(file)}: theme.logo: {logo!r} must be a file beside the campaign that is there"
