"""Downloads a file, patiently, and never more of it than expected."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit

from honorable import __version__
from honorable.publish.campaign.data_sources import LOCAL_HOSTS
from honorable.publish.errors import UserError

#: Called with the bytes so far, and with all of them where the server says how many there are.
Progress = Callable[[int, int | None], None]

_CHUNK = 65_536
#: Answers that another try may better: slow, busy, or broken for now (RFC 9110 section 15.5.9 and 15.6, RFC 6585).
_PASSING = {408, 425, 429}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try. Times are in seconds, sizes in bytes; the pause doubles from one try to the next."""

    attempts: int = 4
    pause: float = 1.0
    silence: float = 20.0
    in_all: float = 300.0
    largest: int = 64_000_000


class _PassingError(Exception):
    """What may go better next time."""


def download(address: str, patience: Patience, progress: Progress) -> bytes:
    """The file at an address.

    Raises UserError, with what went wrong the last time, after the last try; at once where another try is of no use:
    an answer such as 404, or a file that is too large.
    """
    _refuse_insecure(address)
    last = ""
    for attempt in range(patience.attempts):
        if attempt:
            time.sleep(patience.pause * 2 ** (attempt - 1))
        try:
            return _once(address, patience, progress)
        except _PassingError as error:
            last = str(error)
    tries = "once" if patience.attempts == 1 else f"{patience.attempts} times"
    raise UserError([f"{address}: {last}; tried {tries}"])


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but to no address that is less safe than the settings allow."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as in urllib
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        _refuse_insecure(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _once(address: str, patience: Patience, progress: Progress) -> bytes:
    request = urllib.request.Request(address, headers={"User-Agent": f"Honorable/{__version__}"})  # noqa: S310 - checked
    try:
        with urllib.request.build_opener(_Redirects).open(request, timeout=patience.silence) as response:
            return _read(response, address, patience, progress)
    except HTTPError as error:
        answer = f"the server answered {error.code} {error.reason}"
        error.close()
        if error.code >= 500 or error.code in _PASSING:
            raise _PassingError(answer) from None
        raise UserError([f"{address}: {answer}"]) from None
    except TimeoutError:
        raise _PassingError(f"the server was silent for {patience.silence:g} seconds") from None
    except (OSError, HTTPException) as error:
        raise _PassingError(_words(error)) from None


def _read(response: HTTPResponse, address: str, patience: Patience, progress: Progress) -> bytes:
    until = time.monotonic() + patience.in_all
    announced = response.headers.get("Content-Length", "")
    size = int(announced) if announced.isdecimal() else None
    content = bytearray()
    progress(0, size)
    while chunk := response.read1(_CHUNK):
        content += chunk
        if len(content) > patience.largest or (size or 0) > patience.largest:
            raise UserError([f"{address}: is larger than {patience.largest / 1e6:g} MB; that cannot be the right file"])
        if time.monotonic() > until:
            raise _PassingError(f"it took more than {patience.in_all:g} seconds")
        progress(len(content), size)
    if size is not None and len(content) < size:
        raise _PassingError(f"it ended after {len(content):,} of {size:,} bytes")
    return bytes(content)


def _refuse_insecure(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS):
        raise UserError([f"{address}: must be an https:// address"])


def _words(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "the server cannot be reached in time"
    return str(reason) or type(reason).__name__
