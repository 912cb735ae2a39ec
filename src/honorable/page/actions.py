"""What each button with a `data-action` does."""

from collections.abc import Callable

from honorable.letters.language import _
from honorable.page import hand_edits, progress
from honorable.page.delivery import email, office, sharing
from honorable.page.document import Element
from honorable.page.dom import article_of, find, set_text
from honorable.page.forget import forget
from honorable.page.state import Visit

__all__ = ["ACTIONS"]


def _download_record(visit: Visit, _button: Element) -> None:
    lines = [
        _("My letters: {campaign}", campaign=visit.config.campaign.name),
        "",
        *map(str, visit.record.confirmations),
    ]
    name = "my-record.txt"
    email.download("\n".join(lines) + "\n", name, "text/plain")
    message = _("Your browser was asked to save {name}. If no file appears, copy the list above.", name=name)
    set_text(find("[data-record-status]"), message)


ACTIONS: dict[str, Callable[[Visit, Element], object]] = {
    "download": email.download_letter,
    "download-record": _download_record,
    "edit": lambda visit, button: hand_edits.edit(visit, article_of(button)),
    "revert": lambda visit, button: hand_edits.revert(visit, article_of(button)),
    "bring-back": lambda visit, button: hand_edits.bring_back(visit, article_of(button)),
    "email": email.email,
    "eml": email.email_draft,
    "next-office": office.next_office,
    "sent": lambda visit, button: progress.note_sent(visit, article_of(button)),
    "share": sharing.share,
    "share-letter": sharing.share_letter,
    "forget": forget,
}
