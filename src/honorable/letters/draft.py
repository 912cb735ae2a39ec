"""A draft: a person, their recipients and their story. It is all that the form holds."""

from dataclasses import dataclass, field

from honorable.letters.person import Person
from honorable.letters.recipient import SLOTS, Recipient, recipient
from honorable.letters.states import NO_SENATORS

__all__ = ["STORY_LIMIT", "Draft", "draft_problems"]

#: Characters of a story that a letter takes: about ten pages. With more, no page could keep up with the keys.
STORY_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Draft:
    """All that the form holds. Recipients stand in the order of the form; one without a name is left out."""

    person: Person = field(default_factory=Person)
    recipients: tuple[Recipient, ...] = tuple(recipient(slot) for slot in SLOTS)
    story: str = ""

    @property
    def has_senators(self) -> bool:
        """Whether the writer's state sends anybody to the Senate. DC and the territories do not."""
        return self.person.state not in NO_SENATORS

    @property
    def addressable(self) -> tuple[Recipient, ...]:
        """The recipients that the writer has: where nobody is sent to the Senate, no senators."""
        return tuple(to for to in self.recipients if to.chamber == "house" or self.has_senators)

    @property
    def written_to(self) -> tuple[Recipient, ...]:
        """The recipients that a letter is for: those of them with a name."""
        return tuple(to for to in self.addressable if to.full_name)


def draft_problems(draft: Draft) -> dict[str, str]:
    """What is amiss besides the person, as form field to a sentence: nobody to write to, or too long a story."""
    problems = {}
    if not draft.written_to:
        sentence = "Please type at least one name, so that there is somebody to write to."
        problems["house_name"] = sentence
    if len(draft.story) > STORY_LIMIT:
        problems["story"] = (
            f"Please shorten your story: it has {len(draft.story):,} characters, and a letter takes {STORY_LIMIT:,}."
        )
    return problems
