"""Zip files that come out byte for byte the same from the same content."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can name


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of the files, sorted by name, deflated, each with the same date and rights."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, _FIRST_DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, so that the line below means the same everywhere
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The files of a zip, folders left out."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
