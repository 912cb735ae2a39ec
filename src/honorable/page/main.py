"""What happens when the page starts, when a key is pressed, and when a button is clicked."""

import sys

from pyodide.ffi import JsException

from honorable.letters.language import _
from honorable.page import actions, config, form, hand_edits, lookup, originality, progress, reasons, url, writing
from honorable.page.delivery import office, sharing
from honorable.page.document import Element, Event
from honorable.page.dom import article_of, debounce, document, element, emit, find, listen, set_text, warn, window
from honorable.page.import_hints import LeftOut
from honorable.page.state import Visit
from honorable.page.storage import saved_details, side_fields, tab_state

__all__ = ["start"]


def start() -> None:
    """Start the page. If anything goes wrong, the page says so and points to the DIY letter."""
    root = document.documentElement
    window.performance.mark("honorable:imported")  # for `make bench`, and for the browser's own timeline
    sys.meta_path.append(LeftOut())
    try:
        visit = _begin()
        _listen(visit)
    except Exception:
        import traceback  # takes time, and is not needed otherwise

        root.dataset.python = "failed"
        warn(traceback.format_exc())
        raise
    root.dataset.python = "ready"
    if visit.config.counting:
        from honorable.page import counting  # few campaigns count

        counting.start(visit.config.counting)
    emit("ready")
    if element("letter-form").hasAttribute("data-pressed"):  # boot.js has noted an early press of the button
        writing.write(visit)


def _begin() -> Visit:
    visit = Visit(config.load_config())
    before = tab_state.load()
    writing.restore(visit, before)
    officials = saved_details.load(visit)
    _prefill(visit)
    lookup.restore(visit, before.looked_up, officials)
    writing.refresh(visit)
    hand_edits.restore(visit, before)
    tab_state.save(visit.tab)  # What was typed before, or came with the address, which no longer has it.
    originality.show(visit)
    visit.catch_up_soon = debounce(lambda: writing.catch_up(visit))
    progress.restore(visit)
    side_fields.load()
    sharing.show(visit.config.site)
    return visit


def _listen(visit: Visit) -> None:
    listen("input", lambda event: _on_input(visit, event.target))
    listen("change", lambda event: _on_change(visit, event.target))
    listen("click", lambda event: _on_click(visit, event.target))
    listen("honorable:copied", lambda event: _on_copied(visit, event.target))
    listen("honorable:text", lambda event: _on_text_asked(visit, event))
    listen("toggle", lambda event: _on_toggle(visit, event.target), capture=True)  # It does not bubble.
    listen("beforeprint", lambda _: office.before_print(visit), window)
    listen("submit", lambda _: writing.write(visit), element("letter-form"))
    listen("focusout", lambda event: _on_leave(visit, event), element("letter-form"))
    listen("hashchange", lambda _: _on_hash_change(visit), window)
    lookup.watch(visit, lambda: writing.on_list(visit))


def _prefill(visit: Visit) -> None:
    # Only empty fields are filled in: what the visitor has typed or saved is theirs.
    prefilled = url.prefilled(visit.config.campaign.legislature)
    form.fill(prefilled)
    if "reasons" in prefilled and not visit.has_own_reasons:
        reasons.pick(visit, prefilled["reasons"].split(","))


def _on_hash_change(visit: Visit) -> None:
    _prefill(visit)
    _follow_form(visit)


def _on_input(visit: Visit, field: Element) -> None:
    if field.hasAttribute("data-letter-edit"):
        if field.hidden:  # Undo in another field: Chromium takes back what closing the editor did to it.
            return
        hand_edits.typed(visit, article_of(field), field.value)
        visit.catch_up_soon()
    elif field.closest("#letter-form"):
        _follow_form(visit)
    else:
        side_fields.save()


def _on_leave(visit: Visit, event: Event) -> None:
    if event.target.id == "zip":
        writing.refresh(visit, zip_is_final=True)
        visit.catch_up_soon()


def _follow_form(visit: Visit) -> None:
    writing.refresh(visit)
    visit.catch_up_soon()


def _on_copied(visit: Visit, button: Element) -> None:
    office.mark_copied(button)
    progress.on_copied(visit, button)


def _on_text_asked(visit: Visit, event: Event) -> None:
    # actions.js asks what to copy: what is in the document may have been translated.
    if (text := office.copied_text(visit, event.target)) is not None:
        event.detail.text = text


def _on_toggle(visit: Visit, details: Element) -> None:
    if details.matches("[data-way][open]"):
        office.opened(visit, details)


def _on_change(visit: Visit, field: Element) -> None:
    if field.hasAttribute("data-done"):
        progress.on_ticked(visit, field)
    elif field.id == "remember":
        _on_remember(visit, field)
    elif field.closest("#letter-form"):
        _follow_form(visit)  # Autofill and extensions may change a field without an input event.


def _on_remember(visit: Visit, box: Element) -> None:
    visit.remember = box.checked
    tab_state.save(visit.tab)
    if not box.checked:  # What was saved before goes at once: nobody has to press a button on a shared computer.
        set_text(element("form-status"), saved_details.save(visit))


def _on_click(visit: Visit, target: Element) -> None:
    if button := target.closest("[data-action]"):
        try:
            actions.ACTIONS[button.dataset.action](visit, button)
        except (ImportError, JsException):
            letter = button.closest("[data-letter]")
            status = find("[data-letter-status]", letter) if letter else element("form-status")
            set_text(status, _("A part of this page did not load. Try again, or copy the letter."))
            raise  # The console has the reason.
