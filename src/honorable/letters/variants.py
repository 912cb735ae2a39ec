"""Which of several wordings a writer gets: always the same ones, and not the same as the next writer's."""

from zlib import crc32

__all__ = ["variant_of"]

_MASK = 0xFFFFFFFF


def variant_of(name: str, place: str, count: int) -> int:
    """Return which of `count` wordings a writer gets at one place of a template: a number from 0 to `count` - 1.

    It depends on the writer's name and on the place's, so that choices at different places are independent; it is the
    same in every Python, unlike `hash`. Without a name it is 0.

    >>> [variant_of("Alan Turing", place, 4) for place in ("opening", "ask")], variant_of("", "opening", 4)
    ([2, 0], 0)
    """
    if not name:
        return 0
    # CRC-32 alone is linear: two places would differ by a constant. The finalizer of MurmurHash3 mixes its bits.
    bits = crc32(f"{place}\n{name.casefold()}".encode())
    bits = ((bits ^ bits >> 16) * 0x85EBCA6B) & _MASK
    bits = ((bits ^ bits >> 13) * 0xC2B2AE35) & _MASK
    return (bits ^ bits >> 16) % count
