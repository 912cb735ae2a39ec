"""A draft: a person, their recipients and their story. It is all that the form holds."""

from dataclasses import dataclass, field

from honorable.letters.congress.legislature import CONGRESS
from honorable.letters.language import _, format_number, ngettext
from honorable.letters.legislature import Legislature
from honorable.letters.person import Person
from honorable.letters.recipient import Recipient, recipient

__all__ = ["STORY_LIMIT", "Draft", "blank_draft", "blank_recipients", "draft_errors"]

#: Characters of a story that a letter takes: about ten pages. With more, no page could keep up with the keys.
STORY_LIMIT = 20_000


def blank_recipients(legislature: Legislature = CONGRESS) -> tuple[Recipient, ...]:
    """A recipient for each place of the form, without names."""
    return tuple(recipient(slot, legislature=legislature) for slot in legislature.slots)


@dataclass(frozen=True, slots=True)
class Draft:
    """All that the form holds. Recipients stand in the order of the form; one without a name is left out."""

    person: Person = field(default_factory=Person)
    recipients: tuple[Recipient, ...] = blank_recipients()
    story: str = ""

    @property
    def addressable(self) -> tuple[Recipient, ...]:
        """The recipients that the writer has: DC and the territories, say, send nobody to the Senate."""
        return tuple(
            to for to in self.recipients if self.person.state not in to.legislature.chambers[to.chamber].not_for
        )

    @property
    def written_to(self) -> tuple[Recipient, ...]:
        """The recipients that a letter is for: those of them with a name."""
        return tuple(to for to in self.addressable if to.full_name)


def blank_draft(legislature: Legislature = CONGRESS) -> Draft:
    """The draft of an empty form."""
    return Draft(recipients=blank_recipients(legislature))


def draft_errors(draft: Draft) -> dict[str, str]:
    """Return the errors besides those of the person, form field to message: no recipient, or too long a story."""
    errors = {}
    if not draft.written_to:
        first = draft.recipients[0]
        field = f"{first.legislature.place(first.slot).field}_name"
        errors[field] = _("Enter at least one name, so that there is someone to write to.")
    if len(draft.story) > STORY_LIMIT:
        errors["story"] = ngettext(
            "Shorten your story by {count} character: a letter takes {limit}.",
            "Shorten your story by {count} characters: a letter takes {limit}.",
            len(draft.story) - STORY_LIMIT,
            limit=format_number(STORY_LIMIT),
        )
    return errors
