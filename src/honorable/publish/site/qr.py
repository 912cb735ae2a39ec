"""Sign by text message: a link for phones, and a QR code of it for people at a computer."""

from __future__ import annotations

from urllib.parse import quote

import segno
from markupsafe import Markup

from honorable.publish.campaign.sharing import Resistbot


def sms_url(resistbot: Resistbot) -> str:
    """Return a link that opens the phone's messages app with the words typed in.

    RFC 5724 specifies `?body=`, which Android reads. Apple documents only the number; iPhones read what follows an `&`
    (since iOS 8). Both read `?&body=`.
    """
    return f"sms:{resistbot.number}?&body={quote(resistbot.words, safe='')}"


def qr_svg(text: str, label: str) -> Markup:
    """Return a QR code of the text as inline SVG with a label for screen readers, dark on light even in dark mode."""
    code = segno.make(text, error="m", micro=False)
    svg = code.svg_inline(
        dark="#000", light="#fff", border=4, omitsize=True, svgclass="qr", lineclass=None, title=label
    )
    return Markup(svg.replace("<svg ", '<svg role="img" ', 1))  # noqa: S704  segno escapes the title
