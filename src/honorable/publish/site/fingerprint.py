"""Addresses that change with what stands there, so that no page can ever load a file of another build.

The files of a folder that the page runs lie in `app-1f2e3d4c5b/`, say, where the digits are those of their content. A
page of another build names another folder, and finds nothing there. Such files may be kept for ever, and a change of
the campaign leaves the address of the large runtime as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

_DIGITS = 10


def fingerprints(files: Mapping[str, bytes]) -> dict[str, str]:
    """The folders of the files, each with the name that it gets in the site.

    >>> fingerprints({"app/boot.js": b"1", "app/style.css": b"2", "runtime/core.js": b"3"})
    {'app': 'app-6c2b3fd290', 'runtime': 'runtime-1baa467d89'}
    """
    digests: dict[str, hashlib._Hash] = {}
    for path in sorted(files):
        digest = digests.setdefault(path.partition("/")[0], hashlib.sha256())
        digest.update(path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    return {folder: f"{folder}-{digest.hexdigest()[:_DIGITS]}" for folder, digest in digests.items()}


def moved(files: Mapping[str, bytes], folders: Mapping[str, str]) -> dict[str, bytes]:
    """The files in the folders of the site."""
    return {f"{folders[path.partition('/')[0]]}/{path.partition('/')[2]}": files[path] for path in files}
