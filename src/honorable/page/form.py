"""The form: read into a draft, filled in again, and the sentences beside its fields."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from pyscript import window

from honorable.letters import Draft, Legislature, Person, Recipient, recipient
from honorable.letters.congress.legislature import house_title
from honorable.letters.congress.selection import merged
from honorable.letters.congress.states import NO_SENATORS
from honorable.letters.language import _
from honorable.letters.names import last_name
from honorable.letters.saved_details import SavedDetails
from honorable.page.dom import all_of, element, find, say

__all__ = [
    "clear",
    "draft",
    "fill",
    "names",
    "put",
    "show_errors",
    "show_state",
    "texts",
    "values",
    "with_last_names",
]

_PERSON = tuple(field.name for field in fields(Person))
_CHOICES = ("remember", "district")  # no texts


def texts() -> dict[str, str]:
    """Every text in the form by field name, as typed, the empty ones left out.

    All in one question to the browser, for each takes its time. It gives whole characters only: half of a surrogate
    pair could be neither copied nor saved (XMLHttpRequest standard: the entries of a FormData are USVStrings).
    """
    typed = window.Object.fromEntries(window.FormData.new(element("letter-form"))).to_py()
    return {name: text for name, text in typed.items() if text and name not in _CHOICES}


def draft(typed: Mapping[str, str], legislature: Legislature, known: Iterable[Recipient] = ()) -> Draft:
    """The draft that these texts make. Of a recipient who is known, it has all that is known."""
    known = tuple(known)
    person = Person(**{name: typed.get(name, "") for name in _PERSON})
    return Draft(
        person,
        tuple(
            merged(
                recipient(
                    place.slot,
                    typed.get(f"{place.field}_name", ""),
                    typed.get(f"{place.field}_last", ""),
                    person.state,
                    legislature=legislature,
                ),
                known,
            )
            for place in legislature.places
        ),
        typed.get("story", ""),
    )


def values(memory: SavedDetails) -> dict[str, str]:
    """The texts of the form that the memory fills in, by field name."""
    return {name: getattr(memory.person, name) for name in _PERSON} | names(memory.recipients)


def names(recipients: Iterable[Recipient]) -> dict[str, str]:
    """Full and last names, by the fields that they stand in."""
    people = [(to.legislature.place(to.slot).field, to) for to in recipients]
    return {f"{prefix}_name": to.full_name for prefix, to in people} | {
        f"{prefix}_last": to.last_name for prefix, to in people
    }


def fill(typed: Mapping[str, str]) -> None:
    """Puts texts into their fields. What stands in a field already was typed since, and stays."""
    for field in _fields():
        if not field.value and (text := typed.get(field.name)):
            field.value = text


def put(name: str, text: str) -> None:
    """Puts a text into a field in place of what is there. A last name then counts as a guess."""
    field = element(name)
    field.value = text
    if name.endswith("_last"):
        field.setAttribute("data-guess", text)


def clear() -> None:
    """Empties the form, takes its sentences away, and goes back to the check box as it was."""
    element("letter-form").reset()
    for field in _fields():
        if not (field.tagName == "SELECT" and field.options.length == 1):  # where there is nothing to choose
            field.value = ""
        field.removeAttribute("data-guess")
    show_errors({}, focus=False)


def with_last_names(
    typed: Mapping[str, str], legislature: Legislature, known: Iterable[Recipient] = ()
) -> dict[str, str]:
    """The texts, with each recipient's last name as known or by a guess, unless the writer has put another one there.

    The form is filled in likewise.
    """
    texts = dict(typed)
    sure = {to.full_name: to.last_name for to in known}
    for place in legislature.places if legislature.asks_last_name else ():
        field, name = f"{place.field}_last", texts.get(f"{place.field}_name", "")
        last, guess = texts.get(field, ""), sure.get(name) or last_name(name, legislature.regions)
        if last != guess and last in ("", element(field).getAttribute("data-guess")):
            put(field, guess)
            texts[field] = guess
    return {name: text for name, text in texts.items() if text}


def show_state(state: str) -> None:
    """Shows who speaks for the state: its Delegate or Resident Commissioner, and no senators, where that is so."""
    if not element("no-senators"):
        return
    no_senators = state in NO_SENATORS
    element("senators").hidden = no_senators
    element("no-senators").hidden = not no_senators
    hint = element("house-hint")
    say(
        hint,
        _("Your member of the House is a {title}: their name goes here.", title=house_title(state))
        if no_senators
        else "",
    )


def show_errors(problems: Mapping[str, str], *, focus: bool = True) -> None:
    """Puts each sentence beside its field, takes the others away, and goes to the first field on the page to mend."""
    letter_form = element("letter-form")
    for note in all_of(".problem", letter_form):
        name = note.id.removesuffix("-problem")
        say(note, problems.get(name, ""))
        if name in problems:
            element(name).setAttribute("aria-invalid", "true")
        else:
            element(name).removeAttribute("aria-invalid")
    if problems and focus:
        find("[aria-invalid]", letter_form).focus()


def has_error(name: str) -> bool:
    """Whether a sentence stands beside this field now."""
    return bool(element(name).hasAttribute("aria-invalid"))


def _fields() -> list[Any]:
    return all_of("input:not([type=checkbox], [type=radio]), select, textarea", element("letter-form"))
