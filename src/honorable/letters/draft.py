"""A draft: everything that the form holds, and what is wrong with it."""

from dataclasses import dataclass, field

from honorable.letters.language import _, format_number, ngettext
from honorable.letters.legislature import Legislature
from honorable.letters.person import Person
from honorable.letters.recipient import Recipient, recipient

__all__ = ["STORY_LIMIT", "Draft", "blank_draft", "draft_errors"]

#: Characters of a story that a letter takes: about ten pages. The page could not keep up with typing in a longer one.
STORY_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A person, a recipient for each place on the form, in its order, a story, and the ids of the reasons picked.

    `reasons` is None until the writer has picked any: the letter then has the campaign's default ones.
    """

    person: Person = field(default_factory=Person)
    recipients: tuple[Recipient, ...] = ()
    story: str = ""
    reasons: tuple[str, ...] | None = None

    @property
    def addressable(self) -> tuple[Recipient, ...]:
        """The recipients that the writer can have. DC and the territories, for example, have no senators."""
        return tuple(
            to for to in self.recipients if self.person.state not in to.legislature.chambers[to.chamber].not_for
        )

    @property
    def written_to(self) -> tuple[Recipient, ...]:
        """The recipients who get a letter: the addressable ones with a name."""
        return tuple(to for to in self.addressable if to.full_name)


def blank_draft(legislature: Legislature) -> Draft:
    """Return the draft of an empty form."""
    return Draft(recipients=tuple(recipient(slot, legislature=legislature) for slot in legislature.slots))


def draft_errors(draft: Draft) -> dict[str, str]:
    """Return the validation errors besides those of the person, form field to message.

    There are two: nobody to write to, and a story longer than `STORY_LIMIT`.
    """
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
