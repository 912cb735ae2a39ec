"""Throws bytes at what reads from outside, guided by what they reach: `python -m tests.audit.fuzz cookie 60`.

A reader may refuse what it is given in its own words. Any other exception ends the run with the bytes that caused it.
atheris is libFuzzer for Python; `make audit` installs it where there is one for this Python.
"""

import gzip
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

_TARGETS = ("cookie", "record", "link", "data", "packed", "members")


def main() -> int:
    """`fuzz TARGET SECONDS` runs one; without words, prints the table of all of them, for a minute each."""
    if len(sys.argv) > 1:
        _fuzz(sys.argv[1], int(sys.argv[2]))
        return 0
    return max(_row(target, 60) for target in _TARGETS)


def _row(target: str, seconds: int) -> int:
    command = [sys.executable, "-m", "tests.audit.fuzz", target, str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    tried = re.search(r"stat::number_of_executed_units:\s+(\d+)", done.stderr)
    found = "nothing found" if not done.returncode else f"FOUND:\n{done.stderr[-2000:]}"
    print(f"{target:10} {int(tried[1]) if tried else 0:>12,} inputs in {seconds} s: {found}", flush=True)
    return done.returncode


def _fuzz(target: str, seconds: int) -> None:
    import atheris  # only `make audit` has it

    with atheris.instrument_imports():
        readers = _readers()
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", "-print_final_stats=1"], readers[target])
    atheris.Fuzz()


def _readers() -> dict[str, Callable[[bytes], object]]:
    from honorable.letters import prefill as link
    from honorable.letters import record
    from honorable.letters import saved_details as memory
    from honorable.letters.congress.legislature import CONGRESS
    from honorable.letters.congress.lookup import Lookup
    from honorable.publish.errors import UserError
    from honorable.publish.officials import members

    def text(content: bytes) -> str:
        return content.decode("utf-8", "replace")

    def cookie(content: bytes) -> None:
        with suppress(ValueError):
            memory.load(text(content), CONGRESS)

    def records(content: bytes) -> None:
        with suppress(ValueError):
            record.load_record(text(content))

    def fragment(content: bytes) -> None:
        brought = link.prefill(text(content), CONGRESS)
        assert set(brought.typed) <= set(link.prefill_fields(CONGRESS))
        assert all(len(typed) <= 100 for typed in brought.typed.values())

    def data(content: bytes) -> None:
        with suppress(ValueError):
            Lookup.read(gzip.compress(content, 1)).find("94601")

    def packed(content: bytes) -> None:
        with suppress(ValueError):
            Lookup.read(content)

    def source(content: bytes) -> None:
        with suppress(UserError):
            members.read_members(content, "members.json")

    return {"cookie": cookie, "record": records, "link": fragment, "data": data, "packed": packed, "members": source}


if __name__ == "__main__":
    sys.exit(main())
