"""The reasons on the form: which are picked, and what the line above them says."""

from collections.abc import Iterable, Mapping

from honorable.letters.language import _, format_list
from honorable.letters.reasons import PREFIX, in_order
from honorable.page.dom import all_of, element, find, set_text
from honorable.page.state import Visit

__all__ = ["labels", "pick", "read"]


def read(visit: Visit, typed: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the ids of the reasons picked, in the order picked; None if the form has none.

    What follows from them is shown: their names above them, and their questions beside the story.
    `typed` are the texts of the form, with a check box only if it is checked.
    """
    if not element("reasons"):
        return None
    checked = [name.removeprefix(PREFIX) for name in typed if name.startswith(PREFIX)]
    picked = in_order(visit.reasons or (), checked)
    if visit.has_changed("reasons", picked):
        text = _("Your reasons: {reasons}", reasons=labels(picked)) if picked else _("Choose your reasons")
        set_text(find("[data-reasons-picked]"), text)
        for prompt in all_of("[data-prompt]"):
            prompt.hidden = prompt.dataset.prompt not in picked
    return picked


def pick(visit: Visit, ids: Iterable[str]) -> None:
    """Check the boxes of these reasons and no other. Ids that the campaign does not have are ignored."""
    if not element("reasons"):
        return
    boxes = all_of("input", element("reasons"))
    known = {box.value for box in boxes}
    visit.reasons = in_order((), [each for each in ids if each in known])
    for box in boxes:
        box.checked = box.value in visit.reasons


def labels(ids: Iterable[str]) -> str:
    """Return the labels of reasons as one list in words, in the language of the page."""
    boxes = {box.value: box for box in all_of("input", element("reasons"))}
    return format_list([find("span", boxes[each].closest("label")).textContent for each in ids if each in boxes])
