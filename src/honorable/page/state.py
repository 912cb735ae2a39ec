"""The state of the page: everything that changes while it is open. It ends with the tab."""

from collections.abc import Callable
from dataclasses import dataclass, field

from honorable.letters import Draft, Letter, Recipient
from honorable.letters.congress.lookup_form import LookupState
from honorable.letters.hand_edit import HandEdit
from honorable.letters.record import Record
from honorable.page.config import PageConfig
from honorable.page.storage.tab_state import TabState

__all__ = ["Visit"]


@dataclass
class Visit:
    """The page's one mutable value; its parts are replaced, never changed in place.

    The form: `typed` has its texts by field name, `guesses` the last names that the page wrote into it, `lookup` what
    the ZIP code finds, `reasons` the ids of those picked, in that order, and `draft` what all of them make. The
    letters, by slot: `letters` as rendered, `edits` by hand, and those `set_aside`, the last one first to come back;
    `written` once the visitor has asked for them, `is_write_pending` while they wait for the list of ZIP codes.
    `remember` is whether the details may be saved.
    `record` is what was done and sent.

    `catch_up_soon` asks for the work that can wait until the visitor pauses. `on_screen` is what the page shows
    already, by part, so that only what changes is shown again.
    """

    config: PageConfig
    typed: dict[str, str] = field(default_factory=dict)
    guesses: dict[str, str] = field(default_factory=dict)
    lookup: LookupState = field(default_factory=LookupState)
    draft: Draft = field(default_factory=Draft)
    letters: dict[str, Letter] = field(default_factory=dict)
    edits: dict[str, HandEdit] = field(default_factory=dict)
    set_aside: dict[str, tuple[HandEdit, ...]] = field(default_factory=dict)
    reasons: tuple[str, ...] | None = None
    written: bool = False
    remember: bool = True
    record: Record = field(default_factory=Record)
    is_write_pending: bool = False
    catch_up_soon: Callable[[], None] = lambda: None
    on_screen: dict[str, object] = field(default_factory=dict)

    @property
    def has_own_reasons(self) -> bool:
        """Whether the visitor has picked other reasons than the campaign's default ones."""
        default = tuple(reason.id for reason in self.config.campaign.picked(None))
        return self.reasons is not None and self.reasons != default

    @property
    def shown(self) -> tuple[Recipient, ...]:
        """Whose letters are shown: all of them with their blanks, until they are written; then those with a name."""
        return self.draft.written_to if self.written else self.draft.addressable

    def has_changed(self, part: str, now: object) -> bool:
        """Return whether this part of the page is not on the screen yet as it is now, and note that it will be."""
        before = self.on_screen.get(part)
        self.on_screen[part] = now
        return before != now

    def text(self, slot: str) -> str:
        """Return the letter's text as it would be sent: as edited by hand, or as rendered.

        An edited letter whose recipient has changed is sent only if its address and greeting could be changed, too.
        """
        if edit := self.edits.get(slot):
            text, agrees = edit.readdressed(self.recipient(slot), self.letters[slot])
            if agrees:
                return text
        return self.letters[slot].text

    def recipient(self, slot: str) -> Recipient:
        """Return the recipient of the letter in this slot."""
        return next(to for to in self.draft.recipients if to.slot == slot)

    def contact_page(self, slot: str) -> str:
        """Return where the letter in this slot can be sent from: the office's own page, or a list of offices."""
        return self.recipient(slot).contact_page or self.config.contact_page(slot)

    @property
    def tab(self) -> TabState:
        """What a reload of the tab must not lose."""
        return TabState(self.typed, self.edits, self.set_aside, self.written, dict(self.lookup.filled), self.remember)
