"""A letter edited by hand, and what becomes of it when it gets another recipient."""

from dataclasses import dataclass

from honorable.letters.letter import Letter
from honorable.letters.recipient import Recipient

__all__ = ["HandEdit"]

_PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A text typed in place of a letter: the letter's own text at that time, and whom it was to."""

    text: str
    letter: str
    title: str
    full_name: str
    last_name: str
    spoken: str

    @classmethod
    def of(cls, text: str, letter: Letter, to: Recipient) -> "HandEdit":
        """Return an edit of the letter to this recipient."""
        return cls(text, letter.text, to.title, to.full_name, to.last_name, to.spoken)

    def is_to(self, to: Recipient) -> bool:
        """Return whether this recipient is the one that the letter was edited for."""
        return (self.title, self.full_name, self.last_name) == (to.title, to.full_name, to.last_name)

    def readdressed(self, to: Recipient, letter: Letter) -> tuple[str, bool]:
        """Return the text for another recipient, and whether its address and greeting are theirs now.

        `letter` is the letter to that recipient as rendered. A paragraph that the writer left as it was is taken from
        it: address, greeting, request. An edited paragraph stays; if it has a name in it, the text no longer agrees
        with its recipient.
        """
        if self.is_to(to):
            return self.text, True
        before, now = self.letter.split(_PARAGRAPH), letter.text.split(_PARAGRAPH)
        if len(before) != len(now):
            return self.text, False
        paragraphs, agrees = self.text.split(_PARAGRAPH), True
        for old, new in zip(before, now, strict=True):
            if old in paragraphs:
                paragraphs[paragraphs.index(old)] = new
            elif old != new and (
                _names(old, self.full_name, self.last_name) or _names(new, to.full_name, to.last_name)
            ):
                agrees = False
        return _PARAGRAPH.join(paragraphs), agrees


def _names(paragraph: str, *names: str) -> bool:
    return any(name and name in paragraph for name in names)
