"""Handing each office its letter: where it goes, its form line by line, the envelope, and what to say on the phone."""

from honorable.letters.envelope import folded
from honorable.letters.language import _, ngettext
from honorable.letters.letter import short_letter
from honorable.letters.office_form import office_form
from honorable.letters.phone_script import phone_link, phone_script
from honorable.letters.plain_text import form_length
from honorable.page.document import Element
from honorable.page.dom import all_of, article, article_of, document, find, set_text
from honorable.page.state import Visit

__all__ = ["before_print", "clear", "copied_text", "mark_copied", "next_office", "opened", "show", "show_open"]

_ENVELOPE = "envelope-"
#: The lines of the office's form that are shown by their length.
_MESSAGES = ("message", "short", "plain", "short_plain")


def show(visit: Visit) -> None:
    """Show where each letter goes."""
    for to in visit.draft.recipients:
        sheet = article(to.slot)
        set_text(find("[data-contact-words]", sheet), _("Open the contact page of {name}", name=to.spoken))
        _link(find("[data-contact-page]", sheet), visit.contact_page(to.slot))
        set_text(find("[data-postal]", sheet), "\n".join((to.styled, *to.address)))
        number = phone_link(to.phone)
        for line in all_of("[data-phone-line], [data-call-number]", sheet):
            line.hidden = not number
            set_text(find("[data-phone]", line), to.phone)
            _link(find("[data-phone]", line), number)
        find("[data-call-no-number]", sheet).hidden = bool(number)


def show_open(visit: Visit) -> None:
    """Update the ways to send a letter that are open."""
    for way in all_of("[data-letter] [data-way][open]"):
        opened(visit, way)


def clear(visit: Visit) -> None:
    """Take what was typed out of the ways to send a letter, open or not, and out of the envelope."""
    for way in all_of("[data-letter] [data-way]"):
        opened(visit, way)
    for part in all_of("[data-envelope-address], [data-envelope-rest]"):
        set_text(part, "")


def opened(visit: Visit, way: Element) -> None:
    """Fill in a way to send the letter when the visitor opens it. Nobody sees the others."""
    slot = article_of(way).dataset.letter
    if way.dataset.way == "form":
        _show_form(visit, way, slot)
    elif way.dataset.way == "call":
        config = visit.config
        script = phone_script(visit.draft, visit.recipient(slot), config.campaign, config.templates)
        set_text(find("[data-call]", way), script)


def copied_text(visit: Visit, button: Element) -> str | None:
    """Return what a button in a letter's article copies, as rendered; None for texts that the build wrote."""
    letter, name = article_of(button), button.getAttribute("data-part") or button.getAttribute("data-chip")
    return _texts(visit, letter.dataset.letter).get(name) if letter and name else None


def mark_copied(button: Element) -> None:
    """Mark the line of an office's form that was copied, until its text changes."""
    if button.matches("[data-chip]"):
        button.setAttribute("data-copied", "")
        set_text(find("[data-chip-state]", button), _("Copied"))


def next_office(visit: Visit, link: Element) -> None:
    """Open the next office's form, which the link leads to."""
    following = _next(visit, article_of(link).dataset.letter)
    if following:
        find('[data-way="form"]', article(following)).open = True


def before_print(visit: Visit) -> None:
    """Lay the letter out for a window envelope, if that is what is printed."""
    part = document.documentElement.dataset.print if document.documentElement.hasAttribute("data-print") else ""
    if part.startswith(_ENVELOPE):
        slot = part.removeprefix(_ENVELOPE)
        address, rest = folded(visit.text(slot), visit.recipient(slot))
        set_text(find("[data-envelope-address]", article(slot)), address)
        set_text(find("[data-envelope-rest]", article(slot)), rest)


def _texts(visit: Visit, slot: str) -> dict[str, str]:
    config = visit.config
    short = short_letter(visit.draft, visit.recipient(slot), config.campaign, config.templates)
    return office_form(visit.draft, visit.letters[slot], visit.text(slot), short)


def _show_form(visit: Visit, way: Element, slot: str) -> None:
    texts = _texts(visit, slot)
    for name in _MESSAGES:
        texts[name] = ngettext("{count} character", "{count} characters", form_length(texts[name]))
    for chip in all_of("[data-chip]", way):
        if (name := chip.dataset.chip) in texts:
            _fill(chip, texts[name])
    following = _next(visit, slot)
    link = find('[data-action="next-office"]', way)
    if following:
        set_text(link, _("Next office: {name}", name=visit.recipient(following).spoken))
        _link(link, f"#letter-{following}-lines")
    else:
        set_text(link, _("That was the last office: tell others"))
        _link(link, "#spread")


def _fill(chip: Element, text: str) -> None:
    shown = find(".chip-text", chip)
    if shown.textContent != text:
        shown.textContent = text
        chip.removeAttribute("data-copied")
        set_text(find("[data-chip-state]", chip), "")
    if empty := find("[data-chip-empty]", chip.parentElement):
        chip.hidden, empty.hidden = not text, bool(text)


def _next(visit: Visit, slot: str) -> str:
    """Return the slot of the next letter; "" after the last one."""
    slots = [to.slot for to in visit.shown]
    after = slots[slots.index(slot) + 1 :] if slot in slots else []
    return after[0] if after else ""


def _link(link: Element, url: str) -> None:
    if link.getAttribute("href") != url:
        link.setAttribute("href", url)
