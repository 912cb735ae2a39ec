"""The web servers that are programs of Debian's, and wrk: found where they are, or else unpacked beside the tests.

Unpacked rather than installed: a package of a web server's starts it at once, on every address of the machine.
"""

import fcntl
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.browser.browsers import as_root
from tests.checkout import ROOT

_UNPACKED = ROOT / ".cache" / "hosts"
_PACKAGES = {"nginx": ("nginx", "nginx-common"), "caddy": ("caddy",), "wrk": ("wrk", "libluajit-5.1-2")}
# Where Debian keeps programs that are not for everyone's PATH.
_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


@dataclass(frozen=True)
class Programs:
    """nginx with Debian's list of file types, and Caddy."""

    nginx: Path
    nginx_types: Path
    caddy: Path


def find() -> Programs:
    """The programs, unpacked where they were missing. AssertionError, in words, where they cannot be had."""
    nginx, caddy = program("nginx"), program("caddy")
    types = next(
        (path for path in (Path("/etc/nginx/mime.types"), _UNPACKED / "etc/nginx/mime.types") if path.is_file()), None
    )
    assert types, "nginx is here without its list of file types, mime.types. Install Debian's package nginx-common."
    return Programs(nginx, types, caddy)


def program(name: str) -> Path:
    """One of them: nginx, caddy, or wrk. AssertionError, in words, where it cannot be had."""
    if found := _found(name):
        return found
    _UNPACKED.mkdir(parents=True, exist_ok=True)
    with (_UNPACKED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several tests may look at once
        said = "" if _found(name) else _unpack(name)
    found = _found(name)
    assert found, (
        f"There is no {name} on this machine, and it could not be had with apt-get. "
        f"Install it with your system's packages, then try again. {said}"
    )
    return found


def libraries() -> dict[str, str]:
    """The environment in which a program that was unpacked finds the libraries that were unpacked with it."""
    return os.environ | {"LD_LIBRARY_PATH": os.pathsep.join(map(str, (_UNPACKED / "usr/lib").glob("*-linux-*")))}


def _found(name: str) -> Path | None:
    unpacked = os.pathsep.join((str(_UNPACKED / "usr/sbin"), str(_UNPACKED / "usr/bin")))
    path = shutil.which(name, path=_PATH) or shutil.which(name, path=unpacked)
    return Path(path) if path else None


def _unpack(name: str) -> str:
    """Fetches Debian's packages and unpacks them. What went wrong, or nothing."""
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        return "This machine has no apt-get."
    print(f"No {name} on this machine. Unpacking Debian's into {_UNPACKED}.", flush=True)
    download = ["apt-get", "download", *_PACKAGES[name]]
    if _run(download):
        _run([*as_root(), "apt-get", "update"])
        if said := _run(download):
            return said
    for package in _UNPACKED.glob("*.deb"):
        if said := _run(["dpkg", "--extract", str(package), str(_UNPACKED)]):
            return said
        package.unlink()
    return ""


def _run(command: list[str]) -> str:
    """Nothing where it worked, and what it said where it did not."""
    done = subprocess.run(command, cwd=_UNPACKED, capture_output=True, text=True, check=False)
    return (done.stderr.strip()[-500:] or f"{command[0]} failed") if done.returncode else ""
