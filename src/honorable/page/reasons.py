"""The reasons on the form: which are picked, and what the line above them says."""

from collections.abc import Collection, Iterable, Mapping

from honorable.letters.campaign import MOST_REASONS
from honorable.letters.language import _, format_list
from honorable.letters.reasons import PREFIX, in_order
from honorable.page.dom import all_of, element, find, set_text
from honorable.page.state import Visit

__all__ = ["labels", "pick", "read"]


def read(visit: Visit, typed: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the ids of the reasons picked, in the order picked; None if the form has none.

    What follows from them is shown: their names above them, their questions beside the story, and that no other one can
    be picked once there are three.
    `typed` are the texts of the form, with a check box only if it is checked.
    """
    if not element("reasons"):
        return None
    checked = [name.removeprefix(PREFIX) for name in typed if name.startswith(PREFIX)]
    picked = in_order(visit.reasons or (), checked)
    if visit.has_changed("reasons", picked):
        _check(picked)
        text = _("Your reasons: {reasons}", reasons=labels(visit, picked)) if picked else _("Choose your reasons")
        set_text(find("[data-reasons-picked]"), text)
        full = len(picked) == MOST_REASONS
        set_text(find("[data-reasons-full]"), _("That is three. To pick another one, clear one first.") if full else "")
        for prompt in all_of("[data-prompt]"):
            prompt.hidden = prompt.dataset.prompt not in picked
    return picked


def pick(visit: Visit, ids: Iterable[str]) -> None:
    """Check the boxes of these reasons and no other. Ids that the campaign does not have are ignored."""
    if not element("reasons"):
        return
    visit.reasons = tuple(reason.id for reason in visit.config.campaign.picked(tuple(ids)))
    _check(visit.reasons)


def labels(visit: Visit, ids: Iterable[str]) -> str:
    """Return the labels of reasons as one list in words, in the language of the page."""
    return format_list([reason.label for reason in visit.config.campaign.picked(tuple(ids))])


def _check(picked: Collection[str]) -> None:
    for box in all_of("input", element("reasons")):
        box.checked = box.value in picked
        box.disabled = len(picked) == MOST_REASONS and not box.checked
