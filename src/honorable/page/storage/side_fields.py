"""The fields beside the form: confirmations, and the mailing list. What is typed there outlives a reload of the tab."""

from honorable.page.dom import all_of
from honorable.page.storage import session

__all__ = ["forget", "restore", "save"]

_KEY = "honorable-beside"
_FIELDS = "[data-confirmation], [data-confirmation-date], #join-name, #join-email"


def save() -> None:
    """Keeps what stands in these fields. Where the browser refuses, it stays in them all the same."""
    session.keep(_KEY, {field.id: field.value for field in all_of(_FIELDS) if field.value}, "confirmations")


def restore() -> None:
    """Puts it back. What stands in a field already was typed since, and stays."""
    texts = session.kept(_KEY, "confirmations")
    for field in all_of(_FIELDS):
        if not field.value and isinstance(kept := texts.get(field.id), str):
            field.value = kept


def forget() -> None:
    """Empties the fields, and deletes what was kept."""
    for field in all_of(_FIELDS):
        field.value = ""
    session.forget(_KEY)
