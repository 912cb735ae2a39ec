"""Signing by text message: the link for a phone, and a QR code of it for people at a desk."""

from __future__ import annotations

from urllib.parse import quote

import segno
from markupsafe import Markup

from honorable.publish.campaign.model import Resistbot


def sms_url(resistbot: Resistbot) -> str:
    """A link that opens the phone's messages with the words typed in.

    RFC 5724 says `?body=`, which Android reads. Apple documents only the number; its phones take what follows an `&`
    (iOS 8 and later). `?&body=` is read by both.
    """
    return f"sms:{resistbot.number}?&body={quote(resistbot.words, safe='')}"


def qr_svg(text: str, label: str) -> Markup:
    """A QR code of the text as inline SVG, with the label for screen readers, and a light ground in dark mode too."""
    code = segno.make(text, error="m", micro=False)
    svg = code.svg_inline(
        dark="#000", light="#fff", border=4, omitsize=True, svgclass="qr", lineclass=None, title=label
    )
    return Markup(svg.replace("<svg ", '<svg role="img" ', 1))  # noqa: S704  segno escapes the title
