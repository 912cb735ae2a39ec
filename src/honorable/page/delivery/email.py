"""A letter as a file, as a message to oneself, and by the campaign's own endpoint."""

from pyodide.ffi import JsException, create_once_callable, to_js

from honorable.letters.file_name import file_name
from honorable.letters.language import _
from honorable.page.config import Endpoint
from honorable.page.delivery import sharing
from honorable.page.document import Element
from honorable.page.dom import article_of, document, element, find, set_text, spawn, window
from honorable.page.state import Visit

__all__ = ["download", "download_letter", "email", "email_draft"]


def download(content: str | bytes, name: str, media_type: str) -> None:
    """Ask the browser to save a file. Nothing reports whether it did; browsers inside apps often do not."""
    data = content.encode() if isinstance(content, str) else content
    url = window.URL.createObjectURL(window.Blob.new(to_js([to_js(data)]), type=media_type))
    _follow(url, download=name)
    # Some browsers read the file only after the click is over.
    window.setTimeout(create_once_callable(lambda: window.URL.revokeObjectURL(url)), 60_000)


def download_letter(visit: Visit, button: Element) -> None:
    """Ask the browser to save the letter's text."""
    letter = article_of(button)
    slot = letter.dataset.letter
    name = file_name(_("letter to"), visit.recipient(slot).spoken, ending="txt")
    download(visit.text(slot), name, "text/plain")
    message = _("Your browser was asked to save {name}. If no file appears, copy the letter instead.", name=name)
    set_text(_status(letter), message)


def email(visit: Visit, button: Element) -> None:
    """Give the writer a copy: by the campaign's endpoint after asking, or else in the way that fits the device."""
    letter = article_of(button)
    endpoint = visit.config.email_copy
    if endpoint is None:
        _open_mail(visit, button)
    elif visit.draft.person.email:
        spawn(_ask_and_post(visit, letter, endpoint))
    else:
        set_text(_status(letter), _("Enter your email address in the form first, then try again."))


def email_draft(visit: Visit, button: Element) -> None:
    """Ask the browser to save a draft message to the writer, to open in any mail program."""
    letter = article_of(button)
    name = _download_draft(visit, letter)
    message = _(
        "Your browser was asked to save {name}, a draft message to yourself. Open it in your mail program. "
        "If no file appears, copy the letter instead.",
        name=name,
    )
    set_text(_status(letter), message)


def _open_mail(visit: Visit, button: Element) -> None:
    """Open the mail program if a link takes the letter; or else a share sheet; or else save a draft message."""
    letter = article_of(button)
    if link := _mailto(visit, letter):
        _follow(link, **_outside_the_frame())
        _offer(letter, _("Your mail program should open now, on a message to yourself. Did nothing happen?"))
    elif sharing.can_share_letter(visit, letter.dataset.letter):
        sharing.share_letter(visit, button)
        _offer(letter, _("Choose your mail app, and send the letter to yourself. Did nothing open?"))
    else:
        email_draft(visit, button)


async def _ask_and_post(visit: Visit, letter: Element, endpoint: Endpoint) -> None:
    if await _agreed(visit, letter, endpoint):
        await _post(visit, letter, endpoint)
    else:
        _offer(letter, _("Nothing was sent."), mailto=_mailto(visit, letter))


async def _agreed(visit: Visit, letter: Element, endpoint: Endpoint) -> bool:
    """Say who will receive what, and wait for the writer's yes or no."""
    dialog = element("email-dialog")
    to, person = visit.recipient(letter.dataset.letter).spoken, visit.draft.person
    find("[data-email-who]", dialog).textContent = _(
        "{receiver} will receive your letter to {to}, your name and your email address, {email}, "
        "and mails you the copy. Nothing is sent unless you press Send it.",
        receiver=endpoint.receiver,
        to=to,
        email=person.email,
    )
    dialog.returnValue = "cancel"
    closed = window.Promise.new(
        create_once_callable(lambda resolve, _reject: dialog.addEventListener("close", resolve, once=True))
    )
    dialog.showModal()
    await closed
    return dialog.returnValue == "send"


async def _post(visit: Visit, letter: Element, endpoint: Endpoint) -> None:
    slot, person = letter.dataset.letter, visit.draft.person
    body = window.FormData.new()
    body.append("email", person.email)
    body.append("name", person.full_name)
    body.append("subject", visit.letters[slot].subject)
    body.append("message", visit.text(slot))
    headers = window.Headers.new()
    headers.set("Accept", "application/json")  # Most form services then answer rather than redirect.
    set_text(_status(letter), _("Sending to {receiver}…", receiver=endpoint.receiver))
    try:
        answer = await window.fetch(
            endpoint.endpoint, method="POST", body=body, headers=headers, referrerPolicy="no-referrer"
        )
        is_taken = answer.ok
    except JsException:
        is_taken = False
    if is_taken:
        message = _(
            "Sent to {receiver}. The copy should reach {email} soon.", receiver=endpoint.receiver, email=person.email
        )
        _offer(letter, message)
    else:
        message = _("{receiver} did not take it. Nothing is lost.", receiver=endpoint.receiver)
        _offer(letter, message, mailto=_mailto(visit, letter))


def _offer(letter: Element, message: str, *, mailto: str | None = None) -> None:
    """Say what happened, and offer the other ways to get a copy."""
    set_text(_status(letter), message)
    paper = find("[data-letter-text]", letter)
    ways = [
        _button(_("Download a draft message"), action="eml"),
        _button(_("Copy it instead"), copy=f"#{paper.id}", part="message", said=_("Copied the letter.")),
    ]
    if mailto:
        link = document.createElement("a")
        link.href, link.textContent = mailto, _("Open my mail program")
        for name, text in _outside_the_frame().items():
            link.setAttribute(name, text)
        ways.append(link)
    find("[data-next]", letter).replaceChildren(*ways)


def _button(text: str, **data: str) -> Element:
    button = document.createElement("button")
    button.type, button.className, button.textContent = "button", "quiet", text
    for name, value in data.items():
        setattr(button.dataset, name, value)
    return button


def _status(letter: Element) -> Element:
    return find("[data-letter-status]", letter)


def _mailto(visit: Visit, letter: Element) -> str | None:
    from honorable.letters.email_copy import mailto

    slot = letter.dataset.letter
    return mailto(visit.letters[slot], visit.text(slot), visit.draft.person)


def _download_draft(visit: Visit, letter: Element) -> str:
    from honorable.letters.email_copy import eml

    slot = letter.dataset.letter
    name = file_name(_("letter to"), visit.recipient(slot).spoken, ending="eml")
    download(eml(visit.letters[slot], visit.text(slot), visit.draft.person), name, "message/rfc822")
    return name


def _outside_the_frame() -> dict[str, str]:
    """Return what a mail link needs in a frame, where browsers block it or show the mail site in place of the page."""
    return {"target": "_top"} if document.documentElement.hasAttribute("data-framed") else {}


def _follow(url: str, **attributes: str) -> None:
    link = document.createElement("a")
    link.href = url
    for name, text in attributes.items():
        link.setAttribute(name, text)
    document.body.append(link)
    link.click()
    link.remove()
