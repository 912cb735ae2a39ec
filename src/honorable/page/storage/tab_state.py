"""The state of the form and the letters in this tab, which a reload must not lose."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields

from honorable.letters.hand_edit import HandEdit
from honorable.page.storage import session

__all__ = ["TabState", "clear", "load", "save"]

_KEY = "honorable"
_HAND_EDIT = {field.name for field in fields(HandEdit)}


@dataclass(frozen=True)
class TabState:
    """The form's texts by field name, the edited letters by slot, and whether the letters were written.

    `set_aside` has edits that are not shown. `looked_up` has the texts that the lookup put into the form, by field
    name: a new ZIP code may replace them. `remember` is the check box for saving the details.
    """

    typed: dict[str, str] = field(default_factory=dict)
    edits: dict[str, HandEdit] = field(default_factory=dict)
    set_aside: dict[str, tuple[HandEdit, ...]] = field(default_factory=dict)
    written: bool = False
    looked_up: dict[str, str] = field(default_factory=dict)
    remember: bool = True


def save(tab: TabState) -> None:
    """Save the tab's state. If the browser refuses, what is typed stays in the form until the tab is closed."""
    if tab == TabState():
        clear()
        return
    session.save(_KEY, asdict(tab), "texts")


def load() -> TabState:
    """Return the tab's state from before a reload; an empty one if there is none or it is damaged."""
    data = session.load(_KEY, "texts")
    aside = {slot: tuple(_edits(edits)) for slot, edits in _items(data.get("set_aside")) if isinstance(edits, list)}
    return TabState(
        _texts(data.get("typed")),
        {slot: edit for slot, one in _items(data.get("edits")) for edit in _edits([one])},
        {slot: edits for slot, edits in aside.items() if edits},
        data.get("written") is True,
        _texts(data.get("looked_up")),
        data.get("remember") is not False,
    )


def clear() -> None:
    """Delete the saved state."""
    session.clear(_KEY)


def _items(data: object) -> Iterator[tuple[str, object]]:
    yield from data.items() if isinstance(data, dict) else ()


def _texts(data: object) -> dict[str, str]:
    return {name: text for name, text in _items(data) if isinstance(text, str)}


def _edits(data: list[object]) -> Iterator[HandEdit]:
    for one in data:
        texts = _texts(one)
        if texts.keys() == _HAND_EDIT:
            yield HandEdit(**texts)
