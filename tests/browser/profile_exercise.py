"""Python that a page may come to run, though no walk through it does: errors, odd texts, dates, messages.

`make profile` runs this in the page, so that the functions behind it stay in the first half of Pyodide.
"""

import asyncio
import datetime as dt
import email.message
import email.policy
import json
import re
import traceback
import unicodedata
import urllib.parse

_BROKEN = (
    *("1 / 0", "[][1]", "{}['a']", "None.x", "int('x')", "open('/nope')", "import nope", "'é'.encode('ascii')"),
    *("b'\\xff'.decode()", "raise SystemExit(1)", "def f(): return f()\nf()", "x =", "json.loads('{')"),
    *("re.compile('(')", "datetime.date(2020, 13, 1)", "next(iter([]))", "'%d' % 'a'", "sum([1, 'a'])", "assert False"),
)
_TEXTS = ("Grüße, “Ánh” – O’Léé\n", "李小龍\n", "محمد\n", "ŉß\u0130ﬃ", "🦋👩‍👩‍👧", "\u00ad\u200b\ufeff", "a" * 3000)


def run() -> None:
    """Run everything once."""
    for code in _BROKEN:
        try:
            exec(code, {"json": json, "re": re, "datetime": dt})  # noqa: S102  the point of it
        except BaseException:  # noqa: BLE001  as above
            traceback.format_exc()
    for text in _TEXTS:
        (text.upper(), text.lower(), text.title(), text.casefold(), text.split(), text.isprintable(), repr(text))
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            unicodedata.normalize(form, text)
        [(unicodedata.category(c), unicodedata.combining(c)) for c in text]
        urllib.parse.unquote(urllib.parse.quote(text))
        json.loads(json.dumps({"text": text, "number": 2.5e3, "list": [None, True]}))
        re.sub(r"(?i)\b\w+\b|\s+", lambda match: match[0].upper(), text)
        message = email.message.EmailMessage(policy=email.policy.SMTP)
        message["Subject"] = text.replace("\n", " ")
        message["To"] = "Ann <ann@example.org>"
        message.set_content(text, cte="quoted-printable")
        message.as_bytes()
    now = dt.datetime.now(dt.UTC)
    (now.isoformat(), f"{now:%Y %B %d %c}", dt.datetime.fromisoformat("2024-01-02T03:04:05+00:00"))
    f"{3.14159:.2f} {10**30:,} {255:#x} {'a':>5} {2**100 % 97} {(1.5).hex()}"
    asyncio.get_event_loop().create_task(_wait())


async def _wait() -> None:
    await asyncio.gather(*(asyncio.sleep(0, n) for n in range(3)))
