"""How much of a letter is the campaign's template, and how much is in the writer's own words."""

import re
from collections.abc import Iterator

from honorable.letters.language import _, format_percent
from honorable.letters.letter import Letter

__all__ = ["share_in_words", "template_share"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STORY = "story"


def template_share(letter: Letter, edited: str | None = None) -> float:
    """Return the share of the letter's words that are the template's, from 0 to 1; 0 for a text without words.

    `edited` is the text as edited by hand. A word of it counts as the writer's own unless the letter has it, too, in
    the same order. Names, addresses and blanks count on neither side, because every letter has them.
    """
    words = list(_words(letter))
    kinds = [kind for _word, kind in words] if edited is None else _after_edit(words, edited)
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
    """Yield each word of the letter with whose it is: "template", "own" or "neither"."""
    for span in letter.spans:
        kind = "template" if span.kind == "template" else "own" if span.field == _STORY else "neither"
        yield from ((word.casefold(), kind) for word in _WORD.findall(span.text))


def _after_edit(words: list[tuple[str, str]], edited: str) -> list[str]:
    """Return whose each word of the edited text is."""
    from difflib import SequenceMatcher  # imported late: few people edit a letter by hand

    now = [word.casefold() for word in _WORD.findall(edited)]
    kinds = ["own"] * len(now)
    matcher = SequenceMatcher(None, [word for word, _kind in words], now, autojunk=False)
    for match in matcher.get_matching_blocks():
        for offset in range(match.size):
            kinds[match.b + offset] = words[match.a + offset][1]
    return kinds
