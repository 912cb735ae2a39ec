"""A visit: what the page holds besides the form. It lives in this tab, and ends with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from honorable.letters import Draft, Letter, Recipient
from honorable.letters.congress.lookup import Lookup, LookupResult
from honorable.letters.congress.selection import candidates
from honorable.letters.record import Record
from honorable.page.config import PageConfig
from honorable.page.storage.tab_state import TabState

__all__ = ["Visit"]


@dataclass
class Visit:
    """The one thing in the page that changes: the last draft, its letters, what was typed, edited, written, done.

    Of the look-up: its data, once it is there; what it found, and the seat chosen in it; everybody of whom more is
    known than a name; the texts that it put into the form, by field; and the ZIP code that it last did so for.

    `settle` asks for what can wait until the writer pauses. `shown` is what the page shows already, by what it is.
    """

    kit: PageConfig
    draft: Draft
    typed: dict[str, str] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)
    written: bool = False
    record: Record = field(default_factory=Record)
    lookup: Lookup | None = None
    loaded: Literal["", "asked", "failed"] = ""
    found: LookupResult | None = None
    chosen: str = ""
    remembered: tuple[Recipient, ...] = ()
    looked_up: dict[str, str] = field(default_factory=dict)
    settled: str = ""
    settle: Callable[[], None] = lambda: None
    shown: dict[str, object] = field(default_factory=dict)

    def is_new(self, what: str, now: object) -> bool:
        """Whether the page shows something else by now, so that this is to be shown."""
        before = self.shown.get(what)
        self.shown[what] = now
        return before != now

    def text(self, slot: str) -> str:
        """The letter's text as it would be sent: as edited by hand, or as rendered."""
        return self.edits.get(slot, self.letters[slot].text)

    def recipient(self, slot: str) -> Recipient:
        """Who the letter in this slot is for."""
        return next(to for to in self.draft.recipients if to.slot == slot)

    @property
    def known(self) -> tuple[Recipient, ...]:
        """Everybody of whom more is known than a name: those who were found, and those of the last visit."""
        return (*(candidates(self.found) if self.found else ()), *self.remembered)

    def contact_page(self, slot: str) -> str:
        """Where the letter in this slot can be sent from: the office's own page, or else a list of them."""
        return self.recipient(slot).contact_page or self.kit.contact_page(slot)

    @property
    def tab(self) -> TabState:
        """What a reload of the tab must not lose."""
        return TabState(self.typed, self.edits, self.written, self.looked_up)
