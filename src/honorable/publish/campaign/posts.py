"""How long a post may be on each network that the page helps to post on.

Sources: X "Counting characters" (twitter-text's configuration, version 3), Bluesky's lexicon app.bsky.feed.post
(300 graphemes), Threads API "Publishing" (500), Mastodon's default (500).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Network: how many characters a post may have. Those without a limit that a post could reach are left out.
LIMITS = {"X": 280, "Bluesky": 300, "Threads": 500, "Mastodon": 500}

_URL = re.compile(r"https?://\S+")
#: X counts each address as this many characters, however long it is. Here the page's address is added, with a space.
_ADDRESS = 23
# The characters that X counts once; all others count twice.
_ONCE = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def length(post: str) -> int:
    """How long X takes a post to be. Others count no character twice, so it is their length or more.

    >>> length("Write to yours."), length("é"), length("写"), length("See https://example.org/a/very/long/address")
    (15, 1, 2, 27)
    """
    rest = _URL.sub("", post)
    return _ADDRESS * len(_URL.findall(post)) + sum(1 if _is_once(character) else 2 for character in rest)


def too_long(post: str, *, with_address: bool) -> Iterator[str]:
    """Each network on which the post is too long, with its limit; where the page's address is added, that counts too.

    >>> list(too_long("a" * 280, with_address=False)), list(too_long("a" * 290, with_address=False))
    ([], ['X (280)'])
    """
    total = length(post) + (_ADDRESS + 1 if with_address else 0)
    yield from (f"{network} ({limit})" for network, limit in LIMITS.items() if total > limit)


def _is_once(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _ONCE)
