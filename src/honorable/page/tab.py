"""The state of the form and the letters in this tab, which a reload must not lose."""

from dataclasses import asdict, dataclass, field

from honorable.page import session

__all__ = ["Tab", "clear", "restored", "save"]

_KEY = "honorable"


@dataclass(frozen=True)
class Tab:
    """The form's texts by field name, the hand-edited letters by slot, and whether the letters were written.

    `looked_up` has the texts that the look-up put into the form, by field name: a new ZIP code may replace them.
    """

    typed: dict[str, str] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)
    written: bool = False
    looked_up: dict[str, str] = field(default_factory=dict)


def save(tab: Tab) -> None:
    """Keeps the tab's state, and of an empty one nothing.

    Where the browser refuses, what is typed stays in the form all the same.
    """
    if tab == Tab():
        clear()
        return
    session.keep(_KEY, asdict(tab), "texts")


def restored() -> Tab:
    """The tab's state before a reload; an empty one where there is none or it is damaged."""
    data = session.kept(_KEY, "texts")
    return Tab(
        _texts(data.get("typed")), _texts(data.get("edits")), data.get("written") is True, _texts(data.get("looked_up"))
    )


def clear() -> None:
    """Deletes it."""
    session.forget(_KEY)


def _texts(data: object) -> dict[str, str]:
    return {k: v for k, v in data.items() if isinstance(v, str)} if isinstance(data, dict) else {}
