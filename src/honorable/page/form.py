"""The form: read into a draft, filled in again, and the sentences beside its fields."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from honorable.letters import NO_SENATORS, SLOTS, Draft, Person, house_title, last_name, recipient
from honorable.letters.memory import Memory
from honorable.page.dom import all_of, element, say

__all__ = ["clear", "draft", "fill", "guess_last_names", "show_problems", "show_state", "texts", "values"]

_PERSON = tuple(field.name for field in fields(Person))
_PREFIXES = {"house": "house", "senate-1": "senate1", "senate-2": "senate2"}


def texts() -> dict[str, str]:
    """Every text in the form by field name, as typed, the empty ones left out."""
    return {field.name: _well_formed(text) for field in _fields() if (text := field.value)}


def draft(typed: Mapping[str, str]) -> Draft:
    """The draft that these texts make."""
    person = Person(**{name: typed.get(name, "") for name in _PERSON})
    return Draft(
        person,
        tuple(
            recipient(slot, typed.get(f"{prefix}_name", ""), typed.get(f"{prefix}_last", ""), person.state)
            for slot in SLOTS
            if (prefix := _PREFIXES[slot])
        ),
        typed.get("story", ""),
    )


def values(memory: Memory) -> dict[str, str]:
    """The texts of the form that the memory fills in, by field name."""
    person = {name: getattr(memory.person, name) for name in _PERSON}
    names = {f"{_PREFIXES[to.slot]}_name": to.full_name for to in memory.recipients}
    lasts = {f"{_PREFIXES[to.slot]}_last": to.last_name for to in memory.recipients}
    return person | names | lasts


def fill(typed: Mapping[str, str]) -> None:
    """Puts texts into their fields. What stands in a field already was typed since, and stays."""
    for field in _fields():
        if not field.value and (text := typed.get(field.name)):
            field.value = text


def clear() -> None:
    """Empties the form, takes its sentences away, and goes back to the check box as it was."""
    element("letter-form").reset()
    for field in _fields():
        field.value = ""
        field.removeAttribute("data-guess")
    show_problems({}, focus=False)


def guess_last_names() -> None:
    """Fills each recipient's last name in by a guess, unless the writer has put another one there."""
    for prefix in _PREFIXES.values():
        last = element(f"{prefix}_last")
        if last.value in ("", last.getAttribute("data-guess")):
            guess = last_name(element(f"{prefix}_name").value)
            last.value = guess
            last.setAttribute("data-guess", guess)


def show_state(state: str) -> None:
    """Shows who speaks for the state: its Delegate or Resident Commissioner, and no senators, where that is so."""
    no_senators = state in NO_SENATORS
    element("senators").hidden = no_senators
    element("no-senators").hidden = not no_senators
    hint = element("house-hint")
    say(
        hint,
        f"Your member of the House is a {house_title(state)}. Type their name here." if no_senators else "",
    )


def show_problems(problems: Mapping[str, str], *, focus: bool = True) -> None:
    """Puts each sentence beside its field, takes the others away, and goes to the first field to mend."""
    for note in all_of(".problem", element("letter-form")):
        name = note.id.removesuffix("-problem")
        say(note, problems.get(name, ""))
        if name in problems:
            element(name).setAttribute("aria-invalid", "true")
        else:
            element(name).removeAttribute("aria-invalid")
    if problems and focus:
        element(next(iter(problems))).focus()


def has_problem(name: str) -> bool:
    """Whether a sentence stands beside this field now."""
    return bool(element(name).hasAttribute("aria-invalid"))


def _fields() -> list[Any]:
    return all_of("input:not([type=checkbox]), select, textarea", element("letter-form"))


def _well_formed(text: str) -> str:
    # Half of a surrogate pair is no character, and could be neither copied nor saved (WHATWG Infra, scalar values).
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
