"""The state of the form and the letters in this tab, which a reload must not lose."""

from dataclasses import asdict, dataclass, field

from honorable.page.storage import session

__all__ = ["TabState", "clear", "restored", "save"]

_KEY = "honorable"


@dataclass(frozen=True)
class TabState:
    """The form's texts by field name, the hand-edited letters by slot, and whether the letters were written.

    `looked_up` has the texts that the look-up put into the form, by field name: a new ZIP code may replace them.
    """

    typed: dict[str, str] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)
    written: bool = False
    looked_up: dict[str, str] = field(default_factory=dict)


def save(tab: TabState) -> None:
    """Keeps the tab's state, and of an empty one nothing.

    Where the browser refuses, what is typed stays in the form all the same.
    """
    if tab == TabState():
        clear()
        return
    session.keep(_KEY, asdict(tab), "texts")


def restored() -> TabState:
    """The tab's state before a reload; an empty one where there is none or it is damaged."""
    data = session.kept(_KEY, "texts")
    return TabState(
        _texts(data.get("typed")), _texts(data.get("edits")), data.get("written") is True, _texts(data.get("looked_up"))
    )


def clear() -> None:
    """Deletes it."""
    session.forget(_KEY)


def _texts(data: object) -> dict[str, str]:
    return {k: v for k, v in data.items() if isinstance(v, str)} if isinstance(data, dict) else {}
