"""A mail program for the tests' browsers: Linux starts it as it would start the visitor's own, and it takes note."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

_DESKTOP_ENTRY = """[Desktop Entry]
Type=Application
Name=Mail program of the tests
Exec={program} %u
MimeType=x-scheme-handler/mailto;
"""
_DEFAULTS = "[Default Applications]\nx-scheme-handler/mailto=tests-mail.desktop\n"


@dataclass(frozen=True)
class MailProgram:
    """The program, and the note of what it was opened with."""

    folder: Path

    @property
    def _note(self) -> Path:
        return self.folder / "opened.txt"

    def install(self) -> dict[str, str]:
        """Puts the program into the folder, and returns the environment in which a browser finds it.

        Chromium runs `xdg-open`; Firefox asks the desktop's list of programs (XDG MIME Applications, mimeapps.list).
        """
        program = self.folder / "bin" / "xdg-open"
        applications = self.folder / "share" / "applications"
        config = self.folder / "config"
        for folder in (program.parent, applications, config):
            folder.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{self._note}"\n')
        program.chmod(0o755)
        (applications / "tests-mail.desktop").write_text(_DESKTOP_ENTRY.format(program=program))
        (config / "mimeapps.list").write_text(_DEFAULTS)
        return os.environ | {
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "XDG_DATA_HOME": str(applications.parent),
            "XDG_CONFIG_HOME": str(config),
        }

    def opened(self, page: Page) -> str:
        """The `mailto:` address that it was opened with last. AssertionError after 10 seconds without one."""
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            if self._note.exists() and (lines := self._note.read_text().splitlines()):
                return lines[-1]
            page.wait_for_timeout(50)
        raise AssertionError("The mail program was not opened within 10 seconds.")

    def forget(self) -> None:
        """Begins a new note."""
        self._note.unlink(missing_ok=True)
