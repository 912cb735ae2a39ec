"""The ways out of the page that need Python: a file, a message to oneself, the campaign's own endpoint."""

from typing import Any

from pyodide.ffi import JsException, create_once_callable, to_js
from pyscript import document, window

from honorable.letters.file_name import file_name
from honorable.letters.language import _
from honorable.page.config import Endpoint
from honorable.page.dom import article_of, element, find, run, say
from honorable.page.state import Visit

__all__ = ["download", "email", "email_draft"]


def download(content: str | bytes, name: str, media_type: str) -> None:
    """Hands the visitor a file."""
    data = content.encode() if isinstance(content, str) else content
    url = window.URL.createObjectURL(window.Blob.new(to_js([to_js(data)]), type=media_type))
    _follow(url, download=name)
    # Some browsers read the file only after the click is over.
    window.setTimeout(create_once_callable(lambda: window.URL.revokeObjectURL(url)), 60_000)


def email(visit: Visit, button: Any) -> None:
    """Gives the writer a copy: by the campaign's endpoint after asking, by `mailto:` where it fits, else as a draft."""
    sheet = article_of(button)
    endpoint = visit.kit.email_copy
    if endpoint is None:
        _open_mail(visit, sheet)
    elif visit.draft.person.email:
        run(_ask_and_post(visit, sheet, endpoint))
    else:
        say(find("[data-letter-status]", sheet), _("Please type your email address in the form first, then try again."))


def email_draft(visit: Visit, button: Any) -> None:
    """Gives the writer a draft message as a file, to open in any mail program."""
    sheet = article_of(button)
    _download_draft(visit, sheet)
    say(
        find("[data-letter-status]", sheet),
        _("Downloaded a draft message to yourself. Open it in your mail program."),
    )


def _open_mail(visit: Visit, sheet: Any) -> None:
    if link := _mailto(visit, sheet):
        _follow(link)
        _offer(
            sheet,
            _("Your mail program should open now, on a message to yourself. Did nothing happen?"),
            mailto=None,
        )
        return
    _download_draft(visit, sheet)
    said = _(
        "Downloaded a draft message to yourself: open it in your mail program, and send it. "
        "(A mail link would cut off a letter of this length.)"
    )
    say(find("[data-letter-status]", sheet), said)


async def _ask_and_post(visit: Visit, sheet: Any, endpoint: Endpoint) -> None:
    if await _agreed(visit, sheet, endpoint):
        await _post(visit, sheet, endpoint)
    else:
        _offer(sheet, _("Nothing was sent."), mailto=_mailto(visit, sheet))


async def _agreed(visit: Visit, sheet: Any, endpoint: Endpoint) -> bool:
    """Says who will receive what, and waits for the writer's yes or no."""
    dialog = element("email-dialog")
    to, person = visit.recipient(sheet.dataset.letter).spoken, visit.draft.person
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
    return bool(dialog.returnValue == "send")


async def _post(visit: Visit, sheet: Any, endpoint: Endpoint) -> None:
    slot, person = sheet.dataset.letter, visit.draft.person
    body = window.FormData.new()
    body.append("email", person.email)
    body.append("name", person.full_name)
    body.append("subject", visit.letters[slot].subject)
    body.append("message", visit.text(slot))
    headers = window.Headers.new()
    headers.set("Accept", "application/json")  # Most form services then answer rather than redirect.
    say(find("[data-letter-status]", sheet), _("Sending to {receiver}…", receiver=endpoint.receiver))
    try:
        answer = await window.fetch(
            endpoint.endpoint, method="POST", body=body, headers=headers, referrerPolicy="no-referrer"
        )
        taken = answer.ok
    except JsException:
        taken = False
    if taken:
        _offer(
            sheet,
            _(
                "Sent to {receiver}. The copy should reach {email} soon.",
                receiver=endpoint.receiver,
                email=person.email,
            ),
            mailto=None,
        )
    else:
        said = _("{receiver} did not take it. Nothing is lost.", receiver=endpoint.receiver)
        _offer(sheet, said, mailto=_mailto(visit, sheet))


def _offer(sheet: Any, said: str, *, mailto: str | None) -> None:
    """Says what happened, and offers the other ways to a copy."""
    say(find("[data-letter-status]", sheet), said)
    draft = document.createElement("button")
    draft.type, draft.className, draft.textContent = "button", "quiet", _("Download a draft message")
    draft.dataset.action = "eml"
    ways = [draft]
    if mailto:
        link = document.createElement("a")
        link.href, link.textContent = mailto, _("Open my mail program")
        ways.append(link)
    find("[data-next]", sheet).replaceChildren(*ways)


def _mailto(visit: Visit, sheet: Any) -> str | None:
    from honorable.letters.email_copy import mailto

    slot = sheet.dataset.letter
    return mailto(visit.letters[slot], visit.text(slot), visit.draft.person)


def _download_draft(visit: Visit, sheet: Any) -> None:
    from honorable.letters.email_copy import eml

    slot = sheet.dataset.letter
    name = file_name(_("letter to"), visit.recipient(slot).spoken, ending="eml")
    download(eml(visit.letters[slot], visit.text(slot), visit.draft.person), name, "message/rfc822")


def _follow(url: str, **attributes: str) -> None:
    link = document.createElement("a")
    link.href = url
    for name, text in attributes.items():
        link.setAttribute(name, text)
    document.body.append(link)
    link.click()
    link.remove()
