"""The reasons that the writer picks on the form: at most three, in the order picked."""

from collections.abc import Collection, Iterable

from honorable.letters.campaign import MOST_REASONS

__all__ = ["PREFIX", "in_order"]

#: The names of the reasons' check boxes on the form begin with this, and end with the reason's id.
PREFIX = "reason-"


def in_order(before: Iterable[str], checked: Collection[str]) -> tuple[str, ...]:
    """Return the ids that are checked now: first those picked before, in their order, then the new ones.

    >>> in_order(("cost", "trust"), ["courts", "trust"])
    ('trust', 'courts')
    """
    kept = [each for each in before if each in checked]
    return (*kept, *(each for each in checked if each not in kept))[:MOST_REASONS]
