"""Read campaign.toml and validate it against the model."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import ValidationError

from honorable.publish.campaign.error_lines import error_line
from honorable.publish.campaign.model import Campaign
from honorable.publish.errors import UserError, shown

#: The largest file that is read, in bytes: about a hundred times the size of the project's own.
LARGEST = 500_000


def load_campaign(file: Path) -> Campaign:
    """Return the campaign in a file. Raise UserError with one line for each error in it."""
    name = shown(file)
    try:
        content = file.read_bytes()
        if len(content) > LARGEST:
            raise UserError([f"{name}: too large ({len(content):,} bytes); must be {LARGEST:,} bytes or less"])
        data = tomllib.loads(content.decode("utf-8"))
    except FileNotFoundError:
        raise UserError([f"{name}: no such file; name another with --campaign"]) from None
    except OSError as error:
        raise UserError([f"{name}: cannot be read: {error.strerror}"]) from None
    except UnicodeDecodeError as error:
        raise UserError([f"{name}: must be UTF-8; byte {error.start} is not"]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError([f"{name}: not valid TOML: {error}"]) from None
    try:
        return Campaign.model_validate(data)
    except ValidationError as found:
        raise UserError([f"{name}: {error_line(error)}" for error in found.errors()]) from None
