"""How much the letters of different writers differ, although none of them adds a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise, permutations
from pathlib import Path
from statistics import mean

from honorable import letters
from honorable.letters.campaign import MOST_REASONS
from honorable.letters.variants import variant_of
from honorable.publish.project import template_loader

WRITERS = 1_000
#: Letters that are compared with another one for the mean similarity. Comparing all pairs would take minutes.
_COMPARED = 200

_FIRST = (
    "Ada", "Aisha", "Alex", "Amara", "Ana", "Andre", "Aruna", "Ben", "Carla", "Carlos", "Chen", "Chloe", "Dana",
    "Darius", "Deepa", "Diego", "Elena", "Elijah", "Emma", "Fatima", "Grace", "Hana", "Henry", "Ines", "Isaac",
    "Ivy", "Jamal", "Jin", "Jo", "Kai", "Keisha", "Lena", "Liam", "Linh", "Lucia", "Malik", "Maria", "Mei",
    "Miguel", "Nadia",
)  # fmt: skip
_LAST = (
    "Adams", "Ali", "Baker", "Bell", "Brooks", "Castro", "Chavez", "Cohen", "Cole", "Cruz", "Davis", "Diaz",
    "Evans", "Flores", "Foster", "Garcia", "Gray", "Green", "Gupta", "Hall", "Harris", "Hayes", "Ito",
    "Jackson", "James", "Khan", "Kelly", "Kim", "King", "Lee", "Lewis", "Lopez", "Martin", "Mehta", "Mills",
    "Morgan", "Nguyen", "Ortiz", "Park", "Patel", "Perez", "Reed", "Rivera", "Santos", "Shah", "Singh", "Stone",
    "Tran", "Turner", "Young",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variety:
    """What a thousand writers get: how many different letters, and how alike two of them are, from 0 to 1.

    `neighbors` is how many writers have the same letter as the one before them, and `by_chance` how many would by
    chance if each of the letters were given out as often as it is, in any order.
    """

    writers: int
    different: int
    similarity: float
    neighbors: int
    by_chance: float
    grade: float


def variety(campaign: letters.Campaign, folders: list[Path], *, pick: bool) -> Variety:
    """Return the variety of the letters to one recipient, without stories, names and addresses.

    If `pick`, each writer picks reasons of their own; otherwise all keep the default ones.
    """
    texts = list(_texts(campaign, folders, pick=pick))
    counts = [texts.count(text) for text in set(texts)]
    step = len(texts) // 2
    return Variety(
        writers=len(texts),
        different=len(counts),
        similarity=mean(_similarity(texts[number], texts[number + step]) for number in range(min(_COMPARED, step))),
        neighbors=sum(one == other for one, other in pairwise(texts)),
        by_chance=sum(count * (count - 1) for count in counts) / len(texts),
        grade=mean(map(reading_grade, texts[:_COMPARED])),
    )


def reading_grade(text: str) -> float:
    """Return the grade of school that a text is for (Kincaid et al. 1975), with syllables counted by their vowels.

    >>> round(reading_grade("The cat sat on the mat. It was happy."))
    -1
    """
    words = re.findall(r"[A-Za-z']+", text)
    sentences = max(1, len(re.findall(r"[.:?!](?=\s|$)", text)))
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _texts(campaign: letters.Campaign, folders: list[Path], *, pick: bool) -> Iterator[str]:
    templates = letters.environment(template_loader(folders))
    blank = letters.blank_draft(campaign.legislature)
    to = blank.recipients[:1]
    choices = list(permutations((reason.id for reason in campaign.reasons), MOST_REASONS))
    for name in _names():
        picked = choices[variant_of(" ".join(name), "reasons", len(choices))] if pick and choices else None
        draft = replace(blank, person=letters.Person("", *name), recipients=to, reasons=picked)
        (letter,) = letters.render(draft, campaign, templates)
        yield "".join(span.text for span in letter.spans if span.kind == "template")


def _names() -> Iterator[tuple[str, str]]:
    """Yield made-up names, all of them different."""
    for number in range(WRITERS):
        yield _FIRST[number % len(_FIRST)], _LAST[(number // len(_FIRST) + 7 * number) % len(_LAST)]


def _similarity(one: str, other: str) -> float:
    """Return how alike two letters are, by their words in order: 1 if they are the same."""
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def _words(text: str) -> Sequence[str]:
    return text.split()
