"""Name folders after their content, so that a page can never load a file of another build.

The page's files are in folders such as `app-1f2e3d4c5b/`, where the digits are a hash of the content. The page of
another build asks for another folder and gets nothing from this one. Browsers may keep such files forever, and a change
of the campaign does not change the address of the large runtime.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

_DIGITS = 10


def fingerprints(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the name of each folder in the site.

    >>> fingerprints({"app/boot.js": b"1", "app/style.css": b"2", "runtime/core.js": b"3"})
    {'app': 'app-6c2b3fd290', 'runtime': 'runtime-1baa467d89'}
    """
    digests: dict[str, hashlib._Hash] = {}
    for path in sorted(files):
        digest = digests.setdefault(path.partition("/")[0], hashlib.sha256())
        digest.update(path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    return {folder: f"{folder}-{digest.hexdigest()[:_DIGITS]}" for folder, digest in digests.items()}


def with_fingerprints(files: Mapping[str, bytes], folders: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files under the names of their folders in the site."""
    return {f"{folders[path.partition('/')[0]]}/{path.partition('/')[2]}": files[path] for path in files}
