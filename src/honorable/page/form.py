"""The form: read into a draft, filled in, and the messages beside its fields."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from honorable.letters import Draft, Legislature, Person, Recipient, recipient
from honorable.letters.congress.legislature import house_title
from honorable.letters.congress.states import NO_SENATORS
from honorable.letters.language import _
from honorable.letters.legislature import Place, Slot
from honorable.letters.names import last_name
from honorable.letters.saved_details import SavedDetails
from honorable.page.document import Element
from honorable.page.dom import all_of, element, find, reveal, set_text, window

__all__ = [
    "clear",
    "draft",
    "fill",
    "has_error",
    "last_names",
    "names",
    "show_error",
    "show_errors",
    "show_state",
    "texts",
    "values",
    "write",
]

_PERSON = tuple(field.name for field in fields(Person))
_NOT_TEXTS = ("remember",)


def texts() -> dict[str, str]:
    """Return every text in the form by field name, as typed, without the empty ones; and the chosen district's key.

    One call reads them all, because each call to the browser takes time. The texts are whole characters only: half of
    a surrogate pair could be neither copied nor saved (XMLHttpRequest standard: FormData entries are USVStrings).
    """
    typed = window.Object.fromEntries(window.FormData.new(element("letter-form"))).to_py()
    return {name: text for name, text in typed.items() if text and name not in _NOT_TEXTS}


def draft(
    typed: Mapping[str, str], legislature: Legislature, officials: Mapping[Slot, Recipient] | None = None
) -> Draft:
    """Return the draft of these texts. `officials` are the recipients of whom more is known than a name, by slot."""
    person = Person(**{name: typed.get(name, "") for name in _PERSON})
    known = officials or {}
    recipients = (_recipient(place, typed, person.state, legislature, known) for place in legislature.places)
    return Draft(person, tuple(recipients), typed.get("story", ""))


def _recipient(
    place: Place, typed: Mapping[str, str], state: str, legislature: Legislature, officials: Mapping[Slot, Recipient]
) -> Recipient:
    name, last = typed.get(f"{place.field}_name", ""), typed.get(f"{place.field}_last", "")
    as_typed = recipient(place.slot, name, last, state, legislature=legislature)
    official = officials.get(place.slot)
    return replace(official, last_name=as_typed.last_name) if official else as_typed


def values(saved: SavedDetails) -> dict[str, str]:
    """Return the texts that the saved details fill in, by field name."""
    return {name: getattr(saved.person, name) for name in _PERSON} | names(saved.recipients)


def names(recipients: Iterable[Recipient]) -> dict[str, str]:
    """Return full and last names by their fields."""
    people = [(to.legislature.place(to.slot).field, to) for to in recipients]
    return {f"{prefix}_name": to.full_name for prefix, to in people} | {
        f"{prefix}_last": to.last_name for prefix, to in people
    }


def last_names(
    typed: Mapping[str, str],
    guesses: Mapping[str, str],
    legislature: Legislature,
    officials: Mapping[Slot, Recipient],
) -> dict[str, str]:
    """Return the last names to write into the form, by field: as known, or guessed from the full name.

    `guesses` are the last names that the page wrote before. Any other text is the visitor's, and stays.
    """
    writes = {}
    for place in legislature.places if legislature.asks_last_name else ():
        field, official = f"{place.field}_last", officials.get(place.slot)
        guess = official.last_name if official else last_name(typed.get(f"{place.field}_name", ""), legislature.regions)
        last = typed.get(field, "")
        if last != guess and last in {"", guesses.get(field)}:
            writes[field] = guess
    return writes


def fill(typed: Mapping[str, str]) -> None:
    """Write texts into the empty fields. What is in a field already was typed since, and stays."""
    for field in _fields():
        if not field.value and (text := typed.get(field.name)):
            field.value = text


def write(typed: Mapping[str, str]) -> None:
    """Write texts into fields, by name, in place of what is there."""
    for name, text in typed.items():
        element(name).value = text


def clear() -> None:
    """Empty the form, take its messages away, and set the check box back."""
    element("letter-form").reset()
    for field in _fields():
        if not (field.tagName == "SELECT" and field.options.length == 1):  # There is nothing to choose.
            field.value = ""
    show_errors({}, focus=False)


def show_state(state: str) -> None:
    """Show the members that the state has: its Delegate or Resident Commissioner and no senators, for some."""
    if not element("no-senators"):
        return
    no_senators = state in NO_SENATORS
    element("senators").hidden = no_senators
    element("no-senators").hidden = not no_senators
    hint = ""
    if no_senators and house_title(state) == "Resident Commissioner":
        hint = _("Your member of the House is a Resident Commissioner. Type their name here.")
    elif no_senators:
        hint = _("Your member of the House is a Delegate. Type their name here.")
    set_text(element("house-hint"), hint)


def show_errors(errors: Mapping[str, str], *, focus: bool = True) -> None:
    """Show each message beside its field, take the others away, and focus the first invalid field."""
    letter_form = element("letter-form")
    for note in all_of(".problem", letter_form):
        name = note.id.removesuffix("-problem")
        show_error(name, errors.get(name, ""))
    if errors and focus:
        invalid = find("[aria-invalid]", letter_form)
        reveal(invalid)
        (find("input", invalid) or invalid).focus()  # A group of radio buttons has the focus in one of them.


def show_error(name: str, message: str) -> None:
    """Show a message beside a field, or take it away if it is empty."""
    set_text(element(f"{name}-problem"), message)
    if message:
        element(name).setAttribute("aria-invalid", "true")
    else:
        element(name).removeAttribute("aria-invalid")


def has_error(name: str) -> bool:
    """Return whether a message is beside this field now."""
    return element(name).hasAttribute("aria-invalid")


def _fields() -> list[Element]:
    return all_of("input:not([type=checkbox], [type=radio]), select, textarea", element("letter-form"))
