"""How much of a letter is still the campaign's template, and how much the writer's own words."""

import re
from collections.abc import Iterator

from honorable.letters.language import _, format_percent
from honorable.letters.letter import Letter

__all__ = ["share_in_words", "template_share"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STORY = "story"


def template_share(letter: Letter, edited: str | None = None) -> float:
    """The part of the letter's words that are the template's, from 0 to 1; of the text as edited by hand, if it was.

    Names, addresses and blanks count on neither side: everybody's letter has them. A word of a text edited by hand is
    the writer's own unless it stands in the letter, too, in the same order.

    An empty text has nothing of the template: 0.
    """
    words = list(_words(letter))
    kinds = [kind for _, kind in words] if edited is None else _kept(words, edited)
    template, own = kinds.count("template"), kinds.count("own")
    return template / (template + own) if template + own else 0.0


def share_in_words(share: float) -> str:
    """Return the share as a plain sentence.

    >>> share_in_words(0.504)
    "About 50% of this letter is the campaign's text. The rest is yours."
    """
    if share == 1:
        return _("All of this letter is the campaign's text.")
    if share == 0:
        return _("All of this letter is in your own words.")
    # Never "about 0%" or "about 100%": those are said above.
    percent = format_percent(min(max(share, 0.01), 0.99))
    return _("About {percent} of this letter is the campaign's text. The rest is yours.", percent=percent)


def _words(letter: Letter) -> Iterator[tuple[str, str]]:
    """Each word of the letter, with whose it is: the template's, the writer's own, or neither's."""
    for part in letter.parts:
        kind = "template" if part.kind == "template" else "own" if part.field == _STORY else "neither"
        yield from ((word.casefold(), kind) for word in _WORD.findall(part.text))


def _kept(words: list[tuple[str, str]], edited: str) -> list[str]:
    """Whose each word of the edited text is."""
    from difflib import SequenceMatcher  # few edit a letter by hand

    now = [word.casefold() for word in _WORD.findall(edited)]
    kinds = ["own"] * len(now)
    matcher = SequenceMatcher(None, [word for word, _ in words], now, autojunk=False)
    for match in matcher.get_matching_blocks():
        for place in range(match.size):
            kinds[match.b + place] = words[match.a + place][1]
    return kinds
