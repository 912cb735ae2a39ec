"""Handing each office its letter: where it goes, its form line by line, the envelope, and what to say on the phone."""

from typing import Any

from pyscript import document

from honorable.letters.envelope import folded
from honorable.letters.language import _, ngettext
from honorable.letters.letter import short_letter
from honorable.letters.office_form import office_form
from honorable.letters.phone_script import phone_link, phone_script
from honorable.letters.plain_text import form_length
from honorable.page.dom import all_of, article, article_of, find, say
from honorable.page.state import Visit

__all__ = ["before_print", "mark_copied", "next_office", "opened", "show", "show_open"]

_ENVELOPE = "envelope-"


def show(visit: Visit) -> None:
    """Shows where each letter goes."""
    for to in visit.draft.recipients:
        sheet = article(to.slot)
        say(find("[data-contact-words]", sheet), _("Open the contact page of {name}", name=to.spoken))
        _link(find("[data-contact-page]", sheet), visit.contact_page(to.slot))
        say(find("[data-postal]", sheet), "\n".join((to.styled, *to.address)))
        number = phone_link(to.phone)
        for line in all_of("[data-phone-line], [data-call-number]", sheet):
            line.hidden = not number
            say(find("[data-phone]", line), to.phone)
            _link(find("[data-phone]", line), number)
        find("[data-call-no-number]", sheet).hidden = bool(number)


def show_open(visit: Visit) -> None:
    """Brings up to date the ways to send a letter that are open."""
    for way in all_of("[data-letter] [data-way][open]"):
        opened(visit, way)


def opened(visit: Visit, way: Any) -> None:
    """Fills in a way to send the letter that the visitor has opened. Nobody sees the others."""
    slot = article_of(way).dataset.letter
    if way.dataset.way == "form":
        _show_form(visit, way, slot)
    elif way.dataset.way == "call":
        kit = visit.kit
        say(find("[data-call]", way), phone_script(visit.draft, visit.recipient(slot), kit.campaign, kit.templates))


def mark_copied(button: Any) -> None:
    """Marks the line of an office's form that was copied, until it says something else."""
    if button.matches("[data-chip]"):
        button.setAttribute("data-copied", "")
        say(find("[data-chip-state]", button), _("Copied"))


def next_office(visit: Visit, link: Any) -> None:
    """Opens the next office's form, where the link leads."""
    following = _next(visit, article_of(link).dataset.letter)
    if following:
        find('[data-way="form"]', article(following)).open = True


def before_print(visit: Visit) -> None:
    """Sets the letter for a window envelope, where that is to be printed."""
    part = document.documentElement.dataset.print if document.documentElement.hasAttribute("data-print") else ""
    if part.startswith(_ENVELOPE):
        slot = part.removeprefix(_ENVELOPE)
        address, rest = folded(visit.text(slot), visit.recipient(slot))
        say(find("[data-envelope-address]", article(slot)), address)
        say(find("[data-envelope-rest]", article(slot)), rest)


def _show_form(visit: Visit, way: Any, slot: str) -> None:
    kit, to = visit.kit, visit.recipient(slot)
    short = short_letter(visit.draft, to, kit.campaign, kit.templates)
    texts = office_form(visit.draft, visit.letters[slot], visit.text(slot), short)
    say(find(".source", way), texts["plain"])
    for name in ("message", "plain"):
        texts[name] = ngettext("{count} character", "{count} characters", form_length(texts[name]))
    for chip in all_of("[data-chip]", way):
        if (name := chip.dataset.chip) in texts:
            _fill(chip, texts[name])
    following = _next(visit, slot)
    link = find('[data-action="next-office"]', way)
    if following:
        say(link, _("Next office: {name}", name=visit.recipient(following).spoken))
        _link(link, f"#letter-{following}-lines")
    else:
        say(link, _("That was the last office: tell others"))
        _link(link, "#spread")


def _fill(chip: Any, text: str) -> None:
    shown = find(".chip-text", chip)
    if shown.textContent != text:
        shown.textContent = text
        chip.removeAttribute("data-copied")
        say(find("[data-chip-state]", chip), "")
    if empty := find("[data-chip-empty]", chip.parentElement):
        chip.hidden, empty.hidden = not text, bool(text)


def _next(visit: Visit, slot: str) -> str:
    """The slot of the next letter that is there; empty after the last one."""
    slots = [to.slot for to in visit.draft.recipients if not article(to.slot).hidden]
    after = slots[slots.index(slot) + 1 :] if slot in slots else []
    return after[0] if after else ""


def _link(link: Any, url: str) -> None:
    if link.getAttribute("href") != url:
        link.setAttribute("href", url)
