"""What to say on the phone: a short script from the campaign's own template."""

from jinja2.sandbox import ImmutableSandboxedEnvironment

from honorable.letters.campaign import Campaign
from honorable.letters.draft import Draft
from honorable.letters.letter import template_context
from honorable.letters.recipient import Recipient

__all__ = ["phone_link", "phone_script"]


def phone_script(draft: Draft, to: Recipient, campaign: Campaign, templates: ImmutableSandboxedEnvironment) -> str:
    """Return the script for a call to the recipient's office, in which what is not known is a bracketed blank.

    Raises jinja2.TemplateError if the template is broken or names an unknown variable.
    """
    return templates.get_template("call.txt").render(template_context(draft, to, campaign)).strip()


def phone_link(phone: str) -> str:
    """Return a link that dials the number (RFC 3966), or "" if it is not a number in the United States.

    >>> phone_link("202-225-2661"), phone_link("(202) 224-3553"), phone_link("+1 202 224 3553"), phone_link("none")
    ('tel:+12022252661', 'tel:+12022243553', 'tel:+12022243553', '')
    """
    digits = "".join(character for character in phone if character in "0123456789")
    national = digits.removeprefix("1") if len(digits) == 11 else digits
    return f"tel:+1{national}" if len(national) == 10 else ""
