import re
import xml.etree.ElementTree as ET

from honorable.publish.campaign.sharing import Resistbot
from honorable.publish.site.qr import qr_svg, sms_url

RESISTBOT = Resistbot(words="Sign ABCDEF", number="50409")


def test_the_link_works_on_both_kinds_of_phone():
    assert sms_url(RESISTBOT) == "sms:50409?&body=Sign%20ABCDEF"


def test_the_code_is_an_image_with_a_label_and_no_inline_style():
    svg = qr_svg(sms_url(RESISTBOT), "Text <b> & go")
    image = ET.fromstring(svg)  # noqa: S314  our own
    assert image.get("role") == "img"
    assert image.get("class") == "qr"
    assert image.findtext("title") == "Text <b> & go"
    assert "style" not in svg


def test_the_code_is_dark_on_light_with_a_quiet_zone():
    svg = qr_svg("sms:1", "code")
    light, dark = re.findall(r'<path [^>]*d="([^"]*)"', svg)
    assert light.startswith("M0 0h29v29")  # 21 modules and 4 on each side
    assert dark.startswith("M4 4.5h7")
    assert 'fill="#fff"' in svg
    assert 'stroke="#000"' in svg
