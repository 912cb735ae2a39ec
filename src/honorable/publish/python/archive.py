"""Zip files reproducibly: the same content gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of the files: sorted by name, deflated, all with the same date and permissions."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, _EARLIEST_DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, so that the permissions below mean the same everywhere
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def unzip(content: bytes) -> dict[str, bytes]:
    """Return the files in a zip, without its folders."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
