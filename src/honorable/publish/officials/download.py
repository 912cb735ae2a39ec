"""Download a file with retries, time limits and a size limit."""

from __future__ import annotations

import datetime as dt
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit

from honorable import __version__
from honorable.publish.campaign.fields import LOCAL_HOSTS
from honorable.publish.errors import UserError

#: Called with the number of bytes so far, and the number of all bytes if the server announces it.
Progress = Callable[[int, int | None], None]

USER_AGENT = f"Honorable/{__version__}"
_CHUNK = 65_536
#: Status codes that another try may change: timeout, too early, too many requests (RFC 9110 §15.5.9, RFC 6585).
_TEMPORARY = {408, 425, 429}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try. Times are in seconds, sizes in bytes; the pause doubles after each try."""

    attempts: int = 4
    pause: float = 1.0
    silence: float = 20.0
    in_all: float = 300.0
    largest: int = 64_000_000


@dataclass(frozen=True, slots=True)
class Download:
    """A file, and the day of its last change (UTC) if the server sends Last-Modified."""

    content: bytes
    modified: dt.date | None


class NotFoundError(UserError):
    """The server has no such file (404 or 410)."""


class _TemporaryError(Exception):
    """An error that may be gone at the next try."""


def download(address: str, patience: Patience, progress: Progress) -> Download:
    """Return the file at an address.

    Raises UserError with the last error after the last try, or at once if another try is useless: a status such as 403,
    or a file that is too large. Raises NotFoundError if there is no such file.
    """
    refuse_insecure(address)
    last = ""
    for attempt in range(patience.attempts):
        if attempt:
            time.sleep(patience.pause * 2 ** (attempt - 1))
        try:
            return _download_once(address, patience, progress)
        except _TemporaryError as error:
            last = str(error)
    tries = "once" if patience.attempts == 1 else f"{patience.attempts} times"
    raise UserError([f"{address}: {last}; tried {tries}"])


def refuse_insecure(address: str) -> None:
    """Raise UserError unless the address is https://, or http:// on this machine."""
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS):
        raise UserError([f"{address}: must be an https:// address"])


class SecureRedirects(urllib.request.HTTPRedirectHandler):
    """Follow redirects, but only to addresses that are as secure as the settings require."""

    def redirect_request(  # noqa: PLR0913, PLR0917  the signature is urllib's
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        refuse_insecure(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _download_once(address: str, patience: Patience, progress: Progress) -> Download:
    request = urllib.request.Request(address, headers={"User-Agent": USER_AGENT})  # noqa: S310  checked
    try:
        with urllib.request.build_opener(SecureRedirects).open(request, timeout=patience.silence) as response:
            return Download(_read(response, address, patience, progress), _last_modified(response))
    except HTTPError as error:
        answer = f"the server answered {error.code} {error.reason}"
        error.close()
        if error.code >= 500 or error.code in _TEMPORARY:
            raise _TemporaryError(answer) from None
        kind = NotFoundError if error.code in {404, 410} else UserError
        raise kind([f"{address}: {answer}"]) from None
    except TimeoutError:
        raise _TemporaryError(f"the server was silent for {patience.silence:g} seconds") from None
    except (OSError, HTTPException) as error:
        raise _TemporaryError(_reason(error)) from None


def _read(response: HTTPResponse, address: str, patience: Patience, progress: Progress) -> bytes:
    deadline = time.monotonic() + patience.in_all
    announced = response.headers.get("Content-Length", "")
    size = int(announced) if announced.isdecimal() else None
    content = bytearray()
    progress(0, size)
    while chunk := response.read1(_CHUNK):
        content += chunk
        if len(content) > patience.largest or (size or 0) > patience.largest:
            raise UserError([f"{address}: is larger than {patience.largest / 1e6:g} MB, so it is not the right file"])
        if time.monotonic() > deadline:
            raise _TemporaryError(f"it took more than {patience.in_all:g} seconds")
        progress(len(content), size)
    if size is not None and len(content) < size:
        raise _TemporaryError(f"it ended after {len(content):,} of {size:,} bytes")
    return bytes(content)


def _last_modified(response: HTTPResponse) -> dt.date | None:
    try:
        modified = parsedate_to_datetime(response.headers.get("Last-Modified", ""))
    except ValueError:
        return None
    return modified.astimezone(dt.UTC).date()


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "the server did not answer in time"
    return str(reason) or type(reason).__name__
