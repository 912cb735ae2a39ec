"""What each button with a `data-action` does."""

from collections.abc import Callable

from honorable.letters.file_name import file_name
from honorable.letters.language import _
from honorable.page import hand_edits, progress, writing
from honorable.page.delivery import email, office, sharing
from honorable.page.document import Element
from honorable.page.dom import article_of, find, set_text
from honorable.page.state import Visit
from honorable.page.storage import saved_details

__all__ = ["ACTIONS"]


def _download(visit: Visit, button: Element) -> None:
    letter = article_of(button)
    slot = letter.dataset.letter
    name = file_name(_("letter to"), visit.recipient(slot).spoken, ending="txt")
    email.download(visit.text(slot), name, "text/plain")
    set_text(find("[data-letter-status]", letter), _("Downloaded as {name}.", name=name))


def _download_record(visit: Visit, _button: Element) -> None:
    lines = [
        _("My letters: {campaign}", campaign=visit.config.campaign.name),
        "",
        *map(str, visit.record.confirmations),
    ]
    email.download("\n".join(lines) + "\n", "my-record.txt", "text/plain")


def _forget(visit: Visit, _button: Element) -> None:
    saved_details.forget(visit)
    writing.refresh(visit)
    writing.catch_up(visit)


ACTIONS: dict[str, Callable[[Visit, Element], object]] = {
    "download": _download,
    "download-record": _download_record,
    "edit": lambda visit, button: hand_edits.edit(visit, article_of(button)),
    "revert": lambda visit, button: hand_edits.revert(visit, article_of(button)),
    "bring-back": lambda visit, button: hand_edits.bring_back(visit, article_of(button)),
    "email": email.email,
    "eml": email.email_draft,
    "next-office": office.next_office,
    "sent": lambda visit, button: progress.note_sent(visit, article_of(button)),
    "share": sharing.share,
    "forget": _forget,
}
