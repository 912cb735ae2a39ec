"""A copy of a letter by email: a `mailto:` link if it is short enough, otherwise an `.eml` draft."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from urllib.parse import quote

from honorable.letters.letter import Letter
from honorable.letters.person import Person

__all__ = ["MAILTO_CHARACTERS", "eml", "mailto"]

#: Windows passes a link to the mail program in a command of at most 2,083 characters (INTERNET_MAX_URL_LENGTH), and
#: some programs cut it off sooner. All of them take 2,000.
MAILTO_CHARACTERS = 2000

#: An address without quotes, comments or routes (RFC 5322 section 3.4.1, atoms), in any script (RFC 6532).
_PLAIN_ADDRESS = re.compile(r'([^\s@()<>\[\]:;,\\"]+)@([^\s@()<>\[\]:;,\\"]+)')


def mailto(letter: Letter, text: str, person: Person) -> str | None:
    r"""Return a link that opens a message to the writer in their mail program, or None if it would be cut off.

    Everything is percent-encoded, line breaks as %0D%0A (RFC 6068 sections 2 and 5).

    >>> mailto(Letter("house", "Hello", ()), "Dear Sir,\nhi", Person(email="ada@example.org"))
    'mailto:ada@example.org?subject=Hello&body=Dear%20Sir%2C%0D%0Ahi'
    """
    to = quote(person.email, safe="@")
    body = "\r\n".join(text.split("\n"))
    link = f"mailto:{to}?subject={quote(letter.subject, safe='')}&body={quote(body, safe='')}"
    return link if len(link) <= MAILTO_CHARACTERS else None


def eml(letter: Letter, text: str, person: Person) -> bytes:
    """Return the letter as a draft message to the writer (RFC 5322), to open, check and send in any mail program.

    `X-Unsent: 1` makes Outlook open it as a draft. An invalid email address is left out.
    """
    message = EmailMessage(policy=SMTP if person.email.isascii() else SMTPUTF8)
    message["Subject"] = letter.subject
    if address := _address(person):
        message["From"] = address
        message["To"] = address
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    return message.as_bytes()


def _address(person: Person) -> Address | None:
    if match := _PLAIN_ADDRESS.fullmatch(person.email):
        return Address(person.full_name, username=match[1], domain=match[2])
    return None
