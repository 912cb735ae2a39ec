"""Read campaign.toml and validate it against the model."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from honorable.publish.campaign.error_lines import error_line, path_of
from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.positions import KeyPath, Positions, line_and_column, positions
from honorable.publish.campaign.source_text import EncodingError, decoded, without_strays
from honorable.publish.errors import Message, UserError, shown

#: The largest file that is read, in bytes: about a hundred times the size of the project's own.
LARGEST = 500_000

# What to say instead of tomllib's messages that an operator could not act on.
_NO_CLOSING_QUOTE = "text without a closing quote; it must end on the line where it begins"
_CLEARER = {
    "Invalid value": 'no valid value; text needs straight quotes, as in name = "Parks"',
    "Illegal character '\\n'": _NO_CLOSING_QUOTE,
    "Unterminated string": _NO_CLOSING_QUOTE,
    "Unescaped '\\' in a string": "a backslash in text; use / or write it twice",
    "Cannot overwrite a value": "this key is in the table twice; remove one",
    "Unclosed array": "a list without a comma between two entries, or without a ] at its end",
    "Invalid statement": "neither a key nor a table; a line must look like key = value or [table]",
    "Expected '=' after a key in a key/value pair": "a key without a value; a line must look like key = value",
    "Expected newline or end of document after a statement": (
        "more on the line than one value; text needs quotes, and a date looks like 2027-01-03"
    ),
}


@dataclass(frozen=True, slots=True)
class CampaignFile:
    """A campaign file that is valid TOML once `strays` are repaired: what it says, and where."""

    name: str
    data: Mapping[str, Any]
    positions: Positions
    strays: tuple[Message, ...] = field(default=())

    def message(self, text: str, path: KeyPath, *, at_key: bool = False) -> Message:
        """Return a message about a value, or about its key, with its line and column in the file."""
        find = self.positions.of_key if at_key else self.positions.of_value
        return Message(text, self.name, *find(path))

    def message_about(self, text: str) -> Message:
        """Return a message that begins with a dotted key and a colon, with the key's line and column in the file."""
        return self.message(text, path_of(text.partition(":")[0]), at_key=True)


def load_campaign(file: Path) -> Campaign:
    """Return the campaign in a file. Raise UserError with one line for each error in it."""
    return validated(read_file(file))


def read_file(file: Path) -> CampaignFile:
    """Read a campaign file without validating it. Raise UserError if it cannot be read as TOML."""
    name = shown(file)
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise UserError(
            [Message("no such file; name another with --campaign, or write one with honorable new", name)]
        ) from None
    except OSError as error:
        raise UserError([Message(f"cannot be read: {error.strerror}", name)]) from None
    if len(content) > LARGEST:
        raise UserError([Message(f"too large ({len(content):,} bytes); must be {LARGEST:,} bytes or less", name)])
    try:
        text = decoded(content)
    except EncodingError as error:
        raise UserError([Message(str(error), name, error.line, error.column)]) from None
    repaired, found = without_strays(text)
    strays = tuple(Message(stray.message, name, stray.line, stray.column) for stray in found)
    try:
        return CampaignFile(name, tomllib.loads(repaired), positions(repaired), strays)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        broken = _toml_error(error, name, repaired)
        follows_from_a_stray = broken.line in {stray.line for stray in strays}
        raise UserError([*strays, *([] if follows_from_a_stray else [broken])]) from None


def validated(file: CampaignFile) -> Campaign:
    """Return the campaign in a file that was read. Raise UserError with one line for each error in it."""
    errors = list(file.strays)
    try:
        campaign = Campaign.model_validate(file.data)
    except ValidationError as found:
        for error in found.errors():
            text = error_line(error)
            if error["loc"]:
                at_key = error["type"] == "extra_forbidden" or error["loc"][-1] == "[key]"
                errors.append(file.message(text, error["loc"], at_key=at_key))
            else:  # a rule across several tables, whose message begins with the key
                errors.append(file.message_about(text))
    if errors:
        errors.sort(key=lambda error: (error.line, error.column))
        raise UserError(errors)
    return campaign


def _toml_error(error: Exception, name: str, text: str) -> Message:
    """Return tomllib's error as a message with a line and a column."""
    if isinstance(error, RecursionError):
        return Message("not valid TOML: lists or tables are nested too deep", name)
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
    if found is None:
        return Message(f"not valid TOML: {error}", name)
    reason, line, column = found.groups()
    place = (int(line), int(column)) if line else line_and_column(text, len(text.rstrip()))
    if twice := re.fullmatch(r"Cannot declare \((.*)\) twice", reason):
        table = ".".join(re.findall(r"'([^']*)'", twice[1]))
        reason = f"the table [{table}] is in the file twice; remove one"
    return Message(f"not valid TOML: {_CLEARER.get(reason, reason)}", name, *place)
