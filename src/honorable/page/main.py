"""What happens when the page starts, when a key is pressed, and when a button is clicked."""

import sys
from typing import Any

from pyscript import document, window

from honorable.letters import blank_draft
from honorable.page import actions, form, hand_edits, writing
from honorable.page import config as kit
from honorable.page import lookup as looking_up
from honorable.page import originality as own_words
from honorable.page import progress as steps
from honorable.page import url as arriving
from honorable.page.delivery import office as offices
from honorable.page.delivery import sharing
from honorable.page.dom import article_of, debounce, element, emit, listen, warn
from honorable.page.import_hints import LeftOut
from honorable.page.state import Visit
from honorable.page.storage import saved_details as remembering
from honorable.page.storage import side_fields as beside
from honorable.page.storage import tab_state as tab

__all__ = ["start"]


def start() -> None:
    """Brings the page to life. Where anything is amiss, the page says so and points to the DIY letter."""
    root = document.documentElement
    window.performance.mark("honorable:imported")  # for `make bench`, and for whoever looks at the browser's timeline
    sys.meta_path.append(LeftOut())
    try:
        visit = _begin()
        _listen(visit)
    except Exception:
        import traceback  # costs time, and nobody needs it otherwise

        root.dataset.python = "failed"
        warn(traceback.format_exc())
        raise
    root.dataset.python = "ready"
    if visit.kit.counting:
        from honorable.page import counting  # few campaigns count

        counting.start(visit.kit.counting)
    emit("ready")
    if element("letter-form").hasAttribute("data-pressed"):
        writing.write(visit)


def _begin() -> Visit:
    unpacked = kit.unpacked()
    visit = Visit(unpacked, blank_draft(unpacked.campaign.legislature))
    before = tab.restored()
    writing.restore(visit, before)
    remembering.welcome(visit)
    brought = _prefill(visit)
    looking_up.restore(visit, before)
    writing.refresh(visit)
    if brought:
        tab.save(visit.tab)  # it is no longer in the address, and a reload is to lose nothing
    hand_edits.restore(visit, before)
    own_words.show(visit)
    visit.settle = debounce(lambda: writing.settle(visit))
    steps.restore(visit)
    beside.restore()
    sharing.show(visit.kit.site)
    return visit


def _listen(visit: Visit) -> None:
    listen("input", lambda event: _on_input(visit, event.target))
    listen("change", lambda event: _on_change(visit, event.target))
    listen("click", lambda event: _on_click(visit, event.target))
    listen("honorable:copied", lambda event: _on_copied(visit, event.target))
    listen("toggle", lambda event: _on_toggle(visit, event.target), capture=True)  # It does not bubble.
    listen("beforeprint", lambda _: offices.before_print(visit), window)
    listen("submit", lambda _: writing.write(visit), element("letter-form"))
    looking_up.watch(visit, lambda: _follow_form(visit))
    listen("hashchange", lambda _: _follow_link(visit), window)


def _prefill(visit: Visit) -> dict[str, str]:
    # It fills empty boxes only: what the visitor has typed, or had remembered, is theirs.
    brought = arriving.prefilled(visit.kit.campaign.legislature)
    form.fill(brought)
    return brought


def _follow_link(visit: Visit) -> None:
    brought = _prefill(visit)
    if "zip" in brought:
        looking_up.typed(visit, element("zip"))
    _follow_form(visit)


def _on_input(visit: Visit, field: Any) -> None:
    if field.hasAttribute("data-letter-edit"):
        hand_edits.typed(visit, article_of(field), field.value)
        visit.settle()
    elif field.closest("#letter-form"):
        looking_up.typed(visit, field)
        _follow_form(visit)
    else:
        beside.save()


def _follow_form(visit: Visit) -> None:
    writing.refresh(visit)
    visit.settle()


def _on_copied(visit: Visit, button: Any) -> None:
    offices.mark_copied(button)
    steps.on_copied(visit, button)


def _on_toggle(visit: Visit, details: Any) -> None:
    if details.matches("[data-way][open]"):
        offices.opened(visit, details)


def _on_change(visit: Visit, field: Any) -> None:
    if field.hasAttribute("data-done"):
        steps.on_ticked(visit, field)


def _on_click(visit: Visit, target: Any) -> None:
    if button := target.closest("[data-action]"):
        actions.ACTIONS[button.dataset.action](visit, button)
