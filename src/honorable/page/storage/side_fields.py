"""The fields beside the form: confirmations and the mailing list. A reload of the tab must not lose them."""

from honorable.page.dom import all_of
from honorable.page.storage import session

__all__ = ["clear", "load", "save"]

_KEY = "honorable-beside"
_FIELDS = "[data-confirmation], [data-confirmation-date], #join-name, #join-email"


def save() -> None:
    """Save what is in these fields."""
    session.save(_KEY, {field.id: field.value for field in all_of(_FIELDS) if field.value}, "confirmations")


def load() -> None:
    """Put it back into the empty fields. What is in a field already was typed since, and stays."""
    texts = session.load(_KEY, "confirmations")
    for field in all_of(_FIELDS):
        if not field.value and isinstance(text := texts.get(field.id), str):
            field.value = text


def clear() -> None:
    """Empty the fields, and delete what was saved."""
    for field in all_of(_FIELDS):
        field.value = ""
    session.clear(_KEY)
