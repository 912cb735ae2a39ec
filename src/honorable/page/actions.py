"""What each button with a `data-action` does."""

from collections.abc import Callable
from typing import Any

from honorable.letters.file_name import file_name
from honorable.letters.language import _
from honorable.page import hand_edits, writing
from honorable.page import progress as steps
from honorable.page.delivery import email as deliver
from honorable.page.delivery import office as offices
from honorable.page.delivery import sharing
from honorable.page.dom import article_of, find, say
from honorable.page.state import Visit
from honorable.page.storage import saved_details as remembering

__all__ = ["ACTIONS"]


def _download(visit: Visit, button: Any) -> None:
    sheet = article_of(button)
    slot = sheet.dataset.letter
    name = file_name(_("letter to"), visit.recipient(slot).spoken, ending="txt")
    deliver.download(visit.text(slot), name, "text/plain")
    say(find("[data-letter-status]", sheet), _("Downloaded as {name}.", name=name))


def _download_record(visit: Visit, _button: Any) -> None:
    lines = [_("My letters: {campaign}", campaign=visit.kit.campaign.name), "", *map(str, visit.record.confirmations)]
    deliver.download("\n".join(lines) + "\n", "my-record.txt", "text/plain")


def _forget(visit: Visit, _button: Any) -> None:
    remembering.forget(visit)
    writing.refresh(visit)
    writing.settle(visit)


ACTIONS: dict[str, Callable[[Visit, Any], object]] = {
    "download": _download,
    "download-record": _download_record,
    "edit": lambda visit, button: hand_edits.edit(visit, article_of(button)),
    "revert": lambda visit, button: hand_edits.revert(visit, article_of(button)),
    "email": deliver.email,
    "eml": deliver.email_draft,
    "next-office": offices.next_office,
    "sent": lambda visit, button: steps.note_sent(visit, article_of(button)),
    "share": sharing.share,
    "forget": _forget,
}
