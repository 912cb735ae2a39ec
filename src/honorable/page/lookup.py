"""The view of the lookup: loads the list, passes on what happens to the reducer, and shows what it says.

The rules are in `letters.congress.lookup_form`. Nothing that is typed leaves the page.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from pyodide.ffi import JsException, create_proxy

from honorable.letters import Recipient
from honorable.letters.congress.lookup import DamagedDataError, Lookup
from honorable.letters.congress.lookup_form import (
    Cleared,
    DistrictOption,
    FormRead,
    Input,
    ListArrived,
    ListFailed,
    ListRequested,
    Restored,
    update,
    view,
)
from honorable.page import form
from honorable.page.document import Element
from honorable.page.dom import all_of, element, find, listen, set_text, spawn, warn, window
from honorable.page.state import Visit

__all__ = ["clear", "load", "read", "restore", "watch"]


def restore(visit: Visit, filled: Mapping[str, str], officials: Iterable[Recipient]) -> None:
    """Take over what the lookup filled in before a reload, and what is known of the officials of the last visit."""
    texts = form.texts() | {"district": visit.typed.get("district", "")}
    _apply(visit, Restored(texts, filled, tuple(officials)))


def read(visit: Visit, texts: Mapping[str, str], *, is_final: bool = False) -> dict[str, str]:
    """Follow the form, given its texts. Return the texts that were written into it, by field name."""
    return _apply(visit, FormRead(texts, is_final))


def clear(visit: Visit) -> None:
    """Drop all that was found and filled in."""
    _apply(visit, Cleared())


def load(visit: Visit, on_end: Callable[[], object]) -> None:
    """Load the list of ZIP codes, unless it is there or on its way. Call back once it has arrived or failed."""
    if element("lookup") and visit.lookup.list_status in {"not asked for", "failed"}:
        _apply(visit, ListRequested())
        spawn(_load(visit, on_end))


def watch(visit: Visit, on_end: Callable[[], object]) -> None:
    """Load the list when the visitor reaches the form, so that typing makes no request."""
    if not element("lookup"):
        return

    def on_sight(entries: Iterable[object], observer: object) -> None:
        if any(entry.isIntersecting for entry in entries):  # type: ignore[attr-defined]
            observer.disconnect()  # type: ignore[attr-defined]
            load(visit, on_end)

    window.IntersectionObserver.new(create_proxy(on_sight)).observe(element("letter-form"))
    # After a failure, only the ZIP code's field tries again: the message says so.
    listen(
        "focusin",
        lambda event: load(visit, on_end) if visit.lookup.list_status != "failed" or event.target.id == "zip" else None,
        element("letter-form"),
    )


async def _load(visit: Visit, on_end: Callable[[], object]) -> None:
    _apply(visit, await _fetched())
    on_end()


async def _fetched() -> ListArrived | ListFailed:
    data = element("lookup").dataset
    try:
        answer = await window.fetch(data.list)
        packed = (await answer.arrayBuffer()).to_bytes() if answer.ok else b""
    except JsException:
        packed = b""
    if not packed:
        return ListFailed()
    try:
        return ListArrived(Lookup.read(packed, data.redrawn.split()))
    except DamagedDataError as error:
        warn(f"Honorable cannot read the list of ZIP codes: {error}")
        return ListFailed(is_damaged=True)


def _now() -> datetime:
    """Return the time by the visitor's own clock."""
    return datetime.now(UTC)


def _apply(visit: Visit, input_: Input) -> dict[str, str]:
    visit.lookup, writes = update(visit.lookup, input_, _now())
    form.write(writes)
    # A last name that the lookup wrote may be replaced by the guess from another full name.
    visit.guesses |= {name: text for name, text in writes.items() if name.endswith("_last")}
    _show(visit)
    return writes


def _show(visit: Visit) -> None:
    if not element("lookup"):
        return
    now = view(visit.lookup)
    if visit.has_changed("zip error", now.zip_error):
        form.show_error("zip", now.zip_error)
    set_text(element("lookup-said"), now.message)
    set_text(find("[data-day]"), now.as_of)
    element("lookup-vacant").hidden = not now.has_vacancy
    element("lookup-finder").hidden = not now.needs_finder
    if visit.has_changed("names needed", now.needs_names) and now.needs_names:  # Once: the visitor may close them.
        element("names").open = True
    districts = element("districts")
    districts.hidden = not now.options
    if visit.has_changed("districts", now.options):  # Otherwise the option with the focus would be replaced.
        find("[data-districts]", districts).replaceChildren(*map(_option, now.options))
    for radio in all_of("[name=district]", districts):
        radio.checked = radio.value == now.chosen


def _option(option: DistrictOption) -> Element:
    label = element("district").content.firstElementChild.cloneNode(True)
    find("input", label).value = option.key
    find("[data-line]", label).textContent = option.line
    find("[data-part]", label).textContent = option.share
    return label
