"""How long a post may be on each network that the page helps to post on.

Sources: X "Counting characters" (twitter-text's configuration, version 3), Bluesky's lexicon app.bsky.feed.post
(300 graphemes), Threads API "Publishing" (500), Mastodon's default (500).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: The most characters of a post on each network. Networks with a limit that no post reaches are left out.
LIMITS = {"X": 280, "Bluesky": 300, "Threads": 500, "Mastodon": 500}

_URL = re.compile(r"https?://\S+")
#: X counts every address as this many characters, whatever its length.
_ADDRESS = 23
# Characters in these ranges count once on X; all others count twice.
_SINGLE = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def length(post: str) -> int:
    """Return the length of a post as X counts it, which is never less than on the other networks.

    >>> length("Write to yours."), length("é"), length("写"), length("See https://example.org/a/very/long/address")
    (15, 1, 2, 27)
    """
    rest = _URL.sub("", post)
    return _ADDRESS * len(_URL.findall(post)) + sum(1 if _counts_once(character) else 2 for character in rest)


def too_long(post: str, *, with_address: bool) -> Iterator[str]:
    """Yield each network on which the post is too long, with its limit. The page may add its address to the post.

    >>> list(too_long("a" * 280, with_address=False)), list(too_long("a" * 290, with_address=False))
    ([], ['X (280)'])
    """
    total = length(post) + (_ADDRESS + 1 if with_address else 0)  # 1 for the space before the address
    yield from (f"{network} ({limit})" for network, limit in LIMITS.items() if total > limit)


def _counts_once(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _SINGLE)
