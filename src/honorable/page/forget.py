"""*Forget my details*: afterwards nothing of the writer's is saved on the device, or left anywhere in the page."""

from honorable.letters.language import _
from honorable.letters.record import Record
from honorable.page import form, hand_edits, lookup, progress, writing
from honorable.page.delivery import office
from honorable.page.document import Element
from honorable.page.dom import all_of, element, set_text
from honorable.page.state import Visit
from honorable.page.storage import cookies, saved_details, side_fields, tab_state

__all__ = ["forget"]

#: What the page has said and offered, which may name the officials or the address that a copy went to.
_SAID = "#letters-status, [data-letter-status], [data-next], [data-copy-status], [data-record-status], [data-email-who]"
#: Where actions.js shows a text that the browser does not let it copy.
_TO_COPY_BY_HAND = "[data-by-hand]"


def forget(visit: Visit, _button: Element) -> None:
    """Delete all that the writer typed, picked, edited and noted, from both cookies, the tab's storage and the page."""
    saved_details.clear()
    cookies.clear(cookies.RECORD)
    hand_edits.clear(visit)
    form.clear()
    lookup.clear(visit)
    side_fields.clear()
    visit.guesses, visit.reasons = {}, None
    visit.written, visit.remember, visit.record = False, True, Record()
    progress.show(visit)
    writing.refresh(visit)
    writing.catch_up(visit)
    tab_state.clear()
    office.clear(visit)
    for place in all_of(_SAID):
        place.replaceChildren()
    for field in all_of(_TO_COPY_BY_HAND):
        field.remove()
    set_text(element("form-status"), _("Your details are forgotten: nothing of them is left on this device."))
    element("form-status").scrollIntoView(behavior="auto", block="nearest")  # What was above it has become shorter.
